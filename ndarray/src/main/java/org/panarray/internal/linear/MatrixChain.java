package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.shaping.Dimensions;

/// Products of several matrices.
public final class MatrixChain {
  private MatrixChain() {}

  /// By squaring; the order of the products is NumPy's, so that the rounding is too.
  public static NDArray power(NDArray matrix, long n) {
    if (n == 0) {
      NDArray identity = NewArrays.emptyLike(matrix);
      if (identity.size() > 0) {
        identity
            .at()
            .set(NewArrays.eye(matrix.shape(-1), matrix.dtype()).toDevice(matrix.device()));
      }
      return identity;
    }
    NDArray base = n < 0 ? Factorizations.inv(matrix) : matrix;
    long exponent = Math.abs(n);
    if (exponent == 3) {
      return MatrixProduct.matmul(MatrixProduct.matmul(base, base), base);
    }
    NDArray square = base;
    NDArray result = null;
    while (true) {
      if ((exponent & 1) == 1) {
        result = result == null ? square : MatrixProduct.matmul(result, square);
      }
      exponent >>>= 1;
      if (exponent == 0) {
        return java.util.Objects.requireNonNull(result);
      }
      square = MatrixProduct.matmul(square, square);
    }
  }

  public static NDArray multiply(List<NDArray> arrays) {
    if (arrays.size() < 2) {
      throw new ValueError("Expecting at least two arrays.");
    }
    if (arrays.size() == 2) {
      return MatrixProduct.dotOf(arrays.getFirst(), arrays.getLast());
    }
    List<NDArray> matrices = new ArrayList<>(arrays);
    boolean row = arrays.getFirst().ndim() == 1;
    boolean column = arrays.getLast().ndim() == 1;
    if (row) {
      matrices.set(0, Dimensions.expandDims(arrays.getFirst(), 0));
    }
    if (column) {
      matrices.set(matrices.size() - 1, Dimensions.expandDims(arrays.getLast(), 1));
    }
    matrices.forEach(Matrices::plane);
    NDArray product = multiply(matrices, cheapestSplits(matrices), 0, matrices.size() - 1);
    return row && column ? product.reshape() : row || column ? product.reshape(-1) : product;
  }

  private static NDArray multiply(List<NDArray> matrices, int[][] split, int first, int last) {
    if (first == last) {
      return matrices.get(first);
    }
    int at = split[first][last];
    return MatrixProduct.dotOf(
        multiply(matrices, split, first, at), multiply(matrices, split, at + 1, last));
  }

  /// Where to split each stretch of the chain, by dynamic programming over its lengths (Cormen et
  /// al., Introduction to Algorithms, "Matrix-chain multiplication").
  private static int[][] cheapestSplits(List<NDArray> matrices) {
    int count = matrices.size();
    double[][] cost = new double[count][count];
    int[][] split = new int[count][count];
    for (int length = 1; length < count; length++) {
      for (int first = 0; first + length < count; first++) {
        int last = first + length;
        cost[first][last] = Double.POSITIVE_INFINITY;
        for (int at = first; at < last; at++) {
          double product =
              (double) matrices.get(first).shape(0)
                  * matrices.get(at).shape(1)
                  * matrices.get(last).shape(1);
          double total = cost[first][at] + cost[at + 1][last] + product;
          if (total < cost[first][last]) {
            cost[first][last] = total;
            split[first][last] = at;
          }
        }
      }
    }
    return split;
  }
}
