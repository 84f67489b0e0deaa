package org.panarray.process;

import static org.panarray.Kw.dtype;
import static org.panarray.Np.np;
import static org.panarray.process.LinalgCall.CHOLESKY;
import static org.panarray.process.LinalgCall.DET;
import static org.panarray.process.LinalgCall.EIGVALS;
import static org.panarray.process.LinalgCall.INV;
import static org.panarray.process.LinalgCall.MATMUL;
import static org.panarray.process.LinalgCall.NORM;
import static org.panarray.process.LinalgCall.SOLVE;
import static org.panarray.process.LinalgCall.SVD;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.panarray.DType;
import org.panarray.NDArray;

/// A program that makes every [LinalgCall] on the threads that have the least stack, to be run in a
/// JVM that may die of it.
final class SmallStacks {
  private SmallStacks() {}

  private static final List<DType> TYPES =
      List.of(np.float64, np.complex128, np.float32, np.complex64);

  /// Where OpenBLAS starts to share a factorization among threads, sizes around it, and large ones.
  private static final int[] CRITICAL = {2, 1, 31, 64, 99, 100, 128, 200};

  /// Makes the calls.
  ///
  /// @param args `some` for those sizes that differ in kind; `all` for all on the smallest stack, those
  ///     of slow routines thinned out; `everywhere` for the same on all
  public static void main(String[] args) throws InterruptedException {
    boolean everywhere = args[0].equals("everywhere");
    boolean all = everywhere || args[0].equals("all");
    // Loading classes takes more stack than the smallest of the threads have; those of the memory
    // pool are loaded for matrices that are not small.
    everything(new int[] {2, 64});
    for (long bytes : new long[] {64 << 10, 256 << 10}) {
      boolean smallest = bytes == 64 << 10;
      Runnable sweep = () -> sweep(smallest ? all : everywhere, smallest);
      Thread small = new Thread(null, sweep, "small", bytes);
      small.start();
      small.join();
    }
    Thread.startVirtualThread(() -> sweep(everywhere, false)).join();
    sweep(everywhere, false);
    System.out.println("done");
  }

  private static void sweep(boolean all, boolean thorough) {
    if (all) {
      everything(sizes());
      run(EnumSet.of(INV, SOLVE, DET, CHOLESKY, MATMUL), every(), TYPES);
    } else if (thorough) {
      everything(CRITICAL);
      int[] around = IntStream.rangeClosed(95, 130).toArray();
      run(EnumSet.of(INV, SOLVE), around, TYPES.subList(0, 1));
    } else {
      run(EnumSet.of(INV, SOLVE, DET, MATMUL), CRITICAL, TYPES.subList(0, 1));
    }
  }

  private static void everything(int[] sizes) {
    run(EnumSet.range(INV, NORM), sizes, TYPES);
    int[] fewer = IntStream.of(sizes).filter(n -> n % 4 < 2).toArray();
    run(EnumSet.range(SVD, EIGVALS), fewer, TYPES.subList(0, 2));
  }

  private static void run(Set<LinalgCall> calls, int[] sizes, List<DType> types) {
    for (DType type : types) {
      for (int n : sizes) {
        NDArray square = matrix(n, n, type);
        NDArray tall = matrix(2L * n, n, type);
        for (LinalgCall call : calls) {
          System.out.println(Thread.currentThread() + " " + call + " " + n + " " + type);
          call.make(square, tall);
        }
      }
    }
  }

  private static int[] every() {
    return IntStream.rangeClosed(1, 300).toArray();
  }

  /// The multiples of 32, and a step to each side of them.
  private static int[] sizes() {
    return IntStream.rangeClosed(1, 300).filter(n -> (n + 1) % 32 <= 2).toArray();
  }

  /// Diagonally dominant, so that no routine refuses it.
  private static NDArray matrix(long rows, long cols, DType type) {
    double[] values =
        LongStream.range(0, rows * cols)
            .mapToDouble(i -> i * 7919 % 1009 / 1009.0 + (i % (cols + 1) == 0 ? 2 * cols : 0))
            .toArray();
    NDArray general = np.array(values, dtype(type)).reshape(rows, cols);
    return rows == cols ? general.plus(general.transpose()) : general;
  }
}
