package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Np.np;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panarray.error.ValueError;

/// Java's own ways to pad, resize and view; what NumPy says of the rest is in the recorded cases.
class PadTest {
  @Test
  void aMapPadsTheAxesThatItNames() {
    NDArray padded = np.pad(np.ones(2, 2), Map.of(-1, new int[] {1, 2}));
    assertEquals("(2, 5)", padded.shape().toString());
    assertEquals("[0. 1. 1. 0. 0.]", padded.get(0).toString());
  }

  @Test
  void aFunctionFillsEveryLine() {
    NDArray padded =
        np.pad(
            np.arange(4).reshape(2, 2),
            1,
            (vector, width, _) -> {
              vector.at(0).set(-1);
              vector.at(-1).set(width[1] * 10);
            });
    assertEquals(
        List.of(10L, 10L, 10L, 10L), padded.get(":, -1").tolist(), "later axes write last");
    assertEquals("[-1  0  1 10]", padded.get(1).toString());
  }

  @Test
  void aResizedArrayKeepsItsViewsApart() {
    NDArray a = np.arange(3);
    NDArray view = a.get("1:");
    a.resize(5);
    view.at(0).set(9);
    assertArrayEquals(new long[] {0, 1, 2, 0, 0}, a.toLongArray());
    assertThrows(ValueError.class, () -> view.resize(7));
  }

  @Test
  void windowsShareMemoryAndCannotBeWritten() {
    NDArray a = np.arange(6);
    NDArray windows = np.lib.strideTricks.slidingWindowView(a, new long[] {3});
    a.at(2).set(9);
    assertEquals("[9 3 4]", windows.get(2).toString());
    assertThrows(ValueError.class, () -> windows.at(0).set(1));
  }

  @Test
  void stridesThatLeaveTheMemoryAreRefused() {
    assertThrows(
        ValueError.class,
        () -> np.lib.strideTricks.asStrided(np.arange(4), new long[] {3, 3}, new long[] {8, 8}));
  }
}
