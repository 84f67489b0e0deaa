package org.panarray.internal.array;

import org.panarray.prim.ElementType;

/// Which Java values an element takes as they are, but for rounding: what needs neither an error nor
/// a warning.
public final class ElementRange {
  private static final double MAX_HALF = 65504;
  private static final double MAX_EXACT = 0x1p53;

  private ElementRange() {}

  public static boolean holds(ElementType type, long value) {
    return switch (type) {
      case BOOL, INT64, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 -> true;
      case INT8 -> (byte) value == value;
      case INT16 -> (short) value == value;
      case INT32 -> (int) value == value;
      case UINT8 -> (value & 0xFF) == value;
      case UINT16 -> (value & 0xFFFF) == value;
      case UINT32 -> (value & 0xFFFFFFFFL) == value;
      case UINT64 -> value >= 0;
      case FLOAT16 -> Math.abs(value) <= MAX_HALF && value != Long.MIN_VALUE;
    };
  }

  public static boolean holds(ElementType type, double value) {
    return switch (type) {
      case BOOL, FLOAT64, COMPLEX128 -> true;
      case FLOAT16 -> !Double.isFinite(value) || Math.abs(value) <= MAX_HALF;
      case FLOAT32, COMPLEX64 -> !Double.isFinite(value) || Math.abs(value) <= Float.MAX_VALUE;
      case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 ->
          Math.abs(value) < MAX_EXACT && holds(type, (long) value);
    };
  }
}
