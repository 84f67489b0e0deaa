package org.panarray;

import java.math.BigInteger;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// The limits of an integer dtype: `numpy.iinfo`.
///
/// @param dtype the integer dtype
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.iinfo.html">numpy.iinfo</a>
public record Iinfo(DType dtype) {

  /// @throws ValueError `Invalid integer data type 'f'.`
  public Iinfo {
    if (!Required.argument(dtype, "dtype").element().isInteger()) {
      throw new ValueError("Invalid integer data type '" + dtype.kind() + "'.");
    }
  }

  /// Bits of a number.
  public int bits() {
    return 8 * dtype.itemsize();
  }

  /// NumPy's kind letter, `i` or `u`.
  public char kind() {
    return dtype.kind();
  }

  /// The smallest number.
  public BigInteger min() {
    return kind() == 'u' ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits() - 1).negate();
  }

  /// The largest number; beyond `long` for uint64.
  public BigInteger max() {
    int digits = kind() == 'u' ? bits() : bits() - 1;
    return BigInteger.ONE.shiftLeft(digits).subtract(BigInteger.ONE);
  }
}
