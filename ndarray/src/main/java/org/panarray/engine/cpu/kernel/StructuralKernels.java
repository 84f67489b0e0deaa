package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.factorization.Determinants;
import org.panarray.engine.factorization.FactorizationKernels;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.OffHeap;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;

/// The CPU's fast way for primitives that move, order or contract elements.
///
/// Moving asks only for the size of an element, so there are five loops (1, 2, 4, 8 and 16 bytes)
/// instead of one for each type.
public final class StructuralKernels {
  private StructuralKernels() {}

  /// Runs a primitive that is neither elementwise nor a reduction, scan, copy or view.
  public static int run(Primitive.Structural primitive, Operand[] inputs, Operand[] outputs) {
    Operand output = outputs[0];
    switch (primitive) {
      case Primitive.Sort sort -> SortKernel.sort(sort, inputs[0], output);
      case Primitive.ArgSort sort -> ArgSortKernel.argSort(sort, inputs[0], output);
      case Primitive.SearchSorted search ->
          SearchKernel.search(search.right(), inputs[0], inputs[1], output);
      case Primitive.Nonzero _ -> NonzeroKernel.run(inputs[0], output);
      case Primitive.Gather gather -> gather(gather, inputs, output);
      case Primitive.Scatter scatter -> {
        return scatter(scatter, inputs, output);
      }
      case Primitive.Concat concat -> concat(concat.axis(), inputs, output);
      case Primitive.MatMul _ -> MatMulKernel.run(inputs[0], inputs[1], output);
      case Primitive.Factorization factorization -> {
        FactorizationKernels.run(factorization, inputs, outputs);
        return Determinants.faults(factorization, outputs);
      }
    }
    return 0;
  }

  private static void gather(Primitive.Gather gather, Operand[] inputs, Operand output) {
    MemorySegment out = ScalarMemory.segment(output);
    try (OffHeap memory = OffHeap.of(output, inputs)) {
      Operand source = inputs[0];
      int shift = source.type().byteShift();
      MemorySegment in = memory.segment(0);
      paths(source, gather.axes(), gather.position(), output, inputs, 1, memory)
          .walk(
              new IndexPaths.Visitor() {
                @Override
                public void row(long indexed, long step, long gathered, long toStep, long count) {
                  ElementCopy.run(in, indexed, step, out, gathered, toStep, count, shift);
                }

                @Override
                public void elements(
                    long indexed, long[] offsets, long gathered, long toStep, int count) {
                  ElementCopy.gather(in, indexed, offsets, out, gathered, toStep, count, shift);
                }
              });
    }
  }

  /// The paths between an array indexed and a gathered one; indices are the inputs from `first` on.
  private static IndexPaths paths(
      Operand indexed,
      List<Integer> axes,
      int position,
      Operand gathered,
      Operand[] inputs,
      int first,
      OffHeap memory) {
    Operand[] indices = Arrays.copyOfRange(inputs, first, inputs.length);
    MemorySegment[] segments = new MemorySegment[indices.length];
    for (int k = 0; k < segments.length; k++) {
      segments[k] = memory.segment(first + k);
    }
    return new IndexPaths(indexed.layout(), axes, position, gathered.layout(), indices, segments);
  }

  private static int scatter(Primitive.Scatter scatter, Operand[] inputs, Operand output) {
    Operand values = inputs[1];
    try (OffHeap memory = OffHeap.of(output, inputs)) {
      IndexPaths paths =
          paths(output, scatter.axes(), scatter.position(), values, inputs, 2, memory);
      paths.checkBounds(); // before anything is written
      if (!output.equals(inputs[0])) {
        ElementCopy.copy(inputs[0], output);
      }
      Scattering scattering =
          Scattering.of(
              scatter.op(), output.type(), memory.segment(1), ScalarMemory.segment(output));
      paths.walk(scattering);
      return scattering.faults();
    }
  }

  private static void concat(int axis, Operand[] inputs, Operand output) {
    long start = 0;
    for (Operand input : inputs) {
      long length = input.layout().dim(axis);
      if (input.layout().size() > 0) {
        Layout place = output.layout().slice(axis, start, 1, length);
        ElementCopy.copy(input, output.with(place));
      }
      start += length;
    }
  }
}
