package org.panarray.internal.time;

import java.util.function.LongBinaryOperator;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.FloatFault;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Multiples and quotients of durations.
final class TimeProducts {
  private static final Expr COUNT = new Expr.Arg(0, ElementType.INT64);

  private TimeProducts() {}

  static NDArray apply(ScalarOp op, NDArray[] arrays) {
    TimeType first = TimeLoops.type(arrays[0]);
    TimeType second = TimeLoops.type(arrays[1]);
    boolean dates = first != null && first.isDate() || second != null && second.isDate();
    if (dates) {
      throw TimeLoops.noOperands(op, arrays);
    }
    if (first != null && second != null && op != ScalarOp.MULTIPLY) {
      return ofDurations(op, arrays, first.promote(second));
    }
    boolean swapped = op == ScalarOp.MULTIPLY && first == null;
    TimeType type = swapped ? second : first;
    NDArray other = arrays[swapped ? 0 : 1];
    if (type == null
        || !other.dtype().isNumeric()
        || other.dtype().element().isComplex()
        || op != ScalarOp.MULTIPLY && other.dtype().element().isBool()
        || op == ScalarOp.REMAINDER) {
      throw TimeLoops.noOperands(op, arrays);
    }
    NDArray counts = Storage.of(arrays[swapped ? 1 : 0]);
    return Storage.as(
        other.dtype().element().isFloat() ? byReal(op, counts, other) : byWhole(op, counts, other),
        type);
  }

  private static NDArray byWhole(ScalarOp op, NDArray counts, NDArray other) {
    NDArray whole = Casts.to(other, ElementType.INT64);
    if (op == ScalarOp.MULTIPLY) {
      Expr product = Expr.apply(op, COUNT, new Expr.Arg(1, ElementType.INT64));
      return Dispatch.apply(new Primitive.Map(TimeLoops.unlessNat(product, COUNT)), counts, whole);
    }
    // truncated, also by `//`
    return computed(
        counts, whole, (count, by) -> count == TimeType.NAT || by == 0 ? TimeType.NAT : count / by);
  }

  /// A product or quotient of doubles without its fraction; NaT where it is no number.
  private static NDArray byReal(ScalarOp op, NDArray counts, NDArray other) {
    ScalarOp computed = op == ScalarOp.MULTIPLY ? ScalarOp.MULTIPLY : ScalarOp.DIVIDE;
    NDArray by = Casts.to(other, ElementType.FLOAT64);
    NDArray product =
        Faults.named(op.numpyName(), () -> Elementwise.apply(computed, realOrNan(counts), by));
    Expr result = new Expr.Arg(0, ElementType.FLOAT64);
    Expr finite = Expr.apply(ScalarOp.ISFINITE, result);
    Expr nat = new Expr.Const(TimeType.NAT, ElementType.FLOAT64);
    Expr whole = Expr.cast(Expr.apply(ScalarOp.SELECT, finite, result, nat), ElementType.INT64);
    return Dispatch.apply(new Primitive.Map(whole), product);
  }

  private static NDArray ofDurations(ScalarOp op, NDArray[] arrays, TimeType common) {
    NDArray left = Storage.of(Casts.to(arrays[0], common));
    NDArray right = Storage.of(Casts.to(arrays[1], common));
    if (op == ScalarOp.DIVIDE) {
      return Elementwise.apply(op, realOrNan(left), realOrNan(right));
    }
    boolean whole = op == ScalarOp.FLOOR_DIVIDE;
    Quotients faults = new Quotients();
    NDArray result = computed(left, right, whole ? faults::quotient : faults::remainder);
    faults.report(op);
    return whole ? result : Storage.as(result, common);
  }

  private static NDArray realOrNan(NDArray counts) {
    Expr nan = new Expr.Const(Double.NaN, ElementType.FLOAT64);
    Expr real = Expr.cast(COUNT, ElementType.FLOAT64);
    Expr select = Expr.apply(ScalarOp.SELECT, TimeLoops.isNat(COUNT), nan, real);
    return Dispatch.apply(new Primitive.Map(select), counts);
  }

  /// Counts that Java computes of two, broadcast.
  private static NDArray computed(NDArray left, NDArray right, LongBinaryOperator rule) {
    Shape shape = Shape.broadcast(left.shape(), right.shape());
    long[] a = Dispatch.apply(new Primitive.BroadcastTo(shape), left).toLongArray();
    long[] b = Dispatch.apply(new Primitive.BroadcastTo(shape), right).toLongArray();
    for (int i = 0; i < a.length; i++) {
      a[i] = rule.applyAsLong(a[i], b[i]);
    }
    return ArrayLike.of(a, DType.INT64).reshape(shape.toArray()).toDevice(left.device());
  }

  /// Quotients of counts, and what was wrong with them.
  private static final class Quotients {
    private int bits;

    long quotient(long count, long by) {
      if (count == TimeType.NAT || by == TimeType.NAT) {
        bits |= FloatFault.INVALID;
        return 0;
      }
      if (by == 0) {
        bits |= FloatFault.DIVIDE;
        return 0;
      }
      return Math.floorDiv(count, by);
    }

    long remainder(long count, long by) {
      if (count == TimeType.NAT || by == TimeType.NAT) {
        return TimeType.NAT;
      }
      if (by == 0) {
        bits |= FloatFault.DIVIDE;
        return TimeType.NAT;
      }
      return Math.floorMod(count, by);
    }

    void report(ScalarOp op) {
      if (bits != 0) {
        Faults.report(op.numpyName(), bits);
      }
    }
  }
}
