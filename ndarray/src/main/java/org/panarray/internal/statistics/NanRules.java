package org.panarray.internal.statistics;

import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// What the `nan*` functions put in the place of NaN.
public final class NanRules {
  private NanRules() {}

  /// The element, or `filler` where it is NaN.
  public static Expr filled(ElementType type, double filler) {
    Expr element = new Expr.Arg(0, type);
    return type.isInexact()
        ? Expr.apply(
            ScalarOp.SELECT,
            Expr.apply(ScalarOp.ISNAN, element),
            new Expr.Const(filler, type),
            element)
        : element;
  }

  /// The array with NaN replaced; the array itself where its type has none.
  public static NDArray replaced(NDArray array, double filler) {
    return array.dtype().isInexact()
        ? Dispatch.apply(new Primitive.Map(filled(array.dtype().element(), filler)), array)
        : array;
  }

  /// @throws TypeError `If a is inexact, then dtype must be inexact`, and the same of `out`
  private static void requireInexact(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    if (dtype != null && !dtype.element().isInexact()) {
      throw new TypeError("If a is inexact, then dtype must be inexact");
    }
    if (out != null && !out.single().dtype().isInexact()) {
      throw new TypeError("If a is inexact, then out must be inexact");
    }
  }

  /// The keywords with a mask of what is not NaN, joined with the mask that is there already.
  public static <K extends Keyword> K[] withMask(
      NDArray array, K[] keywords, java.util.function.IntFunction<K[]> empty) {
    requireInexact(keywords);
    Keyword.Where given = Keyword.find(Keyword.Where.class, keywords);
    NDArray mask = Formula.logicalNot(Formula.isnan(array));
    if (given != null) {
      mask = Formula.logicalAnd(mask, given.mask());
    }
    K[] all = empty.apply(keywords.length + 1);
    System.arraycopy(keywords, 0, all, 0, keywords.length);
    @SuppressWarnings("unchecked") // where is a keyword of every family of moments
    K where = (K) Kw.where(mask);
    all[keywords.length] = where;
    return all;
  }
}
