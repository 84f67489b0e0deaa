package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  /// At these sizes the search is never cut off, so the answer is exact.
  @Test
  void randomLayoutsOverlapExactlyIfTheyShareAPosition() {
    Random random = new Random(SEED);
    int apart = 0;
    for (int round = 0; round < 3000; round++) {
      Layout a = random(random);
      Layout b = random(random).shift(random.nextInt(40) - 20);
      Set<Long> shared = new HashSet<>(Positions.of(a));
      shared.retainAll(new HashSet<>(Positions.of(b)));
      assertEquals(
          !shared.isEmpty(), Layout.mayOverlap(a, b), "seed " + SEED + ": " + a + " and " + b);
      apart += shared.isEmpty() ? 1 : 0;
    }
    assertTrue(apart > 300, apart + " without overlap");
  }

  @Test
  void aLayoutOverlapsItselfExactlyIfTwoIndicesMeet() {
    Random random = new Random(SEED);
    for (int round = 0; round < 3000; round++) {
      Layout layout = random(random);
      List<Long> positions = Positions.of(layout);
      boolean meets = new HashSet<>(positions).size() < positions.size();
      assertEquals(meets, layout.selfOverlaps(), "seed " + SEED + ": " + layout);
    }
  }

  private static Layout random(Random random) {
    Shape shape = Positions.randomShape(random, 3);
    return random.nextBoolean() ? Positions.wild(random, shape) : Positions.view(random, shape);
  }

  @Test
  void interleavedAndNeighbouringViewsDoNotOverlap() {
    Layout line = Layout.contiguous(Shape.of(4098L));
    Layout even = line.slice(0, 0, 2, 2049);
    Layout odd = line.slice(0, 1, 2, 2049);
    assertFalse(Layout.mayOverlap(even, odd));
    assertTrue(Layout.mayOverlap(even, line));
    Layout matrix = Layout.contiguous(Shape.of(1000, 1000));
    Layout left = matrix.slice(1, 0, 1, 500);
    Layout right = matrix.slice(1, 500, 1, 500);
    assertFalse(Layout.mayOverlap(left, right));
    assertFalse(Layout.mayOverlap(left.flip(), right.transpose()));
    assertTrue(Layout.mayOverlap(matrix.slice(1, 0, 1, 501), right));
    assertFalse(matrix.selfOverlaps());
    assertTrue(line.broadcastTo(Shape.of(2, 4098)).selfOverlaps());
    Layout windows = Layout.of(Shape.of(1000, 3), new long[] {1, 1}, 0);
    assertTrue(windows.selfOverlaps());
    assertFalse(Layout.of(Shape.of(1000, 3), new long[] {3, 1}, 0).selfOverlaps());
  }

  @Test
  void anIntricateCaseIsCutOffAndErrsOnTheSafeSide() {
    // Coprime strides of one magnitude: trying all candidates would take hours.
    long[] strides = {1_000_003, 1_000_033, 1_000_037, 1_000_039, 1_000_081, 1_000_099};
    Shape shape = Shape.of(60, 61, 62, 63, 64, 65);
    Layout layout = Layout.of(shape, strides, 0);
    long common = strides[0] * 3 + strides[3] * 50 + strides[5];
    assertTrue(Layout.mayOverlap(layout, layout.shift(common)));
    assertTrue(layout.selfOverlaps());
  }
}
