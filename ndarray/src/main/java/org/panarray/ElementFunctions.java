package org.panarray;

import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.prim.ScalarOp;

/// Ufuncs that NumPy does not name, or names as one with several results.
final class ElementFunctions {
  static final Ufunc CLIP = new Ufunc(ScalarOp.CLIP);
  static final Ufunc MODF_FRACTION = new Ufunc(ScalarOp.MODF_FRACTION);
  static final Ufunc MODF_INTEGRAL = new Ufunc(ScalarOp.MODF_INTEGRAL);
  static final Ufunc FREXP_MANTISSA = new Ufunc(ScalarOp.FREXP_MANTISSA);
  static final Ufunc FREXP_EXPONENT = new Ufunc(ScalarOp.FREXP_EXPONENT);

  private static final Pattern NAME = Pattern.compile("ufunc '[a-z_]+'");

  private ElementFunctions() {}

  /// `np.clip`: without a bound a minimum or a maximum. An integer bound that no element of an
  /// integer array can pass is none, so that `-1` may bound a uint8.
  static NDArray clip(
      Object a, @Nullable Object low, @Nullable Object high, Keyword.ForUfunc[] keywords) {
    Object least = low;
    Object most = high;
    if (a instanceof NDArray array && array.element().isInteger()) {
      Iinfo limits = new Iinfo(array.dtype());
      least = isInteger(low) && exact(low).compareTo(limits.min()) <= 0 ? null : low;
      most = isInteger(high) && exact(high).compareTo(limits.max()) >= 0 ? null : high;
    }
    if (least == null && most == null) {
      return Np.np.positive.callWith(new Object[] {a}, keywords);
    }
    if (least == null) {
      return Np.np.minimum.callWith(new Object[] {a, most}, keywords);
    }
    return most == null
        ? Np.np.maximum.callWith(new Object[] {a, least}, keywords)
        : CLIP.callWith(new Object[] {a, least, most}, keywords);
  }

  private static boolean isInteger(@Nullable Object bound) {
    return bound != null && Weak.of(bound) == Weak.INT;
  }

  private static BigInteger exact(Object integer) {
    return new BigInteger(integer.toString());
  }

  /// What the body gives; where the types have no loop, the error names the function that was
  /// called instead of the first of the two ufuncs behind it.
  static <T> T named(String name, Supplier<T> body) {
    try {
      return body.get();
    } catch (TypeError e) {
      String text = String.valueOf(e.getMessage());
      throw new TypeError(NAME.matcher(text).replaceFirst("ufunc '" + name + "'"));
    }
  }
}
