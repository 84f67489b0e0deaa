package org.panarray.internal.array;

import org.panarray.prim.ElementType;
import org.panarray.prim.Scalar;

/// Which Java values an element takes as they are, but for rounding: what needs neither an error
/// nor a warning.
public final class ElementRange {
  private static final double MAX_EXACT = 0x1p53;

  private ElementRange() {}

  public static boolean holds(ElementType type, long value) {
    return switch (type.kind()) {
      case BOOL -> true;
      case SIGNED -> Scalar.ofLong(type, value).bits() == value;
      case UNSIGNED -> value >= 0 && Scalar.ofLong(type, value).bits() == value;
      case FLOAT, COMPLEX -> holds(type, (double) value);
    };
  }

  public static boolean holds(ElementType type, double value) {
    return switch (type.kind()) {
      case BOOL -> true;
      case SIGNED, UNSIGNED -> Math.abs(value) < MAX_EXACT && holds(type, (long) value);
      case FLOAT, COMPLEX -> !Double.isFinite(value) || Math.abs(value) <= type.format().largest();
    };
  }
}
