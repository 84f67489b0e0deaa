package org.panarray;

import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// The limits of a floating-point dtype: `numpy.finfo`. Of a complex dtype they are those of its
/// real part.
///
/// @param dtype the real dtype
/// @param nmant bits of the mantissa, without the hidden one
/// @param nexp bits of the exponent
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.finfo.html">numpy.finfo</a>
public record Finfo(DType dtype, int nmant, int nexp) {

  public static Finfo of(DType dtype) {
    Required.argument(dtype, "dtype");
    if (!dtype.element().isInexact()) {
      throw new ValueError("data type <class 'numpy." + dtype.name() + "'> not inexact");
    }
    ElementType real = dtype.element().realPart();
    int bits = 8 * real.byteSize();
    int exponent = bits == 16 ? 5 : bits == 32 ? 8 : 11;
    return new Finfo(DType.of(real), bits - exponent - 1, exponent);
  }

  /// Bits of a number.
  public int bits() {
    return nmant + nexp + 1;
  }

  /// The distance from 1 to the next larger number.
  public double eps() {
    return Math.scalb(1.0, machep());
  }

  /// The distance from 1 to the next smaller number.
  public double epsneg() {
    return Math.scalb(1.0, negep());
  }

  /// The exponent of [#eps].
  public int machep() {
    return -nmant;
  }

  /// The exponent of [#epsneg].
  public int negep() {
    return -nmant - 1;
  }

  /// Bits of the exponent, as [#nexp].
  public int iexp() {
    return nexp;
  }

  /// The smallest power of two that overflows.
  public int maxexp() {
    return 1 << (nexp - 1);
  }

  /// The exponent of [#smallestNormal].
  public int minexp() {
    return 2 - maxexp();
  }

  /// The largest finite number.
  public double max() {
    return (2 - eps()) * Math.scalb(1.0, maxexp() - 1);
  }

  /// The smallest finite number, `-max`.
  public double min() {
    return -max();
  }

  /// How many decimal digits a number holds for certain.
  public int precision() {
    return (int) (nmant * Math.log10(2));
  }

  /// `10 ** -precision`, in the dtype.
  public double resolution() {
    double exact = Math.pow(10, -precision());
    return switch (bits()) {
      case 16 -> Float.float16ToFloat(Float.floatToFloat16((float) exact));
      case 32 -> (float) exact;
      default -> exact;
    };
  }

  /// The smallest positive number with a full mantissa.
  public double smallestNormal() {
    return Math.scalb(1.0, minexp());
  }

  /// Another name of [#smallestNormal].
  public double tiny() {
    return smallestNormal();
  }

  /// The smallest positive number.
  public double smallestSubnormal() {
    return Math.scalb(1.0, minexp() - nmant);
  }
}
