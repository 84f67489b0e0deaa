package org.panarray.text;

import java.math.BigInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/// Powers of ten to 128 bits, and the two conversions that need no more in nearly all cases: decimal
/// digits to a double, and a double to decimal digits.
///
/// A power is `mantissa * 2^binaryExponent` with a mantissa of exactly 128 bits, cut off. A product
/// with a number of 64 bits is thus too small by less than 2^64 in its 192 bits. Where the bits that
/// decide the rounding lie so close to a half or to an integer that the cut could matter, the methods
/// say that they do not know; the caller then computes exactly. The idea is that of D. Lemire,
/// "Number parsing at a gigabyte per second", Software: Practice and Experience 51 (2021).
public final class PowersOfTen {
  private static final int LOWEST = -360;
  private static final int HIGHEST = 360;
  private static final int MANTISSA_BITS = 53;
  private static final int DROPPED_BITS = 64 - MANTISSA_BITS;
  private static final long FRACTION_MASK = (1L << (MANTISSA_BITS - 1)) - 1;

  /// The smallest number of 20 digits, unsigned.
  private static final long TWENTY_DIGITS = Long.parseUnsignedLong("1" + "0".repeat(19));

  /// What the cut of a power may change in a fraction of 64 bits, with room to spare.
  private static final long DOUBT = 4;

  private static final AtomicReferenceArray<Power> KNOWN =
      new AtomicReferenceArray<>(HIGHEST - LOWEST + 1);

  private PowersOfTen() {}

  private record Power(long high, long low, int binaryExponent) {}

  private static Power of(int exponent) {
    Power known = KNOWN.getPlain(exponent - LOWEST);
    if (known != null) {
      return known;
    }
    Power made = compute(exponent);
    KNOWN.set(exponent - LOWEST, made);
    return made;
  }

  private static Power compute(int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    int shift = 128 - power.bitLength();
    BigInteger mantissa;
    int binaryExponent;
    if (exponent >= 0) {
      mantissa = power.shiftLeft(shift);
      binaryExponent = -shift;
    } else {
      int numerator = 127 + power.bitLength();
      mantissa = BigInteger.ONE.shiftLeft(numerator).divide(power);
      binaryExponent = -numerator;
    }
    return new Power(mantissa.shiftRight(64).longValue(), mantissa.longValue(), binaryExponent);
  }

  /// The double nearest to `digits * 10^exponent`, or NaN where only exact arithmetic can tell or
  /// the result is not a normal number.
  ///
  /// @param digits not zero, unsigned
  public static double toDouble(long digits, int exponent) {
    if (exponent < LOWEST || exponent > HIGHEST) {
      return Double.NaN;
    }
    Power power = of(exponent);
    int zeros = Long.numberOfLeadingZeros(digits);
    long factor = digits << zeros;
    long high = high(factor, power);
    long middle = middle(factor, power);
    int scale = power.binaryExponent + 128 - zeros; // of the lowest bit of high
    if (high >= 0) {
      high = high << 1 | middle >>> 63;
      middle <<= 1;
      scale--;
    }
    long mantissa = high >>> DROPPED_BITS;
    long fraction = high << MANTISSA_BITS | middle >>> DROPPED_BITS;
    long fromHalf = fraction - Long.MIN_VALUE;
    scale += DROPPED_BITS;
    if ((fromHalf >= -DOUBT && fromHalf <= DOUBT)
        || scale < Double.MIN_EXPONENT - MANTISSA_BITS + 1
        || scale > Double.MAX_EXPONENT - MANTISSA_BITS) {
      return Double.NaN;
    }
    return Math.scalb((double) (mantissa + (fraction < 0 ? 1 : 0)), scale);
  }

  /// `value * 10^scale` rounded to an integer, unsigned and with at most 19 digits; or 0 where only
  /// exact arithmetic can tell, where the product is an integer or a half, or where it is too large
  /// or less than 1.
  ///
  /// @param value positive and finite
  static long scaled(double value, int scale) {
    return scaled(value, scale, true);
  }

  /// As [#scaled(double, int)], but rounded down.
  static long scaledDown(double value, int scale) {
    return scaled(value, scale, false);
  }

  private static long scaled(double value, int scale, boolean toNearest) {
    if (scale < LOWEST || scale > HIGHEST || value < Double.MIN_NORMAL) {
      return 0;
    }
    Power power = of(scale);
    long bits = Double.doubleToRawLongBits(value);
    long factor = (bits & FRACTION_MASK | FRACTION_MASK + 1) << DROPPED_BITS;
    int binaryExponent = Math.getExponent(value) - 63 + power.binaryExponent;
    // The product has 192 bits, of which those below this position are the fraction.
    int point = -binaryExponent - 128;
    if (point < 1 || point > 63) {
      return 0;
    }
    long high = high(factor, power);
    long fraction = high << (64 - point) | middle(factor, power) >>> point;
    long fromHalf = fraction - Long.MIN_VALUE;
    if ((fromHalf >= -DOUBT && fromHalf <= DOUBT) || (fraction >= -DOUBT && fraction <= DOUBT)) {
      return 0;
    }
    long rounded = (high >>> point) + (toNearest && fraction < 0 ? 1 : 0);
    return Long.compareUnsigned(rounded, TWENTY_DIGITS) < 0 ? rounded : 0;
  }

  /// The upper 64 of the 192 bits of a product.
  private static long high(long factor, Power power) {
    long carried = Math.unsignedMultiplyHigh(factor, power.low);
    long middle = factor * power.high + carried;
    return Math.unsignedMultiplyHigh(factor, power.high)
        + (Long.compareUnsigned(middle, carried) < 0 ? 1 : 0);
  }

  /// The middle 64 of the 192 bits of a product.
  private static long middle(long factor, Power power) {
    return factor * power.high + Math.unsignedMultiplyHigh(factor, power.low);
  }
}
