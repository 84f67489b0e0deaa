package org.panarray.internal.page;

import java.util.List;
import org.panarray.Kw;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Storing;
import org.panarray.internal.linear.Matrices;
import org.panarray.internal.linear.MatrixChain;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.shape.Axes;

/// Products of matrices and vectors, in the stricter forms that `np.linalg` has of them.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.linalg.html#matrix-and-vector-products">
///   NumPy's page</a>
public sealed interface LinalgProducts permits Linalg {

  /// A square matrix multiplied by itself: `numpy.linalg.matrix_power`, `(..., n, n)`; a negative
  /// `n` is a power of the inverse.
  ///
  /// @throws org.panarray.error.LinAlgError `Singular matrix`, `Last 2 dimensions of the array must
  ///   be square`
  default NDArray matrixPower(Object a, long n) {
    return MatrixChain.power(Matrices.square(a), n);
  }

  /// There are only integer powers.
  ///
  /// @throws TypeError `exponent must be an integer`
  default NDArray matrixPower(Object a, double n) {
    Matrices.square(a);
    throw new TypeError("exponent must be an integer");
  }

  /// The product of two or more matrices in the cheapest order: `numpy.linalg.multi_dot`. The first
  /// and the last may be vectors.
  ///
  /// @throws ValueError `Expecting at least two arrays.`
  default NDArray multiDot(List<?> arrays) {
    List<NDArray> factors =
        Required.argument(arrays, "arrays").stream().map(ArrayLike::of).toList();
    return Faults.named("dot", () -> MatrixChain.multiply(factors));
  }

  /// As [#multiDot(List)] into an array.
  default NDArray multiDot(List<?> arrays, Keyword.Out out) {
    return Storing.to(new Keyword[] {out}, "dot", multiDot(arrays));
  }

  /// The cross product of vectors of three elements: `numpy.linalg.cross`. Keyword: `axis` (default
  /// -1).
  ///
  /// @throws ValueError `Both input arrays must be (arrays of) 3-dimensional vectors, ...`
  default NDArray cross(Object x1, Object x2, Keyword.Axis... axis) {
    NDArray a = ArrayLike.of(x1);
    NDArray b = ArrayLike.of(x2);
    int along = Required.all(axis, "axis").length == 0 ? -1 : axis[axis.length - 1].single();
    long first = a.shape(Axes.normalize(along, a.ndim()));
    long second = b.shape(Axes.normalize(along, b.ndim()));
    if (first != 3 || second != 3) {
      throw new ValueError(
          "Both input arrays must be (arrays of) 3-dimensional vectors, but they are "
              + first
              + " and "
              + second
              + " dimensional instead.");
    }
    return Np.np.cross(a, b, Kw.axis(along));
  }

  /// Every element of one vector with every element of another: `numpy.linalg.outer`, `(n, m)`.
  ///
  /// @throws ValueError `Input arrays must be one-dimensional, but they are ...`
  default NDArray outer(Object x1, Object x2) {
    NDArray a = ArrayLike.of(x1);
    NDArray b = ArrayLike.of(x2);
    if (a.ndim() != 1 || b.ndim() != 1) {
      throw new ValueError(
          "Input arrays must be one-dimensional, but they are x1.ndim="
              + a.ndim()
              + " and x2.ndim="
              + b.ndim()
              + ".");
    }
    return Np.np.outer(a, b);
  }

  /// `np.matmul`: `numpy.linalg.matmul`.
  default NDArray matmul(Object x1, Object x2) {
    return Np.np.matmul(x1, x2);
  }

  /// `np.tensordot`: `numpy.linalg.tensordot`.
  default NDArray tensordot(Object x1, Object x2) {
    return Np.np.tensordot(x1, x2);
  }

  /// `np.tensordot` over the last `axes` axes of `x1` and the first of `x2`.
  default NDArray tensordot(Object x1, Object x2, int axes) {
    return Np.np.tensordot(x1, x2, axes);
  }

  /// `np.tensordot` over pairs of axes.
  default NDArray tensordot(Object x1, Object x2, int[][] axes) {
    return Np.np.tensordot(x1, x2, axes);
  }

  /// `np.vecdot`: `numpy.linalg.vecdot`. Keyword: `axis` (default -1).
  default NDArray vecdot(Object x1, Object x2, Keyword.ForAxis... keywords) {
    return Np.np.vecdot(x1, x2, keywords);
  }

  /// The last two axes exchanged: `numpy.linalg.matrix_transpose`, a view.
  default NDArray matrixTranspose(Object x) {
    return Np.np.matrixTranspose(x);
  }

  /// The diagonals of the last two axes: `numpy.linalg.diagonal`, `(..., n, m)` to `(..., k)`, a
  /// view that cannot be written. Keyword: `offset`.
  default NDArray diagonal(Object x, TextKeyword.Offset... offset) {
    MatrixKeyword.ForDiagonal[] all =
        java.util.Arrays.copyOf(
            Required.argument(offset, "offset"),
            offset.length + 2,
            MatrixKeyword.ForDiagonal[].class);
    all[offset.length] = Kw.axis1(-2);
    all[offset.length + 1] = Kw.axis2(-1);
    return Np.np.diagonal(x, all);
  }
}
