package org.panarray.internal.page;

import java.util.Locale;
import org.panarray.Kw;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.LinAlgError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.linear.Matrices;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Decompositions: Cholesky, QR and singular values.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html#decompositions">NumPy's
///     page</a>
public sealed interface LinalgDecompositions permits Linalg {

  /// The triangular factor of a positive-definite matrix: `numpy.linalg.cholesky`, `(..., n, n)`,
  /// `L` of `L @ L^H = a`. Keyword: `upper` (then `U` of `U^H @ U = a`). Only that triangle of `a`
  /// is read.
  ///
  /// @throws LinAlgError `Matrix is not positive definite`
  default NDArray cholesky(Object a, MatrixKeyword.Upper... upper) {
    boolean above = Required.all(upper, "upper").length > 0 && upper[upper.length - 1].value();
    return Matrices.run(new Primitive.Cholesky(above), Matrices.square(a))[0];
  }

  /// `Q @ R` with `k = min(m, n)` columns of `Q`: `numpy.linalg.qr`, `(..., m, n)`.
  ///
  /// ```java
  /// NDArray a = np.array(new double[][] {{1, 2}, {3, 4}});
  /// var qr = np.linalg.qr(a);
  /// np.allclose(qr.Q().matmul(qr.R()), a) // true
  /// ```
  default Linalg.QR qr(Object a) {
    return qr(a, "reduced");
  }

  /// As [#qr(Object)], in the mode `reduced`, `complete` (`Q` is `(..., m, m)`), `r` (only `R`) or
  /// `raw` (Householder vectors `h`, `(..., n, m)`, and their scalar factors).
  ///
  /// @throws ValueError `Unrecognized mode 'x'`
  default Linalg.QR qr(Object a, String mode) {
    Primitive.QrMode chosen =
        switch (Required.argument(mode, "mode")) {
          case "reduced", "complete", "r", "raw" ->
              Primitive.QrMode.valueOf(mode.toUpperCase(Locale.ROOT));
          default -> throw new ValueError("Unrecognized mode '" + mode + "'");
        };
    NDArray[] found = Matrices.run(new Primitive.Qr(chosen), Matrices.stacked(a));
    return found.length == 2
        ? new Linalg.QR(found[0], found[1])
        : new Linalg.QR(Np.np.empty(new long[] {0}, found[0].dtype()), found[0]);
  }

  /// Singular values and vectors: `numpy.linalg.svd`, `(..., m, n)`. Keywords: `fullMatrices`
  /// (default true; otherwise `min(m, n)` vectors on each side), `computeUv` (default true),
  /// `hermitian` (then `a` equals its conjugate transpose, and eigenvalues are used).
  ///
  /// ```java
  /// NDArray a = np.array(new double[][] {{3, 0}, {0, -4}});
  /// var svd = np.linalg.svd(a);
  /// svd.S() // [4. 3.]
  /// np.allclose(svd.U().times(svd.S()).matmul(svd.Vh()), a) // true
  /// ```
  ///
  /// @throws LinAlgError `SVD did not converge`
  default Linalg.SVD svd(Object a, MatrixKeyword.ForSvd... keywords) {
    MatrixKeyword.FullMatrices full = Keyword.find(MatrixKeyword.FullMatrices.class, keywords);
    MatrixKeyword.ComputeUv vectors = Keyword.find(MatrixKeyword.ComputeUv.class, keywords);
    MatrixKeyword.Hermitian hermitian = Keyword.find(MatrixKeyword.Hermitian.class, keywords);
    boolean computeUv = vectors == null || vectors.value();
    if (hermitian != null && hermitian.value()) {
      return hermitianSvd(a, computeUv);
    }
    boolean fullMatrices = computeUv && (full == null || full.value());
    NDArray[] found = Matrices.run(new Primitive.Svd(fullMatrices, computeUv), Matrices.stacked(a));
    return computeUv ? new Linalg.SVD(found[0], found[1], found[2]) : only(found[0]);
  }

  private static Linalg.SVD only(NDArray values) {
    NDArray none = Np.np.empty(new long[] {0}, values.dtype());
    return new Linalg.SVD(none, values, none);
  }

  private static Linalg.SVD hermitianSvd(Object a, boolean computeUv) {
    Np np = Np.np;
    if (!computeUv) {
      NDArray values = Elementwise.apply(ScalarOp.ABSOLUTE, np.linalg.eigvalsh(a));
      return only(np.flip(Dispatch.apply(new Primitive.Sort(values.ndim() - 1), values), -1));
    }
    Linalg.Eigh eigh = np.linalg.eigh(a);
    NDArray values = Elementwise.apply(ScalarOp.ABSOLUTE, eigh.eigenvalues());
    NDArray ascending = Dispatch.apply(new Primitive.ArgSort(values.ndim() - 1), values);
    NDArray order = np.flip(ascending, -1);
    NDArray sign = Elementwise.apply(ScalarOp.COPYSIGN, 1.0, along(eigh.eigenvalues(), order));
    NDArray columns = np.swapaxes(rows(np.swapaxes(eigh.eigenvectors(), -1, -2), order), -1, -2);
    NDArray signed = Elementwise.apply(ScalarOp.MULTIPLY, columns, np.expandDims(sign, -2));
    return new Linalg.SVD(columns, along(values, order), Matrices.adjoint(signed));
  }

  /// The elements of the last axis in the given order.
  private static NDArray along(NDArray array, NDArray order) {
    return reordered(array, order, array.ndim() - 1);
  }

  /// The rows of each matrix in the given order.
  private static NDArray rows(NDArray matrices, NDArray order) {
    return reordered(matrices, order, matrices.ndim() - 2);
  }

  private static NDArray reordered(NDArray array, NDArray order, int axis) {
    Object[] index = new Object[axis + 1];
    for (int k = 0; k < axis; k++) {
      long[] dims = new long[axis + 1];
      java.util.Arrays.fill(dims, 1);
      dims[k] = array.shape(k);
      index[k] = Np.np.arange(array.shape(k)).toDevice(array.device()).reshape(dims);
    }
    index[axis] = order;
    return array.get(index);
  }

  /// Singular values, real and descending: `numpy.linalg.svdvals`, `(..., m, n)` to `(..., k)`.
  ///
  /// @throws LinAlgError `SVD did not converge`
  default NDArray svdvals(Object x) {
    return svd(x, Kw.computeUv(false)).S();
  }
}
