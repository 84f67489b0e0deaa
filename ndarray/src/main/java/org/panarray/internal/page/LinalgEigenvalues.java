package org.panarray.internal.page;

import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.error.LinAlgError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.linear.Matrices;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Eigenvalues of general and of symmetric matrices.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html#matrix-eigenvalues">NumPy's
///     page</a>
public sealed interface LinalgEigenvalues permits Linalg {

  /// Eigenvalues and right eigenvectors: `numpy.linalg.eig`, `(..., n, n)`. Both are real where
  /// every eigenvalue is.
  ///
  /// @throws LinAlgError `Array must not contain infs or NaNs`, `Eigenvalues did not converge`
  default Linalg.Eig eig(Object a) {
    NDArray[] found = general(new Primitive.Eig(true), a);
    return new Linalg.Eig(found[0], found[1]);
  }

  /// Eigenvalues: `numpy.linalg.eigvals`, `(..., n, n)` to `(..., n)`, real where all are.
  ///
  /// @throws LinAlgError `Array must not contain infs or NaNs`, `Eigenvalues did not converge`
  default NDArray eigvals(Object a) {
    return general(new Primitive.Eig(false), a)[0];
  }

  /// The results, which are real where the matrix and all eigenvalues are.
  private static NDArray[] general(Primitive.Eig primitive, Object a) {
    NDArray matrix = finite(Matrices.square(a));
    NDArray[] found = Matrices.runWide(primitive, matrix);
    boolean real = isReal(matrix, found[0]);
    for (int i = 0; i < found.length; i++) {
      NDArray kept = real ? Dispatch.apply(new Primitive.Part(false), found[i]) : found[i];
      found[i] = Matrices.narrowed(kept, Matrices.resultType(matrix));
    }
    return found;
  }

  private static NDArray finite(NDArray array) {
    if (array.dtype().element().isInexact()
        && !Elementwise.apply(ScalarOp.ISFINITE, array).all().asBoolean()) {
      throw new LinAlgError("Array must not contain infs or NaNs");
    }
    return array;
  }

  private static boolean isReal(NDArray matrix, NDArray values) {
    if (matrix.dtype().element().isComplex()) {
      return false;
    }
    NDArray imaginary = Dispatch.apply(new Primitive.Part(true), values);
    return Elementwise.apply(ScalarOp.EQUAL, imaginary, 0.0).all().asBoolean();
  }

  /// Eigenvalues and eigenvectors of a symmetric or Hermitian matrix, of which the lower triangle
  /// is read: `numpy.linalg.eigh`, `(..., n, n)`.
  ///
  /// ```java
  /// np.linalg.eigh(new double[][] {{2, 0}, {0, 1}}).eigenvalues() // [1. 2.]
  /// ```
  ///
  /// @throws LinAlgError `Eigenvalues did not converge`
  default Linalg.Eigh eigh(Object a) {
    return eigh(a, "L");
  }

  /// As [#eigh(Object)], reading the triangle `L` or `U`.
  ///
  /// @throws ValueError `UPLO argument must be 'L' or 'U'`
  default Linalg.Eigh eigh(Object a, String UPLO) {
    Primitive.Eigh primitive = new Primitive.Eigh(isLower(UPLO), true);
    NDArray[] found = Matrices.run(primitive, Matrices.square(a));
    return new Linalg.Eigh(found[0], found[1]);
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
    Primitive.Eigh primitive = new Primitive.Eigh(isLower(UPLO), false);
    return Matrices.run(primitive, Matrices.square(a))[0];
  }

  private static boolean isLower(String uplo) {
    return switch (Required.argument(uplo, "UPLO")) {
      case "L", "l" -> true;
      case "U", "u" -> false;
      default -> throw new ValueError("UPLO argument must be 'L' or 'U'");
    };
  }
}
