package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.out;
import static org.panarray.Np.np;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.error.ClosedArrayError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;

/// Work that is put off shows in nothing but time.
class LazyTest {
  private static final int N = 5000;

  private static NDArray numbers() {
    return np.linspace(-3, 3, N);
  }

  @Test
  void largeElementwiseWorkWaitsUntilItIsAskedFor() {
    NDArray x = numbers();
    NDArray y = x.times(2);
    assertTrue(waits(y));
    assertEquals(x.shape(), y.shape());
    assertTrue(waits(y));
    assertSame(y, y.eval());
    assertFalse(waits(y));
    assertFalse(waits(np.eager(() -> x.times(2))));
    assertFalse(waits(np.ones(10).times(2)));
    assertFalse(waits(np.sqrt(x.times(2)).get("1:")));
  }

  private static boolean waits(NDArray array) {
    return ArrayAccess.arrays().deferral(array) != null;
  }

  @Test
  void everyWayOfWritingLeavesWhatWaitsAlone() {
    List<Consumer<NDArray>> writes =
        List.of(
            x -> x.at(0).set(7),
            x -> x.setDouble(7, 0),
            x -> x.fill(7),
            x -> x.at("::2").set(7),
            x -> x.get("1:").at("::3").set(7),
            x -> x.reshape(50, 100).T().fill(7),
            x -> np.multiply(x, 3, out(x)),
            x -> np.add(x.get("1:"), 1, out(x.get(":-1"))),
            x -> x.sort(),
            x -> np.random.defaultRng(1).random(out(x)),
            x -> np.add.at(x, np.array(new long[] {0, 0, 1}), 1),
            x -> np.copyto(x, np.zeros(N)),
            x -> x.toMemorySegment().fill((byte) 0));
    for (Consumer<NDArray> write : writes) {
      NDArray x = numbers().copy();
      NDArray step = x.plus(1);
      NDArray chain = step.times(x).minus(x.get("::-1"));
      NDArray view = x.get("10:4000").times(2);
      write.accept(x);
      NDArray was = numbers();
      assertTrue(np.arrayEqual(was.plus(1), step));
      assertTrue(np.arrayEqual(was.plus(1).times(was).minus(was.get("::-1")), chain));
      assertTrue(np.arrayEqual(was.get("10:4000").times(2), view));
    }
  }

  @Test
  void aResultThatIsWrittenLeavesWhatReadsItAlone() {
    NDArray x = numbers();
    NDArray y = x.times(2);
    NDArray z = y.plus(1);
    y.fill(0);
    assertTrue(np.arrayEqual(numbers().times(2).plus(1), z));
    NDArray w = y.plus(1);
    y.eval().fill(5);
    assertTrue(np.arrayEqual(np.ones(N), w));
  }

  @Test
  void theProgramsOwnMemoryIsReadAtOnce() {
    double[] own = new double[N];
    MemorySegment segment = MemorySegment.ofArray(own);
    NDArray x = np.frombuffer(segment, np.float64);
    NDArray y = x.plus(1);
    segment.set(ValueLayout.JAVA_DOUBLE, 0, 9);
    assertEquals(1.0, y.getDouble(0));
    NDArray z = np.zeros(N);
    MemorySegment shared = z.toMemorySegment();
    NDArray w = z.plus(1);
    shared.set(ValueLayout.JAVA_DOUBLE, 0, 9);
    assertEquals(1.0, w.getDouble(0));
  }

  @Test
  void updatesInPlaceTakeTheChainWithThem() {
    NDArray x = numbers();
    NDArray y = numbers();
    NDArray gradient = x.times(2).plus(1);
    x.minusAssign(gradient.times(0.1));
    y.set(np.eager(() -> y.minus(y.times(2).plus(1).times(0.1))));
    assertTrue(np.arrayEqual(y, x));
    NDArray shifted = numbers();
    np.add(shifted.get(":-1").times(2), shifted.get("1:"), out(shifted.get("1:")));
    NDArray expected = numbers();
    expected.at("1:").set(np.eager(() -> numbers().get(":-1").times(2).plus(numbers().get("1:"))));
    assertTrue(np.arrayEqual(expected, shifted));
  }

  @Test
  void errorsStayOnTheirLine() {
    NDArray x = numbers();
    assertThrows(ValueError.class, () -> x.plus(np.ones(N + 1)));
    NDArray whole = np.arange(N);
    assertThrows(ValueError.class, () -> np.power(whole, np.full(N, -1)));
  }

  @Test
  void aClosedScopesArraysAreErrorsWhetherComputedOrNot() {
    NDArray outside = numbers();
    NDArray late;
    NDArray kept;
    try (var scope = np.scope()) {
      NDArray inside = outside.plus(1).eval();
      late = outside.times(2);
      kept = scope.keep(inside.times(outside));
    }
    assertThrows(ClosedArrayError.class, late::eval);
    assertTrue(np.arrayEqual(numbers().plus(1).times(numbers()), kept));
  }

  @Test
  void faultsAreToldAsTheirLineAskedFor() {
    List<String> told = new ArrayList<>();
    NDArray zero = np.zeros(N);
    NDArray quiet;
    try (ErrorScope _ = np.errstate(ErrorState.all(ErrorState.Mode.IGNORE))) {
      quiet = np.divide(1, zero).plus(1);
    }
    np.setWarningListener((_, text) -> told.add(text));
    try {
      quiet.eval();
      assertEquals(List.of(), told);
      np.log(zero).plus(1);
      assertEquals(List.of("divide by zero encountered in log"), told);
    } finally {
      np.setWarningListener(null);
    }
    NDArray waits = np.divide(1, np.exp(np.full(N, 800.0))).plus(1);
    np.setWarningListener((_, text) -> told.add(text));
    try {
      waits.eval();
    } finally {
      np.setWarningListener(null);
    }
    assertEquals("overflow encountered in exp", told.getLast());
    try (ErrorScope _ = np.errstate(ErrorState.all(ErrorState.Mode.RAISE))) {
      assertThrows(RuntimeException.class, () -> np.divide(1, zero));
    }
  }

  /// Also by the kernel that a chain gets when it runs often.
  @Test
  void aChainThatRunsOftenStillTellsOfFaults() {
    NDArray x = np.linspace(1, 2, 20_000);
    NDArray bad = x.copy();
    bad.setDouble(0, 17);
    List<String> told = new ArrayList<>();
    for (int round = 0; round < 1500; round++) {
      assertEquals(20_000, np.divide(1, np.divide(1, x)).plus(x).eval().size());
    }
    NDArray result = np.divide(1, np.divide(1, bad)).plus(bad);
    np.setWarningListener((_, text) -> told.add(text));
    try {
      assertEquals(0.0, result.getDouble(17));
    } finally {
      np.setWarningListener(null);
    }
    assertEquals(List.of("divide by zero encountered in divide"), told);
  }

  @Test
  void anyThreadMayAskWhileAnotherWrites() throws Exception {
    try (ExecutorService other = Executors.newFixedThreadPool(4)) {
      for (int round = 0; round < 200; round++) {
        NDArray x = np.full(3000, round * 1.0);
        NDArray y = x.plus(1).times(2);
        List<Future<double[]>> asked = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
          asked.add(other.submit(() -> y.toDoubleArray()));
        }
        x.fill(-1);
        for (Future<double[]> each : asked) {
          double[] elements = each.get();
          assertEquals(2.0 * (round + 1), elements[0]);
          assertEquals(2.0 * (round + 1), elements[2999]);
        }
      }
    }
  }

  @Test
  void reductionsOfChainsAreThoseOfArrays() {
    NDArray x = np.random.defaultRng(3).random(300, 70);
    NDArray row = np.random.defaultRng(4).random(70);
    List<Supplier<NDArray>> chains =
        List.of(
            () -> np.square(x.minus(row)),
            () -> x.times(2).gt(1),
            () -> x.times(100).astype(np.int32),
            () -> np.exp(x).astype(np.float32));
    for (Supplier<NDArray> chain : chains) {
      NDArray whole = np.eager(chain);
      same(np.sum(whole), np.sum(chain.get()));
      same(np.max(whole), np.max(chain.get()));
      same(np.any(whole), np.any(chain.get()));
      same(np.mean(whole, axis(1)), np.mean(chain.get(), axis(1)));
      same(np.sum(whole, axis(0)), np.sum(chain.get(), axis(0)));
      same(np.min(whole, axis(-1)), np.min(chain.get(), axis(-1)));
      NDArray twice = chain.get();
      same(np.sum(whole), np.sum(twice));
      same(np.max(whole), np.max(twice));
      same(whole, twice);
    }
    NDArray infinite = np.divide(1, np.zeros(N)).plus(1);
    assertEquals(Double.POSITIVE_INFINITY, np.sum(infinite).asDouble());
  }

  private static void same(NDArray expected, NDArray actual) {
    assertEquals(expected.dtype(), actual.dtype());
    assertEquals(expected.shape(), actual.shape());
    assertArrayEquals(bytes(expected), bytes(actual));
  }

  private static byte[] bytes(NDArray array) {
    return array.tobytes();
  }

  /// Random programs of elementwise steps, views, writes, reductions and scopes.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomProgramsGiveTheSameBytes(long seed) {
    runPrograms(seed * 1000, 40);
  }

  @Test
  @Tag("soak")
  void manyRandomProgramsGiveTheSameBytes() {
    runPrograms(1_000_000, 4000);
  }

  private static void runPrograms(long first, int count) {
    for (long own = first; own < first + count; own++) {
      long seed = own;
      List<byte[]> expected = np.eager(() -> program(seed));
      List<byte[]> actual = program(own);
      assertEquals(expected.size(), actual.size());
      for (int k = 0; k < expected.size(); k++) {
        assertArrayEquals(expected.get(k), actual.get(k), "seed " + own + ", array " + k);
      }
    }
  }

  private static List<byte[]> program(long seed) {
    Random random = new Random(seed);
    List<NDArray> arrays = new ArrayList<>();
    List<byte[]> seen = new ArrayList<>();
    int rows = 1 + random.nextInt(60);
    int columns = 40 + random.nextInt(300);
    for (int k = 0; k < 3; k++) {
      NDArray made = np.random.defaultRng(seed + k).random(rows, columns).plus(0.5);
      arrays.add(k == 2 ? made.astype(np.float32) : k == 1 ? made.copy().T().copy().T() : made);
    }
    for (int step = 0; step < 30; step++) {
      NDArray a = arrays.get(random.nextInt(arrays.size()));
      NDArray b = arrays.get(random.nextInt(arrays.size()));
      switch (random.nextInt(14)) {
        case 0 -> arrays.add(a.plus(b));
        case 1 -> arrays.add(a.times(b).minus(0.25));
        case 2 -> arrays.add(np.sqrt(np.abs(a)));
        case 3 -> arrays.add(np.where(a.gt(b), a, 1.5));
        case 4 -> arrays.add(a.minus(np.mean(b, axis(0))));
        case 5 -> arrays.add(np.tanh(a).plus(a));
        case 6 -> seen.add(np.sum(a).tobytes());
        case 7 -> seen.add(np.max(b, axis(1)).tobytes());
        case 8 -> a.at(random.nextInt(rows)).set(b.get(random.nextInt(rows)));
        case 9 -> a.timesAssign(b.times(0.5).astype(a.dtype()));
        case 10 -> a.at(":, ::2").set(0.75);
        case 11 -> arrays.add(a.get("::-1"));
        case 12 -> np.maximum(a, 0.1, out(a));
        default -> seen.add(b.tobytes());
      }
      if (arrays.size() > 8) {
        arrays.remove(random.nextInt(8));
      }
    }
    arrays.forEach(array -> seen.add(array.tobytes()));
    return seen;
  }
}
