package org.panarray.linalg;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Runs large factorizations on a thread with a large stack.
///
/// OpenBLAS's parallel factorizations recurse and keep half a megabyte of job descriptions on the
/// stack at each level, in the thread that calls them. Java threads have a stack of one megabyte by
/// default; beyond it the process dies without a word (seen from 500 x 500 on with two threads,
/// where 2 MB did not suffice and 4 MB did).
final class DeepStack {
  /// Reserved, not committed: only pages that are touched cost memory.
  private static final long STACK_BYTES = 64L << 20;

  /// OpenBLAS factorizes up to 40000 elements in the calling thread; a fresh thread costs less than
  /// a tenth of what smaller ones above this take.
  private static final long SMALL_ELEMENTS = 16_384;

  private DeepStack() {}

  /// The result of the work on a matrix. Memory that belongs to the calling thread alone keeps the
  /// work there.
  static <T> T run(StridedMatrix matrix, Supplier<T> work) {
    if (matrix.rows() * matrix.cols() <= SMALL_ELEMENTS) {
      return work.get();
    }
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
              }
            },
            "panarray-factorization",
            STACK_BYTES);
    if (!matrix.segment().isAccessibleBy(thread)) {
      return work.get();
    }
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException failure) {
      if (failure.getCause() instanceof Error error) {
        throw error;
      }
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }
}
