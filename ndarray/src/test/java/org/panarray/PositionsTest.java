package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Kw.ELLIPSIS;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.mode;
import static org.panarray.Kw.returnCounts;
import static org.panarray.Kw.returnIndex;
import static org.panarray.Kw.sparse;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.result.IndexedElement;
import org.panarray.result.UniqueResult;

/// What the recorded cases of NumPy cannot ask: Java's own ways to sort, take, put and walk.
class PositionsTest {

  @Test
  void nonzeroStandsAsAnIndex() {
    NDArray a = np.array(new int[][] {{0, 3, 0}, {5, 0, 7}});
    assertArrayEquals(new long[] {3, 5, 7}, a.get((Object[]) np.nonzero(a)).toLongArray());
  }

  @Test
  void anOpenGridStandsAsAnIndex() {
    NDArray a = np.arange(12).reshape(3, 4);
    NDArray corners = a.get((Object[]) np.ix_(new int[] {0, 2}, new int[] {0, 3}));
    assertEquals("[[ 0  3]\n [ 8 11]]", corners.toString());
  }

  @Test
  void anElementTakenByIntegersIsAValueOfItsOwn() {
    NDArray a = np.arange(3);
    NDArray first = a.get(0);
    NDArray last = a.get("-1");
    a.at(0).set(a.get(1));
    a.at(1).set(first);
    a.plusAssign(10);
    last.plusAssign(100);
    assertArrayEquals(new long[] {11, 10, 12}, a.toLongArray());
    assertEquals(0, first.asLong());
    assertEquals(102, last.asLong());
    for (NDArray element : a) {
      element.timesAssign(0);
    }
    assertArrayEquals(new long[] {11, 10, 12}, a.toLongArray());
  }

  @Test
  void zeroDimensionalIndexArraysCopyAndTheEllipsisDoesNot() {
    NDArray a = np.arange(6).reshape(2, 3);
    a.get(np.array(1)).at(ELLIPSIS).set(9);
    a.get(ELLIPSIS, np.array(0)).at(ELLIPSIS).set(9);
    assertArrayEquals(new long[] {0, 1, 2, 3, 4, 5}, a.toLongArray());
    a.get(0, 1, ELLIPSIS).at(ELLIPSIS).set(7);
    a.at(np.array(1)).plusAssign(10);
    assertArrayEquals(new long[] {0, 7, 2, 13, 14, 15}, a.toLongArray());
  }

  @Test
  void flatElementsHaveNoAxisToAdd() {
    assertThrows(IndexError.class, () -> np.arange(6).flat().get(null));
  }

  @Test
  void sortingAViewSortsThePartOfItsArray() {
    NDArray a = np.array(new long[][] {{3, 1, 2}, {9, 8, 7}});
    a.get("1, ::-1").sort();
    assertArrayEquals(new long[] {3, 1, 2, 9, 8, 7}, a.toLongArray());
    a.T().sort(0);
    assertArrayEquals(new long[] {1, 2, 3, 7, 8, 9}, a.toLongArray());
  }

  @Test
  void partitioningInPlacePutsTheElementWhereASortWould() {
    NDArray a = np.array(new int[] {5, 1, 4, 2, 3});
    a.partition(2);
    assertEquals(3, a.getLong(2));
  }

  @Test
  void puttingReachesEveryLayout() {
    NDArray a = np.zeros(new long[] {2, 3}, DType.INT64);
    a.T().put(new long[] {1, -1}, new long[] {7, 8});
    assertArrayEquals(new long[] {0, 0, 0, 7, 0, 8}, a.toLongArray());
    a.get("::-1").put(100, 9, mode("clip"));
    assertEquals(9, a.getLong(0, 2));
  }

  @Test
  void puttingOutsideIsRefusedBeforeAnythingIsWritten() {
    NDArray a = np.zeros(new long[] {2, 3}, DType.INT64);
    IndexError error =
        assertThrows(IndexError.class, () -> a.T().put(new long[] {1, 6}, new long[] {7, 8}));
    assertEquals("index 6 is out of bounds for axis 0 with size 6", error.getMessage());
    assertEquals(0, np.countNonzero(a).asLong());
  }

  @Test
  void flatElementsReadAndWriteInTheOrderOfTheIndices() {
    NDArray a = np.arange(6).reshape(2, 3).T();
    FlatElements flat = a.flat();
    assertEquals(6, flat.len());
    assertEquals(3, flat.get(1).asLong());
    flat.set("1:4", new long[] {70, 71, 72});
    assertArrayEquals(new long[] {0, 70, 71, 72, 2, 5}, flat.copy().toLongArray());
    flat.set(-1, 9);
    assertEquals(9, a.getLong(2, 1));
    List<Long> seen = new ArrayList<>();
    for (NDArray element : flat) {
      seen.add(element.asLong());
    }
    assertEquals(List.of(0L, 70L, 71L, 72L, 2L, 9L), seen);
  }

  @Test
  void indicesAndElementsAreWalkedInCOrder() {
    List<String> seen = new ArrayList<>();
    for (IndexedElement at : np.ndenumerate(np.arange(4).reshape(2, 2).T())) {
      seen.add(at.index()[0] + "," + at.index()[1] + "=" + at.element());
    }
    assertEquals(List.of("0,0=0", "0,1=2", "1,0=1", "1,1=3"), seen);
    int count = 0;
    for (long[] index : np.ndindex(2, 0, 3)) {
      count += index.length;
    }
    assertEquals(0, count);
  }

  @Test
  void uniqueGivesThePartsAskedFor() {
    UniqueResult result =
        np.unique(new int[] {3, 1, 3, 2, 1}, returnIndex(true), returnCounts(true));
    assertArrayEquals(new long[] {1, 2, 3}, result.values().toLongArray());
    assertArrayEquals(new long[] {1, 3, 0}, result.index().toLongArray());
    assertArrayEquals(new long[] {2, 1, 2}, result.counts().toLongArray());
    List<NDArray> parts = new ArrayList<>();
    result.forEach(parts::add);
    assertEquals(3, parts.size());
  }

  @Test
  void gridsAreWrittenAsText() {
    assertEquals("[0.   0.25 0.5  0.75 1.  ]", np.mgrid.get("0:1:5j").toString());
    assertEquals("(2, 2, 3)", np.mgrid.get("0:2, 0:3").shape().toString());
    assertArrayEquals(new long[] {1, 2, 3, 9}, np.r_.get("1:4", 9).toLongArray());
    NDArray[] open = np.ogrid.get("0:2", "0:3");
    assertEquals("(1, 3)", open[1].shape().toString());
    assertEquals(
        "(2, 3)", np.arange(24).reshape(4, 6).get(np.s_.get("::2, 3:")).shape().toString());
    assertThrows(ValueError.class, () -> np.mgrid.get("0"));
  }

  @Test
  void indicesOfMasksAndSparseGrids() {
    NDArray[] upper = np.maskIndices(3, np::triu, 1);
    assertArrayEquals(new long[] {0, 0, 1}, upper[0].toLongArray());
    assertArrayEquals(new long[] {1, 2, 2}, upper[1].toLongArray());
    NDArray[] grid = np.indices(new long[] {2, 3}, sparse(true));
    assertEquals("(2, 1)", grid[0].shape().toString());
    assertEquals("(1, 3)", grid[1].shape().toString());
  }

  @Test
  void takingWritesIntoOut() {
    NDArray out = np.zeros(2, DType.INT64);
    NDArray a = np.arange(6).reshape(2, 3);
    NDArray result = np.take(a, 1, axis(1), Kw.out(out));
    assertEquals(out, result);
    assertArrayEquals(new long[] {1, 4}, out.toLongArray());
  }
}
