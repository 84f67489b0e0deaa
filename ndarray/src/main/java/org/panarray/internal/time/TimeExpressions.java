package org.panarray.internal.time;

import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Reducer;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// What ufuncs compute of counts, of which the least is NaT.
final class TimeExpressions {
  static final Expr NAT = new Expr.Const(TimeType.NAT, ElementType.INT64);
  static final Expr ZERO = new Expr.Const(0, ElementType.INT64);
  static final Expr ONE = new Expr.Const(1, ElementType.INT64);

  private TimeExpressions() {}

  static Expr isNat(Expr count) {
    return Expr.apply(ScalarOp.EQUAL, count, NAT);
  }

  static Expr isTime(Expr count) {
    return Expr.apply(ScalarOp.NOT_EQUAL, count, NAT);
  }

  static Expr areTimes(Expr x, Expr y) {
    return Expr.apply(ScalarOp.LOGICAL_AND, isTime(x), isTime(y));
  }

  /// Whether a condition holds anywhere.
  static boolean any(Expr condition, NDArray... counts) {
    NDArray truths = Dispatch.apply(new Primitive.Map(condition), counts);
    return new Reducer(ScalarOp.LOGICAL_OR).reduce(truths, (int[]) null).asBoolean();
  }

  /// The value, or NaT where one of the counts is.
  static Expr unlessNat(Expr value, Expr... counts) {
    Expr result = value;
    for (Expr count : counts) {
      result = Expr.apply(ScalarOp.SELECT, isNat(count), NAT, result);
    }
    return result;
  }

  static Expr sum(ScalarOp op, Expr x, Expr y) {
    return unlessNat(Expr.apply(op, x, y), x, y);
  }

  /// A comparison, which NaT is in none but of being unequal.
  static Expr compared(ScalarOp op, Expr x, Expr y) {
    Expr holds = Expr.apply(op, x, y);
    return op == ScalarOp.NOT_EQUAL
        ? Expr.apply(ScalarOp.LOGICAL_OR, holds, isNat(x))
        : Expr.apply(ScalarOp.LOGICAL_AND, holds, areTimes(x, y));
  }

  /// The smaller or the larger one: NaT is the smallest count, and the largest order key.
  static Expr extreme(ScalarOp op, Expr x, Expr y) {
    boolean byKey = op == ScalarOp.MAXIMUM || op == ScalarOp.FMIN;
    return byKey
        ? TimeOrder.countOf(Expr.apply(op, TimeOrder.keyOf(x), TimeOrder.keyOf(y)))
        : Expr.apply(op, x, y);
  }

  static Expr clipped(Expr x, Expr low, Expr high) {
    return extreme(ScalarOp.MINIMUM, extreme(ScalarOp.MAXIMUM, x, low), high);
  }

  /// A product or quotient of a count and a whole number; a quotient without its fraction, also by
  /// `//`, and NaT where the divisor is zero.
  static Expr byWhole(ScalarOp op, Expr count, Expr by) {
    if (op == ScalarOp.MULTIPLY) {
      return unlessNat(Expr.apply(op, count, by), count);
    }
    Expr zero = Expr.apply(ScalarOp.EQUAL, by, ZERO);
    Expr divisor = Expr.apply(ScalarOp.SELECT, zero, ONE, by);
    Expr floor = Expr.apply(ScalarOp.FLOOR_DIVIDE, count, divisor);
    Expr rest = Expr.apply(ScalarOp.SUBTRACT, count, Expr.apply(ScalarOp.MULTIPLY, floor, divisor));
    Expr inexact = Expr.apply(ScalarOp.NOT_EQUAL, rest, ZERO);
    Expr negative = Expr.apply(ScalarOp.LESS, floor, ZERO);
    Expr up = Expr.cast(Expr.apply(ScalarOp.LOGICAL_AND, inexact, negative), ElementType.INT64);
    Expr truncated = Expr.apply(ScalarOp.ADD, floor, up);
    return unlessNat(Expr.apply(ScalarOp.SELECT, zero, NAT, truncated), count);
  }
}
