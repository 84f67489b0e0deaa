package org.panarray.internal.indexing;

import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.WeakArrays;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Elements of one of two arrays, as a mask says.
public final class Choice {
  private Choice() {}

  /// `array` where `mask` holds, elsewhere `other`, in the type of the array; all broadcast.
  public static NDArray select(NDArray mask, NDArray array, NDArray other) {
    DType dtype = array.dtype();
    ElementType type = dtype.storage();
    NDArray beside = dtype.isNumeric() ? other : Storage.of(Casts.to(other, dtype));
    Expr chosen =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(0, ElementType.BOOL),
            new Expr.Arg(1, type),
            Expr.cast(new Expr.Arg(2, beside.dtype().element()), type));
    return Storage.as(
        Dispatch.apply(new Primitive.Map(chosen), mask, Storage.of(array), beside), dtype);
  }

  /// `array` where `mask` holds, elsewhere a number.
  public static NDArray select(NDArray mask, NDArray array, double other) {
    ElementType type = array.dtype().element();
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

  /// Elements of the one or the other, in their common type.
  public static NDArray where(Object condition, Object x, Object y) {
    NDArray mask = Casts.to(ArrayLike.of(condition), ElementType.BOOL);
    NDArray[] values = WeakArrays.common(x, y);
    DType dtype = values[0].dtype();
    NDArray[] inputs = Devices.together(mask, Storage.of(values[0]), Storage.of(values[1]));
    ElementType type = dtype.storage();
    Expr select =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(0, ElementType.BOOL),
            new Expr.Arg(1, type),
            new Expr.Arg(2, type));
    return Storage.as(Dispatch.apply(new Primitive.Map(select), inputs), dtype);
  }
}
