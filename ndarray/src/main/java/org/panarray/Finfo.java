package org.panarray;

import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.prim.FloatFormat;

/// The limits of a floating-point dtype: `numpy.finfo`. Of a complex dtype they are those of its
/// real part.
///
/// @param dtype the real dtype
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.finfo.html">numpy.finfo</a>
public record Finfo(DType dtype) {

  public static Finfo of(DType dtype) {
    Required.argument(dtype, "dtype");
    if (!dtype.element().isInexact()) {
      throw new ValueError("data type <class 'numpy." + dtype.name() + "'> not inexact");
    }
    return new Finfo(DType.of(dtype.element().realPart()));
  }

  private FloatFormat format() {
    return dtype.element().format();
  }

  /// Bits of a number.
  public int bits() {
    return format().bits();
  }

  /// Bits of the mantissa, without the hidden one.
  public int nmant() {
    return format().mantissaBits();
  }

  /// Bits of the exponent.
  public int nexp() {
    return format().exponentBits();
  }

  /// The distance from 1 to the next larger number.
  public double eps() {
    return format().epsilon();
  }

  /// The distance from 1 to the next smaller number.
  public double epsneg() {
    return Math.scalb(1.0, negep());
  }

  /// The exponent of [#eps].
  public int machep() {
    return -nmant();
  }

  /// The exponent of [#epsneg].
  public int negep() {
    return -nmant() - 1;
  }

  /// Bits of the exponent, as [#nexp].
  public int iexp() {
    return nexp();
  }

  /// The smallest power of two that overflows.
  public int maxexp() {
    return format().bias() + 1;
  }

  /// The exponent of [#smallestNormal].
  public int minexp() {
    return 2 - maxexp();
  }

  /// The largest finite number.
  public double max() {
    return format().largest();
  }

  /// The smallest finite number, `-max`.
  public double min() {
    return -max();
  }

  /// How many decimal digits a number holds for certain.
  public int precision() {
    return format().decimals();
  }

  /// `10 ** -precision`, in the dtype.
  public double resolution() {
    return format().nearest(Math.pow(10, -precision()));
  }

  /// The smallest positive number with a full mantissa.
  public double smallestNormal() {
    return format().smallestNormal();
  }

  /// Another name of [#smallestNormal].
  public double tiny() {
    return smallestNormal();
  }

  /// The smallest positive number.
  public double smallestSubnormal() {
    return format().smallestSubnormal();
  }
}
