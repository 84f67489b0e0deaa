package org.panarray.internal.page;

import java.util.Arrays;
import org.panarray.Kw;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.LinAlgError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.linear.CoreSignature;
import org.panarray.internal.linear.Factorizations;
import org.panarray.internal.linear.Matrices;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.result.LeastSquares;
import org.panarray.result.SVD;
import org.panarray.shape.Shape;

/// Solving equations and inverting matrices.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.linalg.html#solving-equations-and-inverting-matrices">
///   NumPy's page</a>
public sealed interface LinalgSolving permits Linalg {

  /// `x` of `a @ x = b`: `numpy.linalg.solve`, `(..., n, n)` with `(..., n, k)` to `(..., n, k)`.
  /// Only a `b` of exactly one axis is a vector.
  ///
  /// ```java
  /// np.linalg.solve(new double[][] {{3, 1}, {1, 2}}, new double[] {9, 8}) // [2. 3.]
  /// np.linalg.solve(np.ones(2, 2), np.ones(2)) // throws LinAlgError: Singular matrix
  /// ```
  ///
  /// @throws LinAlgError `Singular matrix`, `Last 2 dimensions of the array must be square`
  default NDArray solve(Object a, Object b) {
    NDArray matrix = Matrices.square(a);
    NDArray right = ArrayLike.of(b);
    boolean vector = right.ndim() == 1;
    CoreSignature signature = vector ? CoreSignature.SOLVE_VECTOR : CoreSignature.SOLVE;
    signature.requireRank(1, right, vector ? 1 : 2);
    long n = matrix.shape(-1);
    signature.requireLength("Input", 1, 0, right.shape(vector ? 0 : -2), n);
    Shape core = vector ? Shape.of(n) : Shape.of(n, right.shape(-1));
    CoreSignature.batch(matrix.shape(), 2, right.shape(), vector ? 1 : 2, core);
    NDArray columns = vector ? Dimensions.expandDims(right, 1) : right;
    NDArray x = Matrices.run(new Primitive.Solve(), matrix, columns)[0];
    return vector ? Dimensions.squeeze(x, -1) : x;
  }

  /// The inverse: `numpy.linalg.inv`, `(..., n, n)`.
  ///
  /// ```java
  /// np.linalg.inv(new double[][] {{2, 0}, {0, 4}})
  /// // [[0.5  0.  ]
  /// //  [0.   0.25]]
  /// ```
  ///
  /// @throws LinAlgError `Singular matrix`, `Last 2 dimensions of the array must be square`
  default NDArray inv(Object a) {
    return Factorizations.inv(a);
  }

  /// The Moore-Penrose inverse: `numpy.linalg.pinv`, `(..., m, n)` to `(..., n, m)`. Keywords:
  /// `rcond` or `rtol` (singular values below it times the largest count as zero; default 1e-15),
  /// `hermitian`.
  ///
  /// @throws LinAlgError `SVD did not converge`
  default NDArray pinv(Object a, MatrixKeyword.ForPinv... keywords) {
    MatrixKeyword.Rcond rcond = Keyword.find(MatrixKeyword.Rcond.class, keywords);
    MatrixKeyword.Rtol rtol = Keyword.find(MatrixKeyword.Rtol.class, keywords);
    if (rcond != null && rtol != null) {
      throw new ValueError("`rtol` and `rcond` can't be both set.");
    }
    Object given = rcond != null ? rcond.value() : rtol != null ? rtol.value() : null;
    NDArray limit = ArrayLike.of(given == null ? (Object) 1e-15 : given);
    NDArray array = Matrices.stacked(a);
    if (array.shape(-1) * array.shape(-2) == 0) {
      NDArray transposed = AxisOrder.swapaxes(array, -1, -2);
      return NewArrays.empty(transposed.dims(), array.dtype());
    }
    MatrixKeyword.Hermitian hermitian = Keyword.find(MatrixKeyword.Hermitian.class, keywords);
    MatrixKeyword.ForSvd[] reduced =
        hermitian == null
            ? new MatrixKeyword.ForSvd[] {Kw.fullMatrices(false)}
            : new MatrixKeyword.ForSvd[] {Kw.fullMatrices(false), hermitian};
    SVD svd = Np.np.linalg.svd(array, reduced);
    return fromSingularValues(svd, limit.toDevice(array.device()));
  }

  private static NDArray fromSingularValues(SVD svd, NDArray limit) {
    Np np = Np.np;
    NDArray largest = np.max(svd.S(), Kw.axis(-1), Kw.keepdims(true));
    NDArray large =
        Elementwise.apply(
            ScalarOp.GREATER,
            svd.S(),
            Elementwise.apply(ScalarOp.MULTIPLY, np.expandDims(limit, -1), largest));
    NDArray safe = Choice.select(large, svd.S(), 1);
    NDArray inverse = Choice.select(large, Elementwise.apply(ScalarOp.RECIPROCAL, safe), 0);
    NDArray scaled =
        Elementwise.apply(ScalarOp.MULTIPLY, np.expandDims(inverse, -1), Matrices.adjoint(svd.U()));
    return MatrixProduct.matmul(Matrices.adjoint(svd.Vh()), scaled);
  }

  /// The least-squares solution of `a @ x = b`: `numpy.linalg.lstsq`, `(m, n)` with `(m,)` or `(m,
  /// k)`. Keyword: `rcond` (singular values below it times the largest count as zero; default the
  /// machine precision times `max(m, n)`, -1 the machine precision).
  ///
  /// ```java
  /// NDArray a = np.array(new double[][] {{1, 0}, {0, 1}, {0, 0}});
  /// np.linalg.lstsq(a, new double[] {1, 2, 3}).x() // [1. 2.]
  /// ```
  ///
  /// @throws LinAlgError `Incompatible dimensions`, `SVD did not converge in Linear Least Squares`
  default LeastSquares lstsq(Object a, Object b, MatrixKeyword.Rcond... rcond) {
    Object limit =
        Required.all(rcond, "rcond").length == 0 ? null : rcond[rcond.length - 1].value();
    NDArray[] found = Factorizations.lstsq(a, b, limit);
    return new LeastSquares(found[0], found[1], found[2], found[3]);
  }

  /// The tensor `x` of `tensordot(a, x, x.ndim) = b`: `numpy.linalg.tensorsolve`, of shape
  /// `a.shape[b.ndim:]`. Keyword: `axes`, axes of `a` that are moved to the right first.
  ///
  /// @throws LinAlgError where the sizes do not fit
  default NDArray tensorsolve(Object a, Object b, MatrixKeyword.Axes... axes) {
    NDArray tensor = ArrayLike.of(a);
    NDArray right = ArrayLike.of(b);
    for (MatrixKeyword.Axes moved : Required.all(axes, "axes")) {
      int[] last = new int[Required.argument(moved.axes(), "axes").length];
      Arrays.setAll(last, i -> i - last.length);
      tensor = AxisOrder.moveaxis(tensor, moved.axes(), last);
    }
    Shape shape = tensor.shape().range(Math.min(right.ndim(), tensor.ndim()), tensor.ndim());
    if (tensor.size() != shape.size() * shape.size()) {
      throw new LinAlgError(
          "Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) =="
              + " prod(a.shape[:b.ndim])");
    }
    NDArray matrix = tensor.reshape(shape.size(), shape.size());
    return solve(matrix, right.reshape(-1)).reshape(shape);
  }

  /// As [#tensorinv(Object, int)] with two axes on the left.
  default NDArray tensorinv(Object a) {
    return tensorinv(a, 2);
  }

  /// The inverse of `tensordot(a, x, ind)`: `numpy.linalg.tensorinv`, of shape `a.shape[ind:] +
  /// a.shape[:ind]`.
  ///
  /// @throws ValueError `Invalid ind argument.`
  /// @throws LinAlgError where the products of the lengths on both sides differ
  default NDArray tensorinv(Object a, int ind) {
    NDArray tensor = ArrayLike.of(a);
    if (ind <= 0) {
      throw new ValueError("Invalid ind argument.");
    }
    int split = Math.min(ind, tensor.ndim());
    Shape left = tensor.shape().range(0, split);
    Shape right = tensor.shape().range(split, tensor.ndim());
    return inv(tensor.reshape(right.size(), -1)).reshape(right.concat(left));
  }
}
