package org.panarray.linalg;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.Test;

/// A parallel factorization needs more stack than a Java thread has; without [DeepStack] the process
/// would die here.
class DeepStackTest {
  @Test
  void aLargeMatrixIsFactorizedFromAThreadWithASmallStack() throws InterruptedException {
    int n = 600;
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * n + i] = 2;
    }
    StridedMatrix a = StridedMatrix.rowMajor(MemorySegment.ofArray(values), n, n, ScalarKind.F64);
    double[] result = new double[n * n];
    StridedMatrix inverse =
        StridedMatrix.rowMajor(MemorySegment.ofArray(result), n, n, ScalarKind.F64);
    int[] info = {-1};
    Thread small =
        new Thread(
            null, () -> info[0] = LinearAlgebra.get().inverse(a, inverse), "small", 256 << 10);
    small.start();
    small.join();
    assertEquals(0, info[0]);
    assertEquals(0.5, result[n + 1]);
    assertEquals(0.0, result[n]);
  }
}
