package org.panarray.prim;

/// Functions of floats that Java lacks or defines differently from NumPy.
public final class FloatMath {
  private static final double LOG_2 = 0.6931471805599453;

  private FloatMath() {}

  /// NumPy's cast on x86-64: truncation; what does not fit becomes the smallest int64 or int32, of
  /// which the narrower types keep the low bits.
  public static long toInteger(double value, ElementType type) {
    return switch (type.kind()) {
      case BOOL -> value != 0 ? 1 : 0;
      case SIGNED, UNSIGNED -> wrapped(value, type);
      case FLOAT, COMPLEX -> throw new IllegalArgumentException(type + " is no integer type");
    };
  }

  private static long wrapped(double value, ElementType type) {
    boolean wide = type.byteSize() == 8 || type == ElementType.UINT32;
    if (type == ElementType.UINT64 && value >= 0x1p63) {
      return truncateToLong(value - 0x1p63) ^ Long.MIN_VALUE;
    }
    return Scalar.ofLong(type, wide ? truncateToLong(value) : truncateToInt(value)).bits();
  }

  /// The instruction cvttsd2si: the smallest long for NaN and everything out of range.
  public static long truncateToLong(double value) {
    return value >= -0x1p63 && value < 0x1p63 ? (long) value : Long.MIN_VALUE;
  }

  public static int truncateToInt(double value) {
    return value > -0x1p31 - 1 && value < 0x1p31 ? (int) value : Integer.MIN_VALUE;
  }

  public static double ofUnsigned(long value) {
    if (value >= 0) {
      return value;
    }
    // Halve, keeping the lowest bit sticky so that the rounding is that of the whole value.
    return (double) (value >>> 1 | value & 1) * 2;
  }

  public static float ofUnsignedToFloat(long value) {
    return value >= 0 ? (float) value : (float) (value >>> 1 | value & 1) * 2;
  }

  /// The remainder with the divisor's sign.
  public static double remainder(double a, double b) {
    double rest = a % b;
    if (b == 0) {
      return rest;
    }
    return rest == 0 ? Math.copySign(0.0, b) : (b < 0) != (rest < 0) ? rest + b : rest;
  }

  public static float remainder(float a, float b) {
    float rest = a % b;
    if (b == 0) {
      return rest;
    }
    return rest == 0 ? Math.copySign(0.0f, b) : (b < 0) != (rest < 0) ? rest + b : rest;
  }

  /// Floor division by NumPy's own algorithm, by way of the exact remainder.
  public static double floorDivide(double a, double b) {
    if (b == 0) {
      return a / b;
    }
    double rest = a % b;
    double quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  public static float floorDivide(float a, float b) {
    if (b == 0) {
      return a / b;
    }
    float rest = a % b;
    float quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0.0f, a / b);
    }
    float floor = (float) Math.floor(quotient);
    return quotient - floor > 0.5f ? floor + 1 : floor;
  }

  public static double maximum(double a, double b) {
    return a > b || Double.isNaN(a) ? a : b;
  }

  public static double minimum(double a, double b) {
    return a < b || Double.isNaN(a) ? a : b;
  }

  public static double fmax(double a, double b) {
    return a > b || Double.isNaN(b) ? a : b;
  }

  public static double fmin(double a, double b) {
    return a < b || Double.isNaN(b) ? a : b;
  }

  public static float maximum(float a, float b) {
    return a > b || Double.isNaN(a) ? a : b;
  }

  public static float minimum(float a, float b) {
    return a < b || Double.isNaN(a) ? a : b;
  }

  public static float fmax(float a, float b) {
    return a > b || Double.isNaN(b) ? a : b;
  }

  public static float fmin(float a, float b) {
    return a < b || Double.isNaN(b) ? a : b;
  }

  /// Zero with a positive sign for either zero, as NumPy has it; NaN stays.
  public static double sign(double a) {
    return a > 0 ? 1 : a < 0 ? -1 : a == 0 ? 0 : a;
  }

  public static double asinh(double a) {
    double size = Math.abs(a);
    if (!(size >= 0x1p-28 && size < Double.POSITIVE_INFINITY)) {
      return a;
    }
    double result;
    if (size > 0x1p28) {
      result = StrictMath.log(size) + LOG_2;
    } else if (size > 2) {
      result = StrictMath.log(2 * size + 1 / (Math.sqrt(a * a + 1) + size));
    } else {
      double square = a * a;
      result = StrictMath.log1p(size + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, a);
  }

  public static double trunc(double a) {
    return Math.copySign(a < 0 ? Math.ceil(a) : Math.floor(a), a);
  }

  /// The distance to the next float away from zero, with the sign of `a`.
  public static double spacing(double a) {
    if (Double.isInfinite(a)) {
      return Double.NaN;
    }
    return Math.nextAfter(a, a < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) - a;
  }

  public static float spacing(float a) {
    if (Float.isInfinite(a)) {
      return Float.NaN;
    }
    return Math.nextAfter(a, a < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY) - a;
  }

  /// The distance to the next number of a narrow format away from zero, with the sign of `a`; of
  /// float16 NumPy's own rule: towards positive infinity, never negative.
  public static float spacing(float a, FloatFormat format) {
    if (Double.isNaN(a) || Float.isInfinite(a)) {
      return Float.NaN;
    }
    if (!format.isHalf()) {
      return stepped(a, a >= 0, format) - a;
    }
    return stepped(a, true, format) - a;
  }

  public static float nextAfter(float a, float towards, FloatFormat format) {
    if (Double.isNaN(a) || Double.isNaN(towards)) {
      return Float.NaN;
    }
    if (a == towards) {
      // NumPy's float16 differs from its wider types, which give the other of two zeros.
      return format.isHalf() ? a : towards;
    }
    return stepped(a, towards > a, format);
  }

  /// The next number of a narrow format.
  private static float stepped(float a, boolean up, FloatFormat format) {
    if (a == 0) {
      float smallest = (float) format.smallestSubnormal();
      return up ? smallest : -smallest;
    }
    return format.toFloat((short) (format.ofFloat(a) + (up == a > 0 ? 1 : -1)));
  }

  /// The binary exponent that puts the mantissa into [0.5, 1); zero for zero, infinities and NaN.
  public static int frexpExponent(double a) {
    if (a == 0 || !(Math.abs(a) < Double.POSITIVE_INFINITY)) {
      return 0;
    }
    return Math.abs(a) < Double.MIN_NORMAL
        ? Math.getExponent(a * 0x1p54) - 53
        : Math.getExponent(a) + 1;
  }

  public static double frexpMantissa(double a) {
    int exponent = frexpExponent(a);
    return Math.scalb(Math.scalb(a, -exponent / 2), -(exponent - exponent / 2));
  }

  public static double modfFraction(double a) {
    return Double.isInfinite(a) ? Math.copySign(0.0, a) : Math.copySign(a - trunc(a), a);
  }

  public static double ldexp(double a, long exponent) {
    return Math.scalb(a, (int) Math.max(Math.min(exponent, 5000), -5000));
  }

  public static float ldexp(float a, long exponent) {
    return Math.scalb(a, (int) Math.max(Math.min(exponent, 5000), -5000));
  }
}
