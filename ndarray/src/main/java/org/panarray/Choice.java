package org.panarray;

import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Elements of one of two arrays, as a mask says.
final class Choice {
  private Choice() {}

  /// `array` where `mask` holds, elsewhere `other`, in the type of the array; all broadcast.
  static NDArray select(NDArray mask, NDArray array, NDArray other) {
    ElementType type = array.element();
    return Dispatch.apply(
        new Primitive.Map(
            Expr.apply(
                ScalarOp.SELECT,
                new Expr.Arg(0, ElementType.BOOL),
                new Expr.Arg(1, type),
                Expr.cast(new Expr.Arg(2, other.element()), type))),
        mask,
        array,
        other);
  }

  /// `array` where `mask` holds, elsewhere a number.
  static NDArray select(NDArray mask, NDArray array, double other) {
    ElementType type = array.element();
    return Dispatch.apply(
        new Primitive.Map(
            Expr.apply(
                ScalarOp.SELECT,
                new Expr.Arg(0, ElementType.BOOL),
                new Expr.Arg(1, type),
                new Expr.Const(other, type))),
        mask,
        array);
  }
}
