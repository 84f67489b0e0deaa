package org.panarray.internal.time;

import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Times as integers in the same order, NaT behind all: one less, so that the least, which is NaT,
/// becomes the largest.
final class TimeOrder {
  static final Expr ONE = new Expr.Const(1, ElementType.INT64);

  private TimeOrder() {}

  static NDArray key(NDArray array) {
    return shifted(ScalarOp.SUBTRACT, Storage.of(array));
  }

  static NDArray ofKey(NDArray key, TimeType type) {
    return Storage.as(shifted(ScalarOp.ADD, key), type);
  }

  private static NDArray shifted(ScalarOp op, NDArray counts) {
    Expr shifted = Expr.apply(op, new Expr.Arg(0, ElementType.INT64), ONE);
    return Dispatch.apply(new Primitive.Map(shifted), counts);
  }
}
