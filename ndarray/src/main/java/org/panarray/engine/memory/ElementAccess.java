package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatMath;

/// Single elements of a segment, by element offset. Real parts and integers widen to `double` and
/// `long`; uint64 keeps its bits.
public final class ElementAccess {
  private ElementAccess() {}

  /// An integer, bool or truncated real value as 64 bits.
  public static long getLong(MemorySegment segment, ElementType type, long offset) {
    return switch (type) {
      case BOOL -> segment.get(JAVA_BYTE, offset) != 0 ? 1 : 0;
      case INT8 -> segment.get(JAVA_BYTE, offset);
      case UINT8 -> segment.get(JAVA_BYTE, offset) & 0xFF;
      case INT16 -> segment.get(JAVA_SHORT_UNALIGNED, offset << 1);
      case UINT16 -> segment.get(JAVA_SHORT_UNALIGNED, offset << 1) & 0xFFFF;
      case INT32 -> segment.get(JAVA_INT_UNALIGNED, offset << 2);
      case UINT32 -> segment.get(JAVA_INT_UNALIGNED, offset << 2) & 0xFFFFFFFFL;
      case INT64, UINT64 -> segment.get(JAVA_LONG_UNALIGNED, offset << 3);
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          (long) getReal(segment, type, offset);
    };
  }

  /// The value, or the real part of a complex one.
  public static double getReal(MemorySegment segment, ElementType type, long offset) {
    return switch (type) {
      case FLOAT16 -> Float.float16ToFloat(segment.get(JAVA_SHORT_UNALIGNED, offset << 1));
      case FLOAT32 -> segment.get(JAVA_FLOAT_UNALIGNED, offset << 2);
      case FLOAT64 -> segment.get(JAVA_DOUBLE_UNALIGNED, offset << 3);
      case COMPLEX64 -> segment.get(JAVA_FLOAT_UNALIGNED, offset << 3);
      case COMPLEX128 -> segment.get(JAVA_DOUBLE_UNALIGNED, offset << 4);
      case UINT64 -> unsignedToDouble(segment.get(JAVA_LONG_UNALIGNED, offset << 3));
      case BOOL, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64 -> getLong(segment, type, offset);
    };
  }

  /// The imaginary part; zero for a real type.
  public static double getImaginary(MemorySegment segment, ElementType type, long offset) {
    return switch (type) {
      case COMPLEX64 -> segment.get(JAVA_FLOAT_UNALIGNED, (offset << 3) + 4);
      case COMPLEX128 -> segment.get(JAVA_DOUBLE_UNALIGNED, (offset << 4) + 8);
      default -> 0;
    };
  }

  /// Writes the low bits of an integer; into a float type its value.
  public static void setLong(MemorySegment segment, ElementType type, long offset, long value) {
    switch (type) {
      case BOOL -> segment.set(JAVA_BYTE, offset, (byte) (value != 0 ? 1 : 0));
      case INT8, UINT8 -> segment.set(JAVA_BYTE, offset, (byte) value);
      case INT16, UINT16 -> segment.set(JAVA_SHORT_UNALIGNED, offset << 1, (short) value);
      case INT32, UINT32 -> segment.set(JAVA_INT_UNALIGNED, offset << 2, (int) value);
      case INT64, UINT64 -> segment.set(JAVA_LONG_UNALIGNED, offset << 3, value);
      case FLOAT32 -> segment.set(JAVA_FLOAT_UNALIGNED, offset << 2, (float) value);
      case FLOAT16, FLOAT64, COMPLEX64, COMPLEX128 ->
          setComplex(segment, type, offset, (double) value, 0);
    }
  }

  /// Writes a value of an inexact type; the imaginary part goes into complex types only.
  public static void setComplex(
      MemorySegment segment, ElementType type, long offset, double real, double imaginary) {
    switch (type) {
      case FLOAT16 -> segment.set(JAVA_SHORT_UNALIGNED, offset << 1, FloatMath.toHalf(real));
      case FLOAT32 -> segment.set(JAVA_FLOAT_UNALIGNED, offset << 2, (float) real);
      case FLOAT64 -> segment.set(JAVA_DOUBLE_UNALIGNED, offset << 3, real);
      case COMPLEX64 -> {
        segment.set(JAVA_FLOAT_UNALIGNED, offset << 3, (float) real);
        segment.set(JAVA_FLOAT_UNALIGNED, (offset << 3) + 4, (float) imaginary);
      }
      case COMPLEX128 -> {
        segment.set(JAVA_DOUBLE_UNALIGNED, offset << 4, real);
        segment.set(JAVA_DOUBLE_UNALIGNED, (offset << 4) + 8, imaginary);
      }
      default -> throw new IllegalArgumentException(type + " is not an inexact type");
    }
  }

  private static double unsignedToDouble(long bits) {
    if (bits >= 0) {
      return bits;
    }
    return ((bits >>> 1) | (bits & 1)) * 2.0; // the low bit keeps the rounding right
  }
}
