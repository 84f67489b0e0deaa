package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;
import static org.panarray.engine.cpu.MapRunner.segment;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Folds from the left in C order, for operations whose order matters.
final class OrderedFold {
  private final Kernels kernels;
  private final Primitive.Reduce reduce;
  private final Operand[] inputs;
  private final Operand output;

  OrderedFold(Kernels kernels, Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    this.kernels = kernels;
    this.reduce = reduce;
    this.inputs = inputs;
    this.output = output;
  }

  void run(Layout[] layouts) {
    Shape whole = layouts[0].shape();
    int[] reduced = reduce.axes().stream().mapToInt(Integer::intValue).sorted().toArray();
    int last = reduced.length == 0 ? -1 : reduced[reduced.length - 1];
    // Kept axes outside, then the reduced ones in their order, the last as the kernel's row.
    List<Integer> order = new ArrayList<>();
    for (int axis = 0; axis < whole.rank(); axis++) {
      if (Arrays.binarySearch(reduced, axis) < 0) {
        order.add(axis);
      }
    }
    int kept = order.size();
    for (int axis : reduced) {
      if (axis != last) {
        order.add(axis);
      }
    }
    int[] axes = order.stream().mapToInt(Integer::intValue).toArray();
    Kernel kernel = kernels.reduce(reduce.element(), reduce.op(), 0, true, Home.ANY);
    MemorySegment[] segments = new MemorySegment[layouts.length];
    long[] steps = new long[layouts.length];
    for (int p = 0; p < segments.length; p++) {
      Operand operand = p == 0 ? output : inputs[p - 1];
      segments[p] = segment(operand);
      steps[p] = last < 0 ? 0 : layouts[p].stride(last) << operand.type().byteShift();
    }
    long rowLength = last < 0 ? 1 : whole.dim(last);
    long[] dims = new long[axes.length];
    for (int d = 0; d < axes.length; d++) {
      dims[d] = whole.dim(axes[d]);
    }
    IndexWalk.forEach(
        Shape.of(dims),
        index -> {
          boolean fresh = true;
          for (int d = kept; d < index.length; d++) {
            fresh &= index[d] == 0;
          }
          long[] at = new long[layouts.length];
          for (int p = 0; p < at.length; p++) {
            long offset = layouts[p].offset();
            for (int d = 0; d < axes.length; d++) {
              offset += index[d] * layouts[p].stride(axes[d]);
            }
            ElementType type = p == 0 ? output.type() : inputs[p - 1].type();
            at[p] = offset << type.byteShift();
          }
          fold(kernel, rowLength, segments, at, steps, fresh);
        });
  }

  private static void fold(
      Kernel kernel, long count, MemorySegment[] segments, long[] at, long[] steps, boolean fresh) {
    steps[0] = fresh ? 0 : 1;
    for (long start = 0; start < count; start += BLOCK) {
      int n = (int) Math.min(BLOCK, count - start);
      kernel.call(n, segments, at, steps);
      steps[0] = 1;
      for (int p = 1; p < at.length; p++) {
        at[p] += n * steps[p];
      }
    }
  }
}
