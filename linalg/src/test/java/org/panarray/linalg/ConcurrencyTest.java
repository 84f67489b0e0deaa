package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class ConcurrencyTest {
  private static final int THREADS = 8;

  @Test
  void eightThreadsMultiplyAndFactorizeWithoutDisturbingEachOther() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int seed = 300 + thread;
        running.add(threads.submit(() -> work(seed)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static void work(int seed) {
    LinearAlgebra algebra = LinearAlgebra.get();
    try (Arena arena = Arena.ofConfined()) {
      Samples near = new Samples(seed, arena);
      Samples heap = new Samples(seed, null);
      for (int turn = 0; turn < 6; turn++) {
        multiply(algebra, near, 130 + turn);
        multiply(algebra, heap, 130 + turn);
        multiply(algebra, near, 5);
        multiply(algebra, heap, 5);
        StridedMatrix a = near.matrix(ScalarKind.F64, 60, 60, Samples.Layout.C);
        StridedMatrix u = near.empty(ScalarKind.F64, 60, 60, Samples.Layout.C);
        StridedMatrix vh = near.empty(ScalarKind.F64, 60, 60, Samples.Layout.C);
        StridedVector s = near.emptyVector(ScalarKind.F64, 60, 1);
        assertEquals(0, algebra.svd(a, u, s, vh));
        Dense scaled = Dense.load(u);
        for (int col = 0; col < 60; col++) {
          scaled.scaleColumn(col, 0, Dense.load(s.asColumn()).re()[col], 0);
        }
        Dense back = DenseProduct.of(scaled, Dense.load(vh));
        assertTrue(Samples.distance(Dense.load(a), back) < 1e-11);
      }
    }
  }

  private static void multiply(LinearAlgebra algebra, Samples samples, int n) {
    StridedMatrix a = samples.matrix(ScalarKind.F64, n, n, Samples.Layout.C);
    StridedMatrix b = samples.matrix(ScalarKind.F64, n, n, Samples.Layout.FORTRAN);
    StridedMatrix c = samples.empty(ScalarKind.F64, n, n, Samples.Layout.C);
    algebra.gemm(Op.NONE, Op.NONE, 1, a, b, 0, c);
    Dense expected = DenseProduct.of(Dense.load(a), Dense.load(b));
    assertTrue(Samples.distance(expected, Dense.load(c)) < 1e-11);
  }
}
