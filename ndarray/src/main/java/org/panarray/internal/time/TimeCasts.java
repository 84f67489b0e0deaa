package org.panarray.internal.time;

import java.util.function.LongUnaryOperator;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Dates and durations from one unit to another, from numbers and to them.
final class TimeCasts {
  private TimeCasts() {}

  static NDArray to(NDArray array, TimeType type) {
    if (!(array.dtype() instanceof TimeType from)) {
      return Storage.as(ofNumbers(array), type);
    }
    if (from.equals(type)) {
      return array;
    }
    if (from.isDate() != type.isDate() || from.as(type.isDate()).equals(type)) {
      return Storage.as(Storage.of(array).copy(), type);
    }
    return Storage.as(mapped(Storage.of(array), TimeScale.between(from, type)), type);
  }

  /// Numbers as counts: NaN is NaT.
  private static NDArray ofNumbers(NDArray array) {
    ElementType type = array.dtype().element();
    if (!type.isInexact()) {
      return type == ElementType.INT64 ? array.copy() : Casts.to(array, ElementType.INT64);
    }
    NDArray real = Casts.to(array, ElementType.FLOAT64);
    Expr x = new Expr.Arg(0, ElementType.FLOAT64);
    Expr nan = Expr.apply(ScalarOp.ISNAN, x);
    Expr nat = new Expr.Const(TimeType.NAT, ElementType.FLOAT64);
    Expr kept = Expr.apply(ScalarOp.SELECT, nan, nat, x);
    return Dispatch.apply(new Primitive.Map(Expr.cast(kept, ElementType.INT64)), real);
  }

  static NDArray numbers(NDArray array, ElementType type) {
    NDArray counts = Storage.of(array);
    return type == ElementType.INT64 ? counts.copy() : Casts.to(counts, type);
  }

  /// Counts, each replaced; of the CPU, as Java computes them.
  static NDArray mapped(NDArray counts, LongUnaryOperator rule) {
    long[] values = counts.toLongArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = rule.applyAsLong(values[i]);
    }
    return ArrayLike.of(values, DType.INT64).reshape(counts.dims()).toDevice(counts.device());
  }
}
