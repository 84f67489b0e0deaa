package org.panarray.engine.memory;

/// Which arrays are on the Java heap though they are not small: those below
/// `-Dpanarray.memory.heap=1m`, as long as they fill no more than half of it. By default there are
/// none.
///
/// A collection of the young generation costs 0.1 ms where little survives, and finds the garbage
/// of a chain of results; to find that of native blocks takes a full collection, of 15 to 20. So a
/// copy of 30,000 numbers takes 13 us on the heap and 19 in native memory, one of 3,000 1.5 and 2.9
/// to 15 (measured with `-XX:+UseSerialGC -Xmn32m`). But it takes a young generation that stays
/// small: where it grows to gigabytes, as G1's does, all results meet fresh pages, and G1 treats
/// arrays of half a region as old. A library cannot choose the program's collector; the launcher
/// does.
final class HeapShare {
  static final long LIMIT = read(System.getProperty("panarray.memory.heap"));

  private HeapShare() {}

  private static long read(@org.jspecify.annotations.Nullable String text) {
    return text == null ? 0 : Math.min(MemoryLimit.parse(text), Integer.MAX_VALUE / 2);
  }

  /// Whether the heap would be at most half full with so many bytes more.
  static boolean hasRoom(long bytes) {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory() + bytes <= runtime.maxMemory() / 2;
  }
}
