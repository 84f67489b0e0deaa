package org.panarray.prim;

import static org.panarray.prim.Expr.apply;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.Columns.Family;
import org.panarray.prim.Columns.Smoothness;
import org.panarray.prim.Expr.Apply;
import org.panarray.prim.Expr.Arg;
import org.panarray.prim.Expr.Cast;
import org.panarray.prim.Expr.Const;
import org.panarray.prim.Expr.Index;

/// Derivatives of expressions, in reverse: from the cotangent of the value to that of an input.
///
/// The cotangent of a complex number `z` is `dL/dRe(z) + i dL/dIm(z)`, so that a holomorphic
/// function pulls `g` back to `g * conj(f'(z))`. At a kink the derivative is a subgradient: NumPy's
/// maximum of equal numbers gives each half.
///
/// What an operation did not choose gets zero, whatever stands there: the choice is applied to the
/// cotangent that has passed the operand, not before, since zero times an infinite slope is NaN.
public final class Pullback {
  private Pullback() {}

  /// The cotangent of input `index` when the cotangent of `expr` is `cotangent`, or null where the
  /// value does not depend on it smoothly.
  public static @Nullable Expr of(Expr expr, Expr cotangent, int index) {
    return switch (expr) {
      case Arg arg -> arg.index() == index ? cotangent : null;
      case Const _, Index _ -> null;
      case Cast cast -> throughCast(cast, cotangent, index);
      case Apply apply -> throughApply(apply, cotangent, index);
    };
  }

  private static @Nullable Expr throughCast(Cast cast, Expr cotangent, int index) {
    ElementType from = cast.operand().type();
    if (!from.isInexact() || !cast.type().isInexact()) {
      return null;
    }
    return of(cast.operand(), convert(cotangent, from), index);
  }

  /// A cotangent in another inexact type: the real part where that is real.
  private static Expr convert(Expr cotangent, ElementType to) {
    if (cotangent.type().isComplex() && !to.isComplex()) {
      return Expr.cast(apply(ScalarOp.REAL, cotangent), to);
    }
    return Expr.cast(cotangent, to);
  }

  private static @Nullable Expr throughApply(Apply apply, Expr cotangent, int index) {
    if (apply.op().smoothness() == Smoothness.FLAT) {
      return null;
    }
    Expr total = null;
    for (int i = 0; i < apply.operands().size(); i++) {
      Expr operand = apply.operands().get(i);
      if (!operand.type().isInexact() || !operand.uses(index)) {
        continue;
      }
      Expr part = operandCotangent(apply, cotangent, i);
      Expr pulled = part == null ? null : of(operand, convert(part, operand.type()), index);
      if (pulled != null) {
        pulled = chosen(apply, pulled, i);
        total = total == null ? pulled : apply(ScalarOp.ADD, total, pulled);
      }
    }
    return total;
  }

  /// The cotangent that has passed an operand, where the operand was chosen, else zero.
  private static Expr chosen(Apply y, Expr pulled, int i) {
    List<Expr> x = y.operands();
    Expr none = zero(pulled);
    if (y.op() == ScalarOp.HYPOT) {
      return apply(ScalarOp.SELECT, apply(ScalarOp.EQUAL, y, zero(y)), none, pulled);
    }
    if (y.op().smoothness() != Smoothness.CHOSEN) {
      return pulled;
    }
    if (y.op().family() == Family.EXTREMUM) {
      Expr mine = x.get(i);
      Expr other = x.get(1 - i);
      Expr equal = apply(ScalarOp.EQUAL, mine, other);
      Expr best = apply(ScalarOp.LOGICAL_OR, equal, won(y.op(), mine, other));
      return apply(ScalarOp.SELECT, best, pulled, none);
    }
    if (y.op() == ScalarOp.CLIP) {
      return clip(x, pulled, i);
    }
    Expr condition = x.getFirst();
    return i == 1
        ? apply(ScalarOp.SELECT, condition, pulled, none)
        : apply(ScalarOp.SELECT, condition, none, pulled);
  }

  /// Whether `mine` is the larger or smaller one: NaN counts as such, but not to `fmax` and `fmin`.
  private static Expr won(ScalarOp op, Expr mine, Expr other) {
    boolean largest = op == ScalarOp.MAXIMUM || op == ScalarOp.FMAX;
    boolean ignoresNan = op == ScalarOp.FMAX || op == ScalarOp.FMIN;
    Expr better = apply(largest ? ScalarOp.GREATER : ScalarOp.LESS, mine, other);
    Expr byNan = apply(ScalarOp.ISNAN, ignoresNan ? other : mine);
    return apply(ScalarOp.LOGICAL_OR, better, byNan);
  }

  /// The cotangent of one operand.
  private static @Nullable Expr operandCotangent(Apply value, Expr g, int i) {
    List<Expr> operands = value.operands();
    return operands.size() == 1
        ? unary(value, operands.getFirst(), g)
        : several(value, operands, g, i);
  }

  private static @Nullable Expr unary(Apply y, Expr x, Expr g) {
    return switch (y.op()) {
      case NEGATIVE -> apply(ScalarOp.NEGATIVE, g);
      case POSITIVE -> g;
      case CONJUGATE -> apply(ScalarOp.CONJUGATE, g);
      case REAL -> x.type().isComplex() ? makeComplex(g, zero(g)) : g;
      case IMAG -> x.type().isComplex() ? makeComplex(zero(g), g) : null;
      case MODF_FRACTION -> g;
      case DEG2RAD, RADIANS -> times(g, constant(Math.PI / 180, x));
      case RAD2DEG, DEGREES -> times(g, constant(180 / Math.PI, x));
      case ABSOLUTE, FABS -> times(Expr.cast(g, x.type()), apply(ScalarOp.SIGN, x));
      case FREXP_MANTISSA -> times(g, over(y, x));
      case SIGN -> x.type().isComplex() ? turned(y, x, g) : null;
      default -> times(g, conjugate(holomorphic(y, x)));
    };
  }

  /// Of `y = x / |x|`: the part of the cotangent along the circle, `i y Im(g conj(y)) / |x|`.
  private static Expr turned(Apply y, Expr x, Expr g) {
    Expr length = apply(ScalarOp.ABSOLUTE, x);
    Expr along = over(apply(ScalarOp.IMAG, times(g, conjugate(y))), length);
    Expr none = zero(length);
    Expr safe = apply(ScalarOp.SELECT, apply(ScalarOp.EQUAL, length, none), none, along);
    return times(makeComplex(none, safe), y);
  }

  /// `f'(x)` of the functions that have a complex derivative.
  private static Expr holomorphic(Apply y, Expr x) {
    Expr one = constant(1, x);
    return switch (y.op()) {
      case SQUARE -> times(constant(2, x), x);
      case RECIPROCAL -> negative(times(y, y));
      case SQRT -> over(constant(0.5, x), y);
      case CBRT -> over(one, times(constant(3, x), times(y, y)));
      case EXP -> y;
      case EXP2 -> times(y, constant(Math.log(2), x));
      case EXPM1 -> plus(y, one);
      case LOG -> over(one, x);
      case LOG2 -> over(constant(1 / Math.log(2), x), x);
      case LOG10 -> over(constant(1 / Math.log(10), x), x);
      case LOG1P -> over(one, plus(x, one));
      case SIN -> apply(ScalarOp.COS, x);
      case COS -> negative(apply(ScalarOp.SIN, x));
      case TAN -> plus(one, times(y, y));
      // the root has the other sign on the complex branch cut
      case ARCSIN -> over(one, complex(x) ? apply(ScalarOp.COS, y) : root(minus(one, times(x, x))));
      case ARCCOS ->
          negative(over(one, complex(x) ? apply(ScalarOp.SIN, y) : root(minus(one, times(x, x)))));
      case ARCTAN -> over(one, plus(one, times(x, x)));
      case SINH -> apply(ScalarOp.COSH, x);
      case COSH -> apply(ScalarOp.SINH, x);
      case TANH -> minus(one, times(y, y));
      case ARCSINH -> over(one, root(plus(times(x, x), one)));
      // two roots: the product alone has another branch cut
      case ARCCOSH -> over(one, times(root(minus(x, one)), root(plus(x, one))));
      case ARCTANH -> over(one, minus(one, times(x, x)));
      default -> throw noDerivative(y);
    };
  }

  private static @Nullable Expr several(Apply y, List<Expr> x, Expr g, int i) {
    Expr a = x.get(0);
    Expr b = x.get(1);
    boolean first = i == 0;
    return switch (y.op()) {
      case ADD -> g;
      case SUBTRACT -> first ? g : negative(g);
      case MULTIPLY -> times(g, conjugate(first ? b : a));
      case DIVIDE -> first ? over(g, conjugate(b)) : negative(times(g, conjugate(over(y, b))));
      case POWER, FLOAT_POWER -> times(g, conjugate(powerDerivative(y, a, b, first)));
      case REMAINDER -> first ? g : negative(times(g, apply(ScalarOp.FLOOR_DIVIDE, a, b)));
      case FMOD -> first ? g : negative(times(g, apply(ScalarOp.MODF_INTEGRAL, over(a, b))));
      case MAXIMUM, FMAX, MINIMUM, FMIN -> {
        Expr half = constant(0.5, a);
        yield times(g, apply(ScalarOp.SELECT, apply(ScalarOp.EQUAL, a, b), half, constant(1, a)));
      }
      case ARCTAN2 -> {
        Expr square = plus(times(a, a), times(b, b));
        yield first ? over(times(g, b), square) : negative(over(times(g, a), square));
      }
      case HYPOT -> over(times(g, first ? a : b), y);
      case COPYSIGN ->
          first ? times(g, times(apply(ScalarOp.SIGN, a), apply(ScalarOp.SIGN, y))) : null;
      case LOGADDEXP -> times(g, apply(ScalarOp.EXP, minus(first ? a : b, y)));
      case LOGADDEXP2 -> times(g, apply(ScalarOp.EXP2, minus(first ? a : b, y)));
      case LDEXP -> first ? apply(ScalarOp.LDEXP, g, b) : null;
      case MAKE_COMPLEX -> apply(first ? ScalarOp.REAL : ScalarOp.IMAG, g);
      case SELECT -> first ? null : g;
      case CLIP -> g;
      case FMA -> i == 2 ? g : times(g, first ? b : a);
      case NEXTAFTER -> first ? g : null;
      default -> throw noDerivative(y);
    };
  }

  private static IllegalStateException noDerivative(Apply y) {
    return new IllegalStateException(y.op() + " says that it is smooth and has no derivative");
  }

  private static Expr powerDerivative(Apply y, Expr base, Expr exponent, boolean first) {
    Expr zero = constant(0, base);
    Expr one = constant(1, base);
    if (first) {
      // x**0 is 1 everywhere, also at 0 where x**-1 is infinite
      Expr lower = apply(y.op(), base, minus(exponent, one));
      Expr slope = times(exponent, lower);
      return apply(ScalarOp.SELECT, apply(ScalarOp.EQUAL, exponent, zero), zero, slope);
    }
    Expr safe = apply(ScalarOp.SELECT, apply(ScalarOp.EQUAL, base, zero), one, base);
    return times(y, apply(ScalarOp.LOG, safe));
  }

  private static @Nullable Expr clip(List<Expr> x, Expr g, int i) {
    Expr a = x.get(0);
    Expr low = x.get(1);
    Expr high = x.get(2);
    // the upper bound wins where the bounds cross
    Expr below = apply(ScalarOp.LESS, a, low);
    Expr raised = apply(ScalarOp.SELECT, below, low, a);
    Expr above = apply(ScalarOp.GREATER, raised, high);
    return switch (i) {
      case 0 -> apply(ScalarOp.SELECT, apply(ScalarOp.LOGICAL_OR, below, above), zero(g), g);
      case 1 -> apply(ScalarOp.SELECT, above, zero(g), apply(ScalarOp.SELECT, below, g, zero(g)));
      default -> apply(ScalarOp.SELECT, above, g, zero(g));
    };
  }

  private static boolean complex(Expr x) {
    return x.type().isComplex();
  }

  private static Expr conjugate(Expr x) {
    return complex(x) ? apply(ScalarOp.CONJUGATE, x) : x;
  }

  private static Expr makeComplex(Expr real, Expr imaginary) {
    return apply(ScalarOp.MAKE_COMPLEX, real, imaginary);
  }

  private static Expr constant(double value, Expr like) {
    return new Const(value, like.type());
  }

  private static Expr zero(Expr like) {
    return new Const(0, like.type());
  }

  private static Expr plus(Expr a, Expr b) {
    return apply(ScalarOp.ADD, a, b);
  }

  private static Expr minus(Expr a, Expr b) {
    return apply(ScalarOp.SUBTRACT, a, b);
  }

  private static Expr times(Expr a, Expr b) {
    return apply(ScalarOp.MULTIPLY, a, b);
  }

  private static Expr over(Expr a, Expr b) {
    return apply(ScalarOp.DIVIDE, a, b);
  }

  private static Expr negative(Expr x) {
    return apply(ScalarOp.NEGATIVE, x);
  }

  private static Expr root(Expr x) {
    return apply(ScalarOp.SQRT, x);
  }
}
