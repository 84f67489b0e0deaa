package org.panarray.shape;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;

class IndexPlanTest {
  /// The data of an index array, as a caller would hold it.
  private record Held(Shape shape, boolean mask, long[] data) {
    long trueCount() {
      return Arrays.stream(data).sum();
    }

    /// Element `n` of entry `axis` of a mask's `nonzero()`.
    long nonzero(int axis, long n) {
      long seen = 0;
      for (int flat = 0; flat < data.length; flat++) {
        if (data[flat] != 0 && seen++ == n) {
          return Positions.indices(shape).get(flat)[axis];
        }
      }
      throw new IllegalStateException();
    }
  }

  private static final class Case {
    final List<Index> items = new ArrayList<>();
    final List<Held> held = new ArrayList<>();

    Case(String text) {
      for (String part : text.equals("-") ? new String[0] : text.split(" ; ")) {
        if (part.endsWith("]")) {
          String[] lists = part.substring(2, part.length() - 1).split("]\\[");
          Held array =
              new Held(Recorded.shape(lists[0]), part.startsWith("b"), Recorded.longs(lists[1]));
          int slot = held.size();
          items.add(
              array.mask()
                  ? Index.mask(array.shape(), array.trueCount(), slot)
                  : Index.integers(array.shape(), slot));
          held.add(array);
        } else {
          items.addAll(IndexParser.parse(part));
        }
      }
    }
  }

  /// The positions of the result one by one, straight from the description of the plan.
  private static long[] gather(IndexPlan plan, List<Held> held) {
    checkPositions(plan, held);
    int at = plan.resultAxis();
    int width = plan.advancedShape().rank();
    int[] kept = plan.keptAxes();
    List<long[]> indices = Positions.indices(plan.shape());
    long[] positions = new long[indices.size()];
    for (int n = 0; n < positions.length; n++) {
      long[] result = indices.get(n);
      long[] inView = new long[plan.view().rank()];
      for (int i = 0; i < kept.length; i++) {
        inView[kept[i]] = result[i < at ? i : i + width];
      }
      long[] common = Arrays.copyOfRange(result, at, at + width);
      for (IndexPlan.IndexedAxis indexed : plan.indexedAxes()) {
        Layout source = Layout.contiguous(indexed.shape()).broadcastTo(plan.advancedShape());
        long flat = Positions.at(source, common);
        Held array = held.get(indexed.slot());
        long i =
            indexed.isMask() ? array.nonzero(indexed.maskAxis(), flat) : array.data()[(int) flat];
        long dim = plan.view().dim(indexed.axis());
        inView[indexed.axis()] = i < 0 ? i + dim : i;
      }
      positions[n] = Positions.at(plan.view(), inView);
    }
    return positions;
  }

  private static void checkPositions(IndexPlan plan, List<Held> held) {
    for (IndexPlan.IndexedAxis indexed : plan.indexedAxes()) {
      long dim = plan.view().dim(indexed.axis());
      for (long i : indexed.isMask() ? new long[0] : held.get(indexed.slot()).data()) {
        if (i < -dim || i >= dim) {
          throw indexed.outOfBounds(i, dim);
        }
      }
    }
  }

  @Test
  void randomIndexExpressionsSelectWhatNumpySelects() {
    int advanced = 0;
    int errors = 0;
    List<String[]> rows = Recorded.table("indices.tsv");
    for (String[] row : rows) {
      Layout layout = Recorded.layout(row[0], row[1], "0");
      Case c = new Case(row[2]);
      String shape;
      String values = "-";
      try {
        IndexPlan plan = IndexPlan.of(layout, c.items);
        advanced += plan.isAdvanced() ? 1 : 0;
        values = Recorded.joined(gather(plan, c.held)); // each element holds its position
        shape = Recorded.joined(plan.shape().toArray());
      } catch (RuntimeException e) {
        errors++;
        shape = Recorded.error(e);
      }
      assertEquals(row[3], shape, String.join(" | ", row));
      assertEquals(row[4], values, String.join(" | ", row));
    }
    assertTrue(advanced > 400 && errors > 50, advanced + " advanced, " + errors + " errors");
  }

  @Test
  void basicIndexingIsAViewWithoutIndexedAxes() {
    Layout layout = Layout.contiguous(Shape.of(2, 3, 4));
    IndexPlan plan = IndexPlan.of(layout, IndexParser.parse("1, ..., None, ::-2"));
    assertEquals(Layout.of(Shape.of(3, 1, 2), new long[] {4, 0, -2}, 15), plan.view());
    assertEquals(plan.view().shape(), plan.shape());
    assertFalse(plan.isAdvanced());
    assertTrue(plan.indexedAxes().isEmpty());
    assertArrayEquals(new int[] {0, 1, 2}, plan.keptAxes());
  }

  @Test
  void indexedDimensionsStayInPlaceIfAdjacentAndGoToTheFrontIfNot() {
    Layout layout = Layout.contiguous(Shape.of(2, 3, 4, 5));
    Index pair = Index.integers(Shape.of(2L), 0);
    assertEquals(Shape.of(2, 2, 4), IndexPlan.of(layout, Index.ALL, pair, Index.ALL, pair).shape());
    IndexPlan adjacent = IndexPlan.of(layout, Index.ALL, pair, pair);
    assertEquals(Shape.of(2, 2, 5), adjacent.shape());
    assertEquals(1, adjacent.resultAxis());
    IndexPlan integer = IndexPlan.of(layout, Index.ALL, Index.at(0), pair);
    assertEquals(Shape.of(2, 2, 5), integer.shape());
    assertEquals(Shape.of(2, 3, 5), IndexPlan.of(layout, Index.at(0), Index.ALL, pair).shape());
  }

  @Test
  void aMaskWithoutAxesAddsOne() {
    Layout layout = Layout.contiguous(Shape.of(3L));
    assertEquals(Shape.of(1, 3), IndexPlan.of(layout, IndexParser.parse("True")).shape());
    assertEquals(Shape.of(0, 3), IndexPlan.of(layout, IndexParser.parse("False")).shape());
  }

  @Test
  void aSecondEllipsisIsRefused() {
    Layout layout = Layout.contiguous(Shape.of(3L));
    List<Index> two = Collections.nCopies(2, Index.ELLIPSIS);
    IndexError error = assertThrows(IndexError.class, () -> IndexPlan.of(layout, two));
    assertEquals("an index can only have a single ellipsis ('...')", error.getMessage());
  }

  @Test
  void aResultOfMoreThan64DimensionsIsRefused() {
    Layout layout = Layout.contiguous(Shape.of(2L));
    List<Index> axes = Collections.nCopies(64, Index.NEWAXIS);
    IndexError error = assertThrows(IndexError.class, () -> IndexPlan.of(layout, axes));
    assertEquals(
        "number of dimensions must be within [0, 64], indexing result would have 65",
        error.getMessage());
  }

  @Test
  void anIndexArrayKnowsHowManyElementsItSelects() {
    assertThrows(ValueError.class, () -> Index.mask(Shape.of(3L), 4, 0));
    assertThrows(ValueError.class, () -> new Index.Advanced(Shape.of(3L), false, 2, 0));
  }
}
