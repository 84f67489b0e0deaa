package org.panarray.internal.shaping;

import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.indexing.Putting;
import org.panarray.prim.Primitive;

/// `np.diag`: the diagonal of a matrix, or the matrix with a diagonal.
public final class DiagonalMatrix {
  private DiagonalMatrix() {}

  public static NDArray of(Object v, int k) {
    NDArray values = ArrayLike.of(v);
    if (values.ndim() == 2) {
      return Dispatch.apply(new Primitive.Diagonal(k, 0, 1), values);
    }
    if (values.ndim() != 1) {
      throw new ValueError("Input must be 1- or 2-d.");
    }
    long n = values.size() + Math.abs(k);
    NDArray matrix = NewArrays.zeros(new long[] {n, n}, values.dtype()).toDevice(values.device());
    NDArray places =
        NewArrays.arange(values.size())
            .toDevice(values.device())
            .times(n + 1)
            .plus(k < 0 ? -k * n : k);
    Putting.put(matrix, places, values, "raise");
    return matrix;
  }
}
