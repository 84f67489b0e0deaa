package org.panarray.engine.fault;

import java.math.BigDecimal;
import org.panarray.engine.FloatFault;
import org.panarray.prim.ElementType;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// The floating-point faults of one operation or cast, told from its operands and its result: the
/// hardware's flags cannot be read from Java.
public final class OperationFaults {
  private OperationFaults() {}

  /// Whether operands of this type can be at fault, to a result of that type.
  public static boolean canFault(ScalarOp op, ElementType operand, ElementType result) {
    if (operand.isInteger()) {
      return op.wholeDivisor() >= 0;
    }
    return operand.isInexact() && result.isInexact() && !op.isSilent();
  }

  /// Whether a cast can be at fault: to a narrower float, or of a float to an integer.
  public static boolean canFault(ElementType from, ElementType to) {
    if (from.isInexact() && to.isInteger()) {
      return true;
    }
    return to.isInexact() && range(to) < range(from);
  }

  /// The exponent of the largest number.
  private static int range(ElementType type) {
    return switch (type.kind()) {
      case BOOL -> 1;
      case SIGNED, UNSIGNED ->
          switch (type) {
            case INT8, UINT8 -> 8;
            case INT16 -> 15;
            default -> 64;
          };
      case FLOAT, COMPLEX -> type.format().bias() + 1;
    };
  }

  public static int of(ScalarOp op, Scalar[] operands, Scalar result) {
    if (!canFault(op, operands[0].type(), result.type())) {
      return 0;
    }
    return operands[0].type().isInteger()
        ? ofIntegers(op, operands)
        : ofFloats(op, operands, result);
  }

  public static int ofCast(Scalar from, Scalar to) {
    if (to.type().isInteger()) {
      return !from.type().isInexact() || fits(from.re(), to.type()) ? 0 : FloatFault.INVALID;
    }
    if (!to.type().isInexact()) {
      return 0;
    }
    if (isInfinite(to) && !isInfinite(from)) {
      return FloatFault.OVERFLOW;
    }
    boolean tiny = isTiny(to.re(), to.type()) && to.re() != from.re();
    tiny |= isTiny(to.im(), to.type()) && to.im() != from.im();
    return tiny && from.type().isInexact() ? FloatFault.UNDERFLOW : 0;
  }

  /// Whether the processor's instruction takes the number: small integers and uint32 are converted
  /// by way of the next wider signed ones.
  static boolean fits(double value, ElementType type) {
    if (!type.isInteger()) {
      return true;
    }
    return switch (type) {
      case INT64, UINT32 -> value >= -0x1p63 && value < 0x1p63;
      case UINT64 -> value >= -0x1p63 && value < 0x1p64;
      default -> value > -0x1p31 - 1 && value < 0x1p31;
    };
  }

  private static int ofIntegers(ScalarOp op, Scalar[] operands) {
    if (operands[op.wholeDivisor()].bits() == 0) {
      return op == ScalarOp.RECIPROCAL ? FloatFault.DIVIDE | FloatFault.INVALID : FloatFault.DIVIDE;
    }
    ElementType type = operands[0].type();
    boolean overflows =
        op == ScalarOp.FLOOR_DIVIDE
            && !type.isUnsigned()
            && operands[1].bits() == -1
            && operands[0].bits() == -1L << (type.byteSize() * 8 - 1);
    return overflows ? FloatFault.OVERFLOW : 0;
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
    boolean quiet = op == ScalarOp.SPACING && result.type() != ElementType.FLOAT16;
    int faults = invalid && !quiet ? FloatFault.INVALID : 0;
    boolean steps = op == ScalarOp.NEXTAFTER && !isInfinite(operands[0]);
    if (isInfinite(result) && (!anyInfinite || steps)) {
      faults |= isPole(op, operands) ? FloatFault.DIVIDE : FloatFault.OVERFLOW;
      boolean wide = result.type() == ElementType.FLOAT16; // in whose float32 nothing overflows
      if (op == ScalarOp.FLOOR_DIVIDE && (faults & FloatFault.OVERFLOW) != 0 && !wide) {
        faults |= FloatFault.INVALID; // its inner infinity minus infinity
      }
    } else if (invalid && op == ScalarOp.DIVIDE && operands[0].type().isComplex()) {
      faults |= isZero(operands[1]) && !isZero(operands[0]) ? FloatFault.DIVIDE : 0;
    }
    boolean finite = faults == 0 && !anyInfinite && !invalid;
    return finite && underflows(op, operands, result) ? faults | FloatFault.UNDERFLOW : faults;
  }

  private static boolean isTiny(double value, ElementType type) {
    return Math.abs(value) < type.format().smallestNormal();
  }

  /// Whether a result below the smallest normal number has lost digits. Complex numbers are not
  /// looked at, nor what is lost inside a function whose result is not small.
  private static boolean underflows(ScalarOp op, Scalar[] operands, Scalar result) {
    double r = result.re();
    if (result.type().isComplex() || !isTiny(r, result.type())) {
      return false;
    }
    double a = operands[0].re();
    double b = operands.length > 1 ? operands[1].re() : a;
    return switch (op.underflow()) {
      case NEVER -> false;
      case PRODUCT -> !isProduct(a, b, r);
      case QUOTIENT -> Double.isFinite(b) && !isProduct(r, b, a);
      case RECIPROCAL -> Double.isFinite(a) && !isProduct(r, a, 1);
      case POWER -> a != 0 && Double.isFinite(a) && Double.isFinite(b);
      case EXPONENTIAL -> Double.isFinite(a);
      case LENGTH -> a != 0 && b != 0;
      case SCALED -> a != 0 && Double.isFinite(b);
      case STEP -> a != b;
      case SHIFTED -> a != 0 && Math.scalb(r, (int) -operands[1].bits()) != a;
    };
  }

  private static boolean isProduct(double a, double b, double product) {
    return new BigDecimal(a).multiply(new BigDecimal(b)).compareTo(new BigDecimal(product)) == 0;
  }

  /// Whether the infinite result is exact: the function has a pole at the operands.
  private static boolean isPole(ScalarOp op, Scalar[] operands) {
    return switch (op.pole()) {
      case NONE -> false;
      case DIVISOR -> isZero(operands[1]);
      case ZERO -> isZero(operands[0]);
      case MINUS_ONE -> operands[0].re() == -1;
      case ONES -> Math.abs(operands[0].re()) == 1;
      case IMAGINARY_ONES -> operands[0].re() == 0 && Math.abs(operands[0].im()) == 1;
    };
  }

  private static boolean isZero(Scalar a) {
    return a.re() == 0 && a.im() == 0;
  }

  private static boolean isInfinite(Scalar a) {
    return Double.isInfinite(a.re()) || Double.isInfinite(a.im());
  }

  /// The faults of a sum of products or of elements, by whether NaN or infinite ones are in it.
  public static int unaccounted(double re, double im, boolean ofNan, boolean ofInfinite) {
    boolean nan = Double.isNaN(re) || Double.isNaN(im);
    boolean infinite = Double.isInfinite(re) || Double.isInfinite(im);
    if (ofNan || !nan && !infinite) {
      return 0;
    }
    return (nan ? FloatFault.INVALID : 0) | (ofInfinite ? 0 : FloatFault.OVERFLOW);
  }
}
