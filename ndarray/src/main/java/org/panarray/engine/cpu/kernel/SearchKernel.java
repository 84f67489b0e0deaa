package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Binary search of many values in one sorted array. A value larger than the one before starts
/// where that one was found, so that sorted values cost little.
public final class SearchKernel {
  private final MemorySegment memory;
  private final Operand sorted;
  private final long length;
  private final boolean right;
  private final long[] keys;
  private long previous;
  private long low;
  private long high;

  private SearchKernel(boolean right, Operand sorted, Operand values) {
    memory = ScalarMemory.segment(sorted);
    this.sorted = sorted;
    this.right = right;
    length = sorted.layout().dim(0);
    Layout layout = sorted.layout();
    boolean worthKeys =
        values.layout().size() > length / 8 && RunMerge.runLength(length, Long.BYTES) == length;
    keys = new long[worthKeys ? (int) length : 0];
    OrderKeys.fill(memory, sorted.type(), layout.offset(), layout.stride(0), keys, keys.length);
  }

  static void search(boolean right, Operand sorted, Operand values, Operand output) {
    if (sorted.type().isComplex()) {
      searchComplex(right, sorted, values, output);
      return;
    }
    SearchKernel kernel = new SearchKernel(right, sorted, values);
    MemorySegment target = ScalarMemory.segment(output);
    LoopNest nest = LoopNest.of(output.layout(), values.layout());
    long targetStep = nest.innerStride(0);
    long valueStep = nest.innerStride(1);
    MemorySegment needles = ScalarMemory.segment(values);
    kernel.high = kernel.length;
    kernel.previous = Long.MIN_VALUE;
    nest.forEachRow(
        (at, count) -> {
          for (long i = 0; i < count; i++) {
            long key = OrderKeys.of(needles, values.type(), at[1] + i * valueStep);
            long place = (at[0] + i * targetStep) << 3;
            target.set(JAVA_LONG_UNALIGNED, place, kernel.find(key));
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

  private long find(long key) {
    if (key > previous) {
      high = length;
    } else {
      low = 0;
      high = Math.min(high + 1, length);
    }
    previous = key;
    while (low < high) {
      long middle = (low + high) >>> 1;
      long at = keyAt(middle);
      if (at < key || (right && at == key)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private long keyAt(long index) {
    return keys.length > 0
        ? keys[(int) index]
        : OrderKeys.of(
            memory, sorted.type(), sorted.layout().offset() + index * sorted.layout().stride(0));
  }
}
