package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;

/// How much is mapped before the collector is asked what is still in use.
///
/// A small window costs collections, a large one fresh pages, once, and caches for ever: blocks
/// that are used in turn drive each other out. So the window begins small and doubles whenever the
/// collections since have cost as much time as touching another window's pages will; at worst that
/// is twice what the best window would have cost (ski rental). What pages cost is measured as they
/// come, for it differs by 50: 0.05 ms a megabyte in huge pages, 2 where a virtual machine's host
/// has not given them before. Where most of what was mapped is in use, the window is as large as
/// that.
final class CollectionWindow {
  private static final long LEAST = 64 << 20;
  private static final long MOST = 256 << 20;
  private static final int SAMPLES = 8; // that the mean looks back
  private static final int SMALL_PAGE = 4096;

  private long bytes = LEAST;
  private long mapped; // since the last collection
  private long spent; // nanoseconds of collections since the window grew
  private double nanosPerByte = 0;

  /// Counts a fresh mapping.
  ///
  /// @param whole whether all of it will be used soon, so that its pages can be touched here
  void mapped(MemorySegment memory, boolean whole) {
    if (whole && memory.byteSize() >= NativeMemory.HUGE_PAGE) {
      learn(touch(memory, NativeMemory.HUGE_PAGE));
    }
    count(memory.byteSize());
  }

  private synchronized void learn(double pageCost) {
    nanosPerByte += (pageCost - nanosPerByte) / SAMPLES;
  }

  private synchronized void count(long fresh) {
    mapped += fresh;
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
  synchronized boolean isPassed(long size, long live) {
    return mapped + size > bytes && live > size / 2;
  }

  /// Notes what a collection took, and what it found of what was in use.
  synchronized void collected(long nanos, long before, long after) {
    mapped = 0;
    spent += nanos;
    boolean found = after <= before / 2;
    if (found && spent > bytes * nanosPerByte && bytes < MOST) {
      bytes = 2 * bytes;
      spent = 0;
    }
    bytes = Math.max(bytes, found ? 0 : after);
  }
}
