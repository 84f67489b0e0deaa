package org.panarray.engine.interpreter;

import java.util.Arrays;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.factorization.Determinants;
import org.panarray.engine.factorization.FactorizationKernels;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.error.IndexError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The interpreter's part for primitives that move elements instead of computing them.
public final class StructuralInterpreter {
  private StructuralInterpreter() {}

  public static int run(Primitive.Structural primitive, Operand[] inputs, Operand[] outputs) {
    Operand output = outputs[0];
    switch (primitive) {
      case Primitive.Sort sort -> OrderInterpreter.sort(sort.axis(), inputs[0], output);
      case Primitive.ArgSort sort -> OrderInterpreter.argSort(sort.axis(), inputs[0], output);
      case Primitive.SearchSorted search ->
          OrderInterpreter.searchSorted(search.right(), inputs[0], inputs[1], output);
      case Primitive.Nonzero _ -> nonzero(inputs[0], output);
      case Primitive.Gather gather -> gather(gather, inputs, output);
      case Primitive.Scatter scatter -> {
        return scatter(scatter, inputs, output);
      }
      case Primitive.Concat concat -> concat(concat.axis(), inputs, output);
      case Primitive.MatMul _ -> {
        return matMul(inputs[0], inputs[1], output);
      }
      case Primitive.Factorization factorization -> {
        FactorizationKernels.run(factorization, inputs, outputs);
        return Determinants.faults(factorization, outputs);
      }
    }
    return 0;
  }

  private static void nonzero(Operand input, Operand output) {
    Layout layout = input.layout();
    long[] row = {0};
    Interpreter.forEachIndex(
        layout.shape(),
        index -> {
          if (ScalarMemory.get(input, Interpreter.offset(layout, index)).truth()) {
            for (int axis = 0; axis < index.length; axis++) {
              long place = output.layout().offsetOf(row[0], axis);
              ScalarMemory.set(output, place, Scalar.ofLong(ElementType.INT64, index[axis]));
            }
            row[0]++;
          }
        });
  }

  private static void gather(Primitive.Gather gather, Operand[] inputs, Operand output) {
    Operand[] indices = Arrays.copyOfRange(inputs, 1, inputs.length);
    checkBounds(inputs[0].layout(), gather.axes(), indices);
    Interpreter.forEachIndex(
        output.layout().shape(),
        index -> {
          long place = place(inputs[0].layout(), gather.axes(), gather.position(), indices, index);
          Scalar value = ScalarMemory.get(inputs[0], place);
          ScalarMemory.set(output, Interpreter.offset(output.layout(), index), value);
        });
  }

  private static int scatter(Primitive.Scatter scatter, Operand[] inputs, Operand output) {
    Operand[] indices = Arrays.copyOfRange(inputs, 2, inputs.length);
    Operand values = inputs[1];
    checkBounds(output.layout(), scatter.axes(), indices);
    Interpreter.forEachIndex(
        output.layout().shape(),
        index ->
            ScalarMemory.set(
                output,
                Interpreter.offset(output.layout(), index),
                ScalarMemory.get(inputs[0], Interpreter.offset(inputs[0].layout(), index))));
    Expr combination = scatter.op() == null ? null : combination(scatter.op(), output.type());
    boolean watched = combination != null && FaultRules.mayFault(combination);
    int[] faults = {0};
    Interpreter.forEachIndex(
        values.layout().shape(),
        index -> {
          long place = place(output.layout(), scatter.axes(), scatter.position(), indices, index);
          Scalar value = ScalarMemory.get(values, Interpreter.offset(values.layout(), index));
          if (combination != null) {
            Scalar[] operands = {ScalarMemory.get(output, place), value};
            value = Reference.evaluate(combination, operands, index);
            faults[0] |= watched ? FaultRules.of(combination, operands, value) : 0;
          }
          ScalarMemory.set(output, place, value);
        });
    return faults[0];
  }

  /// What becomes of an element (argument 0) when a value (argument 1) is scattered onto it.
  private static Expr combination(ScalarOp op, ElementType type) {
    Expr element = new Expr.Arg(0, type);
    Expr combined =
        op.arity() == 1
            ? Expr.promoted(op, element)
            : Expr.promoted(op, element, new Expr.Arg(1, type));
    return Expr.cast(combined, type);
  }

  /// The offset of the element that index arrays name for one index of the gathered shape.
  private static long place(
      Layout source, List<Integer> axes, int position, Operand[] indices, long[] index) {
    int indexRank = indices[0].layout().rank();
    long[] tuple = Arrays.copyOfRange(index, position, position + indexRank);
    long offset = source.offset();
    int kept = 0;
    for (int axis = 0; axis < source.rank(); axis++) {
      int indexed = axes.indexOf(axis);
      long at;
      if (indexed < 0) {
        at = index[kept < position ? kept : kept + indexRank];
        kept++;
      } else {
        at = position(indices[indexed], tuple);
        at += at < 0 ? source.dim(axis) : 0;
      }
      offset += at * source.stride(axis);
    }
    return offset;
  }

  private static long position(Operand indices, long[] tuple) {
    return ScalarMemory.get(indices, Interpreter.offset(indices.layout(), tuple)).bits();
  }

  private static void checkBounds(Layout source, List<Integer> axes, Operand[] indices) {
    for (int k = 0; k < indices.length; k++) {
      Operand operand = indices[k];
      int axis = axes.get(k);
      long dim = source.dim(axis);
      Interpreter.forEachIndex(
          operand.layout().shape(),
          tuple -> {
            long at = position(operand, tuple);
            if (at < -dim || at >= dim) {
              throw new IndexError(
                  "index " + at + " is out of bounds for axis " + axis + " with size " + dim);
            }
          });
    }
  }

  private static void concat(int axis, Operand[] inputs, Operand output) {
    long[] start = {0};
    for (Operand input : inputs) {
      Layout layout = input.layout();
      Interpreter.forEachIndex(
          layout.shape(),
          index -> {
            Scalar value = ScalarMemory.get(input, Interpreter.offset(layout, index));
            long[] target = index.clone();
            target[axis] += start[0];
            ScalarMemory.set(output, Interpreter.offset(output.layout(), target), value);
          });
      start[0] += layout.dim(axis);
    }
  }

  private static int matMul(Operand left, Operand right, Operand output) {
    Layout target = output.layout();
    int rank = target.rank();
    Shape batch = target.shape().range(0, rank - 2);
    long inner = left.layout().dim(-1);
    Layout a = batched(left.layout(), batch);
    Layout b = batched(right.layout(), batch);
    // NumPy adds up halves as floats and rounds once.
    ElementType sumType = output.type().computed();
    int[] faults = {0};
    Interpreter.forEachIndex(
        target.shape(),
        index -> {
          long[] row = index.clone();
          long[] column = index.clone();
          Scalar sum = Reference.constant(0, sumType);
          for (long k = 0; k < inner; k++) {
            row[rank - 1] = k;
            column[rank - 2] = k;
            Scalar x = ScalarMemory.get(left, Interpreter.offset(a, row));
            Scalar y = ScalarMemory.get(right, Interpreter.offset(b, column));
            Scalar product =
                step(
                    ScalarOp.MULTIPLY,
                    Reference.cast(x, sumType),
                    Reference.cast(y, sumType),
                    faults);
            sum = step(ScalarOp.ADD, sum, product, faults);
          }
          Scalar rounded = Reference.cast(sum, output.type());
          faults[0] |= OperationFaults.ofCast(sum, rounded);
          ScalarMemory.set(output, Interpreter.offset(target, index), rounded);
        });
    return faults[0];
  }

  private static Scalar step(ScalarOp op, Scalar x, Scalar y, int[] faults) {
    Scalar result = Reference.apply(op, x.type(), x, y);
    faults[0] |= OperationFaults.of(op, new Scalar[] {x, y}, result);
    return result;
  }

  /// The matrices of a layout, repeated to the batch.
  private static Layout batched(Layout matrices, Shape batch) {
    int rank = matrices.rank();
    return matrices.broadcastTo(batch.concat(matrices.shape().range(rank - 2, rank)));
  }
}
