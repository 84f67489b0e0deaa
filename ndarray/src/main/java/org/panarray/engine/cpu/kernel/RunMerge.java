package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementCopy;

/// Puts the sorted runs of a line together in native memory.
///
/// A line is sorted in a Java array where it takes no more than an eighth of the heap; a longer one
/// in runs of that size, for arrays may be larger than the heap.
public final class RunMerge {
  private static final int SHORTEST = 1 << 16;

  /// Elements that follow each other.
  private record Line(MemorySegment memory, long start, long step) {
    long at(long i) {
      return start + i * step;
    }
  }

  /// The order of elements.
  @FunctionalInterface
  interface Order {
    /// Whether the element at an offset must come before the one at another.
    boolean precedes(MemorySegment memory, long offset, long other);
  }

  private RunMerge() {}

  /// How many of the elements are sorted at once.
  ///
  /// @param bytes what the Java arrays take for each
  static int runLength(long count, int bytes) {
    long most = Math.max(Runtime.getRuntime().maxMemory() / 8 / bytes, SHORTEST);
    return (int) Math.min(count, Math.min(most, Integer.MAX_VALUE - 8));
  }

  /// Merges runs of `run` elements each; equal elements stay in their order.
  ///
  /// @param shift the size of an element, as a power of two
  public static void merge(
      MemorySegment memory, long start, long step, long count, int run, int shift, Order order) {
    CpuBuffer buffer = CpuBuffer.allocatePooled(count << shift);
    Line line = new Line(memory, start, step);
    Line from = line;
    Line to = new Line(buffer.segment(), 0, 1);
    for (long width = run; width < count; width *= 2) {
      for (long low = 0; low < count; low += 2 * width) {
        long middle = Math.min(low + width, count);
        merge(from, to, low, middle, Math.min(middle + width, count), shift, order);
      }
      Line swapped = from;
      from = to;
      to = swapped;
    }
    if (from != line) {
      copy(from, 0, line, 0, count, shift);
    }
    buffer.close();
  }

  private static void merge(
      Line from, Line to, long low, long middle, long high, int shift, Order order) {
    long left = low;
    long right = middle;
    long next = low;
    while (left < middle && right < high) {
      boolean takesRight = order.precedes(from.memory(), from.at(right), from.at(left));
      copy(from, takesRight ? right++ : left++, to, next++, 1, shift);
    }
    copy(from, left, to, next, middle - left, shift);
    copy(from, right, to, next + middle - left, high - right, shift);
  }

  private static void copy(Line from, long source, Line to, long target, long count, int shift) {
    ElementCopy.run(
        from.memory(),
        from.at(source),
        from.step(),
        to.memory(),
        to.at(target),
        to.step(),
        count,
        shift);
  }
}
