package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.size;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.panarray.random.BitGenerator;

/// Generators that share bits, threads that share a generator, and states that are carried over.
class GeneratorSharingTest {
  private static final int THREADS = 4;
  private static final int CALLS = 200;
  private static final int LENGTH = 7;

  @Test
  void threadsTakeWholeCallsFromTheStream() throws InterruptedException, ExecutionException {
    Generator shared = np.random.defaultRng(3);
    List<Future<double[]>> drawn = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int i = 0; i < CALLS; i++) {
        drawn.add(threads.submit(() -> shared.random(LENGTH).toDoubleArray()));
      }
    }
    List<String> found = new ArrayList<>();
    for (Future<double[]> future : drawn) {
      found.add(Arrays.toString(future.get()));
    }
    List<String> expected = new ArrayList<>();
    Generator alone = np.random.defaultRng(3);
    for (int i = 0; i < CALLS; i++) {
      expected.add(Arrays.toString(alone.random(LENGTH).toDoubleArray()));
    }
    found.sort(null);
    expected.sort(null);
    assertEquals(expected, found);
  }

  @Test
  void generatorsOnTheSameBitsMoveEachOtherOn() {
    BitGenerator bits = np.random.PCG64(5);
    Generator first = np.random.Generator(bits);
    Generator second = np.random.Generator(bits);
    NDArray all = np.random.defaultRng(5).random(2);
    assertEquals(all.getDouble(0), first.random().asDouble());
    assertEquals(all.getDouble(1), second.random().asDouble());
    assertSame(bits, second.bitGenerator());
    assertSame(second, np.random.defaultRng(second));
  }

  @Test
  void legacyStatesAreCarriedOverWithTheirKeptNormal() {
    RandomState source = np.random.RandomState(11);
    source.randn(3);
    RandomState.State state = source.getState();
    assertEquals(true, state.hasGauss());
    RandomState target = np.random.RandomState();
    target.setState(state);
    assertEquals(state, target.getState());
    assertArrayEquals(source.randn(5).toDoubleArray(), target.randn(5).toDoubleArray());
  }

  @Test
  void theGlobalFunctionsFollowTheirSeed() {
    np.random.seed(0);
    assertEquals(1.764052345967664, np.random.randn().asDouble());
    np.random.seed(0);
    assertEquals("[5 0 3 3 7]", np.random.randint(0, 10, 5).toString());
    np.random.seed(0);
    assertEquals(1.764052345967664, np.random.standardNormal(size(2)).getDouble(0));
  }

  @Test
  void unseededGeneratorsDiffer() {
    long first = np.random.defaultRng().bitGenerator().nextLong();
    assertEquals(false, first == np.random.defaultRng().bitGenerator().nextLong());
    np.random.seed();
    double drawn = np.random.rand().asDouble();
    np.random.seed();
    assertEquals(false, drawn == np.random.rand().asDouble());
  }

  @Test
  void shufflingAViewMovesOnlyItsElements() {
    NDArray x = np.arange(20).reshape(4, 5);
    NDArray column = x.get(":, 1");
    np.random.defaultRng(2).shuffle(column);
    NDArray sorted = np.sort(column);
    assertEquals("[ 1  6 11 16]", sorted.toString());
    assertEquals("[ 0  5 10 15]", x.get(":, 0").toString());
    NDArray rows = np.random.defaultRng(2).permuted(x, axis(1));
    assertArrayEquals(np.sum(x, axis(1)).toLongArray(), np.sum(rows, axis(1)).toLongArray());
  }

  @Test
  void randomNamesItself() {
    assertEquals("Generator(PCG64)", np.random.defaultRng(1).toString());
    assertEquals("RandomState(MT19937)", np.random.RandomState(1).toString());
  }
}
