package org.panarray.internal.polynomial;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;

/// A polynomial in two lines, powers above, as `str` of NumPy's `poly1d` sets it.
public final class PolynomialText {
  private static final int WIDTH = 70;
  private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);

  private final StringBuilder done = new StringBuilder(" ");
  private String powers = "";
  private String line = "";
  private String pending = "";

  private PolynomialText() {}

  public static String of(NDArray coefficients, String variable) {
    PolynomialText text = new PolynomialText();
    long degree = coefficients.size() - 1;
    for (long k = 0; k <= degree; k++) {
      text.term(coefficient(coefficients.get(k)), degree - k, k == 0, variable);
    }
    return text.done + text.powers + "\n" + text.line + text.pending;
  }

  private void term(String coefficient, long power, boolean first, String variable) {
    boolean zero = coefficient.equals("0");
    if (zero && !(first && power == 0)) {
      return;
    }
    String term = power == 0 ? coefficient : coefficient + " " + variable;
    boolean empty = done.length() == 1 && powers.isEmpty() && line.isEmpty() && pending.isEmpty();
    if (empty) {
      pending = term;
    } else if (term.startsWith("-")) {
      pending += " - " + term.substring(1);
    } else {
      pending += " + " + term;
    }
    if (power > 1) {
      raise(Long.toString(power));
    }
  }

  /// Sets a power above the end of what is pending, on a new pair of lines where it would not fit.
  private void raise(String power) {
    String below = pending + " ".repeat(power.length() - 1);
    String above = " ".repeat(pending.length() - 1) + power;
    if (line.length() + below.length() > WIDTH || powers.length() + above.length() > WIDTH) {
      done.append(powers).append('\n').append(line).append("\n ");
      powers = "";
      line = "";
    }
    powers += above;
    line += below;
    pending = "";
  }

  private static String coefficient(NDArray value) {
    if (!value.dtype().isComplex()) {
      return fourDigits(value.astype(DType.FLOAT64).asDouble());
    }
    Complex number = (Complex) value.item();
    if (number.imag() == 0) {
      return fourDigits(number.real());
    }
    return number.real() == 0
        ? fourDigits(number.imag()) + "j"
        : "(" + fourDigits(number.real()) + " + " + fourDigits(number.imag()) + "j)";
  }

  /// C's `%.4g`.
  private static String fourDigits(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    String sign = Math.copySign(1, value) < 0 ? "-" : "";
    if (Double.isInfinite(value)) {
      return sign + "inf";
    }
    if (value == 0) {
      return sign + "0";
    }
    BigDecimal rounded = new BigDecimal(Math.abs(value)).round(FOUR_DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < 4) {
      return sign + rounded.toPlainString();
    }
    String digits = rounded.unscaledValue().toString();
    String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
    int size = Math.abs(exponent);
    return sign + mantissa + (exponent < 0 ? "e-" : "e+") + (size < 10 ? "0" : "") + size;
  }
}
