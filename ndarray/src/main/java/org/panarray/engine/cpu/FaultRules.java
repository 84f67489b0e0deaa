package org.panarray.engine.cpu;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Which floating-point faults NumPy reports for one operation on given operands.
///
/// The hardware's flags cannot be read from Java, so the faults are told from operands and result.
/// Underflow, which NumPy ignores unless told otherwise, is not noticed.
final class FaultRules {
  private static final long[] NO_COORDINATES = {};

  private FaultRules() {}

  /// Whether the expression is a single operation whose faults are looked for.
  static boolean mayFault(Expr expr) {
    if (!(expr instanceof Expr.Apply apply)) {
      return false;
    }
    for (Expr operand : apply.operands()) {
      if (!isInput(operand)) {
        return false;
      }
    }
    if (apply.operands().getFirst().type().isInteger()) {
      return switch (apply.op()) {
        case FLOOR_DIVIDE, REMAINDER, FMOD, RECIPROCAL -> true;
        default -> false;
      };
    }
    return apply.type().isInexact() && !isSilent(apply.op());
  }

  /// Whether the expression is an input, converted to the operation's type or not.
  private static boolean isInput(Expr expr) {
    return expr instanceof Expr.Arg
        || expr instanceof Expr.Cast cast && cast.operand() instanceof Expr.Arg;
  }

  /// The faults of an expression that is a single operation or cast of inputs; 0 for others.
  static int of(Expr expr, Scalar[] inputs, Scalar result) {
    return switch (expr) {
      case Expr.Arg _, Expr.Const _, Expr.Index _ -> 0;
      case Expr.Cast cast ->
          cast.operand() instanceof Expr.Arg arg ? ofCast(inputs[arg.index()], result) : 0;
      case Expr.Apply apply -> {
        Scalar[] operands = new Scalar[apply.operands().size()];
        for (int i = 0; i < operands.length; i++) {
          Expr operand = apply.operands().get(i);
          if (!isInput(operand)) {
            yield 0;
          }
          operands[i] = Reference.evaluate(operand, inputs, NO_COORDINATES);
        }
        yield of(apply.op(), operands, result);
      }
    };
  }

  private static int ofCast(Scalar from, Scalar to) {
    if (!from.type().isInexact()) {
      return isInfinite(to) ? FloatFault.OVERFLOW : 0;
    }
    if (to.type().isInteger()) {
      double back = to.type() == ElementType.UINT64 && to.bits() < 0 ? 0x1p64 : to.bits();
      boolean fits = Math.abs(Math.abs(from.re()) - Math.abs(back)) < Math.max(1, Math.abs(back));
      return fits ? 0 : FloatFault.INVALID;
    }
    return isInfinite(to) && !isInfinite(from) ? FloatFault.OVERFLOW : 0;
  }

  private static int of(ScalarOp op, Scalar[] operands, Scalar result) {
    if (operands[0].type().isInteger()) {
      return ofIntegers(op, operands);
    }
    if (!operands[0].type().isInexact() || !result.type().isInexact() || isSilent(op)) {
      return 0;
    }
    return ofFloats(op, operands, result);
  }

  private static int ofIntegers(ScalarOp op, Scalar[] operands) {
    return switch (op) {
      case FLOOR_DIVIDE, REMAINDER, FMOD -> {
        if (operands[1].bits() == 0) {
          yield FloatFault.DIVIDE;
        }
        ElementType type = operands[0].type();
        boolean overflows =
            op == ScalarOp.FLOOR_DIVIDE
                && !type.isUnsigned()
                && operands[1].bits() == -1
                && operands[0].bits() == -1L << (type.byteSize() * 8 - 1);
        yield overflows ? FloatFault.OVERFLOW : 0;
      }
      case RECIPROCAL -> operands[0].bits() == 0 ? FloatFault.DIVIDE | FloatFault.INVALID : 0;
      default -> 0;
    };
  }

  /// Operations that move or choose values rather than compute them.
  static boolean isSilent(ScalarOp op) {
    return switch (op) {
      case MAXIMUM,
          MINIMUM,
          FMAX,
          FMIN,
          COPYSIGN,
          HEAVISIDE,
          NEGATIVE,
          POSITIVE,
          FABS,
          SIGN,
          CONJUGATE,
          RINT,
          FLOOR,
          CEIL,
          TRUNC,
          MODF_FRACTION,
          MODF_INTEGRAL,
          FREXP_MANTISSA,
          REAL,
          IMAG,
          MAKE_COMPLEX,
          SELECT,
          CLIP ->
          true;
      default -> false;
    };
  }

  private static int ofFloats(ScalarOp op, Scalar[] operands, Scalar result) {
    boolean anyNan = false;
    boolean anyInfinite = false;
    for (Scalar operand : operands) {
      anyNan |= Double.isNaN(operand.re()) || Double.isNaN(operand.im());
      anyInfinite |= isInfinite(operand);
    }
    if (anyNan) {
      return 0;
    }
    boolean invalid = Double.isNaN(result.re()) || Double.isNaN(result.im());
    int faults = invalid && op != ScalarOp.SPACING ? FloatFault.INVALID : 0;
    if (isInfinite(result) && !anyInfinite) {
      faults |= isPole(op, operands) ? FloatFault.DIVIDE : FloatFault.OVERFLOW;
      if (op == ScalarOp.FLOOR_DIVIDE && (faults & FloatFault.OVERFLOW) != 0) {
        faults |= FloatFault.INVALID; // its inner infinity minus infinity
      }
    } else if (invalid && op == ScalarOp.DIVIDE && operands[0].type().isComplex()) {
      faults |= isZero(operands[1]) && !isZero(operands[0]) ? FloatFault.DIVIDE : 0;
    }
    return faults;
  }

  /// Whether an element with an infinite or NaN result surely adds nothing to the faults found, by
  /// what they are or by its operands: so that arrays full of them are not slow.
  static boolean isSettled(Expr expr, double result, int found, Operand[] inputs, long[] places) {
    boolean nan = Double.isNaN(result);
    if (nan ? (found & FloatFault.INVALID) != 0 : isSettled(expr, found)) {
      return true;
    }
    for (int k = 0; k < places.length; k++) {
      MemorySegment segment = ScalarMemory.segment(inputs[k]);
      double operand = ElementAccess.getReal(segment, inputs[k].type(), places[k]);
      if (Double.isNaN(operand) || !nan && Double.isInfinite(operand)) {
        return true;
      }
    }
    return false;
  }

  /// Whether infinite results add nothing to the faults found.
  static boolean isSettled(Expr expr, int found) {
    return (found & FloatFault.OVERFLOW) != 0
        && ((found & FloatFault.DIVIDE) != 0 || !hasPoles(((Expr.Apply) expr).op()));
  }

  /// Whether NaN may be among `n` results from this byte on.
  static boolean hasNan(MemorySegment results, ElementType type, long at, int n) {
    boolean found = false;
    switch (type) {
      case FLOAT16 -> {
        for (int i = 0; i < n; i++) {
          found |= (results.get(JAVA_SHORT_UNALIGNED, at + 2L * i) & 0x7fff) > 0x7c00;
        }
      }
      case FLOAT32 -> {
        for (int i = 0; i < n; i++) {
          found |= Float.isNaN(results.get(JAVA_FLOAT_UNALIGNED, at + 4L * i));
        }
      }
      case FLOAT64 -> {
        for (int i = 0; i < n; i++) {
          found |= Double.isNaN(results.get(JAVA_DOUBLE_UNALIGNED, at + 8L * i));
        }
      }
      default -> {
        return true;
      }
    }
    return found;
  }

  private static boolean hasPoles(ScalarOp op) {
    return switch (op) {
      case DIVIDE, FLOOR_DIVIDE, POWER, FLOAT_POWER, RECIPROCAL, LOG, LOG2, LOG10, LOG1P, ARCTANH ->
          true;
      default -> false;
    };
  }

  /// Whether the infinite result is exact: the function has a pole at the operands.
  private static boolean isPole(ScalarOp op, Scalar[] operands) {
    return switch (op) {
      case DIVIDE, FLOOR_DIVIDE -> isZero(operands[1]);
      case POWER, FLOAT_POWER, RECIPROCAL, LOG, LOG2, LOG10 -> isZero(operands[0]);
      case LOG1P -> operands[0].re() == -1;
      case ARCTANH -> Math.abs(operands[0].re()) == 1;
      default -> false;
    };
  }

  private static boolean isZero(Scalar a) {
    return a.re() == 0 && a.im() == 0;
  }

  private static boolean isInfinite(Scalar a) {
    return Double.isInfinite(a.re()) || Double.isInfinite(a.im());
  }
}
