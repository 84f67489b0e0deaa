package org.panarray.internal.array;

import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

/// Results into `out` arrays.
public final class Storing {
  private Storing() {}

  /// Writes a result, converted, into an array of its shape, and returns that array.
  ///
  /// @throws TypeError where the casting rule forbids the conversion
  public static NDArray into(String name, NDArray result, NDArray target, Casting casting) {
    requireOutput(name, result.dtype().element(), target, casting);
    Casts.warnOfLoss(result.dtype().element(), target.dtype().element());
    Expr value = Expr.cast(new Expr.Arg(0, result.dtype().element()), target.dtype().element());
    Dispatch.into(new NDArray[] {target}, new Primitive.Map(value), result);
    return target;
  }

  /// An output can be written and holds results of a type under a casting rule.
  ///
  /// @throws org.panarray.error.ValueError `output array is read-only`
  /// @throws TypeError `Cannot cast ufunc 'add' output from dtype('float64') to dtype('int64') with
  ///   casting rule 'same_kind'`
  public static void requireOutput(String name, ElementType type, NDArray target, Casting casting) {
    ArrayAccess.arrays().requireWriteable(target);
    requireOutput(name, type, target.dtype().element(), casting);
  }

  public static void requireOutput(String name, ElementType from, ElementType to, Casting casting) {
    if (!from.canCast(to, casting)) {
      throw new TypeError(
          "Cannot cast ufunc '"
              + name
              + "' output from dtype('"
              + from.numpyName()
              + "') to dtype('"
              + to.numpyName()
              + "') with casting rule '"
              + casting.numpyName()
              + "'");
    }
  }

  /// The result itself, or `out` after the result was written to it.
  public static NDArray to(Keyword[] keywords, String name, NDArray result) {
    return to(keywords, name, result, Casting.SAME_KIND);
  }

  /// As [#to(Keyword\[\], String, NDArray)] under another casting rule.
  public static NDArray to(Keyword[] keywords, String name, NDArray result, Casting casting) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    return out == null ? result : into(name, result, out.single(), casting);
  }
}
