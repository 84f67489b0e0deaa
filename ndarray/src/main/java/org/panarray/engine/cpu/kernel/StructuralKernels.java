package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.panarray.engine.Operand;
import org.panarray.engine.factorization.Determinants;
import org.panarray.engine.factorization.FactorizationKernels;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
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
      case Primitive.Sort sort -> SortKernel.sort(sort.axis(), inputs[0], output);
      case Primitive.ArgSort sort -> ArgSortKernel.argSort(sort.axis(), inputs[0], output);
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
    Operand source = inputs[0];
    Operand[] indices = Arrays.copyOfRange(inputs, 1, inputs.length);
    IndexPaths paths =
        new IndexPaths(source.layout(), gather.axes(), gather.position(), output.layout(), indices);
    MemorySegment from = ScalarMemory.segment(source);
    MemorySegment to = ScalarMemory.segment(output);
    int shift = source.type().byteShift();
    paths.walk(
        (sources, sourceStep, targets, targetStep, count) ->
            ElementCopy.run(from, sources, sourceStep, to, targets, targetStep, count, shift),
        (sources, sourceShift, targets, targetShift, count) ->
            ElementCopy.each(from, sources, sourceShift, to, targets, targetShift, count, shift));
  }

  private static int scatter(Primitive.Scatter scatter, Operand[] inputs, Operand output) {
    Operand values = inputs[1];
    Operand[] indices = Arrays.copyOfRange(inputs, 2, inputs.length);
    IndexPaths paths =
        new IndexPaths(
            output.layout(), scatter.axes(), scatter.position(), values.layout(), indices);
    if (!output.equals(inputs[0])) {
      ElementCopy.copy(inputs[0], output);
    }
    MemorySegment from = ScalarMemory.segment(values);
    MemorySegment to = ScalarMemory.segment(output);
    ElementType type = output.type();
    if (scatter.op() == null) {
      int shift = type.byteShift();
      paths.walk(
          (targets, targetStep, sources, sourceStep, count) ->
              ElementCopy.run(from, sources, sourceStep, to, targets, targetStep, count, shift),
          (targets, targetShift, sources, sourceShift, count) ->
              ElementCopy.each(from, sources, sourceShift, to, targets, targetShift, count, shift));
      return 0;
    }
    Accumulation accumulation = Accumulation.of(scatter.op(), type, from, to);
    int[] faults = {0};
    paths.walk(
        (target, targetStep, source, sourceStep, count) -> {
          int found = 0;
          for (long i = 0; i < count; i++) {
            found |= accumulation.add(target + i * targetStep, source + i * sourceStep);
          }
          faults[0] |= found;
        },
        (targets, targetShift, sources, sourceShift, count) -> {
          int found = 0;
          for (int j = 0; j < count; j++) {
            found |= accumulation.add(targets[j] + targetShift, sources[j] + sourceShift);
          }
          faults[0] |= found;
        });
    return faults[0];
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
