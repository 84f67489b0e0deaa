package org.panarray;

/// A complex number; as an argument it is a weak Python `complex`.
///
/// @param real the real part
/// @param imag the imaginary part
public record Complex(double real, double imag) {
  public static final Complex I = new Complex(0, 1);

  /// `complex(re, im)`.
  public static Complex of(double real, double imag) {
    return new Complex(real, imag);
  }

  /// As Python prints a complex number: `(1+2j)`, or `2j` where the real part is a positive zero.
  @Override
  public String toString() {
    if (real == 0 && Double.doubleToRawLongBits(real) == 0) {
      return number(imag) + "j";
    }
    String sign = imag < 0 || Double.doubleToRawLongBits(imag) == Long.MIN_VALUE ? "" : "+";
    return "(" + number(real) + sign + number(imag) + "j)";
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e16) {
      return (value == 0 && Double.doubleToRawLongBits(value) != 0 ? "-" : "") + (long) value;
    }
    return Double.toString(value).replace("E-", "e-").replace("E", "e+");
  }
}
