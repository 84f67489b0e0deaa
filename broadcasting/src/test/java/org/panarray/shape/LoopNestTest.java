package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LoopNestTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  /// The positions of all operands, element by element, in the order of the walk.
  private static List<List<Long>> walked(LoopNest nest) {
    List<List<Long>> result = new ArrayList<>();
    nest.forEachRow(collector(nest, result));
    return result;
  }

  private static RowVisitor collector(LoopNest nest, List<List<Long>> into) {
    return (offsets, count) -> {
      for (long i = 0; i < count; i++) {
        List<Long> element = new ArrayList<>();
        for (int p = 0; p < offsets.length; p++) {
          element.add(offsets[p] + i * nest.innerStride(p));
        }
        into.add(element);
      }
    };
  }

  /// The same by definition, in C order.
  private static List<List<Long>> defined(Layout... operands) {
    List<List<Long>> result = new ArrayList<>();
    for (long[] index : Positions.indices(operands[0].shape())) {
      List<Long> element = new ArrayList<>();
      for (Layout operand : operands) {
        element.add(Positions.at(operand, index));
      }
      result.add(element);
    }
    return result;
  }

  private static List<List<Long>> sorted(List<List<Long>> elements) {
    List<List<Long>> result = new ArrayList<>(elements);
    result.sort(Comparator.comparing(List::toString));
    return result;
  }

  private static Layout[] randomOperands(Random random) {
    Shape shape = Positions.randomShape(random, 5);
    Layout[] operands = new Layout[1 + random.nextInt(4)];
    for (int p = 0; p < operands.length; p++) {
      operands[p] =
          switch (random.nextInt(4)) {
            case 0 -> Positions.wild(random, shape);
            case 1 -> Layout.contiguous(shape);
            default -> Positions.view(random, shape);
          };
    }
    return operands;
  }

  @Test
  void everyElementIsMetOnce() {
    Random random = new Random(SEED);
    for (int round = 0; round < 1500; round++) {
      Layout[] operands = randomOperands(random);
      LoopNest nest = LoopNest.of(operands);
      String what = "seed " + SEED + ": " + List.of(operands) + " as " + nest;
      assertEquals(sorted(defined(operands)), sorted(walked(nest)), what);
      assertEquals(operands[0].size(), nest.size(), what);
      assertEquals(nest.rows() * nest.innerSize(), nest.size(), what);
      assertEquals(sorted(defined(operands)), sorted(walked(LoopNest.forwards(operands))), what);
      LoopNest longer = nest.withInnerAtLeast(4);
      assertEquals(sorted(walked(nest)), sorted(walked(longer)), what);
      for (int d = 0; d < nest.rank() && longer.innerSize() < 4; d++) {
        assertTrue(nest.dim(d) <= longer.innerSize(), what);
      }
    }
  }

  @Test
  void aForwardWalkFollowsTheIndicesOfAReversedAxis() {
    Layout reversed = Layout.of(Shape.of(4), new long[] {-1}, 3);
    Layout still = Layout.of(Shape.of(4), new long[] {0}, 0);
    assertEquals(-1, LoopNest.forwards(still, reversed).innerStride(1));
    assertEquals(1, LoopNest.of(still, reversed).innerStride(1));
  }

  @Test
  void aWalkInPartsIsTheWholeWalk() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      LoopNest nest = LoopNest.of(randomOperands(random));
      List<List<Long>> byRows = new ArrayList<>();
      for (long from = 0; from < nest.rows(); ) {
        long to = Math.min(nest.rows(), from + random.nextInt(4));
        nest.forEachRow(from, to, collector(nest, byRows));
        from = to;
      }
      List<List<Long>> byPieces = new ArrayList<>();
      for (long from = 0; from < nest.size(); ) {
        long to = Math.min(nest.size(), from + random.nextInt(7));
        nest.forEachPiece(from, to, collector(nest, byPieces));
        from = to;
      }
      assertEquals(walked(nest), byRows, "seed " + SEED + ": " + nest);
      assertEquals(walked(nest), byPieces, "seed " + SEED + ": " + nest);
    }
  }

  @Test
  void theOutputIsWrittenForwardsWithItsSmallestStrideInnermost() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      Shape shape = Positions.randomShape(random, 5);
      int[] order = Positions.shuffled(random, shape.rank());
      long[] dims = new long[order.length];
      for (int k = 0; k < dims.length; k++) {
        dims[k] = shape.dim(order[k]);
      }
      Layout output = Layout.contiguous(Shape.of(dims)).permute(Axes.inverse(order));
      if (shape.rank() > 0 && random.nextBoolean()) {
        output = output.flip(random.nextInt(shape.rank()));
      }
      LoopNest nest = LoopNest.of(output, Positions.view(random, shape));
      for (int d = 0; d < nest.rank() && !nest.isEmpty(); d++) {
        String what = "seed " + SEED + ": " + output + " as " + nest;
        assertTrue(nest.stride(0, d) > 0, what);
        assertTrue(d == 0 || nest.stride(0, d - 1) > nest.stride(0, d), what);
      }
    }
  }

  @Test
  void contiguousOperandsAndScalarsAreOneLoop() {
    Shape shape = Shape.of(3, 4, 5);
    Layout dense = Layout.contiguous(shape);
    LoopNest nest = LoopNest.of(dense, dense.shift(7), dense);
    assertTrue(nest.isContiguous());
    assertEquals("(60,) strides [(1,), (1,), (1,)] offsets (0, 7, 0)", nest.toString());
    Layout scalar = Layout.contiguous(Shape.SCALAR).shift(3).broadcastTo(shape);
    LoopNest mixed = LoopNest.of(dense, scalar);
    assertEquals("(60,) strides [(1,), (0,)] offsets (0, 3)", mixed.toString());
    assertFalse(mixed.isContiguous());
  }

  @Test
  void operandsThatAreAllFortranOrAllReversedAreOneLoop() {
    Layout fortran = Layout.fortran(Shape.of(3, 4, 5));
    assertTrue(LoopNest.of(fortran, fortran).isContiguous());
    Layout reversed = fortran.flip();
    assertTrue(LoopNest.of(reversed, reversed).isContiguous());
    assertEquals(
        "(60,) strides [(1,), (-1,)] offsets (0, 59)", LoopNest.of(fortran, reversed).toString());
  }

  @Test
  void aRowBroadcastOverAMatrixIsTwoLoops() {
    Layout matrix = Layout.contiguous(Shape.of(4, 3));
    Layout row = Layout.contiguous(Shape.of(3L)).broadcastTo(Shape.of(4, 3));
    assertEquals(
        "(4, 3) strides [(3, 1), (0, 1)] offsets (0, 0)", LoopNest.of(matrix, row).toString());
  }

  @Test
  void aReductionWalksItsInputInMemoryOrder() {
    Shape shape = Shape.of(4, 3);
    Layout input = Layout.contiguous(shape);
    Layout rows = Layout.of(shape, new long[] {1, 0}, 0);
    assertEquals(
        "(4, 3) strides [(1, 0), (3, 1)] offsets (0, 0)", LoopNest.of(rows, input).toString());
    Layout whole = Layout.of(shape, new long[] {0, 0}, 0);
    assertEquals("(12,) strides [(0,), (1,)] offsets (0, 0)", LoopNest.of(whole, input).toString());
    Layout transposed = Layout.fortran(shape);
    assertEquals(
        "(12,) strides [(0,), (1,)] offsets (0, 0)", LoopNest.of(whole, transposed).toString());
  }

  @Test
  void anEmptyNestVisitsNothingAndAScalarOneElement() {
    LoopNest empty = LoopNest.of(Layout.contiguous(Shape.of(3, 0)));
    assertTrue(empty.isEmpty());
    assertEquals(0, empty.rows());
    assertEquals(1, empty.rank());
    empty.forEachRow((offsets, count) -> assertEquals(0, 1));
    LoopNest scalar = LoopNest.of(Layout.contiguous(Shape.SCALAR).shift(4));
    assertArrayEquals(new long[] {1}, scalar.dims());
    assertEquals(List.of(List.of(4L)), walked(scalar));
  }

  @Test
  void rangesOutsideAndDifferentShapesAreRefused() {
    LoopNest nest = LoopNest.of(Layout.contiguous(Shape.of(3L)));
    RowVisitor nothing = (offsets, count) -> {};
    assertThrows(IllegalArgumentException.class, () -> nest.forEachRow(0, 2, nothing));
    assertThrows(IllegalArgumentException.class, () -> nest.forEachPiece(-1, 2, nothing));
    assertThrows(IllegalArgumentException.class, () -> nest.forEachPiece(2, 1, nothing));
    assertThrows(
        IllegalArgumentException.class,
        () -> LoopNest.of(Layout.contiguous(Shape.of(3L)), Layout.contiguous(Shape.of(1, 3))));
    assertThrows(IllegalArgumentException.class, LoopNest::of);
  }

  @Test
  void theQuickCheckAgreesWithTheNest() {
    Random random = new Random(SEED);
    for (int round = 0; round < 500; round++) {
      Layout[] operands = randomOperands(random);
      boolean dense = LoopNest.allContiguous(operands);
      boolean defined = true;
      for (Layout operand : operands) {
        defined &= operand.isContiguous();
      }
      assertEquals(defined, dense, "seed " + SEED);
      if (dense) {
        assertTrue(LoopNest.of(operands).isContiguous(), "seed " + SEED);
      }
    }
    Layout a = Layout.contiguous(Shape.of(2, 3));
    Layout b = Layout.contiguous(Shape.of(6L));
    assertFalse(LoopNest.allContiguous(a, b));
    assertFalse(LoopNest.allContiguous(a, a, b));
    assertTrue(LoopNest.allContiguous(a, a, Layout.contiguous(Shape.of(2, 3))));
  }
}
