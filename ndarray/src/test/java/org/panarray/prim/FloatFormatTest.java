package org.panarray.prim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All numbers of the narrow formats, those of the library and two that nobody uses.
class FloatFormatTest {
  private static final int PATTERNS = 1 << 16;

  /// What the bits mean, by the definition.
  private static double value(int bits, FloatFormat format) {
    int mantissa = bits & (1 << format.mantissaBits()) - 1;
    int exponent = (bits & 0x7fff) >> format.mantissaBits();
    double size;
    if (exponent == (1 << format.exponentBits()) - 1) {
      size = mantissa == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else {
      double digits = Math.scalb((double) mantissa, -format.mantissaBits());
      size =
          exponent == 0
              ? Math.scalb(digits, 1 - format.bias())
              : Math.scalb(1 + digits, exponent - format.bias());
    }
    return bits >= 0x8000 ? -size : size;
  }

  @ParameterizedTest
  @CsvSource({"5, 10", "8, 7", "6, 9", "4, 11"})
  void allPatternsBecomeFloatsAndComeBack(int exponentBits, int mantissaBits) {
    FloatFormat format = new FloatFormat(exponentBits, mantissaBits);
    for (int bits = 0; bits < PATTERNS; bits++) {
      double want = value(bits, format);
      float got = format.toFloat((short) bits);
      assertEquals(want, (double) got, Integer.toHexString(bits));
      if (Double.isNaN(want)) {
        assertTrue(Double.isNaN(format.toFloat(format.ofFloat(got))), Integer.toHexString(bits));
        assertTrue(Double.isNaN(format.nearest(got)), Integer.toHexString(bits));
      } else {
        assertEquals((short) bits, format.ofFloat(got), Integer.toHexString(bits));
        assertEquals((short) bits, format.ofDouble(want), Integer.toHexString(bits));
        assertEquals(want, format.rounded(want), Integer.toHexString(bits));
      }
    }
  }

  /// Around the middle of each two neighbours, of which the last is the power of two that infinity
  /// stands for.
  @ParameterizedTest
  @CsvSource({"5, 10", "8, 7", "6, 9", "4, 11"})
  void everyEdgeOfRoundingGoesToTheNearestAndTiesToTheEven(int exponentBits, int mantissaBits) {
    FloatFormat format = new FloatFormat(exponentBits, mantissaBits);
    for (int bits = 0; bits < format.infinity(); bits++) {
      double low = value(bits, format);
      double high =
          bits + 1 == format.infinity()
              ? Math.scalb(1.0, format.bias() + 1)
              : value(bits + 1, format);
      double middle = low + (high - low) / 2;
      int even = bits % 2 == 0 ? bits : bits + 1;
      check(format, bits, Math.nextDown(middle));
      check(format, even, middle);
      check(format, bits + 1, Math.nextUp(middle));
      float near = (float) middle;
      assertEquals((short) bits, format.ofFloat(Math.nextDown(near)), "below " + middle);
      assertEquals((short) even, format.ofFloat(near), "at " + middle);
      assertEquals((short) (bits + 1), format.ofFloat(Math.nextUp(near)), "above " + middle);
    }
    check(format, 0, Double.MIN_VALUE);
    check(format, format.infinity(), Double.MAX_VALUE);
    check(format, format.infinity(), Double.POSITIVE_INFINITY);
  }

  private static void check(FloatFormat format, int bits, double value) {
    assertEquals((short) bits, format.ofDouble(value), () -> "of " + value);
    assertEquals((short) (bits | 0x8000), format.ofDouble(-value), () -> "of " + -value);
  }

  @ParameterizedTest
  @CsvSource({"5, 10", "8, 7", "6, 9", "4, 11"})
  void limitsAreThoseOfTheNumbers(int exponentBits, int mantissaBits) {
    FloatFormat format = new FloatFormat(exponentBits, mantissaBits);
    assertEquals(value(format.infinity() - 1, format), format.largest());
    assertEquals(value(1 << mantissaBits, format), format.smallestNormal());
    assertEquals(value(1, format), format.smallestSubnormal());
    int one = format.ofFloat(1);
    assertEquals(value(one + 1, format) - 1, format.epsilon());
    for (int bits = 0; bits + 1 < format.infinity(); bits++) {
      double here = value(bits, format);
      assertEquals(value(bits + 1, format) - here, format.ulp(here));
    }
  }

  @ParameterizedTest
  @CsvSource({"5, 10", "8, 7", "6, 9", "4, 11"})
  void neighboursAreThoseOfTheBits(int exponentBits, int mantissaBits) {
    FloatFormat format = new FloatFormat(exponentBits, mantissaBits);
    float inf = Float.POSITIVE_INFINITY;
    for (int bits = 0; bits < format.infinity(); bits++) {
      float here = (float) value(bits, format);
      float next = (float) value(bits + 1, format);
      assertEquals(next, FloatMath.nextAfter(here, inf, format));
      assertEquals(-next, FloatMath.nextAfter(-here, -inf, format));
      assertEquals(here, FloatMath.nextAfter(next, 0, format));
      assertEquals(next - here, FloatMath.spacing(here, format));
    }
  }
}
