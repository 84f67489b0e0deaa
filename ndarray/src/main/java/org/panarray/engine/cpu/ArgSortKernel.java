package org.panarray.engine.cpu;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// The stable order along an axis.
final class ArgSortKernel {
  private final MemorySegment memory;
  private final ElementType type;
  private final int count;
  private final KeyOrder keyOrder;
  private final int[] total;

  ArgSortKernel(Operand input, int count) {
    memory = ScalarMemory.segment(input);
    type = input.type();
    this.count = count;
    keyOrder = new KeyOrder(count);
    total = new int[type.isComplex() ? count : 0];
  }

  static void argSort(int axis, Operand input, Operand output) {
    Layout layout = input.layout();
    if (layout.size() == 0) {
      return;
    }
    int count = Math.toIntExact(layout.dim(axis));
    ArgSortKernel kernel = new ArgSortKernel(input, count);
    MemorySegment target = ScalarMemory.segment(output);
    long step = layout.stride(axis);
    long targetStep = output.layout().stride(axis);
    forEachLine(
        LoopNest.of(output.layout().select(axis, 0), layout.select(axis, 0)),
        (place, start) -> {
          int[] order = kernel.order(start, step);
          for (int k = 0; k < count; k++) {
            target.set(JAVA_LONG_UNALIGNED, (place + k * targetStep) << 3, order[k]);
          }
        });
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

  /// The order of one line; the array is reused.
  int[] order(long start, long step) {
    if (!type.isComplex()) {
      OrderKeys.fill(memory, type, start, step, keyOrder.keys(), count);
      return keyOrder.sort(count);
    }
    for (int i = 0; i < count; i++) {
      total[i] = i;
    }
    // Stable sorts from the least significant key up: imaginary parts, real parts, then NaN behind
    // the numbers, those with a NaN imaginary part first.
    sortBy(i -> OrderKeys.of(imaginary(start + i * step)));
    sortBy(
        i -> {
          double re = real(start + i * step);
          return Double.isNaN(re) ? Long.MAX_VALUE : OrderKeys.of(re);
        });
    sortBy(
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

  private void sortBy(Key key) {
    long[] keys = keyOrder.keys();
    for (int i = 0; i < count; i++) {
      keys[i] = key.of(total[i]);
    }
    int[] order = keyOrder.sort(count);
    int[] before = total.clone();
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
