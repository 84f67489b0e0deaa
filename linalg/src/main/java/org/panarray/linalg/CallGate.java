package org.panarray.linalg;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/// Keeps many Java threads from starting too much native work at once, and all of them from working
/// in a library that is about to go.
///
/// OpenBLAS has one pool of threads and may be called from anywhere, but every call that it splits
/// keeps its caller busy waiting beside the pool. So products large enough to be split go one at a
/// time, each with all threads; it would serialize them itself, with spinning callers. Products
/// that it computes in the calling thread run side by side, bounded because each holds one of its
/// buffers, of which it has a fixed number. LAPACK routines are mostly sequential with parallel
/// products inside; as many run as there are processors.
///
/// A process that ends runs OpenBLAS's destructor, which stops its pool. A call that waits for the
/// pool at that moment waits for ever, and the destructor for it. So the gate is closed first.
final class CallGate {
  /// OpenBLAS computes products of up to this many multiplications in the calling thread
  /// (`SMP_THRESHOLD_MIN * GEMM_MULTITHREAD_THRESHOLD` of its build).
  private static final double SPLIT_THRESHOLD = 262144;

  /// Well below the smallest number of buffers that builds are made with.
  private static final int SMALL_CALLS = 64;

  /// How long the end of the process is put off for calls that run, and how long a call that comes
  /// later waits for the end.
  private static final long GRACE_MILLIS = 3_000;

  private final boolean splits;
  private final DeepStack stacks;
  private final int processors =
      Math.clamp(Runtime.getRuntime().availableProcessors(), 1, SMALL_CALLS);
  private final Semaphore large = new Semaphore(1);
  private final Semaphore small = new Semaphore(SMALL_CALLS);
  private final Semaphore factorizations = new Semaphore(processors);
  private volatile boolean closed;

  CallGate(int threads, DeepStack stacks) {
    splits = threads > 1;
    this.stacks = stacks;
  }

  /// Makes a BLAS call of about `multiplications`.
  void product(double multiplications, Runnable call) {
    Semaphore places = splits && multiplications > SPLIT_THRESHOLD ? large : small;
    enter(places);
    try {
      stacks.multiply(call);
    } finally {
      places.release();
    }
  }

  /// What a LAPACK call on a matrix of so many elements returns.
  int factorization(long elements, IntSupplier call) {
    enter(factorizations);
    try {
      return stacks.factorize(elements, call);
    } finally {
      factorizations.release();
    }
  }

  private void enter(Semaphore places) {
    places.acquireUninterruptibly();
    if (closed) {
      places.release();
      refuse();
    }
  }

  /// The process is about to end, and with it the calling thread, unless it is one that the end
  /// waits for.
  private static void refuse() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    boolean interrupted = false;
    for (long left = GRACE_MILLIS; left > 0; ) {
      try {
        Thread.sleep(left);
      } catch (InterruptedException _) {
        interrupted = true;
      }
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    throw new IllegalStateException("OpenBLAS takes no more calls: the process is about to end");
  }

  /// Admits no more calls and waits a while for those that run. Returns whether none does.
  boolean close() {
    closed = true;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS);
    return takeAll(factorizations, processors, end)
        && takeAll(large, 1, end)
        && takeAll(small, SMALL_CALLS, end);
  }

  /// Takes every place, and gives them back so that those who waited for one are refused.
  private static boolean takeAll(Semaphore places, int count, long end) {
    try {
      if (!places.tryAcquire(count, end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
        return false;
      }
    } catch (InterruptedException _) {
      return false;
    }
    places.release(count);
    return true;
  }
}
