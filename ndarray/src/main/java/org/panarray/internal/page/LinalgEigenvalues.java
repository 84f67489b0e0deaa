package org.panarray.internal.page;

import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.linear.Factorizations;
import org.panarray.result.Eig;
import org.panarray.result.Eigh;

/// Eigenvalues of general and of symmetric matrices.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.linalg.html#matrix-eigenvalues">NumPy's
///   page</a>
public sealed interface LinalgEigenvalues permits Linalg {

  /// Eigenvalues and right eigenvectors: `numpy.linalg.eig`, `(..., n, n)`. Both are real where
  /// every eigenvalue is.
  ///
  /// @throws LinAlgError `Array must not contain infs or NaNs`, `Eigenvalues did not converge`
  default Eig eig(Object a) {
    NDArray[] found = Factorizations.eig(a);
    return new Eig(found[0], found[1]);
  }

  /// Eigenvalues: `numpy.linalg.eigvals`, `(..., n, n)` to `(..., n)`, real where all are.
  ///
  /// @throws LinAlgError `Array must not contain infs or NaNs`, `Eigenvalues did not converge`
  default NDArray eigvals(Object a) {
    return Factorizations.eigvals(a);
  }

  /// The results, which are real where the matrix and all eigenvalues are. Eigenvalues and
  /// eigenvectors of a symmetric or Hermitian matrix, of which the lower triangle is read:
  /// `numpy.linalg.eigh`, `(..., n, n)`.
  ///
  /// ```java
  /// np.linalg.eigh(new double[][] {{2, 0}, {0, 1}}).eigenvalues() // [1. 2.]
  /// ```
  ///
  /// @throws LinAlgError `Eigenvalues did not converge`
  default Eigh eigh(Object a) {
    return eigh(a, "L");
  }

  /// As [#eigh(Object)], reading the triangle `L` or `U`.
  ///
  /// @throws ValueError `UPLO argument must be 'L' or 'U'`
  default Eigh eigh(Object a, String UPLO) {
    NDArray[] found = Factorizations.eigh(a, isLower(UPLO));
    return new Eigh(found[0], found[1]);
  }

  /// Eigenvalues of a symmetric or Hermitian matrix, real and ascending: `numpy.linalg.eigvalsh`,
  /// `(..., n, n)` to `(..., n)`.
  ///
  /// @throws LinAlgError `Eigenvalues did not converge`
  default NDArray eigvalsh(Object a) {
    return eigvalsh(a, "L");
  }

  /// As [#eigvalsh(Object)], reading the triangle `L` or `U`.
  ///
  /// @throws ValueError `UPLO argument must be 'L' or 'U'`
  default NDArray eigvalsh(Object a, String UPLO) {
    return Factorizations.eigvalsh(a, isLower(UPLO));
  }

  private static boolean isLower(String uplo) {
    return switch (Required.argument(uplo, "UPLO")) {
      case "L", "l" -> true;
      case "U", "u" -> false;
      default -> throw new ValueError("UPLO argument must be 'L' or 'U'");
    };
  }
}
