package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.linalg.Blas;
import org.panarray.linalg.LinearAlgebra;
import org.panarray.linalg.Op;
import org.panarray.linalg.ScalarKind;
import org.panarray.linalg.StridedMatrix;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Matrix products: BLAS for float32, float64 and the complex types, loops for the others.
public final class MatMulKernel {
  private MatMulKernel() {}

  static void run(Operand left, Operand right, Operand output) {
    Layout target = output.layout();
    if (target.size() == 0) {
      return;
    }
    int rank = target.rank();
    Shape batch = target.shape().range(0, rank - 2);
    if (batch.size() > 1 && joined(left, right, output)) {
      return;
    }
    Layout a = IndexWalk.batched(left.layout(), batch);
    Layout b = IndexWalk.batched(right.layout(), batch);
    if (batch.size() > 1 && SmallProducts.suits(left.type(), a, target)) {
      SmallProducts.run(left, right, output, a, b, batch);
      return;
    }
    Product product = product(left.type());
    IndexWalk.forEach(
        batch,
        index ->
            product.multiply(
                left.with(matrix(a, index)),
                right.with(matrix(b, index)),
                output.with(matrix(target, index))));
  }

  /// One product of two matrices into a third.
  @FunctionalInterface
  interface Product {
    void multiply(Operand a, Operand b, Operand c);
  }

  /// A stack of matrices times one matrix is one tall matrix times it.
  private static boolean joined(Operand left, Operand right, Operand output) {
    if (right.layout().rank() != 2) {
      return false;
    }
    Layout tall = tall(left.layout());
    Layout tallOutput = tall(output.layout());
    if (tall == null || tallOutput == null) {
      return false;
    }
    product(left.type()).multiply(left.with(tall), right, output.with(tallOutput));
    return true;
  }

  private static @Nullable Layout tall(Layout matrices) {
    long columns = matrices.dim(-1);
    return columns == 0
        ? null
        : matrices.reshapedView(Shape.of(matrices.size() / columns, columns));
  }

  private static Layout matrix(Layout stack, long[] index) {
    Layout matrix = stack;
    for (long i : index) {
      matrix = matrix.select(0, i);
    }
    return matrix;
  }

  private static Product product(ElementType type) {
    return switch (type) {
      case FLOAT32 -> blas(ScalarKind.F32);
      case FLOAT64 -> blas(ScalarKind.F64);
      case COMPLEX64 -> blas(ScalarKind.C64);
      case COMPLEX128 -> blas(ScalarKind.C128);
      default -> LoopProduct::multiply;
    };
  }

  private static Product blas(ScalarKind kind) {
    Blas blas = LinearAlgebra.get();
    return (a, b, c) ->
        blas.gemm(Op.NONE, Op.NONE, 1, matrix(a, kind), matrix(b, kind), 0, matrix(c, kind));
  }

  /// The operand's layout, of two axes, as BLAS sees it.
  static StridedMatrix matrix(Operand operand, ScalarKind kind) {
    Layout layout = operand.layout();
    MemorySegment memory = ScalarMemory.segment(operand);
    return new StridedMatrix(
        memory,
        layout.offset() * kind.byteSize(),
        layout.dim(0),
        layout.dim(1),
        layout.stride(0),
        layout.stride(1),
        kind);
  }
}
