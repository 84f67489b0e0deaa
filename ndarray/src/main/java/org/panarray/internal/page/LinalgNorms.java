package org.panarray.internal.page;

import org.jspecify.annotations.Nullable;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.Kw;
import org.panarray.Linalg;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.LinAlgError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.linear.Matrices;
import org.panarray.internal.linear.Norms;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.Primitive;
import org.panarray.result.Slogdet;

/// Norms, determinants, ranks and condition numbers.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.linalg.html#norms-and-other-numbers">
///   NumPy's page</a>
public sealed interface LinalgNorms permits Linalg {

  /// The 2-norm of all elements: `numpy.linalg.norm`. Keywords: `axis` (one for vector norms, two
  /// for matrix norms), `keepdims`, `ord`.
  ///
  /// ```java
  /// np.linalg.norm(new double[] {3, 4}) // 5.0
  /// np.linalg.norm(new double[][] {{3, 4}, {0, 5}}, axis(1)) // [5. 5.]
  /// ```
  default NDArray norm(Object x, MatrixKeyword.ForNorm... keywords) {
    return Norms.norm(ArrayLike.of(x), Norms.order(keywords), keywords);
  }

  /// As [#norm(Object, MatrixKeyword.ForNorm...)] of this order. Vectors: a number, `np.inf` or
  /// `-np.inf`; matrices: 1, -1, 2, -2, `np.inf`, `-np.inf`, `"fro"` or `"nuc"`; null is the 2-norm
  /// of all elements.
  ///
  /// @throws ValueError `Invalid norm order for matrices.`, `Invalid norm order 'fro' for vectors`,
  ///   `Improper number of dimensions to norm.`, `Duplicate axes given.`
  default NDArray norm(Object x, @Nullable Object ord, MatrixKeyword.ForNorm... keywords) {
    return Norms.norm(ArrayLike.of(x), ord, keywords);
  }

  /// The norm of the matrices in the last two axes: `numpy.linalg.matrix_norm`. Keywords:
  /// `keepdims`, `ord` (default `"fro"`).
  default NDArray matrixNorm(Object x, MatrixKeyword.ForMatrixNorm... keywords) {
    MatrixKeyword.Ord ord = Keyword.find(MatrixKeyword.Ord.class, keywords);
    MatrixKeyword.ForNorm[] all =
        Keyword.with(MatrixKeyword.ForNorm[]::new, keywords, Kw.axis(-2, -1));
    return Norms.norm(ArrayLike.of(x), ord == null ? "fro" : ord.value(), all);
  }

  /// The norm of vectors along any axes, all by default: `numpy.linalg.vector_norm`. Keywords:
  /// `axis`, `keepdims`, `ord` (default 2).
  default NDArray vectorNorm(Object x, MatrixKeyword.ForNorm... keywords) {
    MatrixKeyword.Ord ord = Keyword.find(MatrixKeyword.Ord.class, keywords);
    NDArray array = ArrayLike.of(x);
    int[] axes = Reducer.axes(keywords, array.ndim(), (int[]) null);
    return Norms.vector(
        Norms.inexact(array),
        ord == null ? (Object) 2L : ord.value(),
        axes,
        Reducer.keepdims(keywords));
  }

  /// The ratio of the largest to the smallest singular value: `numpy.linalg.cond`.
  default NDArray cond(Object x) {
    return cond(x, null);
  }

  /// The condition number: `numpy.linalg.cond`, `(..., m, n)` to `(...)`. `p` is the order of a
  /// matrix norm; null and 2 are the 2-norm.
  ///
  /// @throws LinAlgError `cond is not defined on empty arrays`
  default NDArray cond(Object x, @Nullable Object p) {
    return Norms.condition(ArrayLike.of(x), p);
  }

  /// The determinant: `numpy.linalg.det`, `(..., n, n)` to `(...)`.
  ///
  /// ```java
  /// np.linalg.det(new double[][] {{1, 2}, {3, 4}}) // -2.0000000000000004
  /// ```
  default NDArray det(Object a) {
    return Matrices.run(new Primitive.Determinant(), Matrices.square(a))[2];
  }

  /// The sign and the logarithm of the absolute determinant, which do not overflow:
  /// `numpy.linalg.slogdet`, `(..., n, n)` to `(...)`.
  default Slogdet slogdet(Object a) {
    ErrorState state = Faults.current();
    ErrorState.Mode ignored = ErrorState.Mode.IGNORE; // the determinant itself is not asked for
    try (ErrorScope _ =
        Np.np.errstate(new ErrorState(state.divide(), ignored, ignored, state.invalid()))) {
      NDArray matrices = Matrices.square(a);
      NDArray[] found =
          Faults.named("slogdet", () -> Matrices.run(new Primitive.Determinant(), matrices));
      return new Slogdet(found[0], found[1]);
    }
  }

  /// How many singular values are not negligible: `numpy.linalg.matrix_rank`, `(..., m, n)` to
  /// `(...)`, int64. Keywords: `tol` (absolute), `rtol` (relative to the largest; default the
  /// machine precision times `max(m, n)`), `hermitian`.
  default NDArray matrixRank(Object A, MatrixKeyword.ForRank... keywords) {
    return Norms.rank(ArrayLike.of(A), keywords);
  }

  /// The sum along the diagonal of the last two axes: `numpy.linalg.trace`, `(..., n, n)` to
  /// `(...)`. Keywords: `offset`, `dtype`.
  default NDArray trace(Object x, MatrixKeyword.ForMatrixTrace... keywords) {
    MatrixKeyword.ForTrace[] rows =
        Keyword.with(MatrixKeyword.ForTrace[]::new, keywords, Kw.axis1(-2));
    return Np.np.trace(x, Keyword.with(MatrixKeyword.ForTrace[]::new, rows, Kw.axis2(-1)));
  }
}
