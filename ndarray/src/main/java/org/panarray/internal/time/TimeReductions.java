package org.panarray.internal.time;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storage;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Sums of durations and extremes of times.
final class TimeReductions {
  private TimeReductions() {}

  static NDArray reduce(ScalarOp op, NDArray array, Keyword[] keywords, int @Nullable ... axes) {
    TimeType type = (TimeType) array.dtype();
    for (Keyword keyword : keywords) {
      if (!(keyword instanceof Keyword.Axis || keyword instanceof Keyword.Keepdims)) {
        throw new TypeError(
            "the keyword "
                + keyword.getClass().getSimpleName()
                + " is not supported for elements of "
                + type.repr());
      }
    }
    return switch (op) {
      case ADD -> sum(array, type, keywords, axes);
      case MINIMUM, FMAX -> {
        ScalarOp ofCounts = op == ScalarOp.FMAX ? ScalarOp.MAXIMUM : op;
        NDArray counts = new Reducer(ofCounts, keywords).reduce(Storage.of(array), axes);
        yield Storage.as(counts, type);
      }
      case MAXIMUM, FMIN -> {
        ScalarOp ofKeys = op == ScalarOp.FMIN ? ScalarOp.MINIMUM : op;
        NDArray keys = new Reducer(ofKeys, keywords).reduce(TimeOrder.key(array), axes);
        yield TimeOrder.ofKey(keys, type);
      }
      case MULTIPLY -> throw TimeLoops.noOperands(op, new NDArray[] {array, array});
      default -> throw TimeLoops.unsupported(op);
    };
  }

  private static NDArray sum(
      NDArray array, TimeType type, Keyword[] keywords, int @Nullable ... axes) {
    if (type.isDate()) {
      throw TimeLoops.noOperands(ScalarOp.ADD, new NDArray[] {array, array});
    }
    NDArray counts = Storage.of(array);
    NDArray total = new Reducer(ScalarOp.ADD, keywords).reduce(counts, axes);
    NDArray nat =
        Dispatch.apply(
            new Primitive.Map(TimeLoops.isNat(new Expr.Arg(0, ElementType.INT64))), counts);
    NDArray any = new Reducer(ScalarOp.LOGICAL_OR, keywords).reduce(nat, axes);
    Expr result =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(1, ElementType.BOOL),
            new Expr.Const(TimeType.NAT, ElementType.INT64),
            new Expr.Arg(0, ElementType.INT64));
    return Storage.as(Dispatch.apply(new Primitive.Map(result), total, any), type);
  }
}
