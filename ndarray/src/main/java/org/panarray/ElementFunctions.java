package org.panarray;

import java.util.function.Supplier;
import java.util.regex.Pattern;
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

  /// What the body gives; where the types have no loop, the error names the function that was called
  /// instead of the first of the two ufuncs behind it.
  static <T> T named(String name, Supplier<T> body) {
    try {
      return body.get();
    } catch (TypeError e) {
      String text = String.valueOf(e.getMessage());
      throw new TypeError(NAME.matcher(text).replaceFirst("ufunc '" + name + "'"));
    }
  }
}
