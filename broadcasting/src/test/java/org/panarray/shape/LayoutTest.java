package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;

/// Every view against its definition, element by element, on random layouts.
class LayoutTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final long[] AWKWARD = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};

  private interface Check {
    void on(Layout layout, Random random);
  }

  private static void forRandomLayouts(Check check) {
    Random random = new Random(SEED);
    for (int round = 0; round < 600; round++) {
      Shape shape = Positions.randomShape(random, 4);
      Layout layout =
          random.nextBoolean() ? Positions.wild(random, shape) : Positions.view(random, shape);
      try {
        check.on(layout, random);
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("seed " + SEED + ", round " + round + ": " + layout, e);
      }
    }
  }

  /// Asserts that element `index` of `view` is element `origin(index)` of `layout`.
  private static void assertView(Layout layout, Layout view, Function<long[], long[]> origin) {
    for (long[] index : Positions.indices(view.shape())) {
      long expected = Positions.at(layout, origin.apply(index));
      assertEquals(expected, Positions.at(view, index), () -> view + " of " + layout);
    }
    if (view.size() > 0) {
      assertTrue(view.minOffset() >= layout.minOffset() && view.maxOffset() <= layout.maxOffset());
    }
  }

  @Test
  void boundsAreTheLowestAndHighestPosition() {
    forRandomLayouts(
        (layout, random) -> {
          List<Long> all = Positions.of(layout);
          if (all.isEmpty()) {
            assertEquals(layout.minOffset() - 1, layout.maxOffset());
          } else {
            assertEquals(Collections.min(all), layout.minOffset());
            assertEquals(Collections.max(all), layout.maxOffset());
          }
        });
  }

  @Test
  void contiguityIsCountingUpWithoutGaps() {
    forRandomLayouts(
        (layout, random) -> {
          assertEquals(countsUp(Positions.of(layout)), layout.isContiguous());
          assertEquals(countsUp(Positions.of(layout.transpose())), layout.isFortran());
        });
  }

  private static boolean countsUp(List<Long> positions) {
    for (int i = 1; i < positions.size(); i++) {
      if (positions.get(i) != positions.get(0) + i) {
        return false;
      }
    }
    return true;
  }

  @Test
  void offsetsOfElementsAreTheSumOfStrides() {
    forRandomLayouts(
        (layout, random) -> {
          long n = 0;
          for (long[] index : Positions.indices(layout.shape())) {
            long expected = Positions.at(layout, index);
            assertEquals(expected, layout.offsetOf(index));
            assertEquals(expected, layout.offsetOfFlat(n));
            assertEquals(expected, layout.offsetOfFlat(n++ - layout.size()));
            long[] fromEnd = index.clone();
            for (int k = 0; k < fromEnd.length; k++) {
              fromEnd[k] -= layout.dim(k);
            }
            assertEquals(expected, layout.offsetOf(fromEnd));
          }
        });
    Layout matrix = Layout.contiguous(Shape.of(2, 3));
    assertEquals(5, matrix.offsetOf(1, 2));
    assertEquals(5, matrix.offsetOf(-1, -1));
    assertEquals(2, Layout.contiguous(Shape.of(3L)).offsetOf(-1));
  }

  @Test
  void elementsOutsideAreRefused() {
    Layout matrix = Layout.contiguous(Shape.of(2, 3));
    refused("index 2 is out of bounds for axis 0 with size 2", () -> matrix.offsetOf(2, 0));
    refused("index -4 is out of bounds for axis 1 with size 3", () -> matrix.offsetOf(0, -4));
    refused("index 6 is out of bounds for size 6", () -> matrix.offsetOfFlat(6));
    refused("index 5 is out of bounds for axis 0 with size 2", () -> matrix.select(0, 5));
    refused(
        "too many indices for array: array is 2-dimensional, but 3 were indexed",
        () -> matrix.offsetOf(0, 0, 0));
    refused("an element of a 2-dimensional array has 2 indices, not 1", () -> matrix.offsetOf(0));
    refused("index 3 is out of bounds for axis 1 with size 3", () -> matrix.slice(1, 1, 2, 2));
    refused("index -1 is out of bounds for axis 0 with size 2", () -> matrix.slice(0, -1, 1, 1));
  }

  private static void refused(String words, Runnable call) {
    assertEquals(words, assertThrows(IndexError.class, call::run).getMessage());
  }

  @Test
  void transposesAndSwapsRearrangeIndices() {
    forRandomLayouts(
        (layout, random) -> {
          int[] order = Positions.shuffled(random, layout.rank());
          assertView(
              layout,
              layout.permute(order),
              index -> {
                long[] origin = new long[index.length];
                for (int i = 0; i < order.length; i++) {
                  origin[order[i]] = index[i];
                }
                return origin;
              });
          assertEquals(layout, layout.permute(order).permute(Axes.inverse(order)));
          assertEquals(layout.transpose(), layout.permute(Axes.reversed(layout.rank())));
          if (layout.rank() > 1) {
            int[] swapped = Axes.all(layout.rank());
            swapped[0] = 1;
            swapped[1] = 0;
            assertEquals(layout.permute(swapped), layout.swap(0, 1 - layout.rank()));
          }
        });
  }

  @Test
  void slicesStepThroughOneAxis() {
    forRandomLayouts(
        (layout, random) -> {
          if (layout.rank() == 0) {
            return;
          }
          int axis = random.nextInt(layout.rank());
          long step = random.nextBoolean() ? 1 + random.nextInt(3) : -1 - random.nextInt(3);
          Index.Resolved range =
              Index.slice((long) random.nextInt(5) - 2, null, step).resolve(layout.dim(axis));
          Layout view = layout.slice(axis, range.start(), step, range.count());
          assertView(layout, view, index -> set(index, axis, range.start() + index[axis] * step));
          assertView(
              layout,
              layout.flip(axis),
              index -> set(index, axis, layout.dim(axis) - 1 - index[axis]));
          assertEquals(layout, layout.flip().flip());
          if (layout.dim(axis) > 0) {
            long i = random.nextInt((int) layout.dim(axis));
            assertView(layout, layout.select(axis, i), index -> insert(index, axis, i));
            assertEquals(layout.select(axis, i), layout.select(axis, i - layout.dim(axis)));
          }
        });
  }

  private static long[] set(long[] index, int axis, long value) {
    long[] result = index.clone();
    result[axis] = value;
    return result;
  }

  private static long[] insert(long[] index, int axis, long value) {
    long[] result = new long[index.length + 1];
    for (int k = 0; k < result.length; k++) {
      result[k] = k < axis ? index[k] : k == axis ? value : index[k - 1];
    }
    return result;
  }

  @Test
  void axesOfSizeOneComeAndGoWithoutMovingElements() {
    forRandomLayouts(
        (layout, random) -> {
          int axis = random.nextInt(layout.rank() + 1);
          Layout expanded = layout.expand(axis);
          assertEquals(1, expanded.dim(axis));
          assertEquals(Positions.of(layout), Positions.of(expanded));
          assertEquals(layout, expanded.squeeze(axis));
          Layout squeezed = layout.squeeze();
          assertEquals(Positions.of(layout), Positions.of(squeezed));
          for (long dim : squeezed.shape().toArray()) {
            assertTrue(dim != 1);
          }
        });
  }

  @Test
  void broadcastsRepeatElements() {
    forRandomLayouts(
        (layout, random) -> {
          long[] dims = layout.shape().toArray();
          for (int k = 0; k < dims.length; k++) {
            dims[k] = dims[k] == 1 ? random.nextInt(4) : dims[k];
          }
          Shape to = Shape.of((long) random.nextInt(3)).concat(Shape.of(dims));
          assertView(
              layout,
              layout.broadcastTo(to),
              index -> {
                long[] origin = new long[layout.rank()];
                for (int k = 0; k < origin.length; k++) {
                  origin[k] = layout.dim(k) == 1 ? 0 : index[k + 1];
                }
                return origin;
              });
          assertSame(layout, layout.broadcastTo(layout.shape()));
        });
  }

  @Test
  void diagonalsMoveAlongTwoAxesAtOnce() {
    forRandomLayouts(
        (layout, random) -> {
          if (layout.rank() < 2) {
            return;
          }
          int[] axes = Positions.shuffled(random, layout.rank());
          int shift = random.nextInt(7) - 3;
          Layout view = layout.diagonal(shift, axes[0], axes[1]);
          assertView(
              layout,
              view,
              index -> {
                long n = index[index.length - 1];
                long[] origin = new long[layout.rank()];
                int next = 0;
                for (int k = 0; k < origin.length; k++) {
                  origin[k] =
                      k == axes[0]
                          ? n + Math.max(-shift, 0)
                          : k == axes[1] ? n + Math.max(shift, 0) : index[next++];
                }
                return origin;
              });
        });
  }

  @Test
  void coalescingKeepsTheElementsInOrder() {
    forRandomLayouts(
        (layout, random) -> {
          Layout short0 = layout.coalesced();
          assertEquals(Positions.of(layout), Positions.of(short0));
          assertTrue(layout.size() == 0 || short0.rank() <= layout.rank());
        });
    for (long n : AWKWARD) {
      Layout dense = Layout.contiguous(Shape.of(3, n, 2)).coalesced();
      assertEquals(Layout.of(Shape.of(6 * n), new long[] {1}, 0), dense);
    }
    assertEquals(Shape.SCALAR, Layout.contiguous(Shape.of(1, 1)).coalesced().shape());
  }

  @Test
  void aReshapedViewReadsTheSameElementsInOrder() {
    forRandomLayouts(
        (layout, random) -> {
          List<Long> dims = new ArrayList<>();
          for (long dim : layout.coalesced().shape().toArray()) {
            dims.add(dim);
          }
          Collections.shuffle(dims, random);
          Shape to = Shape.of(dims.stream().mapToLong(Long::longValue).toArray());
          Layout view = layout.reshapedView(to);
          if (view != null) {
            assertEquals(Positions.of(layout), Positions.of(view));
          }
          Layout fortran = layout.reshapedViewFortran(to);
          if (fortran != null) {
            assertEquals(Positions.of(layout.transpose()), Positions.of(fortran.transpose()));
          }
          Layout flat = layout.reshapedView(Shape.of(layout.size()));
          assertEquals(layout.coalesced().rank() <= 1 || layout.isContiguous(), flat != null);
        });
  }

  @Test
  void keptOrdersAreDensePermutationsOfTheAxes() {
    forRandomLayouts(
        (layout, random) -> {
          for (Layout fresh :
              List.of(
                  Layout.like(layout, layout.shape()),
                  Layout.keepOrder(List.of(layout), layout.shape()))) {
            assertEquals(layout.shape(), fresh.shape());
            assertEquals(0, fresh.minOffset());
            assertEquals(layout.size() - 1, fresh.maxOffset());
            assertFalse(fresh.selfOverlaps());
          }
        });
  }

  @Test
  void freshLayoutsOfAwkwardSizesAreContiguousInTheirOrder() {
    for (long rows : AWKWARD) {
      for (long columns : AWKWARD) {
        Shape shape = Shape.of(rows, columns);
        Layout c = Layout.contiguous(shape);
        Layout f = Layout.fortran(shape);
        boolean both = rows < 2 || columns < 2;
        assertTrue(c.isContiguous() && f.isFortran());
        assertEquals(both, c.isFortran());
        assertEquals(both, f.isContiguous());
        assertEquals(c.shape(), f.transpose().transpose().shape());
        assertEquals(shape.size() - 1, c.maxOffset());
      }
    }
  }

  @Test
  void equalityIsByValueAndTextShowsEverything() {
    Layout a = Layout.contiguous(Shape.of(2, 3));
    assertEquals(a, Layout.of(Shape.of(2, 3), new long[] {3, 1}, 0));
    assertEquals(a.hashCode(), Layout.of(Shape.of(2, 3), new long[] {3, 1}, 0).hashCode());
    assertFalse(a.equals(a.shift(1)));
    assertEquals("(2, 3) strides (3, 1) offset 4", a.shift(4).toString());
    assertTrue(a.shift(4).isContiguous());
  }

  @Test
  void stridesThatLeaveTheLongRangeAreRefused() {
    long[] strides = {Long.MAX_VALUE / 2, 1};
    assertThrows(ValueError.class, () -> Layout.of(Shape.of(4, 2), strides, 0));
    assertEquals(0, Layout.of(Shape.of(0, 2), strides, 0).size());
  }

  @Test
  void broadcastingOperandsTogetherGivesThemOneShape() {
    Layout column = Layout.contiguous(Shape.of(3, 1));
    Layout row = Layout.contiguous(Shape.of(4L));
    Layout full = Layout.contiguous(Shape.of(3, 4));
    Layout[] all = Broadcast.all(column, row, full);
    assertEquals(Layout.of(Shape.of(3, 4), new long[] {1, 0}, 0), all[0]);
    assertEquals(Layout.of(Shape.of(3, 4), new long[] {0, 1}, 0), all[1]);
    assertSame(full, all[2]);
  }
}
