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
  private static final Expr ONE = new Expr.Const(1, ElementType.INT64);
  private static final Expr ARGUMENT = new Expr.Arg(0, ElementType.INT64);

  private TimeOrder() {}

  static Expr keyOf(Expr count) {
    return Expr.apply(ScalarOp.SUBTRACT, count, ONE);
  }

  static Expr countOf(Expr key) {
    return Expr.apply(ScalarOp.ADD, key, ONE);
  }

  static NDArray key(NDArray array) {
    return Dispatch.apply(new Primitive.Map(keyOf(ARGUMENT)), Storage.of(array));
  }

  static NDArray ofKey(NDArray key, TimeType type) {
    return Storage.as(Dispatch.apply(new Primitive.Map(countOf(ARGUMENT)), key), type);
  }
}
