package org.panarray.internal.page;

import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.polynomial.Vandermonde;
import org.panarray.internal.shaping.DiagonalMatrix;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Diagonals and triangles: the matrices of NumPy's creation page.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.array-creation.html#building-matrices">
///   NumPy's page</a>
public sealed interface Diagonals permits Np {

  /// The `k`-th diagonal of a matrix, a read-only view; or the matrix with a 1-d array on its
  /// `k`-th diagonal: `numpy.diag`.
  ///
  /// ```java
  /// np.diag(new int[] {1, 2})
  /// // [[1 0]
  /// //  [0 2]]
  /// np.diag(np.arange(9).reshape(3, 3), 1) // [1 5]
  /// ```
  ///
  /// @throws ValueError `Input must be 1- or 2-d.`
  default NDArray diag(Object v, int k) {
    return DiagonalMatrix.of(v, k);
  }

  /// As [#diag(Object, int)] with the main diagonal.
  default NDArray diag(Object v) {
    return diag(v, 0);
  }

  /// The matrix with all elements, in C order, on its `k`-th diagonal: `numpy.diagflat`.
  default NDArray diagflat(Object v, int k) {
    return diag(ArrayLike.of(v).reshape(-1), k);
  }

  /// As [#diagflat(Object, int)] with the main diagonal.
  default NDArray diagflat(Object v) {
    return diagflat(v, 0);
  }

  /// Ones at and below the `k`-th diagonal of an `(n, m)` matrix: `numpy.tri`. Keywords: `m`
  /// (default `n`), `k`, `dtype` (default float64).
  default NDArray tri(long n, Keyword.ForTri... keywords) {
    Keyword.Columns columns = Keyword.find(Keyword.Columns.class, keywords);
    Keyword.K k = Keyword.find(Keyword.K.class, keywords);
    DType dtype = Keyword.dtypeIn(keywords);
    return triangle(
        Shape.of(Math.max(0, n), Math.max(0, columns == null ? n : columns.value())),
        k == null ? 0 : k.value(),
        dtype == null ? ElementType.FLOAT64 : dtype.element());
  }

  /// As [#tri(long, Keyword.ForTri...)] with `m` columns.
  default NDArray tri(long n, long m, Keyword.ForTri... keywords) {
    return tri(n, Keyword.with(Keyword.ForTri[]::new, keywords, Kw.m(m)));
  }

  private static NDArray triangle(Shape shape, long k, ElementType type) {
    Expr row =
        Expr.apply(ScalarOp.ADD, new Expr.Index(0), new Expr.Const((double) k, ElementType.INT64));
    Expr inside = Expr.apply(ScalarOp.GREATER_EQUAL, row, new Expr.Index(1));
    return Dispatch.apply(new Primitive.Generate(shape, Expr.cast(inside, type)));
  }

  /// Zeros above the `k`-th diagonal of the last two axes: `numpy.tril`, a copy.
  ///
  /// ```java
  /// np.tril(np.ones(2, 2), 0)
  /// // [[1. 0.]
  /// //  [1. 1.]]
  /// ```
  default NDArray tril(Object m, int k) {
    NDArray array = ArrayLike.of(m);
    return Choice.where(mask(array, k), array, zero(array));
  }

  /// As [#tril(Object, int)] with the main diagonal.
  default NDArray tril(Object m) {
    return tril(m, 0);
  }

  /// Zeros below the `k`-th diagonal of the last two axes: `numpy.triu`, a copy.
  default NDArray triu(Object m, int k) {
    NDArray array = ArrayLike.of(m);
    return Choice.where(mask(array, k - 1), zero(array), array);
  }

  /// As [#triu(Object, int)] with the main diagonal.
  default NDArray triu(Object m) {
    return triu(m, 0);
  }

  private static NDArray mask(NDArray array, int k) {
    if (array.ndim() == 0) {
      throw new org.panarray.error.TypeError("tri() missing 1 required positional argument: 'N'");
    }
    long columns = array.shape(-1);
    long rows = array.ndim() == 1 ? columns : array.shape(-2);
    return triangle(Shape.of(rows, columns), k, ElementType.BOOL).toDevice(array.device());
  }

  private static NDArray zero(NDArray array) {
    return NewArrays.zeros(1, array.dtype()).toDevice(array.device());
  }

  /// Powers of a 1-d array in columns, the highest first: `numpy.vander`, `(len(x), n)`. Integers
  /// give int64.
  ///
  /// @param increasing whether the lowest power comes first
  /// @throws ValueError `x must be a one-dimensional array or sequence.`
  default NDArray vander(Object x, long n, boolean increasing) {
    return Vandermonde.matrix(x, n, increasing);
  }

  /// As [#vander(Object, long, boolean)], the highest power first.
  default NDArray vander(Object x, long n) {
    return vander(x, n, false);
  }

  /// As [#vander(Object, long, boolean)] with as many columns as rows.
  default NDArray vander(Object x, MatrixKeyword.Increasing increasing) {
    NDArray values = ArrayLike.of(x);
    return vander(
        values,
        values.ndim() == 1 ? values.size() : 0,
        Required.argument(increasing, "increasing").value());
  }

  /// As [#vander(Object, long)] with as many columns as rows.
  default NDArray vander(Object x) {
    return vander(x, Kw.increasing(false));
  }
}
