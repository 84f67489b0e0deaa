package org.panarray.linalg;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A thread for what a process does once: classes that are initialised on a stack that is nearly
/// full overflow it, and the JVM remembers that they did, for the rest of the process.
///
/// A class of its own and no lambda with a future: these would initialise more on the full stack.
final class FreshStack<T> extends Thread {
  /// What the loader of bytedeco, which unpacks a jar, does with to spare.
  private static final long BYTES = 1 << 20;

  private final Supplier<T> work;
  private @Nullable T result;
  private @Nullable Throwable failure;

  private FreshStack(Supplier<T> work) {
    super(null, null, "panarray-first-call", BYTES, false);
    this.work = work;
  }

  /// What `work` gives.
  static <T> T call(Supplier<T> work) {
    FreshStack<T> thread = new FreshStack<>(work);
    thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
    thread.setDaemon(true);
    thread.start();
    thread.await();
    if (thread.failure != null) {
      throw NativeFailure.of(thread.failure);
    }
    return java.util.Objects.requireNonNull(thread.result);
  }

  @Override
  public void run() {
    try {
      result = work.get();
    } catch (Throwable thrown) {
      failure = thrown;
    }
  }

  /// Not given up when interrupted, for others wait for the same result; told of it afterwards.
  private void await() {
    boolean interrupted = false;
    while (isAlive()) {
      try {
        join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
