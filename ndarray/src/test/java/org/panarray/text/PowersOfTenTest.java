package org.panarray.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PowersOfTenTest {
  private static final int ROUNDS = 20_000;

  @Test
  void digitsBecomeTheDoubleThatTheJdkReads() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int known = 0;
    for (int i = 0; i < ROUNDS; i++) {
      long digits = random.nextLong() >>> random.nextInt(64) | 1;
      int exponent = random.nextInt(700) - 350;
      String text = Long.toUnsignedString(digits) + "e" + exponent;
      double got = PowersOfTen.toDouble(digits, exponent);
      if (!Double.isNaN(got)) {
        known++;
        assertEquals(Double.parseDouble(text), got, () -> text + ", seed " + seed);
      }
    }
    assertTrue(known > ROUNDS * 0.8, "only " + known + " without exact arithmetic, seed " + seed);
  }

  @Test
  void halvesBetweenDoublesAreLeftToExactArithmetic() {
    for (int k = 1; k < 1_000; k++) {
      long tie = (1L << 53) + 2L * k + 1; // between two doubles
      double got = PowersOfTen.toDouble(tie, 0);
      assertTrue(Double.isNaN(got) || got == (double) tie, () -> "at " + tie);
    }
  }

  @Test
  void doublesBecomeTheDigitsOfTheirExactValue() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int known = 0;
    for (int i = 0; i < ROUNDS; i++) {
      double value = Math.abs(Double.longBitsToDouble(random.nextLong()));
      if (!Double.isFinite(value) || value == 0) {
        continue;
      }
      int scale = random.nextInt(19) - (int) Math.floor(Math.log10(value));
      long scaled = PowersOfTen.scaled(value, scale);
      if (scaled != 0) {
        known++;
        BigDecimal exact = new BigDecimal(value).scaleByPowerOfTen(scale);
        String text = value + " * 10^" + scale + ", seed " + seed;
        assertEquals(
            exact.setScale(0, RoundingMode.HALF_EVEN).toBigInteger().toString(),
            Long.toUnsignedString(scaled),
            text);
        assertEquals(
            exact.setScale(0, RoundingMode.DOWN).toBigInteger().toString(),
            Long.toUnsignedString(PowersOfTen.scaledDown(value, scale)),
            text);
      }
    }
    assertTrue(known > ROUNDS * 0.8, "only " + known + " without exact arithmetic, seed " + seed);
  }
}
