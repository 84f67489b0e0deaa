package org.panarray.engine.cpu.code;

import org.panarray.engine.fault.OperationFaults;
import org.panarray.prim.ComplexNumber;
import org.panarray.prim.FloatFormat;
import org.panarray.prim.FloatMath;

/// What generated scalar code calls besides the mathematics of `prim`: small enough to be inlined.
public final class ScalarMath {
  private ScalarMath() {}

  static boolean isNan(double a) {
    return Double.isNaN(a);
  }

  static boolean isInfinite(double a) {
    return Math.abs(a) == Double.POSITIVE_INFINITY;
  }

  static boolean isFinite(double a) {
    return Math.abs(a) < Double.POSITIVE_INFINITY;
  }

  static boolean signBit(double a) {
    return Double.doubleToRawLongBits(a) < 0;
  }

  static boolean isNan(ComplexNumber a) {
    return Double.isNaN(a.re()) || Double.isNaN(a.im());
  }

  static boolean isInfinite(ComplexNumber a) {
    return isInfinite(a.re()) || isInfinite(a.im());
  }

  static boolean isFinite(ComplexNumber a) {
    return isFinite(a.re()) && isFinite(a.im());
  }

  static boolean truth(ComplexNumber a) {
    return a.re() != 0 || a.im() != 0;
  }

  static boolean equal(ComplexNumber a, ComplexNumber b) {
    return a.re() == b.re() && a.im() == b.im();
  }

  static ComplexNumber complex(double re, double im) {
    return new ComplexNumber(re, im);
  }

  /// The number with its parts rounded to float32, as complex64 holds it.
  static ComplexNumber single(ComplexNumber a) {
    return new ComplexNumber((float) a.re(), (float) a.im());
  }

  static ComplexNumber negative(ComplexNumber a) {
    return new ComplexNumber(-a.re(), -a.im());
  }

  static ComplexNumber conjugate(ComplexNumber a) {
    return new ComplexNumber(a.re(), -a.im());
  }

  static ComplexNumber square(ComplexNumber a) {
    return org.panarray.prim.ComplexMath.multiply(a, a);
  }

  static double absolute(ComplexNumber a) {
    return hypot(a.re(), a.im());
  }

  /// Bits that are not zero if the value is infinite or NaN.
  @SuppressWarnings("IdentityBinaryExpression") // the difference is not zero for just these values
  static long suspicion(double a) {
    return Double.doubleToRawLongBits(a - a);
  }

  static long suspicion(ComplexNumber a) {
    return suspicion(a.re()) | suspicion(a.im());
  }

  /// Not 0 where [OperationFaults#fits] may fail for the type.
  static long beyondInt(double a) {
    return Math.abs(a) < 0x1p31 ? 0 : 1;
  }

  static long beyondLong(double a) {
    return Math.abs(a) < 0x1p63 ? 0 : 1;
  }

  static float widened(short bits, FloatFormat format) {
    return format.toFloat(bits);
  }

  static short narrowed(float a, FloatFormat format) {
    return format.ofFloat(a);
  }

  static float rounded(float a, FloatFormat format) {
    return format.toFloat(format.ofFloat(a));
  }

  static float rounded(double a, FloatFormat format) {
    return format.toFloat(format.ofDouble(a));
  }

  static float nextAfter(float a, float towards) {
    if (Double.isNaN(a) || Double.isNaN(towards)) {
      return Float.NaN;
    }
    if (a == towards) {
      return towards;
    }
    if (a == 0) {
      return Math.copySign(Float.MIN_VALUE, towards);
    }
    int bits = Float.floatToRawIntBits(a);
    return Float.intBitsToFloat((towards > a) == (a > 0) ? bits + 1 : bits - 1);
  }

  /// Times a power of two, which is one exact multiplication unless the exponent is extreme.
  static double ldexp(double a, long exponent) {
    return exponent >= -1022 && exponent <= 1023
        ? a * Double.longBitsToDouble(exponent + 1023 << 52)
        : FloatMath.ldexp(a, exponent);
  }

  static float ldexp(float a, long exponent) {
    return exponent >= -1022 + 149 && exponent <= 1023 - 128
        ? (float) (a * Double.longBitsToDouble(exponent + 1023 << 52))
        : FloatMath.ldexp(a, exponent);
  }

  /// By the plain formula, which is within an ulp, where nothing overflows or gets lost.
  static double hypot(double a, double b) {
    double square = a * a + b * b;
    return square > 0x1p-900 && square < 0x1p900 ? Math.sqrt(square) : StrictMath.hypot(a, b);
  }

  /// The order of an int64 and a uint64.
  static int compareSignedUnsigned(long signed, long unsigned) {
    return unsigned < 0 ? -1 : Long.compare(signed, unsigned);
  }

  static int compareUnsignedSigned(long unsigned, long signed) {
    return unsigned < 0 ? 1 : Long.compare(unsigned, signed);
  }

  static long absolute(long a) {
    return Math.abs(a);
  }

  static long sign(long a) {
    return Long.signum(a);
  }

  static long signUnsigned(long a) {
    return a == 0 ? 0 : 1;
  }

  static long reciprocal(long a, long ofZero) {
    return a == 0 ? ofZero : a == 1 ? 1 : a == -1 ? -1 : 0;
  }

  static long reciprocalUnsigned(long a, long ofZero) {
    return a == 0 ? ofZero : a == 1 ? 1 : 0;
  }

  static long bitCountUnsigned(long a) {
    return Long.bitCount(a);
  }

  /// 1 where an integer division by this may be a fault: zero, or -1, by which the smallest integer
  /// overflows.
  static int suspiciousDivisor(long divisor) {
    return divisor == 0 || divisor == -1 ? 1 : 0;
  }

  /// NumPy's cast of a float to uint64.
  static long toUnsigned(double a) {
    return a >= 0x1p63
        ? FloatMath.truncateToLong(a - 0x1p63) ^ Long.MIN_VALUE
        : FloatMath.truncateToLong(a);
  }
}
