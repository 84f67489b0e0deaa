package org.panarray.internal.time;

import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Dates and durations from one unit to another, from numbers and to them.
final class TimeCasts {
  private TimeCasts() {}

  /// A dtype without a unit with the one that fits to elements of all these, any other itself.
  static TimeType adapted(TimeType wanted, DType... sources) {
    TimeType result = wanted;
    for (DType source : sources) {
      if (wanted.unit() == TimeUnit.GENERIC && source instanceof TimeType from) {
        result = result.promote(from).as(wanted.isDate());
      }
    }
    return result;
  }

  /// The array as elements of a dtype, adapted to it.
  static NDArray to(NDArray array, TimeType wanted) {
    if (!(array.dtype() instanceof TimeType from)) {
      return Storage.as(ofNumbers(array), wanted);
    }
    TimeType type = adapted(wanted, from);
    if (from.equals(type)) {
      return array;
    }
    NDArray counts = Storage.of(array);
    boolean scaled = from.isDate() == type.isDate();
    if (scaled && from.isDate() && from.unit() == TimeUnit.GENERIC) {
      requireNat(counts);
    }
    TimeScale scale = TimeScale.between(from, scaled ? type : from);
    return Storage.as(
        scale.steps().isEmpty()
            ? kept(counts)
            : Dispatch.apply(new Primitive.Map(scale.expression()), counts),
        type);
  }

  /// @throws ValueError where a date without a unit is to get one
  private static void requireNat(NDArray counts) {
    Expr nat = TimeExpressions.isNat(new Expr.Arg(0, ElementType.INT64));
    if (TimeExpressions.any(Expr.apply(ScalarOp.LOGICAL_NOT, nat), counts)) {
      throw new ValueError(
          "Cannot convert a NumPy datetime value other than NaT with generic units");
    }
  }

  private static NDArray kept(NDArray counts) {
    return Dispatch.apply(new Primitive.Copy(Order.K), counts);
  }

  /// Numbers as counts: NaN is NaT.
  private static NDArray ofNumbers(NDArray array) {
    ElementType type = array.dtype().element();
    if (!type.isInexact()) {
      return type == ElementType.INT64 ? kept(array) : Casts.to(array, ElementType.INT64);
    }
    Expr x = Expr.cast(new Expr.Arg(0, type), ElementType.FLOAT64); // no warning of lost parts
    Expr nan = Expr.apply(ScalarOp.ISNAN, x);
    Expr nat = new Expr.Const(TimeType.NAT, ElementType.FLOAT64);
    Expr kept = Expr.apply(ScalarOp.SELECT, nan, nat, x);
    return Dispatch.apply(new Primitive.Map(Expr.cast(kept, ElementType.INT64)), array);
  }

  static NDArray numbers(NDArray array, ElementType type) {
    NDArray counts = Storage.of(array);
    return type == ElementType.INT64 ? kept(counts) : Casts.to(counts, type);
  }
}
