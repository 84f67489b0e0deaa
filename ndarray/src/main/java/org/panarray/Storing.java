package org.panarray;

import org.panarray.error.TypeError;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

/// Results into `out` arrays.
final class Storing {
  private Storing() {}

  /// Writes a result, converted, into an array of its shape, and returns that array.
  ///
  /// @throws TypeError where the casting rule forbids the conversion
  static NDArray into(String name, NDArray result, NDArray target, Casting casting) {
    if (!result.element().canCast(target.element(), casting)) {
      throw new TypeError(
          "Cannot cast ufunc '"
              + name
              + "' output from dtype('"
              + result.dtype().name()
              + "') to dtype('"
              + target.dtype().name()
              + "') with casting rule '"
              + casting.numpyName()
              + "'");
    }
    target.requireWriteable();
    Expr value = Expr.cast(new Expr.Arg(0, result.element()), target.element());
    Dispatch.into(new NDArray[] {target}, new Primitive.Map(value), result);
    return target;
  }

  /// The result itself, or `out` after the result was written to it.
  static NDArray to(Keyword[] keywords, String name, NDArray result) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    return out == null ? result : into(name, result, out.single(), Casting.SAME_KIND);
  }
}
