package org.panarray.linalg;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives OpenBLAS the stack that it needs, whatever thread calls.
///
/// Measured on painted stacks (two threads, SkylakeX and Haswell kernels): the parallel LU
/// factorization behind `getrf` and `gesv` takes 545 kB for each level of its recursion, 4.3 MB in
/// all; nothing else measured takes more than 45 kB, and the static frames of the rest bound it by
/// 65 kB. Those 65 kB every Java thread has, the smallest and the carriers of virtual threads
/// included: HotSpot enters no method that would leave less than 80 kB of its stack
/// (`StackShadowPages`) and throws a `StackOverflowError` instead.
///
/// So the parallel factorizations run on threads of their own, whose stacks are as large as the
/// library's own figures ask for; the rest stays with its caller.
final class DeepStack {
  /// OpenBLAS factorizes fewer elements than this in the calling thread: for `getrf` those of the
  /// matrix, for `gesv` those of the right-hand sides, of some kinds four times as many.
  private static final long SEQUENTIAL_ELEMENTS = 10_000;

  /// The largest build for which callers' stacks were found to do: descriptions of work are arrays
  /// with an entry for each thread that a build may ever have.
  private static final int MEASURED_THREADS = 64;

  /// Builds for more threads than this take the descriptions of jobs from the heap.
  private static final int LARGEST_ON_STACK = 80;

  /// A panel is halved at each level, from at most some thousand columns to a handful.
  private static final int LEVELS = 16;

  private static final Pattern MAX_THREADS = Pattern.compile("MAX_THREADS=(\\d+)");

  private final long callersElements;
  private final boolean callersMultiply;
  private final ThreadPoolExecutor threads;

  private DeepStack(long callersElements, boolean callersMultiply, long bytes) {
    this.callersElements = callersElements;
    this.callersMultiply = callersMultiply;
    // [CallGate] admits as many factorizations as there are processors, so that this many suffice.
    threads =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            5,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
              Thread thread = new Thread(null, work, "panarray-factorization", bytes, false);
              thread.setDaemon(true);
              return thread;
            });
  }

  static DeepStack of(OpenBlasLibrary.Loaded library, int threads) {
    Matcher most = MAX_THREADS.matcher(library.text("openblas_get_config"));
    boolean told = most.find();
    int maxThreads = told ? Integer.parseInt(most.group(1)) : LARGEST_ON_STACK;
    boolean measured = told && maxThreads <= MEASURED_THREADS;
    // A library of the user's may be of any version, some of which start threads for any size.
    long elements =
        !measured ? 0 : threads == 1 ? Long.MAX_VALUE : library.own() ? SEQUENTIAL_ELEMENTS : 0;
    return new DeepStack(elements, measured, bytes(maxThreads));
  }

  /// The stack of a parallel factorization in a build for at most so many threads.
  static long bytes(int maxThreads) {
    long jobs = maxThreads <= LARGEST_ON_STACK ? 128L * maxThreads * maxThreads : 0;
    return LEVELS * (jobs + 512L * maxThreads) + (1 << 20);
  }

  /// What the call of a LAPACK routine on so many elements returns. Memory that belongs to the
  /// calling thread alone must be passed as a bare address.
  int factorize(long elements, IntSupplier call) {
    if (elements < callersElements) {
      return call.getAsInt();
    }
    try {
      // Not interruptible: the routine writes into memory that the caller would free.
      return CompletableFuture.supplyAsync(call::getAsInt, threads).join();
    } catch (CompletionException failure) {
      throw NativeFailure.of(failure.getCause());
    }
  }

  /// Makes the call of a BLAS routine.
  void multiply(Runnable call) {
    if (callersMultiply) {
      call.run();
    } else {
      factorize(
          Long.MAX_VALUE,
          () -> {
            call.run();
            return 0;
          });
    }
  }
}
