package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// How much is taken before the collector is asked what is still in use.
///
/// All that is taken counts, fresh or used before: where only fresh mappings did, each collection
/// let another window be mapped, and results of 2.4 MB met fresh pages for as long as the program
/// ran (8.7 ms for a sum that takes 0.1).
///
/// A small window costs collections, a large one fresh pages, once, and caches for ever: blocks
/// that are used in turn drive each other out. So the window begins small and doubles whenever the
/// collections since have cost as much time as touching another window's pages will; at worst that
/// is twice what the best window would have cost (ski rental). What pages cost is measured as they
/// come, for it differs by 50: 0.05 ms a megabyte in huge pages, 2 where a virtual machine's host
/// has not given them before. Beyond 256 MB it doubles only while collections take more than half
/// of the time, as those of a program with many objects do. Where most of what was taken is still
/// in use, the window is as large as all that is.
final class CollectionWindow {
  private static final long LEAST = 32 << 20;
  private static final long MOST = 256 << 20;
  private static final int SAMPLES = 8; // that the mean looks back
  private static final int SMALL_PAGE = 4096;
  private static final int MEMORY_SHARE = 10; // of which one may be the window

  private long bytes = LEAST;
  private long taken; // when the last collection ended
  private long ended = System.nanoTime();
  private long spent; // nanoseconds of collections since the window grew
  private double nanosPerByte = 0;

  /// Touches the pages of a fresh mapping all of which will be used soon, and learns what they
  /// cost.
  void touch(MemorySegment memory) {
    if (memory.byteSize() >= NativeMemory.HUGE_PAGE) {
      learn(touch(memory, NativeMemory.HUGE_PAGE));
    }
  }

  private synchronized void learn(double pageCost) {
    nanosPerByte += (pageCost - nanosPerByte) / SAMPLES;
  }

  /// Nanoseconds a byte that the system takes for pages at their first use.
  private static double touch(MemorySegment memory, long bytes) {
    long start = System.nanoTime();
    for (long at = 0; at < bytes; at += SMALL_PAGE) {
      memory.set(JAVA_BYTE, at, (byte) 0);
    }
    return (double) (System.nanoTime() - start) / bytes;
  }

  /// Whether the collector is to be asked before so many bytes are mapped.
  ///
  /// @param takenBytes how many were taken since the process began
  synchronized boolean isPassed(long size, long takenBytes, long live) {
    return takenBytes - taken + size > bytes && live > size / 2;
  }

  /// Whether most of what was taken since the last collection is still in use, or too old for a
  /// collection of the young generation, which found so many bytes.
  synchronized boolean isMostlyKept(long takenBytes, long found) {
    return found < (takenBytes - taken) / 2;
  }

  /// Notes a collection that has just ended, and what it found of what was in use.
  synchronized void collected(long start, long takenBytes, long before, long after) {
    long now = System.nanoTime();
    long nanos = now - start;
    boolean busy = nanos > (now - ended) / 2;
    boolean found = !isMostlyKept(takenBytes, before - after);
    ended = now;
    taken = takenBytes;
    spent += nanos;
    boolean paid = spent > bytes * nanosPerByte;
    if (found && paid && (bytes < MOST || busy && bytes < MemoryLimit.BYTES / MEMORY_SHARE)) {
      bytes = 2 * bytes;
      spent = 0;
    }
    bytes = Math.max(bytes, found ? 0 : after);
  }
}
