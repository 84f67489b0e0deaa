package org.panarray.engine.cpu;

import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.fault.OperationFaults;
import org.panarray.engine.interpreter.Interpreter;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The floating-point faults of matrix products, told after the work from what came out, as
/// [FoldFaults] does: BLAS says nothing about them.
final class ProductFaults {
  private final FoldFaults folds;
  private final Interpreter interpreter = new Interpreter();

  ProductFaults(FoldFaults folds) {
    this.folds = folds;
  }

  int of(Operand left, Operand right, Operand output) {
    if (!output.type().isInexact() || output.layout().size() == 0 || folds.isFinite(output)) {
      return 0;
    }
    long inner = left.layout().dim(-1);
    return output.layout().size() * inner <= FoldFaults.SMALL
        ? stepByStep(left, right, output)
        : fromElements(left, right, output);
  }

  /// The faults of each product and sum, underflow among them.
  int stepByStep(Operand left, Operand right, Operand output) {
    CpuBuffer buffer =
        CpuBuffer.allocatePooled(output.layout().size() << output.type().byteShift());
    Operand again = new Operand(output.type(), Layout.contiguous(output.layout().shape()), buffer);
    int faults =
        interpreter.run(new Primitive.MatMul(), new Operand[] {left, right}, new Operand[] {again});
    buffer.close();
    return faults;
  }

  private int fromElements(Operand left, Operand right, Operand output) {
    Shape shape = output.layout().shape();
    int rank = shape.rank();
    Shape batch = shape.range(0, rank - 2);
    Operand rows = left.with(IndexWalk.batched(left.layout(), batch));
    Operand columns = right.with(IndexWalk.batched(right.layout(), batch));
    Operand rowNan = folds.any(ScalarOp.ISNAN, rows, rank - 1);
    Operand rowInfinite = folds.any(ScalarOp.ISINF, rows, rank - 1);
    Operand columnNan = folds.any(ScalarOp.ISNAN, columns, rank - 2);
    Operand columnInfinite = folds.any(ScalarOp.ISINF, columns, rank - 2);
    int[] faults = {0};
    IndexWalk.forEach(
        shape,
        index -> {
          if (faults[0] == (FloatFault.INVALID | FloatFault.OVERFLOW)) {
            return;
          }
          long place = IndexWalk.offset(output.layout(), index);
          double re = ElementAccess.getReal(MapRunner.segment(output), output.type(), place);
          double im = ElementAccess.getImaginary(MapRunner.segment(output), output.type(), place);
          long[] row = without(index, rank - 1);
          long[] column = without(index, rank - 2);
          faults[0] |=
              OperationFaults.unaccounted(
                  re,
                  im,
                  FoldFaults.isSet(rowNan, row) || FoldFaults.isSet(columnNan, column),
                  FoldFaults.isSet(rowInfinite, row) || FoldFaults.isSet(columnInfinite, column));
        });
    for (Operand truths : new Operand[] {rowNan, rowInfinite, columnNan, columnInfinite}) {
      MapRunner.buffer(truths).close();
    }
    return faults[0];
  }

  private static long[] without(long[] index, int axis) {
    long[] rest = new long[index.length - 1];
    System.arraycopy(index, 0, rest, 0, axis);
    System.arraycopy(index, axis + 1, rest, axis, rest.length - axis);
    return rest;
  }
}
