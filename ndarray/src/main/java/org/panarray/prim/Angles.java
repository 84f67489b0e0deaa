package org.panarray.prim;

/// Angles beyond what [Trigonometry] reduces by products: modulo a quarter turn, with as much of `1
/// / (2 pi)` as the exponent asks for (M. H. Payne and R. N. Hanek, "Radian reduction for
/// trigonometric functions", SIGNUM Newsletter 18, 1983).
public final class Angles {
  /// Up to here nothing is done.
  public static final double LARGE = 0x1p30;

  private static final double QUARTER = 1.5707963267948966;
  private static final double QUARTER_REST = 6.123233995736766e-17;

  /// The digits of `1 / (2 pi)` behind the point, 64 binary ones a word.
  private static final long[] PER_TURN = {
    0x28be60db9391054aL,
    0x7f09d5f47d4d3770L,
    0x36d8a5664f10e410L,
    0x7f9458eaf7aef158L,
    0x6dc91b8e909374b8L,
    0x01924bba82746487L,
    0x3f877ac72c4a69cfL,
    0xba208d7d4baed121L,
    0x3a671c09ad17df90L,
    0x4e64758e60d4ce7dL,
    0x272117e2ef7e4a0eL,
    0xc7fe25fff7816603L,
    0xfbcbc462d6829b47L,
    0xdb4d9fb3c9f2c26dL,
    0xd3d18fd9a797fa8bL,
    0x5d49eeb1faf97c5eL,
    0xcf41ce7de294a4baL,
    0x9afed7ec47e35742L,
    0x1580cc11bf1edaeaL,
    0xfc33ef0826bd0d87L
  };

  private Angles() {}

  /// How many quarter turns (0 to 3) are nearest to a large angle, full turns apart; 0 for others.
  public static double quarter(double x) {
    boolean turns = isLarge(x) && Math.abs(x) < Double.POSITIVE_INFINITY;
    return turns ? (double) (turns(x, 0) + (1L << 61) >>> 62) : 0;
  }

  /// What is left of a large angle without quarter turns; 0 for others.
  public static double rest(double x) {
    return isLarge(x) ? rest(x, true) : 0;
  }

  /// What [#rest] rounds away.
  public static double restLow(double x) {
    return isLarge(x) ? rest(x, false) : 0;
  }

  static Term toRadians(Term x) {
    return x.times(Math.PI / 180);
  }

  static Term toDegrees(Term x) {
    return x.times(x.draft().pick(180 / Math.PI, 180f / (float) Math.PI));
  }

  private static boolean isLarge(double x) {
    return !(Math.abs(x) <= LARGE);
  }

  private static double rest(double x, boolean high) {
    if (!(Math.abs(x) < Double.POSITIVE_INFINITY)) {
      return Double.NaN;
    }
    long first = turns(x, 0);
    long second = turns(x, 1);
    // The nearest quarter turns are taken away; what is left is a signed number of 128 bits.
    long signed = first - ((first + (1L << 61) >>> 62) << 62); // of 2^-62 quarter turns
    double upper = (double) (signed >> 11) * 0x1p11;
    double middle = (double) ((signed & 0x7ff) << 42 | second >>> 22);
    double lower = (double) (second & 0x3fffff);
    double tail = middle * 0x1p-42 + lower * 0x1p-64;
    double sum = upper + tail;
    double error = (upper - sum) + tail;
    double product = sum * QUARTER;
    double rest = Math.fma(sum, QUARTER, -product) + (sum * QUARTER_REST + error * QUARTER);
    double value = product + rest;
    return (high ? value : (product - value) + rest) * 0x1p-62;
  }

  /// A word of the fraction of a turn that is left: the first 64 binary digits or the next.
  private static long turns(double x, int word) {
    long bits = Double.doubleToRawLongBits(x);
    long mantissa = bits & 0xfffffffffffffL | 1L << 52;
    int exponent = (int) (bits >>> 52 & 0x7ff) - 1075; // of the last digit
    long a = digits(exponent);
    long b = digits(exponent + 64);
    long c = digits(exponent + 128);
    // The product modulo 2^192, whose top are the digits behind the point.
    long carryToB = Math.unsignedMultiplyHigh(mantissa, c);
    long low = mantissa * b;
    long second = low + carryToB;
    long carry = Long.compareUnsigned(second, low) < 0 ? 1 : 0;
    long first = mantissa * a + Math.unsignedMultiplyHigh(mantissa, b) + carry;
    if (bits < 0) { // the negative of 128 bits
      first = ~first + (second == 0 ? 1 : 0);
      second = -second;
    }
    return word == 0 ? first : second;
  }

  /// 64 digits of `1 / (2 pi)` from a position on; before the point there are zeros.
  private static long digits(int position) {
    int word = position >> 6;
    int shift = position & 63;
    long here = word < 0 ? 0 : PER_TURN[word];
    if (shift == 0) {
      return here;
    }
    long next = word < -1 ? 0 : PER_TURN[word + 1];
    return here << shift | next >>> 64 - shift;
  }
}
