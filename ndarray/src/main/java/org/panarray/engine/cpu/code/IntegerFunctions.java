package org.panarray.engine.cpu.code;

import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;

/// Which static methods of longs compute the operations that are functions of integers.
public final class IntegerFunctions {
  private IntegerFunctions() {}

  /// The narrower unsigned integers are longs that are not negative, so that the signed functions
  /// serve them; powers are the exception, for an unsigned exponent is never refused.
  static String name(ScalarOp op, ElementType type) {
    boolean unsigned = type == ElementType.UINT64;
    return switch (op) {
      case FLOOR_DIVIDE -> unsigned ? "floorDivideUnsigned" : "floorDivide";
      case REMAINDER -> unsigned ? "remainderUnsigned" : "remainder";
      case FMOD -> unsigned ? "remainderUnsigned" : "fmod";
      case POWER -> unsigned ? "powerUnsigned" : "power";
      case GCD -> unsigned ? "gcdUnsigned" : "gcd";
      case LCM -> unsigned ? "lcmUnsigned" : "lcm";
      default -> throw new IllegalStateException(op + " is no operation on integers");
    };
  }
}
