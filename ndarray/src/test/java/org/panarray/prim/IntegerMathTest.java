package org.panarray.prim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class IntegerMathTest {
  private static final long[] EDGES = {
    0, 1, 2, 3, 7, 1L << 31, (1L << 51) - 1, 1L << 51, (1L << 51) + 1, 1L << 53, Long.MAX_VALUE
  };

  @Test
  void quotients_and_remainders_by_way_of_floats_are_exact() {
    SplittableRandom random = new SplittableRandom(20_261_201);
    for (int round = 0; round < 2_000_000; round++) {
      check(number(random), number(random));
    }
    for (long a : EDGES) {
      for (long b : EDGES) {
        check(a, b);
        check(-a, b);
        check(a, -b);
        check(-a, -b);
        check(a * b - 1, b); // just below a whole quotient
        check(a * b, b);
      }
    }
  }

  /// Of any size, and often near a multiple of another.
  private static long number(SplittableRandom random) {
    long value = random.nextLong() >> random.nextInt(64);
    return random.nextBoolean() ? value : EDGES[random.nextInt(EDGES.length)] - random.nextInt(3);
  }

  private static void check(long a, long b) {
    String what = a + " by " + b;
    assertEquals(b == 0 ? 0 : Math.floorDiv(a, b), IntegerMath.floorDivide(a, b), what);
    assertEquals(b == 0 ? 0 : Math.floorMod(a, b), IntegerMath.remainder(a, b), what);
  }
}
