package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Factorizations and what is solved by them.
///
/// Inputs are read completely before the first output is written and are never changed, so that an
/// output may be the input itself. All arrays of a call have the kind of `a`, except where "real"
/// asks for [ScalarKind#real] and "complex" for [ScalarKind#toComplex]. No method throws because of
/// the numbers: that is told by `info`, which is 0 on success, and whoever called raises NumPy's
/// `LinAlgError`. With a nonzero `info` the outputs hold nothing of use, except where said.
///
/// Empty matrices are allowed where the result is defined without LAPACK.
public sealed interface Lapack permits LinearAlgebra {

  /// `P @ L @ U = a` with row interchanges (getrf); L without its unit diagonal and U share
  /// `factors`, which has the shape of `a`. The factors are complete even where `info` is positive.
  LuFactors lu(StridedMatrix a, StridedMatrix factors);

  /// `a @ x = b` (gesv). Returns 0, or `i + 1` where U has an exact zero at `i`: a is singular.
  int solve(StridedMatrix a, StridedMatrix b, StridedMatrix x);

  /// The inverse, as NumPy has it: [#solve] with the identity. Same info.
  int inverse(StridedMatrix a, StridedMatrix inverse);

  /// `L @ L^H = a` or `U^H @ U = a` (potrf), reading only the named triangle; the other triangle of
  /// `factor` is zeroed. Returns 0, or the order of the leading minor that is not positive
  /// definite.
  int cholesky(Triangle triangle, StridedMatrix a, StridedMatrix factor);

  /// `q @ r = a` (geqrf, orgqr), `a` being (m, n): complete where `r` is (m, n) and `q` (m, m),
  /// reduced where `r` is (k, n) and `q` (m, k), `k = min(m, n)`. A null `q` is not computed.
  int qr(StridedMatrix a, @Nullable StridedMatrix q, StridedMatrix r);

  /// The raw result of geqrf: R on and above the diagonal of `h`, Householder vectors below it,
  /// their scalar factors in `tau`, which has `min(m, n)` elements. NumPy's `mode='raw'` is `h`
  /// transposed.
  int qrRaw(StridedMatrix a, StridedMatrix h, StridedVector tau);

  /// `u @ diag(s) @ vh = a` (gesdd), `s` real and descending: full where `u` is (m, m) and `vh`
  /// (n, n), reduced where `u` is (m, k) and `vh` (k, n). With both null only `s` is computed.
  /// Returns a positive number where it did not converge, a negative one where `a` holds NaN.
  int svd(StridedMatrix a, @Nullable StridedMatrix u, StridedVector s, @Nullable StridedMatrix vh);

  /// Eigenvalues, real and ascending, and eigenvectors in the columns of `v` (syevd, heevd) of a
  /// symmetric or Hermitian matrix of which only the named triangle is read. A null `v` is not
  /// computed. Returns a positive number where it did not converge.
  int eigenSymmetric(
      Triangle triangle, StridedMatrix a, StridedVector w, @Nullable StridedMatrix v);

  /// Eigenvalues, complex, and right eigenvectors of norm 1 in the columns of `v`, complex too, of
  /// any square matrix (geev). For a real `a` the complex ones come as exact conjugate pairs, that
  /// with the positive imaginary part first. Returns a positive number where it did not converge.
  int eigen(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v);

  /// The `x` of least norm that minimizes `|a @ x - b|`, column by column of `b` (gelsd).
  ///
  /// @param rcond singular values at most this times the largest count as zero; negative means
  ///     machine precision
  /// @param x (n, right-hand sides) where `a` is (m, n)
  /// @param s real, the `min(m, n)` singular values, descending
  /// @param residuals real, one per right-hand side: the sums of squares of `b - a @ x`, written
  ///     only if the rank is n and m > n
  LeastSquares leastSquares(
      StridedMatrix a,
      StridedMatrix b,
      double rcond,
      StridedMatrix x,
      StridedVector s,
      @Nullable StridedVector residuals);
}
