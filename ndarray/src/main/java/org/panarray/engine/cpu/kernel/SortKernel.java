package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Ascending order along an axis: lines go through Java arrays as keys ([KeyLine]), complex ones by
/// their order.
///
/// Lines too long for the heap are sorted in runs, see [RunMerge].
public final class SortKernel {
  private SortKernel() {}

  /// Sorts so many elements from an input offset into an output offset.
  @FunctionalInterface
  private interface LineSort {
    void sort(long start, long place, int count);
  }

  static void sort(Primitive.Sort sort, Operand input, Operand output) {
    Layout layout = input.layout();
    if (layout.size() == 0) {
      return;
    }
    long count = layout.dim(sort.axis());
    int run = RunMerge.runLength(count, bytesOfLine(input.type()));
    long step = layout.stride(sort.axis());
    long outStep = output.layout().stride(sort.axis());
    MemorySegment out = ScalarMemory.segment(output);
    if (input.type().isComplex()) {
      try (ArgSortKernel kernel = new ArgSortKernel(input, run)) {
        sort(sort.axis(), input, output, run, byOrder(kernel, input, step, out, outStep, run));
      }
      return;
    }
    int[] places = places(sort.places(), count, run);
    try (KeyLine line = KeyLine.of(input, run)) {
      sort(
          sort.axis(),
          input,
          output,
          run,
          (start, place, n) -> {
            line.load(start, step, n);
            if (places.length == 0) {
              line.sort(start, step);
            } else {
              line.select(places);
            }
            line.store(out, place, outStep);
          });
    }
  }

  private static void sort(int axis, Operand input, Operand output, int run, LineSort runs) {
    Layout layout = input.layout();
    ElementType type = input.type();
    long count = layout.dim(axis);
    long step = layout.stride(axis);
    long outStep = output.layout().stride(axis);
    MemorySegment out = ScalarMemory.segment(output);
    ArgSortKernel.forEachLine(
        LoopNest.of(output.layout().select(axis, 0), layout.select(axis, 0)),
        (place, start) -> {
          for (long at = 0; at < count; at += run) {
            int length = (int) Math.min(run, count - at);
            runs.sort(start + at * step, place + at * outStep, length);
          }
          if (run < count) {
            RunMerge.merge(out, place, outStep, count, run, type.byteShift(), order(type));
          }
        });
  }

  /// The places at which alone it matters what stands there; none where all is to be sorted, as
  /// short lines are and those of several runs.
  static int[] places(List<Long> places, long count, int run) {
    return run < count || count <= KeySelect.FEW
        ? new int[0]
        : places.stream().mapToInt(Math::toIntExact).sorted().distinct().toArray();
  }

  /// What the Java arrays take for an element.
  private static int bytesOfLine(ElementType type) {
    return switch (type.kind()) {
      case BOOL, SIGNED, UNSIGNED, FLOAT ->
          2 * Math.max(type.byteSize(), Integer.BYTES) + Short.BYTES;
      case COMPLEX -> ArgSortKernel.BYTES_OF_LINE + 2 * Long.BYTES;
    };
  }

  /// The order of elements of a type.
  public static RunMerge.Order order(ElementType type) {
    if (type.isComplex()) {
      return (memory, offset, other) ->
          OrderKeys.precedes(
              ElementAccess.getReal(memory, type, offset),
              ElementAccess.getImaginary(memory, type, offset),
              ElementAccess.getReal(memory, type, other),
              ElementAccess.getImaginary(memory, type, other));
    }
    return (memory, offset, other) ->
        OrderKeys.of(memory, type, offset) < OrderKeys.of(memory, type, other);
  }

  private static LineSort byOrder(
      ArgSortKernel kernel,
      Operand input,
      long step,
      MemorySegment out,
      long outStep,
      int longest) {
    MemorySegment in = ScalarMemory.segment(input);
    int shift = input.type().byteShift();
    long[] offsets = new long[longest];
    return (start, place, n) -> {
      int[] order = kernel.order(start, step, n);
      for (int i = 0; i < n; i++) {
        offsets[i] = order[i] * step;
      }
      ElementCopy.gather(in, start, offsets, out, place, outStep, n, shift);
    };
  }
}
