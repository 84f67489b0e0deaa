package org.panarray.prim;

/// Functions of floats that Java lacks or defines differently from NumPy.
public final class FloatMath {
  private static final double LOG_2 = 0.6931471805599453;
  private static final double LOG2_E = 1.4426950408889634;

  private FloatMath() {}

  /// NumPy's cast on x86-64: truncation; what does not fit becomes the smallest int64 or int32, of
  /// which the narrower types keep the low bits.
  public static long toInteger(double value, ElementType type) {
    return switch (type) {
      case INT64 -> truncateToLong(value);
      case UINT64 ->
          value >= 0x1p63 ? truncateToLong(value - 0x1p63) ^ Long.MIN_VALUE : truncateToLong(value);
      case UINT32 -> truncateToLong(value) & 0xffff_ffffL;
      case INT32 -> truncateToInt(value);
      case INT16 -> (short) truncateToInt(value);
      case UINT16 -> truncateToInt(value) & 0xffff;
      case INT8 -> (byte) truncateToInt(value);
      case UINT8 -> truncateToInt(value) & 0xff;
      case BOOL -> value != 0 ? 1 : 0;
      case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
          throw new IllegalArgumentException(type + " is no integer type");
    };
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

  /// The float16 nearest to a double, in one rounding.
  public static short toHalf(double value) {
    float near = (float) value;
    int bits = Float.floatToRawIntBits(near);
    if (near != value && !Double.isNaN(value) && (bits & 1) == 0) {
      // Round to odd first: the second rounding then sees that something was cut off.
      boolean up = Math.abs(value) > Math.abs((double) near);
      bits += Float.isInfinite(near) ? 0 : up ? 1 : -1;
    }
    return Float.floatToFloat16(Float.intBitsToFloat(bits));
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

  /// C's pow, which Java's differs from in two cases: 1 to any power, and -1 to an infinite one.
  public static double power(double base, double exponent) {
    if (base == 1 || base == -1 && Double.isInfinite(exponent)) {
      return 1;
    }
    return Math.pow(base, exponent);
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

  public static double heaviside(double a, double atZero) {
    return Double.isNaN(a) ? a : a == 0 ? atZero : a < 0 ? 0 : 1;
  }

  public static double logAddExp(double a, double b) {
    if (a == b) {
      return a + LOG_2; // also for equal infinities
    }
    double difference = a - b;
    if (difference > 0) {
      return a + Math.log1p(Math.exp(-difference));
    }
    return difference <= 0 ? b + Math.log1p(Math.exp(difference)) : difference;
  }

  public static double logAddExp2(double a, double b) {
    if (a == b) {
      return a + 1;
    }
    double difference = a - b;
    if (difference > 0) {
      return a + Math.log1p(exp2(-difference)) * LOG2_E;
    }
    return difference <= 0 ? b + Math.log1p(exp2(difference)) * LOG2_E : difference;
  }

  /// Two to the power, exact for whole numbers.
  public static double exp2(double a) {
    return Math.pow(2, a);
  }

  /// The binary logarithm, exact for powers of two.
  public static double log2(double a) {
    if (!(a > 0 && a < Double.POSITIVE_INFINITY)) {
      return Math.log(a);
    }
    double scaled = a < Double.MIN_NORMAL ? a * 0x1p54 : a;
    int exponent = Math.getExponent(scaled);
    double mantissa = Math.scalb(scaled, -exponent);
    if (mantissa > 1.4142135623730951) { // then the logarithm of what is left is small
      mantissa /= 2;
      exponent++;
    }
    exponent -= scaled == a ? 0 : 54;
    return exponent + Math.log(mantissa) * LOG2_E;
  }

  public static double asinh(double a) {
    double size = Math.abs(a);
    if (!(size >= 0x1p-28 && size < Double.POSITIVE_INFINITY)) {
      return a;
    }
    double result;
    if (size > 0x1p28) {
      result = Math.log(size) + LOG_2;
    } else if (size > 2) {
      result = Math.log(2 * size + 1 / (Math.sqrt(a * a + 1) + size));
    } else {
      double square = a * a;
      result = Math.log1p(size + square / (1 + Math.sqrt(1 + square)));
    }
    return Math.copySign(result, a);
  }

  public static double acosh(double a) {
    if (a > 0x1p28) {
      return Math.log(a) + LOG_2;
    }
    if (a > 2) {
      return Math.log(2 * a - 1 / (a + Math.sqrt(a * a - 1)));
    }
    if (a < 1) {
      return Double.NaN;
    }
    double above = a - 1;
    return Math.log1p(above + Math.sqrt(2 * above + above * above));
  }

  public static double atanh(double a) {
    double size = Math.abs(a);
    if (size > 1) {
      return Double.NaN;
    }
    double result = size < 0x1p-28 ? size : 0.5 * Math.log1p(2 * size / (1 - size));
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

  /// NumPy's own rule for float16: towards positive infinity, never negative.
  public static float spacingHalf(float a) {
    if (Double.isNaN(a) || Float.isInfinite(a)) {
      return Float.NaN;
    }
    int bits = Float.floatToFloat16(a) & 0xffff;
    int exponent = bits >> 10 & 31;
    boolean shrinks = bits > 0x8000 && (bits & 0x3ff) == 0; // the gap towards zero is half as wide
    if (bits == 0x7bff) {
      return Float.POSITIVE_INFINITY;
    }
    return Math.scalb(1f, Math.max(exponent - (shrinks ? 26 : 25), -24));
  }

  public static float nextAfterHalf(float a, float towards) {
    if (Double.isNaN(a) || Double.isNaN(towards)) {
      return Float.NaN;
    }
    if (a == towards) {
      return a; // where the wider types give the other of two zeros
    }
    if (a == 0) {
      return Math.copySign(0x1p-24f, towards);
    }
    short bits = Float.floatToFloat16(a);
    bits += (short) ((towards > a) == (a > 0) ? 1 : -1);
    return Float.float16ToFloat(bits);
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
