package org.panarray.internal.time;

import java.util.List;
import org.panarray.internal.array.ElementLoop.Step;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The loops of durations that may fault, step by step. The first two places are the inputs.
final class TimeQuotients {
  private static final Expr X = new Expr.Arg(0, ElementType.INT64);
  private static final Expr Y = new Expr.Arg(1, ElementType.INT64);
  private static final Expr REAL = new Expr.Arg(0, ElementType.FLOAT64);
  private static final Expr OTHER_REAL = new Expr.Arg(1, ElementType.FLOAT64);
  private static final Expr THIRD = new Expr.Arg(2, ElementType.INT64);
  private static final Expr NAT_AS_REAL = new Expr.Const(TimeType.NAT, ElementType.FLOAT64);
  private static final Expr NAN = new Expr.Const(Double.NaN, ElementType.FLOAT64);
  private static final Expr REAL_ZERO = new Expr.Const(0.0, ElementType.FLOAT64);
  private static final Expr ARE_TIMES = TimeExpressions.areTimes(X, Y);

  /// The divisor where both are times, else 1.
  private static final Step DIVISOR =
      new Step(Expr.apply(ScalarOp.SELECT, ARE_TIMES, Y, TimeExpressions.ONE), 0, 1);

  private TimeQuotients() {}

  private static Step realOrNan(int place) {
    Expr real = Expr.cast(X, ElementType.FLOAT64);
    return new Step(Expr.apply(ScalarOp.SELECT, TimeExpressions.isNat(X), NAN, real), place);
  }

  /// A product or quotient of doubles without its fraction; NaT where it is no number.
  ///
  /// @param count the place of the duration
  static List<Step> byReal(ScalarOp op, int count) {
    ScalarOp ofReals = op == ScalarOp.MULTIPLY ? op : ScalarOp.DIVIDE;
    Expr finite = Expr.apply(ScalarOp.ISFINITE, REAL);
    Expr kept = Expr.apply(ScalarOp.SELECT, finite, REAL, NAT_AS_REAL);
    return List.of(
        realOrNan(count),
        new Step(Expr.apply(ofReals, REAL, OTHER_REAL), 2, 1 - count),
        new Step(Expr.cast(kept, ElementType.INT64), 3));
  }

  /// A quotient of a count and one whole number, whose zero is a fault.
  static List<Step> byNumber() {
    Step floor = new Step(Expr.apply(ScalarOp.FLOOR_DIVIDE, X, Y), 0, 1);
    return List.of(floor, new Step(TimeExpressions.byWhole(ScalarOp.DIVIDE, X, Y), 0, 1));
  }

  static List<Step> ratio() {
    return List.of(
        realOrNan(0), realOrNan(1), new Step(Expr.apply(ScalarOp.DIVIDE, REAL, OTHER_REAL), 2, 3));
  }

  /// The quotient, rounded down; an invalid 0 where one of them is NaT.
  static List<Step> quotient() {
    Step nan = new Step(Expr.apply(ScalarOp.SELECT, ARE_TIMES, REAL_ZERO, NAN), 0, 1);
    Step invalid = new Step(Expr.cast(REAL, ElementType.INT64), 3); // only its faults count
    Step quotient = new Step(Expr.apply(ScalarOp.FLOOR_DIVIDE, X, Y), 0, 2);
    Expr result = Expr.apply(ScalarOp.SELECT, ARE_TIMES, THIRD, TimeExpressions.ZERO);
    return List.of(DIVISOR, nan, invalid, quotient, new Step(result, 0, 1, 5));
  }

  /// The remainder; NaT where the divisor is zero, which is a fault.
  static List<Step> remainder() {
    Step rest = new Step(Expr.apply(ScalarOp.REMAINDER, X, Y), 0, 2);
    Expr divides = Expr.apply(ScalarOp.NOT_EQUAL, Y, TimeExpressions.ZERO);
    Expr fits = Expr.apply(ScalarOp.LOGICAL_AND, ARE_TIMES, divides);
    Expr result = Expr.apply(ScalarOp.SELECT, fits, THIRD, TimeExpressions.NAT);
    return List.of(DIVISOR, rest, new Step(result, 0, 1, 3));
  }
}
