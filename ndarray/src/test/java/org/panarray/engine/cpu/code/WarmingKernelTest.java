package org.panarray.engine.cpu.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

class WarmingKernelTest {
  private static final Expr X = new Expr.Arg(0, ElementType.FLOAT64);
  private static final Expr Y = new Expr.Arg(1, ElementType.FLOAT64);
  private static final Expr SUM = new Expr.Apply(ScalarOp.ADD, List.of(X, Y), ElementType.FLOAT64);
  private static final int N = 3000;

  private final double[] x = new double[N];
  private final double[] y = new double[N];
  private final double[] expected = new double[N];

  WarmingKernelTest() {
    for (int i = 0; i < N; i++) {
      x[i] = i * 0.37 - 5;
      y[i] = 1.0 / (i + 1);
      expected[i] = x[i] + y[i];
    }
  }

  private double[] added(Kernel kernel) {
    double[] sums = new double[N];
    kernel.run(
        N,
        MemorySegment.ofArray(sums),
        0,
        8,
        MemorySegment.ofArray(x),
        0,
        8,
        MemorySegment.ofArray(y),
        0,
        8,
        null,
        0,
        0);
    return sums;
  }

  @Test
  void theTrueKernelTakesOverWhenItIsQuick() throws InterruptedException {
    Kernels kernels = new Kernels(true, true);
    WarmingKernel first =
        assertInstanceOf(WarmingKernel.class, kernels.map(SUM, 0, false, Home.ANY));
    assertArrayEquals(expected, added(first));
    long end = System.nanoTime() + 60_000_000_000L;
    while (first.ready() == null && System.nanoTime() < end) {
      assertArrayEquals(expected, added(first));
    }
    Kernel ready = Objects.requireNonNull(first.ready(), "the kernel never became quick");
    assertSame(ready, kernels.map(SUM, 0, false, Home.ANY));
    assertArrayEquals(expected, added(first));
    assertArrayEquals(expected, added(ready));
  }
}
