package org.panarray;

import java.util.Arrays;
import java.util.StringJoiner;
import org.panarray.error.ValueError;
import org.panarray.shape.Shape;

/// A generalized ufunc as its error messages name it, and the checks that NumPy makes of one.
///
/// @param name such as `matmul`
/// @param text the core dimensions, such as `(n?,k),(k,m?)->(n?,m?)`
record CoreSignature(String name, String text) {
  static final CoreSignature MATMUL = new CoreSignature("matmul", "(n?,k),(k,m?)->(n?,m?)");
  static final CoreSignature VECDOT = new CoreSignature("vecdot", "(n),(n)->()");
  static final CoreSignature MATVEC = new CoreSignature("matvec", "(m,n),(n)->(m)");
  static final CoreSignature VECMAT = new CoreSignature("vecmat", "(n),(n,m)->(m)");
  static final CoreSignature SOLVE = new CoreSignature("solve", "(m,m),(m,n)->(m,n)");
  static final CoreSignature SOLVE_VECTOR = new CoreSignature("solve1", "(m,m),(m)->(m)");

  /// @throws ValueError `matmul: Input operand 0 does not have enough dimensions ...`
  void requireRank(int operand, NDArray array, int least) {
    if (array.ndim() < least) {
      throw new ValueError(
          name
              + ": Input operand "
              + operand
              + " does not have enough dimensions (has "
              + array.ndim()
              + ", gufunc core with signature "
              + text
              + " requires "
              + least
              + ")");
    }
  }

  /// @param kind `Input` or `Output`
  /// @throws ValueError `matmul: Input operand 1 has a mismatch in its core dimension 0, ...`
  void requireLength(String kind, int operand, int dimension, long length, long expected) {
    if (length != expected) {
      throw new ValueError(
          name
              + ": "
              + kind
              + " operand "
              + operand
              + " has a mismatch in its core dimension "
              + dimension
              + ", with gufunc signature "
              + text
              + " (size "
              + length
              + " is different from "
              + expected
              + ")");
    }
  }

  /// The common shape of what stands before the core dimensions.
  ///
  /// @throws ValueError `operands could not be broadcast together with remapped shapes ...`
  static Shape batch(Shape a, int coreA, Shape b, int coreB, Shape resultCore) {
    Shape left = a.range(0, a.rank() - coreA);
    Shape right = b.range(0, b.rank() - coreB);
    try {
      return Shape.broadcast(left, right);
    } catch (ValueError e) {
      int rank = Math.max(left.rank(), right.rank());
      throw new ValueError(
          "operands could not be broadcast together with remapped shapes [original->remapped]: "
              + remapped(a, left, resultCore, rank)
              + " "
              + remapped(b, right, resultCore, rank)
              + "  and requested shape "
              + resultCore.compact());
    }
  }

  private static String remapped(Shape whole, Shape batch, Shape resultCore, int rank) {
    StringJoiner axes = new StringJoiner(",", "(", ")");
    Arrays.stream(batch.toArray()).forEach(dim -> axes.add(Long.toString(dim)));
    if (batch.rank() > 0) {
      for (int i = 0; i < resultCore.rank(); i++) {
        axes.add("newaxis");
      }
    }
    boolean alone = batch.rank() == 1 && resultCore.rank() == 0 && rank == 1;
    return whole.compact() + "->" + (alone ? batch.compact() : axes.toString());
  }
}
