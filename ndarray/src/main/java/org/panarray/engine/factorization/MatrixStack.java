package org.panarray.engine.factorization;

import org.panarray.engine.HostMemory;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.error.TypeError;
import org.panarray.linalg.ScalarKind;
import org.panarray.linalg.StridedMatrix;
import org.panarray.linalg.StridedVector;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// An operand as `org.panarray.linalg` sees it: one matrix, vector or scalar for each index of the
/// batch. A batch axis that the operand lacks or has once is repeated by a zero stride.
///
/// @param operand the elements
/// @param layout of shape `batch` followed by the axes of one item
public record MatrixStack(Operand operand, Layout layout) {

  /// @param coreRank how many axes one item has: 2 for matrices, 1 for vectors, 0 for scalars
  static MatrixStack of(Operand operand, Shape batch, int coreRank) {
    Shape shape = operand.layout().shape();
    Shape core = shape.range(shape.rank() - coreRank, shape.rank());
    return new MatrixStack(operand, operand.layout().broadcastTo(batch.concat(core)));
  }

  StridedMatrix matrix(long[] index) {
    return new StridedMatrix(
        memory(),
        offset(index) << operand.type().byteShift(),
        layout.dim(-2),
        layout.dim(-1),
        layout.stride(layout.rank() - 2),
        layout.stride(layout.rank() - 1),
        kind());
  }

  StridedVector vector(long[] index) {
    return new StridedVector(
        memory(),
        offset(index) << operand.type().byteShift(),
        layout.dim(-1),
        layout.stride(layout.rank() - 1),
        kind());
  }

  void setLong(long[] index, long value) {
    ElementAccess.setLong(memory(), operand.type(), offset(index), value);
  }

  void setComplex(long[] index, double real, double imaginary) {
    ElementAccess.setComplex(memory(), operand.type(), offset(index), real, imaginary);
  }

  private long offset(long[] index) {
    return IndexWalk.offset(layout, index);
  }

  private java.lang.foreign.MemorySegment memory() {
    return ((HostMemory) operand.buffer()).segment();
  }

  /// @throws TypeError of element types that LAPACK does not know
  ScalarKind kind() {
    return switch (operand.type()) {
      case FLOAT32 -> ScalarKind.F32;
      case FLOAT64 -> ScalarKind.F64;
      case COMPLEX64 -> ScalarKind.C64;
      case COMPLEX128 -> ScalarKind.C128;
      default ->
          throw new TypeError(
              "array type " + operand.type().numpyName() + " is unsupported in linalg");
    };
  }
}
