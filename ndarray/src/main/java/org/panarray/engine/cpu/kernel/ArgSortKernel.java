package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// The stable order along an axis.
public final class ArgSortKernel implements AutoCloseable {
  /// What the Java arrays take for an element.
  static final int BYTES_OF_LINE = 40;

  private final MemorySegment memory;
  private final ElementType type;
  private final KeyOrder keyOrder;
  private final int[] total;

  /// @param longest the most elements that are ordered at once
  ArgSortKernel(Operand input, int longest) {
    memory = ScalarMemory.segment(input);
    type = input.type();
    keyOrder = new KeyOrder(longest);
    total = new int[type.isComplex() ? longest : 0];
  }

  @Override
  public void close() {
    keyOrder.close();
  }

  static void argSort(Primitive.ArgSort sort, Operand input, Operand output) {
    Layout layout = input.layout();
    int axis = sort.axis();
    if (layout.size() == 0) {
      return;
    }
    long count = layout.dim(axis);
    int run = RunMerge.runLength(count, BYTES_OF_LINE);
    try (ArgSortKernel kernel = new ArgSortKernel(input, run)) {
      kernel.sortLines(axis, input, output, run, SortKernel.places(sort.places(), count, run));
    }
  }

  private void sortLines(int axis, Operand input, Operand output, int run, int[] places) {
    Layout layout = input.layout();
    long count = layout.dim(axis);
    MemorySegment target = ScalarMemory.segment(output);
    long step = layout.stride(axis);
    long targetStep = output.layout().stride(axis);
    long[] line = WorkArrays.longs(run);
    forEachLine(
        LoopNest.of(output.layout().select(axis, 0), layout.select(axis, 0)),
        (place, start) -> {
          for (long at = 0; at < count; at += run) {
            int length = (int) Math.min(run, count - at);
            int[] order = order(start + at * step, step, length, places);
            for (int k = 0; k < length; k++) {
              line[k] = at + order[k];
            }
            store(line, length, target, place + at * targetStep, targetStep);
          }
          if (run < count) {
            RunMerge.merge(target, place, targetStep, count, run, 3, byPlace(start, step));
          }
        });
    WorkArrays.give(line);
  }

  static void store(long[] line, int count, MemorySegment target, long place, long step) {
    if (step == 1) {
      MemorySegment.copy(line, 0, target, JAVA_LONG_UNALIGNED, place << 3, count);
      return;
    }
    for (int k = 0; k < count; k++) {
      target.set(JAVA_LONG_UNALIGNED, (place + k * step) << 3, line[k]);
    }
  }

  /// The order of places in a line, by the elements there.
  private RunMerge.Order byPlace(long start, long step) {
    RunMerge.Order elements = SortKernel.order(type);
    return (places, offset, other) ->
        elements.precedes(
            memory,
            start + places.get(JAVA_LONG_UNALIGNED, offset << 3) * step,
            start + places.get(JAVA_LONG_UNALIGNED, other << 3) * step);
  }

  /// Receives where the lines of output and input begin.
  @FunctionalInterface
  interface LineVisitor {
    void visit(long output, long input);
  }

  static void forEachLine(LoopNest nest, LineVisitor visitor) {
    nest.forEachRow(
        (at, rows) -> {
          for (long i = 0; i < rows; i++) {
            visitor.visit(at[0] + i * nest.innerStride(0), at[1] + i * nest.innerStride(1));
          }
        });
  }

  /// The order of so many elements, of reals only as far as the places ask if there are any; the
  /// array is reused.
  int[] order(long start, long step, int count, int... places) {
    if (!type.isComplex()) {
      OrderKeys.fill(memory, type, start, step, keyOrder.keys(), count);
      return places.length == 0 ? keyOrder.sort(count) : keyOrder.select(count, places);
    }
    for (int i = 0; i < count; i++) {
      total[i] = i;
    }
    // Stable sorts from the least significant key up: imaginary parts, real parts, then NaN behind
    // the numbers, those with a NaN imaginary part first.
    sortBy(count, i -> OrderKeys.of(imaginary(start + i * step)));
    sortBy(
        count,
        i -> {
          double re = real(start + i * step);
          return Double.isNaN(re) ? Long.MAX_VALUE : OrderKeys.of(re);
        });
    sortBy(
        count,
        i -> {
          double re = real(start + i * step);
          double im = imaginary(start + i * step);
          return (Double.isNaN(re) ? 2L : 0) + (Double.isNaN(im) ? 1L : 0);
        });
    return total;
  }

  @FunctionalInterface
  private interface Key {
    long of(int index);
  }

  private void sortBy(int count, Key key) {
    long[] keys = keyOrder.keys();
    for (int i = 0; i < count; i++) {
      keys[i] = key.of(total[i]);
    }
    int[] order = keyOrder.sort(count);
    int[] before = Arrays.copyOf(total, count);
    for (int i = 0; i < count; i++) {
      total[i] = before[order[i]];
    }
  }

  private double real(long offset) {
    return ElementAccess.getReal(memory, type, offset);
  }

  private double imaginary(long offset) {
    return ElementAccess.getImaginary(memory, type, offset);
  }
}
