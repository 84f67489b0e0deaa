package org.panarray.linalg;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;

/// Keeps many Java threads from starting too much native work at once.
///
/// OpenBLAS has one pool of threads and may be called from anywhere, but every call that it splits
/// keeps its caller busy waiting beside the pool. So products large enough to be split go one at a
/// time, each with all threads; it would serialize them itself, with spinning callers. Products
/// that it computes in the calling thread run side by side, bounded because each holds one of its
/// buffers, of which it has a fixed number. LAPACK routines are mostly sequential with parallel
/// products inside; as many run as there are processors.
final class CallGate {
  /// OpenBLAS computes products of up to this many multiplications in the calling thread
  /// (`SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD` of its build).
  private static final double SPLIT_THRESHOLD = 262144;

  /// Well below the smallest number of buffers that builds are made with.
  private static final int SMALL_CALLS = 64;

  private final boolean splits;
  private final ReentrantLock large = new ReentrantLock();
  private final Semaphore small = new Semaphore(SMALL_CALLS);
  private final Semaphore factorizations =
      new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, SMALL_CALLS));

  CallGate(int threads) {
    splits = threads > 1;
  }

  /// Runs a BLAS call of about `multiplications`.
  void product(double multiplications, Runnable call) {
    if (splits && multiplications > SPLIT_THRESHOLD) {
      large.lock();
      try {
        call.run();
      } finally {
        large.unlock();
      }
      return;
    }
    small.acquireUninterruptibly();
    try {
      call.run();
    } finally {
      small.release();
    }
  }

  void enterFactorization() {
    factorizations.acquireUninterruptibly();
  }

  void leaveFactorization() {
    factorizations.release();
  }
}
