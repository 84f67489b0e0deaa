package org.panarray.engine.cpu;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// The threads that share the work of one call, as many as `PANARRAY_NUM_THREADS` or [#size(int)]
/// says, else one for each processor.
///
/// Work is cut into chunks, which the caller and its helpers claim one by one. The caller waits
/// only for chunks that a helper has begun, never for a helper that has not come: a half for each
/// of two threads and a wait took 100 to 240 us where the helper was parked, 5 ms where its
/// processor was busy (measured). Helpers look for more work for a while, then park; waking one
/// costs some microseconds, so small work wakes them rarely. One call is shared at a time: a second
/// one that comes meanwhile, from another thread or from inside a chunk, does its work alone.
final class ThreadTeam {
  /// The least elements that are worth sharing, and what a chunk should have.
  static final int SHARED = 32 << 10;

  static final int CHUNK = 16 << 10;

  private static final int LARGE = 128 << 10; // elements for which helpers are woken each time
  private static final long SPIN_NANOS = 300_000;
  private static final long NAP_NANOS = 1_000_000; // between two wakings for small work
  private static final int PATIENCE =
      1 << 12; // looks at a helper's chunk before it may use the core
  private static final long STACK_BYTES = 512 << 10;
  private static final int MOST = 256;

  private static final AtomicReference<@Nullable Work> CURRENT = new AtomicReference<>();
  private static volatile int size = fromEnvironment(System.getenv("PANARRAY_NUM_THREADS"));
  private static volatile Helper[] helpers = {};
  private static volatile long woken;

  private ThreadTeam() {}

  /// How many threads share the work of a call, the caller among them.
  static int size() {
    return size;
  }

  /// Sets how many threads share the work of a call.
  static void size(int threads) {
    if (threads < 1 || threads > MOST) {
      throw new ValueError("threads must be 1 to " + MOST + ", not " + threads);
    }
    size = threads;
  }

  private static int fromEnvironment(@Nullable String text) {
    if (text != null && text.strip().matches("[0-9]{1,3}")) {
      return Math.clamp(Integer.parseInt(text.strip()), 1, MOST);
    }
    return Math.min(Runtime.getRuntime().availableProcessors(), MOST);
  }

  /// Whether work on so many elements should be shared.
  static boolean isWorthSharing(long elements) {
    return elements >= SHARED && size > 1;
  }

  /// Does chunks 0, 1, ... of some work, in any order, on any threads; all are done on return.
  ///
  /// @param elements all chunks have together
  static void share(long elements, long chunks, LongConsumer chunk) {
    Work work = new Work(chunks, chunk);
    if (size > 1 && chunks > 1 && CURRENT.compareAndSet(null, work)) {
      wake(elements, Math.min(size, chunks) - 1);
      work.join();
      CURRENT.set(null);
      work.await();
    } else {
      work.join();
    }
    work.rethrow();
  }

  private static void wake(long elements, long count) {
    if (elements < LARGE) {
      long now = System.nanoTime();
      if (now - woken < NAP_NANOS) {
        return;
      }
      woken = now;
    }
    Helper[] team = helpers;
    if (team.length < count) {
      team = enlarge((int) count);
    }
    for (int k = 0; k < count; k++) {
      team[k].wake();
    }
  }

  private static synchronized Helper[] enlarge(int count) {
    Helper[] team = helpers;
    if (team.length < count) {
      Helper[] larger = Arrays.copyOf(team, count);
      for (int k = team.length; k < count; k++) {
        larger[k] = new Helper(k);
      }
      helpers = larger;
      team = larger;
    }
    return team;
  }

  /// The chunks of one call.
  private static final class Work {
    private final long chunks;
    private final LongConsumer chunk;
    private final AtomicLong claimed = new AtomicLong();
    private final AtomicLong done = new AtomicLong();
    private volatile @Nullable Throwable failure;

    Work(long chunks, LongConsumer chunk) {
      this.chunks = chunks;
      this.chunk = chunk;
    }

    boolean isOpen() {
      return claimed.get() < chunks;
    }

    /// Does chunks until none is left to claim.
    void join() {
      long k;
      while ((k = claimed.getAndIncrement()) < chunks) {
        try {
          chunk.accept(k);
        } catch (RuntimeException | Error e) {
          failure = e;
        } finally {
          done.incrementAndGet();
        }
      }
    }

    @SuppressWarnings("ThreadPriorityCheck") // a helper that waits for this very core may have it
    void await() {
      for (int looks = 0; done.get() < chunks; looks++) {
        if (looks < PATIENCE) {
          Thread.onSpinWait();
        } else {
          Thread.yield();
        }
      }
    }

    void rethrow() {
      switch (failure) {
        case null -> {}
        case RuntimeException e -> throw e;
        case Throwable e -> throw (Error) e;
      }
    }
  }

  /// One thread that looks for work.
  private static final class Helper implements Runnable {
    private final Thread thread;
    private volatile boolean parked;

    Helper(int number) {
      thread = new Thread(null, this, "panarray-" + (number + 1), STACK_BYTES, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(null);
      thread.start();
    }

    void wake() {
      if (parked) {
        LockSupport.unpark(thread);
      }
    }

    @Override
    public void run() {
      long last = System.nanoTime();
      while (true) {
        Work work = CURRENT.get();
        if (work != null && work.isOpen()) {
          work.join();
          last = System.nanoTime();
        } else if (System.nanoTime() - last < SPIN_NANOS) {
          Thread.onSpinWait();
        } else {
          parked = true;
          Work late = CURRENT.get(); // published before the flag was seen
          if (late == null || !late.isOpen()) {
            LockSupport.park(this);
          }
          parked = false;
          last = System.nanoTime();
        }
      }
    }
  }
}
