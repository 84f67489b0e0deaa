package org.panarray.engine.memory;

import java.util.concurrent.atomic.AtomicBoolean;

/// Gives free memory back to the system when it has not been used for a while, on a thread that is
/// there only while some is mapped.
public final class IdleMemory {
  private static final long IDLE_NANOS = 10_000_000_000L;
  private static final long TICK_MILLIS = 2_000;
  private static final long STACK_BYTES = 128 << 10;
  private static final AtomicBoolean WATCHED = new AtomicBoolean();

  private IdleMemory() {}

  /// Called whenever memory is mapped.
  static void watch() {
    if (!WATCHED.get() && WATCHED.compareAndSet(false, true)) {
      Thread watching =
          new Thread(null, IdleMemory::giveBack, "panarray-memory", STACK_BYTES, false);
      watching.setDaemon(true);
      watching.setContextClassLoader(null);
      watching.start();
    }
  }

  private static void giveBack() {
    boolean mapped = true;
    while (mapped) {
      try {
        Thread.sleep(TICK_MILLIS);
      } catch (InterruptedException e) {
        break; // somebody wants the thread to end; the next mapping starts another
      }
      mapped = MemoryPool.trimIdle(System.nanoTime() - IDLE_NANOS);
    }
    WATCHED.set(false);
  }
}
