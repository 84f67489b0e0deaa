package org.panarray.engine.cpu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.panarray.DType;
import org.panarray.ErrorState;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.FloatingPointError;
import org.panarray.error.ValueError;

class ThreadTeamTest {
  private final int before = ThreadTeam.size();

  @AfterEach
  void restore() {
    ThreadTeam.size(before);
  }

  @Test
  void everyChunkIsDoneOnce() {
    ThreadTeam.size(4);
    assertEveryChunkIsDoneOnce();
  }

  private static void assertEveryChunkIsDoneOnce() {
    for (int round = 0; round < 300; round++) {
      int chunks = 1 + round % 70;
      AtomicIntegerArray done = new AtomicIntegerArray(chunks);
      ThreadTeam.share(1 << 20, chunks, k -> done.incrementAndGet((int) k));
      for (int k = 0; k < chunks; k++) {
        assertEquals(1, done.get(k));
      }
    }
  }

  @Test
  void whatAChunkThrowsReachesTheCallerAndTheTeamGoesOn() {
    ThreadTeam.size(3);
    IllegalStateException thrown = new IllegalStateException("chunk 5");
    for (int round = 0; round < 50; round++) {
      IllegalStateException caught =
          assertThrows(
              IllegalStateException.class,
              () ->
                  ThreadTeam.share(
                      1 << 20,
                      9,
                      k -> {
                        if (k == 5) {
                          throw thrown;
                        }
                      }));
      assertSame(thrown, caught);
    }
    assertEveryChunkIsDoneOnce();
  }

  @Test
  void workInsideAChunkAndOfManyCallersIsDone() throws Exception {
    ThreadTeam.size(4);
    AtomicLong sum = new AtomicLong();
    ThreadTeam.share(1 << 20, 8, k -> ThreadTeam.share(1 << 20, 8, j -> sum.addAndGet(8 * k + j)));
    assertEquals(63 * 64 / 2, sum.get());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Long>> calls = new ArrayList<>();
      for (int c = 0; c < 64; c++) {
        calls.add(
            () -> {
              AtomicLong own = new AtomicLong();
              for (int round = 0; round < 20; round++) {
                ThreadTeam.share(1 << 20, 16, own::addAndGet);
              }
              return own.get();
            });
      }
      for (Future<Long> call : callers.invokeAll(calls)) {
        assertEquals(20 * 120, call.get());
      }
    }
  }

  @Test
  void resultsHaveTheSameBitsForAnyNumberOfThreads() {
    List<NDArray> alone = results(1);
    for (int threads : new int[] {2, 3, 5}) {
      List<NDArray> shared = results(threads);
      for (int k = 0; k < alone.size(); k++) {
        assertArrayEquals(alone.get(k).tobytes(), shared.get(k).tobytes(), "result " + k);
      }
    }
  }

  private static List<NDArray> results(int threads) {
    ThreadTeam.size(threads);
    NDArray x = np.random.defaultRng(3).standardNormal(700, 301);
    NDArray flat = x.ravel();
    List<NDArray> results = new ArrayList<>();
    for (DType type : List.of(np.float64, np.float32, np.int32, np.uint8, np.complex128)) {
      NDArray y = np.abs(x).times(20).astype(type);
      NDArray line = y.ravel();
      results.add(y.plus(y.times(y)));
      results.add(y.plus(y.get(0))); // a row for each row
      results.add(y.transpose().plus(y.transpose()).copy());
      results.add(line.get("::2").plus(line.get("::-2")));
      results.add(line.sum());
      results.add(np.mean(y));
      results.add(y.sum(0));
      results.add(y.sum(1));
      results.add(line.max());
      results.add(np.prod(y.get("0:2")));
      results.add(np.cumsum(line));
    }
    results.add(flat.lt(0).any());
    results.add(np.where(flat.lt(0), flat, 2.0));
    NDArray inPlace = flat.copy();
    np.add(inPlace, 1, Kw.out(inPlace));
    results.add(inPlace);
    return results;
  }

  @Test
  void faultsOfAnyChunkAreTold() {
    ThreadTeam.size(3);
    for (int place : new int[] {0, 40_000, 99_999}) {
      NDArray x = np.ones(100_000);
      x.setDouble(0, place);
      try (var _ = np.errstate(ErrorState.all(ErrorState.Mode.RAISE))) {
        FloatingPointError error = assertThrows(FloatingPointError.class, () -> np.divide(1, x));
        assertEquals("divide by zero encountered in divide", error.getMessage());
      }
    }
  }

  @Test
  void theNumberOfThreadsIsSaidAndChecked() {
    np.threads(2);
    assertEquals(2, np.threads());
    assertThrows(ValueError.class, () -> np.threads(0));
    assertTrue(np.threads() == 2);
  }
}
