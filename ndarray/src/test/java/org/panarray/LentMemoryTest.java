package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Np.np;

import java.lang.foreign.Arena;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// Arrays over the program's own memory, which may close it at any time, and writers side by side.
class LentMemoryTest {
  private static final long LARGE = 100_000;

  /// A kernel of each kind.
  private static final List<UnaryOperator<NDArray>> CALLS =
      List.of(
          x -> x.plus(1),
          x -> x.sum(),
          x -> x.max(),
          x -> np.cumsum(x),
          x -> x.argmax(),
          x -> x.get("::2").plus(1),
          x -> x.get(np.array(new long[] {1, 50_000})),
          x -> x.get(x.gt(3)),
          x -> np.flatnonzero(x),
          x -> np.sort(x),
          x -> np.argsort(x),
          x -> np.searchsorted(x, x),
          x -> np.concatenate(List.of(x, x)),
          x -> {
            x.at(np.array(new long[] {1, 2})).set(1);
            return x;
          },
          x -> {
            np.add.at(x, np.array(new long[] {1, 2}), 1);
            return x;
          });

  @Test
  void memoryOfAClosedArenaIsAnExceptionAndNoCrash() {
    for (DType dtype : List.of(np.float64, np.uint8, np.int16, np.bool_)) {
      for (UnaryOperator<NDArray> call : CALLS) {
        NDArray x;
        try (Arena arena = Arena.ofConfined()) {
          x = np.frombuffer(arena.allocate(dtype.itemsize() * LARGE), dtype);
        }
        assertThrows(IllegalStateException.class, () -> call.apply(x), dtype.name());
      }
    }
  }

  @Test
  void memoryThatIsClosedMeanwhileIsAnExceptionAndNoCrash() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int round = 0; round < 40; round++) {
        for (UnaryOperator<NDArray> call : CALLS) {
          Arena arena = Arena.ofShared();
          NDArray x = np.frombuffer(arena.allocate(LARGE), np.uint8);
          Future<?> closing = other.submit(() -> closeSoon(arena));
          try {
            NDArray _ = call.apply(x);
          } catch (IllegalStateException e) {
            assertEquals("Already closed", e.getMessage());
          }
          boolean _ = Thread.interrupted(); // so the JDK wakes who waits, to tell of the closing
          closing.get();
        }
      }
    }
  }

  /// Or when nobody reads any more: a segment in use refuses, and it is asked again.
  private static void closeSoon(Arena arena) {
    while (arena.scope().isAlive()) {
      try {
        arena.close();
      } catch (IllegalStateException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void writersOfOneArrayLeaveEachOthersElementsAlone() throws Exception {
    NDArray shared = np.zeros(2000);
    NDArray left = shared.get(":1000");
    NDArray right = shared.get("1000:");
    NDArray large = np.ones(LARGE).get(":1000");
    NDArray places = np.arange(1000);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          other.submit(
              () -> {
                for (int k = 0; k < 5000; k++) {
                  np.add(large, k, Kw.out(left));
                  np.add.at(left, places, 1);
                }
              });
      for (int k = 0; k < 5000; k++) {
        right.at(places).set(k);
        assertEquals(1000.0 * k, right.sum().asDouble());
      }
      writing.get();
    }
    assertEquals(1000.0 * 5001, left.sum().asDouble());
  }
}
