package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Binary search of many values in one sorted array.
///
/// Where there are many, the sorted array becomes keys in a Java array, and the search has no
/// branch that depends on them: the processor works on several values at once. Floats that are
/// spread evenly, as the edges of a histogram are, are not searched at all: a value's place is
/// computed, and moved by comparing with its neighbours.
public final class SearchKernel {
  private static final int BLOCK = 1024;

  private final int length;
  private final boolean right;
  private final long[] keys;
  private final double origin;
  private final double perUnit; // places, of a spread array; otherwise 0

  private SearchKernel(boolean right, Operand sorted) {
    this.right = right;
    MemorySegment memory = ScalarMemory.segment(sorted);
    Layout layout = sorted.layout();
    length = Math.toIntExact(layout.dim(0));
    keys = WorkArrays.longs(length);
    OrderKeys.fill(memory, sorted.type(), layout.offset(), layout.stride(0), keys, length);
    boolean spread = sorted.type() == ElementType.FLOAT64 && length > 2;
    origin = spread ? OrderKeys.toDouble(keys[0]) : 0;
    double width = spread ? (OrderKeys.toDouble(keys[length - 1]) - origin) / (length - 1) : 0;
    perUnit = width > 0 && isSpread(width) ? 1 / width : 0;
  }

  /// Whether every element is within half a step of where even steps lead.
  private boolean isSpread(double width) {
    for (int i = 0; i < length; i++) {
      double distance = OrderKeys.toDouble(keys[i]) - (origin + i * width);
      if (!(Math.abs(distance) <= width / 2)) {
        return false;
      }
    }
    return true;
  }

  static void search(boolean right, Operand sorted, Operand values, Operand output) {
    if (sorted.type().isComplex()) {
      searchComplex(right, sorted, values, output);
      return;
    }
    long count = sorted.layout().dim(0);
    boolean worthKeys =
        values.layout().size() > count / 8 && RunMerge.runLength(count, Long.BYTES) == count;
    SearchKernel kernel = worthKeys ? new SearchKernel(right, sorted) : null;
    if (kernel != null && kernel.isSorted()) {
      kernel.searchBlocks(values, output);
    } else {
      searchFew(right, sorted, values, output); // where nothing is sorted, by the steps of NumPy
    }
    if (kernel != null) {
      WorkArrays.give(kernel.keys);
    }
  }

  private boolean isSorted() {
    for (int i = 1; i < length; i++) {
      if (keys[i - 1] > keys[i]) {
        return false;
      }
    }
    return true;
  }

  private void searchBlocks(Operand values, Operand output) {
    MemorySegment target = ScalarMemory.segment(output);
    MemorySegment needles = ScalarMemory.segment(values);
    LoopNest nest = LoopNest.of(output.layout(), values.layout());
    long targetStep = nest.innerStride(0);
    long valueStep = nest.innerStride(1);
    long[] block = new long[(int) Math.min(BLOCK, Math.max(1, nest.innerSize()))];
    int[] low = new int[block.length];
    nest.forEachRow(
        (at, count) -> {
          for (long start = 0; start < count; start += BLOCK) {
            int n = (int) Math.min(BLOCK, count - start);
            OrderKeys.fill(needles, values.type(), at[1] + start * valueStep, valueStep, block, n);
            if (perUnit > 0) {
              compute(block, n);
            } else {
              search(block, low, n);
            }
            ArgSortKernel.store(block, n, target, at[0] + start * targetStep, targetStep);
          }
        });
  }

  /// Replaces keys by their places: how many keys are less, or not greater. All take a step before
  /// any takes the next, so that none waits for the memory of another.
  private void search(long[] block, int[] low, int n) {
    Arrays.fill(low, 0, n, 0);
    int left = length;
    while (left > 1) {
      int half = left >>> 1;
      for (int i = 0; i < n; i++) {
        int at = low[i];
        low[i] = isBefore(keys[at + half - 1], block[i]) ? at + half : at;
      }
      left -= half;
    }
    for (int i = 0; i < n; i++) {
      block[i] = low[i] + (left > 0 && isBefore(keys[low[i]], block[i]) ? 1L : 0L);
    }
  }

  private boolean isBefore(long key, long sought) {
    return right ? key <= sought : key < sought;
  }

  /// As [#search], in a spread array.
  private void compute(long[] block, int n) {
    for (int i = 0; i < n; i++) {
      long key = block[i];
      double guess = (OrderKeys.toDouble(key) - origin) * perUnit;
      if (key == Long.MAX_VALUE) {
        block[i] = length; // NaN, which is not among keys that are spread
        continue;
      }
      key += right ? 1 : 0;
      int place = Math.clamp((long) guess, -1, length - 1) + 1;
      while (place < length && keys[place] < key) {
        place++;
      }
      while (place > 0 && keys[place - 1] >= key) {
        place--;
      }
      block[i] = place;
    }
  }

  /// Searches in memory.
  private static void searchFew(boolean right, Operand sorted, Operand values, Operand output) {
    MemorySegment memory = ScalarMemory.segment(sorted);
    MemorySegment target = ScalarMemory.segment(output);
    MemorySegment needles = ScalarMemory.segment(values);
    ElementType type = sorted.type();
    long start = sorted.layout().offset();
    long step = sorted.layout().stride(0);
    LoopNest nest = LoopNest.of(output.layout(), values.layout());
    nest.forEachRow(
        (at, count) -> {
          for (long i = 0; i < count; i++) {
            long key = OrderKeys.of(needles, type, at[1] + i * nest.innerStride(1));
            long low = 0;
            long high = sorted.layout().dim(0);
            while (low < high) {
              long middle = (low + high) >>> 1;
              long found = OrderKeys.of(memory, type, start + middle * step);
              boolean before = found < key || (right && found == key);
              low = before ? middle + 1 : low;
              high = before ? high : middle;
            }
            target.set(JAVA_LONG_UNALIGNED, (at[0] + i * nest.innerStride(0)) << 3, low);
          }
        });
  }

  private static void searchComplex(boolean right, Operand sorted, Operand values, Operand output) {
    MemorySegment memory = ScalarMemory.segment(sorted);
    MemorySegment needles = ScalarMemory.segment(values);
    MemorySegment target = ScalarMemory.segment(output);
    ElementType type = values.type();
    long start = sorted.layout().offset();
    long step = sorted.layout().stride(0);
    LoopNest nest = LoopNest.of(output.layout(), values.layout());
    nest.forEachRow(
        (at, count) -> {
          for (long i = 0; i < count; i++) {
            long needle = at[1] + i * nest.innerStride(1);
            double re = ElementAccess.getReal(needles, type, needle);
            double im = ElementAccess.getImaginary(needles, type, needle);
            long low = 0;
            long high = sorted.layout().dim(0);
            while (low < high) {
              long middle = (low + high) >>> 1;
              double otherRe = ElementAccess.getReal(memory, type, start + middle * step);
              double otherIm = ElementAccess.getImaginary(memory, type, start + middle * step);
              boolean before =
                  right
                      ? !OrderKeys.precedes(re, im, otherRe, otherIm)
                      : OrderKeys.precedes(otherRe, otherIm, re, im);
              low = before ? middle + 1 : low;
              high = before ? high : middle;
            }
            target.set(JAVA_LONG_UNALIGNED, (at[0] + i * nest.innerStride(0)) << 3, low);
          }
        });
  }
}
