package org.panarray.internal.array;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Powers with a Java number for exponent, for which NumPy takes something simpler where there is
/// something.
///
/// The operator `**` calls another function, whose results and warnings it then has; the function
/// `power` takes another loop under its own name.
public final class Powers {
  /// Wider exponents wrap whatever is not 0, 1 or -1; their products would be long kernels.
  private static final long MOST_FACTORS = 64;

  private Powers() {}

  /// The operator `**`.
  public static NDArray of(NDArray base, Number exponent) {
    ScalarOp simpler = simpler(base, exponent);
    return simpler == null ? Formula.power(base, exponent) : Elementwise.apply(simpler, base);
  }

  /// The operator `**=`.
  public static NDArray assign(NDArray base, Number exponent) {
    ScalarOp simpler = simpler(base, exponent);
    return simpler == null
        ? Elementwise.applyWith(ScalarOp.POWER, new Object[] {base, exponent}, Kw.out(base))
        : Elementwise.applyWith(simpler, new Object[] {base}, Kw.out(base));
  }

  private static @Nullable ScalarOp simpler(NDArray base, Number exponent) {
    boolean whole = exponent instanceof Long;
    if (whole && exponent.longValue() == 2 && !base.dtype().isBool()) {
      return ScalarOp.SQUARE;
    }
    if (!base.dtype().isInexact()) {
      return null;
    }
    if (whole && exponent.longValue() == -1) {
      return ScalarOp.RECIPROCAL;
    }
    return !whole && exponent.doubleValue() == 0.5 ? ScalarOp.SQRT : null;
  }

  /// The loop of `power` that needs its first input only, or null.
  ///
  /// @param map the general loop
  static Primitive.@Nullable Map shortened(Primitive.Map map, Object exponent) {
    if (!(exponent instanceof Number number) || !(map.expr() instanceof Expr.Apply power)) {
      return null;
    }
    Expr base = power.operands().getFirst();
    Expr value =
        switch (base.type().kind()) {
          case FLOAT -> base.type().isNarrowFloat() ? null : ofFloats(base, number.doubleValue());
          case SIGNED, UNSIGNED -> ofIntegers(base, number.longValue());
          case BOOL, COMPLEX -> null;
        };
    return value == null ? null : new Primitive.Map(value);
  }

  private static @Nullable Expr ofFloats(Expr base, double exponent) {
    if (exponent == 2) {
      return apply(ScalarOp.SQUARE, base);
    }
    if (exponent == -1) {
      return apply(ScalarOp.RECIPROCAL, base);
    }
    if (exponent == 0.5) {
      return apply(ScalarOp.SQRT, base);
    }
    return exponent == 1 ? base : null;
  }

  /// The product that squares from the highest bit of the exponent down.
  private static @Nullable Expr ofIntegers(Expr base, long exponent) {
    if (exponent < 1 || exponent > MOST_FACTORS) {
      return null;
    }
    Expr value = base;
    for (long bit = Long.highestOneBit(exponent) >> 1; bit != 0; bit >>= 1) {
      value = apply(ScalarOp.SQUARE, value);
      if ((exponent & bit) != 0) {
        value = new Expr.Apply(ScalarOp.MULTIPLY, List.of(value, base), base.type());
      }
    }
    return value;
  }

  private static Expr apply(ScalarOp op, Expr operand) {
    ElementType type = operand.type();
    return new Expr.Apply(op, List.of(operand), type);
  }
}
