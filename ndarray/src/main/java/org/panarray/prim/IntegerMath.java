package org.panarray.prim;

import org.panarray.error.ValueError;

/// Integer operations that Java computes differently from NumPy, on values extended to 64 bits.
public final class IntegerMath {
  private IntegerMath() {}

  /// Floor division; zero for a zero divisor, and `Long.MIN_VALUE / -1` wraps. Whether the quotient
  /// of such numbers may be taken of floats: one that is less than a whole number is so by 1 / |a|
  /// of it at least, which is more than floats round away. Processors divide floats several times
  /// as fast (1e6 elements: 40 ms by integers).
  private static boolean isExact(long a) {
    return (a + (1L << 51)) >>> 52 == 0;
  }

  public static long floorDivide(long a, long b) {
    if (isExact(a) && isExact(b) && b != 0) {
      return (long) Math.floor((double) a / (double) b);
    }
    return b == 0 ? 0 : Math.floorDiv(a, b);
  }

  public static long floorDivideUnsigned(long a, long b) {
    return b == 0 ? 0 : Long.divideUnsigned(a, b);
  }

  /// The remainder with the divisor's sign; zero for a zero divisor.
  public static long remainder(long a, long b) {
    if (isExact(a) && isExact(b) && b != 0) {
      return a - b * (long) Math.floor((double) a / (double) b);
    }
    return b == 0 ? 0 : Math.floorMod(a, b);
  }

  public static long remainderUnsigned(long a, long b) {
    return b == 0 ? 0 : Long.remainderUnsigned(a, b);
  }

  /// The remainder with the dividend's sign; zero for a zero divisor.
  public static long fmod(long a, long b) {
    return b == 0 ? 0 : a % b;
  }

  /// `a` times two to the `count`; zero where the (unsigned) count reaches the width.
  public static long leftShift(long a, long count, int width) {
    return count >= 0 && count < width ? a << count : 0;
  }

  /// The arithmetic shift; the sign alone where the (unsigned) count reaches the width.
  public static long rightShift(long a, long count, int width) {
    return count >= 0 && count < width ? a >> count : a >> 63;
  }

  public static long rightShiftUnsigned(long a, long count, int width) {
    return count >= 0 && count < width ? a >>> count : 0;
  }

  /// `base` to the `exponent`, wrapping.
  ///
  /// @throws ValueError for a negative exponent
  public static long power(long base, long exponent) {
    if (exponent < 0) {
      throw new ValueError("Integers to negative integer powers are not allowed.");
    }
    return powerUnsigned(base, exponent);
  }

  public static long powerUnsigned(long base, long exponent) {
    long result = 1;
    long square = base;
    for (long rest = exponent; rest != 0; rest >>>= 1) {
      if ((rest & 1) != 0) {
        result *= square;
      }
      square *= square;
    }
    return result;
  }

  /// The greatest common divisor of the absolute values.
  public static long gcd(long a, long b) {
    return gcdUnsigned(Math.abs(a), Math.abs(b));
  }

  public static long gcdUnsigned(long a, long b) {
    if (a == 0 || b == 0) {
      return a | b;
    }
    int shift = Long.numberOfTrailingZeros(a | b);
    long x = a >>> Long.numberOfTrailingZeros(a);
    long y = b;
    while (y != 0) { // Stein's method: no divisions
      y >>>= Long.numberOfTrailingZeros(y);
      if (Long.compareUnsigned(x, y) > 0) {
        long larger = x;
        x = y;
        y = larger;
      }
      y -= x;
    }
    return x << shift;
  }

  public static long lcm(long a, long b) {
    return lcmUnsigned(Math.abs(a), Math.abs(b));
  }

  public static long lcmUnsigned(long a, long b) {
    long divisor = gcdUnsigned(a, b);
    return divisor == 0 ? 0 : Long.divideUnsigned(a, divisor) * b;
  }

  /// The number of ones in the binary form of the absolute value.
  public static long bitCount(long a) {
    return Long.bitCount(Math.abs(a));
  }

  /// One over the value: zero but for 1 and -1. For zero, what x86-64 makes of infinity.
  public static long reciprocal(long a, ElementType type) {
    if (a == 0) {
      return type.isInexact() ? 0 : FloatMath.toInteger(Double.POSITIVE_INFINITY, type);
    }
    return a == 1 ? 1 : a == -1 && !type.isUnsigned() ? -1 : 0;
  }
}
