package org.panarray.engine.cpu.kernel;

import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentLinkedDeque;

/// Java arrays lent for the length of one call, longer than asked for where they were used before.
///
/// A new array is memory that was never touched, or not for long: 30,000 doubles took 2.5 ms to
/// sort in new arrays, and 0.2 in old ones.
final class WorkArrays {
  private static final int KEPT = 8;

  private static final Shelf<long[]> LONGS = new Shelf<>();
  private static final Shelf<int[]> INTS = new Shelf<>();

  private WorkArrays() {}

  /// Arrays that nobody uses, the last one given back in front; the collector may take them.
  private static final class Shelf<A> {
    private final ConcurrentLinkedDeque<SoftReference<A>> free = new ConcurrentLinkedDeque<>();

    @org.jspecify.annotations.Nullable
    A take() {
      SoftReference<A> first = free.poll();
      return first == null ? null : first.get();
    }

    void give(A array) {
      if (free.size() < KEPT) {
        free.push(new SoftReference<>(array));
      }
    }
  }

  static long[] longs(int length) {
    long[] array = LONGS.take();
    return array != null && array.length >= length ? array : new long[length];
  }

  static int[] ints(int length) {
    int[] array = INTS.take();
    return array != null && array.length >= length ? array : new int[length];
  }

  static void give(long[] array) {
    LONGS.give(array);
  }

  static void give(int[] array) {
    INTS.give(array);
  }
}
