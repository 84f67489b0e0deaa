package org.panarray;

import org.panarray.internal.page.LinalgDecompositions;
import org.panarray.internal.page.LinalgEigenvalues;
import org.panarray.internal.page.LinalgNorms;
import org.panarray.internal.page.LinalgProducts;
import org.panarray.internal.page.LinalgSolving;

/// `np.linalg`: solutions, factorizations, eigenvalues and norms of matrices.
///
/// Functions take stacks of matrices: the last two axes are the matrix, those before are broadcast
/// or worked through one by one. Integers and bools are computed in float64. Computation is in
/// float64 or complex128 as in NumPy; float32 and complex64 are what results are rounded to where
/// all inputs are of these types. float16 is a [org.panarray.error.TypeError].
///
/// Results are fresh arrays.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html">numpy.linalg</a>
public final class Linalg
    implements LinalgSolving, LinalgDecompositions, LinalgEigenvalues, LinalgNorms, LinalgProducts {
  Linalg() {}

  /// `a = U @ diag(S) @ Vh`.
  ///
  /// Where only `S` was asked for, `U` and `Vh` have no elements.
  ///
  /// @param U left singular vectors in columns, `(..., m, m)` or `(..., m, k)`
  /// @param S singular values, real and descending, `(..., k)`
  /// @param Vh right singular vectors in rows, conjugated, `(..., n, n)` or `(..., k, n)`
  public record SVD(NDArray U, NDArray S, NDArray Vh) {}

  /// `a = Q @ R`, or in mode `raw` Householder vectors (transposed) and their scalar factors.
  ///
  /// @param Q orthonormal columns, `(..., m, k)`; without elements where only `R` was asked for
  /// @param R upper triangular, `(..., k, n)`
  public record QR(NDArray Q, NDArray R) {}

  /// Eigenvalues and eigenvectors of a general matrix, not ordered.
  ///
  /// @param eigenvalues `(..., n)`; real where all imaginary parts are zero
  /// @param eigenvectors of length 1, in columns, `(..., n, n)`
  public record Eig(NDArray eigenvalues, NDArray eigenvectors) {}

  /// Eigenvalues and eigenvectors of a symmetric or Hermitian matrix.
  ///
  /// @param eigenvalues `(..., n)`, real, ascending
  /// @param eigenvectors of length 1, in columns, `(..., n, n)`
  public record Eigh(NDArray eigenvalues, NDArray eigenvectors) {}

  /// A determinant as `sign * exp(logabsdet)`.
  ///
  /// @param sign -1, 0 or 1, or a complex number of absolute value 1; `(...)`
  /// @param logabsdet real; negative infinity of a singular matrix
  public record Slogdet(NDArray sign, NDArray logabsdet) {}

  /// A least-squares solution.
  ///
  /// @param x `(n,)` or `(n, k)`
  /// @param residuals sums of squared residuals, `(1,)` or `(k,)`; empty where the rank is less
  ///     than `n` or `m <= n`
  /// @param rank the rank of `a`, int32, 0-d
  /// @param s the singular values of `a`, `(min(m, n),)`
  public record LeastSquares(NDArray x, NDArray residuals, NDArray rank, NDArray s) {}
}
