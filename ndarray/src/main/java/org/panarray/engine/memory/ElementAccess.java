package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.HostMemory;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.FloatMath;

/// Single elements of a segment, by element offset. Real parts and integers widen to `double` and
/// `long`; uint64 keeps its bits.
public final class ElementAccess {
  private ElementAccess() {}

  /// An integer, bool or truncated real value as 64 bits.
  public static long getLong(MemorySegment segment, ElementType type, long offset) {
    return switch (type.kind()) {
      case BOOL -> segment.get(JAVA_BYTE, offset) != 0 ? 1 : 0;
      case SIGNED ->
          switch (type.byteSize()) {
            case 1 -> segment.get(JAVA_BYTE, offset);
            case 2 -> segment.get(JAVA_SHORT_UNALIGNED, offset << 1);
            case 4 -> segment.get(JAVA_INT_UNALIGNED, offset << 2);
            default -> segment.get(JAVA_LONG_UNALIGNED, offset << 3);
          };
      case UNSIGNED ->
          switch (type.byteSize()) {
            case 1 -> segment.get(JAVA_BYTE, offset) & 0xFF;
            case 2 -> segment.get(JAVA_SHORT_UNALIGNED, offset << 1) & 0xFFFF;
            case 4 -> segment.get(JAVA_INT_UNALIGNED, offset << 2) & 0xFFFFFFFFL;
            default -> segment.get(JAVA_LONG_UNALIGNED, offset << 3);
          };
      case FLOAT, COMPLEX -> (long) getReal(segment, type, offset);
    };
  }

  /// The value, or the real part of a complex one.
  public static double getReal(MemorySegment segment, ElementType type, long offset) {
    return switch (type.kind()) {
      case BOOL, SIGNED -> getLong(segment, type, offset);
      case UNSIGNED -> FloatMath.ofUnsigned(getLong(segment, type, offset));
      case FLOAT, COMPLEX -> getPart(segment, type, offset << type.byteShift());
    };
  }

  /// The imaginary part; zero for a real type.
  public static double getImaginary(MemorySegment segment, ElementType type, long offset) {
    return type.isComplex()
        ? getPart(segment, type, (offset << type.byteShift()) + type.byteSize() / 2)
        : 0;
  }

  private static double getPart(MemorySegment segment, ElementType type, long at) {
    FloatFormat format = type.format();
    return switch (format.bits()) {
      case 16 -> format.toFloat(segment.get(JAVA_SHORT_UNALIGNED, at));
      case 32 -> segment.get(JAVA_FLOAT_UNALIGNED, at);
      default -> segment.get(JAVA_DOUBLE_UNALIGNED, at);
    };
  }

  /// Copies one element to where another array of the type begins, bit for bit.
  public static void copy(Operand source, long offset, Operand target) {
    ElementType type = source.type();
    MemorySegment from = segment(source);
    MemorySegment to = segment(target);
    long at = offset << type.byteShift();
    switch (type.byteSize()) {
      case 1 -> to.set(JAVA_BYTE, 0, from.get(JAVA_BYTE, at));
      case 2 -> to.set(JAVA_SHORT_UNALIGNED, 0, from.get(JAVA_SHORT_UNALIGNED, at));
      case 4 -> to.set(JAVA_INT_UNALIGNED, 0, from.get(JAVA_INT_UNALIGNED, at));
      case 8 -> to.set(JAVA_LONG_UNALIGNED, 0, from.get(JAVA_LONG_UNALIGNED, at));
      default -> MemorySegment.copy(from, at, to, 0, type.byteSize());
    }
  }

  /// Writes one element that holds the number, whatever the type.
  public static void set(Operand target, long offset, double value) {
    if (target.type().isInexact()) {
      setComplex(segment(target), target.type(), offset, value, 0);
    } else if (target.type().isBool()) {
      set(target, offset, value != 0 ? 1L : 0L);
    } else {
      set(target, offset, (long) value);
    }
  }

  /// Writes one element that holds the number, whatever the type.
  public static void set(Operand target, long offset, long value) {
    setLong(segment(target), target.type(), offset, value);
  }

  private static MemorySegment segment(Operand operand) {
    return ((HostMemory) operand.buffer()).segment();
  }

  /// Writes the low bits of an integer; into a float type its value.
  public static void setLong(MemorySegment segment, ElementType type, long offset, long value) {
    switch (type.kind()) {
      case BOOL -> segment.set(JAVA_BYTE, offset, (byte) (value != 0 ? 1 : 0));
      case SIGNED, UNSIGNED -> {
        switch (type.byteSize()) {
          case 1 -> segment.set(JAVA_BYTE, offset, (byte) value);
          case 2 -> segment.set(JAVA_SHORT_UNALIGNED, offset << 1, (short) value);
          case 4 -> segment.set(JAVA_INT_UNALIGNED, offset << 2, (int) value);
          default -> segment.set(JAVA_LONG_UNALIGNED, offset << 3, value);
        }
      }
      case FLOAT, COMPLEX -> {
        if (type == ElementType.FLOAT32) {
          segment.set(JAVA_FLOAT_UNALIGNED, offset << 2, (float) value);
        } else {
          setComplex(segment, type, offset, (double) value, 0);
        }
      }
    }
  }

  /// Writes a value of an inexact type; the imaginary part goes into complex types only.
  public static void setComplex(
      MemorySegment segment, ElementType type, long offset, double real, double imaginary) {
    long at = offset << type.byteShift();
    setPart(segment, type, at, real);
    if (type.isComplex()) {
      setPart(segment, type, at + type.byteSize() / 2, imaginary);
    }
  }

  private static void setPart(MemorySegment segment, ElementType type, long at, double value) {
    FloatFormat format = type.format();
    switch (format.bits()) {
      case 16 -> segment.set(JAVA_SHORT_UNALIGNED, at, format.ofDouble(value));
      case 32 -> segment.set(JAVA_FLOAT_UNALIGNED, at, (float) value);
      default -> segment.set(JAVA_DOUBLE_UNALIGNED, at, value);
    }
  }
}
