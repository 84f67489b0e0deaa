package org.panarray.internal.array;

import java.util.List;
import java.util.stream.IntStream;
import org.panarray.NDArray;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// The names under which algorithms write formulas of arrays; Java scalars are weak, as in
/// [Elementwise], which has everything else: keywords, and the operations that no formula uses.
public final class Formula {
  private Formula() {}

  /// Whether `x < 0`, `x == 0`, `isnan(x)` or the like is true of any element `x`: one pass, and an
  /// answer that Java waits for.
  public static boolean any(ScalarOp test, NDArray array) {
    if (!array.dtype().isNumeric()) {
      NDArray truths = Elementwise.apply(test, array);
      return new Reducer(ScalarOp.LOGICAL_OR).reduce(truths, (int[]) null).asBoolean();
    }
    Expr element = new Expr.Arg(0, array.dtype().element());
    Expr truth =
        test.arity() == 1
            ? Expr.apply(test, element)
            : Expr.apply(test, element, new Expr.Const(0, element.type()));
    List<Integer> axes = IntStream.range(0, array.ndim()).boxed().toList();
    return Dispatch.apply(new Primitive.Reduce(ScalarOp.LOGICAL_OR, truth, axes), array)
        .asBoolean();
  }

  public static NDArray negative(Object x) {
    return Elementwise.apply(ScalarOp.NEGATIVE, x);
  }

  public static NDArray absolute(Object x) {
    return Elementwise.apply(ScalarOp.ABSOLUTE, x);
  }

  public static NDArray sign(Object x) {
    return Elementwise.apply(ScalarOp.SIGN, x);
  }

  public static NDArray square(Object x) {
    return Elementwise.apply(ScalarOp.SQUARE, x);
  }

  public static NDArray reciprocal(Object x) {
    return Elementwise.apply(ScalarOp.RECIPROCAL, x);
  }

  public static NDArray sqrt(Object x) {
    return Elementwise.apply(ScalarOp.SQRT, x);
  }

  public static NDArray exp(Object x) {
    return Elementwise.apply(ScalarOp.EXP, x);
  }

  public static NDArray log10(Object x) {
    return Elementwise.apply(ScalarOp.LOG10, x);
  }

  public static NDArray sin(Object x) {
    return Elementwise.apply(ScalarOp.SIN, x);
  }

  public static NDArray floor(Object x) {
    return Elementwise.apply(ScalarOp.FLOOR, x);
  }

  public static NDArray rint(Object x) {
    return Elementwise.apply(ScalarOp.RINT, x);
  }

  public static NDArray conjugate(Object x) {
    return Elementwise.apply(ScalarOp.CONJUGATE, x);
  }

  public static NDArray isnan(Object x) {
    return Elementwise.apply(ScalarOp.ISNAN, x);
  }

  public static NDArray isfinite(Object x) {
    return Elementwise.apply(ScalarOp.ISFINITE, x);
  }

  public static NDArray logicalNot(Object x) {
    return Elementwise.apply(ScalarOp.LOGICAL_NOT, x);
  }

  public static NDArray add(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.ADD, x1, x2);
  }

  public static NDArray subtract(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.SUBTRACT, x1, x2);
  }

  public static NDArray multiply(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MULTIPLY, x1, x2);
  }

  public static NDArray divide(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.DIVIDE, x1, x2);
  }

  public static NDArray remainder(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.REMAINDER, x1, x2);
  }

  public static NDArray power(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.POWER, x1, x2);
  }

  public static NDArray maximum(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MAXIMUM, x1, x2);
  }

  public static NDArray minimum(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MINIMUM, x1, x2);
  }

  public static NDArray equal(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.EQUAL, x1, x2);
  }

  public static NDArray notEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.NOT_EQUAL, x1, x2);
  }

  public static NDArray less(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LESS, x1, x2);
  }

  public static NDArray lessEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LESS_EQUAL, x1, x2);
  }

  public static NDArray greater(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.GREATER, x1, x2);
  }

  public static NDArray greaterEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.GREATER_EQUAL, x1, x2);
  }

  public static NDArray logicalAnd(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGICAL_AND, x1, x2);
  }

  public static NDArray logicalOr(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGICAL_OR, x1, x2);
  }

  public static NDArray bitwiseAnd(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.BITWISE_AND, x1, x2);
  }

  public static NDArray leftShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LEFT_SHIFT, x1, x2);
  }

  public static NDArray rightShift(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.RIGHT_SHIFT, x1, x2);
  }
}
