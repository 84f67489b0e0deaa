package org.panarray.internal.page;

import java.util.Locale;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.linear.Factorizations;
import org.panarray.internal.linear.Matrices;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.Primitive;
import org.panarray.result.QR;
import org.panarray.result.SVD;

/// Decompositions: Cholesky, QR and singular values.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html#decompositions">NumPy's
///   page</a>
public sealed interface LinalgDecompositions permits Linalg {

  /// The triangular factor of a positive-definite matrix: `numpy.linalg.cholesky`, `(..., n, n)`,
  /// `L` of `L @ L^H = a`. Keyword: `upper` (then `U` of `U^H @ U = a`). Only that triangle of `a`
  /// is read.
  ///
  /// @throws LinAlgError `Matrix is not positive definite`
  default NDArray cholesky(Object a, MatrixKeyword.Upper... upper) {
    boolean above = Required.all(upper, "upper").length > 0 && upper[upper.length - 1].value();
    return Factorizations.cholesky(a, above);
  }

  /// `Q @ R` with `k = min(m, n)` columns of `Q`: `numpy.linalg.qr`, `(..., m, n)`.
  ///
  /// ```java
  /// NDArray a = np.array(new double[][] {{1, 2}, {3, 4}});
  /// var qr = np.linalg.qr(a);
  /// np.allclose(qr.Q().matmul(qr.R()), a) // true
  /// ```
  default QR qr(Object a) {
    return qr(a, "reduced");
  }

  /// As [#qr(Object)], in the mode `reduced`, `complete` (`Q` is `(..., m, m)`), `r` (only `R`) or
  /// `raw` (Householder vectors `h`, `(..., n, m)`, and their scalar factors).
  ///
  /// @throws ValueError `Unrecognized mode 'x'`
  default QR qr(Object a, String mode) {
    Primitive.QrMode chosen =
        switch (Required.argument(mode, "mode")) {
          case "reduced", "complete", "r", "raw" ->
              Primitive.QrMode.valueOf(mode.toUpperCase(Locale.ROOT));
          default -> throw new ValueError("Unrecognized mode '" + mode + "'");
        };
    NDArray[] found = Matrices.run(new Primitive.Qr(chosen), Matrices.stacked(a));
    return found.length == 2
        ? new QR(found[0], found[1])
        : new QR(NewArrays.empty(new long[] {0}, found[0].dtype()), found[0]);
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
  default SVD svd(Object a, MatrixKeyword.ForSvd... keywords) {
    NDArray[] found = Factorizations.svd(a, keywords);
    return found.length == 3 ? new SVD(found[0], found[1], found[2]) : only(found[0]);
  }

  private static SVD only(NDArray values) {
    NDArray none = NewArrays.empty(new long[] {0}, values.dtype());
    return new SVD(none, values, none);
  }

  /// Singular values, real and descending: `numpy.linalg.svdvals`, `(..., m, n)` to `(..., k)`.
  ///
  /// @throws LinAlgError `SVD did not converge`
  default NDArray svdvals(Object x) {
    return Factorizations.svdvals(x);
  }
}
