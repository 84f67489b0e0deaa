package org.panarray.internal.array;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Floor division and remainder of many integers by one number, which no lanes have: by shifts and
/// masks for powers of two, else by a division of floats wide enough to be exact.
final class Divisors {
  /// Fewer elements are not worth a longer expression.
  private static final long FEW = 1000;

  private static final long MOST = 1L << 53; // constants of expressions are doubles

  private Divisors() {}

  /// The expression in lanes' operations, or null. It cannot be at fault: the divisor is none that
  /// anything is lost by.
  ///
  /// @param map the general loop
  static Primitive.@Nullable Map shortened(Primitive.Map map, Object divisor, long size) {
    if (size < FEW || !(map.expr() instanceof Expr.Apply division)) {
      return null;
    }
    boolean whole = divisor instanceof Long || divisor instanceof Integer;
    ElementType type = division.type();
    if (!whole || !type.isInteger() || type.isBool()) {
      return null;
    }
    long by = ((Number) divisor).longValue();
    boolean power = by > 0 && by <= MOST && (by & by - 1) == 0;
    Expr value = power ? shifted(division, by) : divided(division, by);
    return value == null ? null : new Primitive.Map(value);
  }

  private static Expr shifted(Expr.Apply division, long by) {
    Expr x = division.operands().getFirst();
    return division.op() == ScalarOp.REMAINDER
        ? apply(ScalarOp.BITWISE_AND, x, new Expr.Const(by - 1, x.type()))
        : apply(ScalarOp.RIGHT_SHIFT, x, new Expr.Const(Long.numberOfTrailingZeros(by), x.type()));
  }

  private static @Nullable Expr divided(Expr.Apply division, long by) {
    ElementType type = division.type();
    if (by == 0 || by == -1 || type.byteSize() == 8) {
      return null;
    }
    ElementType wide = type.byteSize() == 4 ? ElementType.FLOAT64 : ElementType.FLOAT32;
    Expr x = division.operands().getFirst();
    Expr y = division.operands().getLast();
    Expr exact = apply(ScalarOp.DIVIDE, Expr.cast(x, wide), Expr.cast(y, wide));
    Expr quotient = Expr.cast(new Expr.Apply(ScalarOp.FLOOR, List.of(exact), wide), type);
    return division.op() == ScalarOp.REMAINDER
        ? apply(ScalarOp.SUBTRACT, x, apply(ScalarOp.MULTIPLY, quotient, y))
        : quotient;
  }

  private static Expr apply(ScalarOp op, Expr first, Expr second) {
    return new Expr.Apply(op, List.of(first, second), first.type());
  }
}
