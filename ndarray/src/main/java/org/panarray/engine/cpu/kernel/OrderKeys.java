package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.prim.ElementType;

/// Elements of real types as `long` values in NumPy's order: zeros of both signs are one key, all
/// NaN are the largest.
public final class OrderKeys {
  private OrderKeys() {}

  /// The key of one element.
  static long of(MemorySegment memory, ElementType type, long offset) {
    return switch (type.kind()) {
      case BOOL, SIGNED -> ElementAccess.getLong(memory, type, offset);
      case UNSIGNED ->
          ElementAccess.getLong(memory, type, offset)
              ^ (type == ElementType.UINT64 ? Long.MIN_VALUE : 0);
      case FLOAT -> {
        double value = ElementAccess.getReal(memory, type, offset);
        yield type == ElementType.FLOAT64 ? of(value) : of((float) value);
      }
      case COMPLEX -> throw new IllegalArgumentException(type + " has a pair of keys");
    };
  }

  /// A key of 32 bits, so that it can share a `long` with an index.
  static long of(float value) {
    if (Double.isNaN(value)) {
      return Integer.MAX_VALUE;
    }
    int bits = Float.floatToRawIntBits(value + 0f); // turns -0 into 0
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  static long of(double value) {
    if (Double.isNaN(value)) {
      return Long.MAX_VALUE;
    }
    long bits = Double.doubleToRawLongBits(value + 0.0);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /// The double of a key; NaN for the largest.
  static double toDouble(long key) {
    return Double.longBitsToDouble(key ^ (key >> 63 & Long.MAX_VALUE));
  }

  /// The keys of `count` elements.
  static void fill(
      MemorySegment memory, ElementType type, long start, long step, long[] keys, int count) {
    boolean long64 = type.byteSize() == Long.BYTES && !type.isComplex();
    if (!long64) {
      for (int i = 0; i < count; i++) {
        keys[i] = of(memory, type, start + i * step);
      }
      return;
    }
    if (step == 1) {
      MemorySegment.copy(memory, JAVA_LONG_UNALIGNED, start << 3, keys, 0, count);
    } else {
      for (int i = 0; i < count; i++) {
        keys[i] = memory.get(JAVA_LONG_UNALIGNED, (start + i * step) << 3);
      }
    }
    if (type.isUnsigned()) {
      for (int i = 0; i < count; i++) {
        keys[i] ^= Long.MIN_VALUE;
      }
    } else if (type.isFloat()) {
      for (int i = 0; i < count; i++) {
        keys[i] = of(Double.longBitsToDouble(keys[i]));
      }
    }
  }

  /// Whether one complex number comes before another: by real parts, then by imaginary parts, and
  /// behind every number without NaN where it has one.
  static boolean precedes(double re, double im, double otherRe, double otherIm) {
    boolean nan = Double.isNaN(im);
    boolean otherNan = Double.isNaN(otherIm);
    if (re < otherRe) {
      return !nan || otherNan;
    }
    if (re > otherRe) {
      return otherNan && !nan;
    }
    boolean sameReal = re == otherRe || (Double.isNaN(re) && Double.isNaN(otherRe));
    return sameReal ? im < otherIm || (otherNan && !nan) : Double.isNaN(otherRe);
  }
}
