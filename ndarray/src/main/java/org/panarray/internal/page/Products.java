package org.panarray.internal.page;

import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Storing;
import org.panarray.internal.linear.Blockwise;
import org.panarray.internal.linear.CoreProduct;
import org.panarray.internal.linear.CoreSignature;
import org.panarray.internal.linear.EinsumCall;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Matrix and vector products.
///
/// Inputs are array-likes whose types are promoted; results are fresh arrays, or `out`. Sums of
/// floating-point products are BLAS's: they differ from NumPy's in the last places.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.linalg.html#matrix-and-vector-products">
///   NumPy's page</a>
public sealed interface Products permits Np {

  /// The dot product: `numpy.dot`. Of two vectors their sum of products, of matrices the matrix
  /// product, of scalars the product, else the sum over the last axis of `a` `(..., k)` and the
  /// last but one of `b` `(..., k, m)`.
  ///
  /// ```java
  /// np.dot(new double[] {1, 2}, new double[] {3, 4}) // 11.0
  /// ```
  ///
  /// @throws ValueError `shapes (2,3) and (2,3) not aligned: 3 (dim 1) != 2 (dim 0)`
  default NDArray dot(Object a, Object b) {
    return MatrixProduct.dotOf(a, b);
  }

  /// As [#dot(Object, Object)] into an array of exactly the result's dtype and shape, C-contiguous.
  ///
  /// @throws ValueError `output array is not acceptable ...`
  default NDArray dot(Object a, Object b, Keyword.Out out) {
    return MatrixProduct.dot(
        ArrayLike.of(a), ArrayLike.of(b), Required.argument(out, "out").single());
  }

  /// The sum of products of all elements, those of `a` conjugated: `numpy.vdot`, 0-d.
  ///
  /// @throws ValueError where the sizes differ
  default NDArray vdot(Object a, Object b) {
    NDArray left = ArrayLike.of(a).reshape(-1);
    NDArray right = ArrayLike.of(b).reshape(-1).reshape(left.size());
    return Faults.quietly(() -> MatrixProduct.vecdot(left, right));
  }

  /// The sum of products along the last axes of both: `numpy.inner`, of shape `a.shape[:-1] +
  /// b.shape[:-1]`.
  ///
  /// @throws ValueError `shapes (3,) and (4,) not aligned: 3 (dim 0) != 4 (dim 0)`
  default NDArray inner(Object a, Object b) {
    NDArray left = ArrayLike.of(a);
    NDArray right = ArrayLike.of(b);
    boolean matrix = left.ndim() > 0 && right.ndim() > 1;
    return MatrixProduct.dot(left, matrix ? AxisOrder.swapaxes(right, -1, -2) : right);
  }

  /// Every element of `a` with every element of `b`, both flattened: `numpy.outer`, `(n, m)`.
  ///
  /// ```java
  /// np.outer(np.arange(2), np.arange(3))
  /// // [[0 0 0]
  /// //  [0 1 2]]
  /// ```
  default NDArray outer(Object a, Object b) {
    return ((Np) this).multiply.outer(ArrayLike.of(a).reshape(-1), ArrayLike.of(b).reshape(-1));
  }

  /// As [#outer(Object, Object)] into an array.
  default NDArray outer(Object a, Object b, Keyword.Out out) {
    return ((Np) this)
        .multiply.outer(ArrayLike.of(a).reshape(-1), ArrayLike.of(b).reshape(-1), out);
  }

  /// The matrix product: `numpy.matmul`, `(..., n, k)` by `(..., k, m)` to `(..., n, m)`; `(k,)` is
  /// a row on the left and a column on the right, and its axis does not appear in the result.
  ///
  /// ```java
  /// NDArray a = np.arange(6).reshape(2, 3);
  /// np.matmul(a, a.T())
  /// // [[ 5 14]
  /// //  [14 50]]
  /// np.matmul(a, a) // throws ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature (n?,k),(k,m?)->(n?,m?) (size 2 is different from 3)
  /// ```
  ///
  /// @throws ValueError `matmul: Input operand 1 has a mismatch in its core dimension 0, ...`
  default NDArray matmul(Object x1, Object x2) {
    return MatrixProduct.matmul(ArrayLike.of(x1), ArrayLike.of(x2));
  }

  /// As [#matmul(Object, Object)]. Keywords: `out`, `dtype`, `signature`, `casting`, `order`, and
  /// `axes` (where the core axes of both operands are, and of the result).
  ///
  /// ```java
  /// NDArray a = np.arange(6).reshape(2, 3);
  /// np.matmul(a, a, axes(new int[] {1, 0}, new int[] {0, 1}, new int[] {0, 1}))
  /// // [[ 9 12 15]
  /// //  [12 17 22]
  /// //  [15 22 29]]
  /// ```
  default NDArray matmul(Object x1, Object x2, Keyword.ForProduct... keywords) {
    return CoreProduct.apply(CoreSignature.MATMUL, x1, x2, keywords, MatrixProduct::matmul);
  }

  /// The sum of products along an axis (the last by default), those of `x1` conjugated:
  /// `numpy.vecdot`, `(..., n)` and `(..., n)` to `(...)`. Keywords: `axis`, `keepdims`, and those
  /// of [#matmul(Object, Object, Keyword.ForProduct...)].
  ///
  /// @throws ValueError `vecdot: Input operand 1 has a mismatch in its core dimension 0, ...`
  default NDArray vecdot(Object x1, Object x2, Keyword.ForProduct... keywords) {
    return CoreProduct.apply(CoreSignature.VECDOT, x1, x2, keywords, MatrixProduct::vecdot);
  }

  /// Matrices by vectors: `numpy.matvec`, `(..., m, n)` by `(..., n)` to `(..., m)`. Keywords:
  /// those of [#matmul(Object, Object, Keyword.ForProduct...)].
  ///
  /// @throws ValueError `matvec: Input operand 1 has a mismatch in its core dimension 0, ...`
  default NDArray matvec(Object x1, Object x2, Keyword.ForProduct... keywords) {
    return CoreProduct.apply(CoreSignature.MATVEC, x1, x2, keywords, MatrixProduct::matvec);
  }

  /// Conjugated vectors by matrices: `numpy.vecmat`, `(..., n)` by `(..., n, m)` to `(..., m)`.
  /// Keywords: those of [#matmul(Object, Object, Keyword.ForProduct...)].
  ///
  /// @throws ValueError `vecmat: Input operand 1 has a mismatch in its core dimension 0, ...`
  default NDArray vecmat(Object x1, Object x2, Keyword.ForProduct... keywords) {
    return CoreProduct.apply(CoreSignature.VECMAT, x1, x2, keywords, MatrixProduct::vecmat);
  }

  /// The sum over the last two axes of `a` and the first two of `b`: `numpy.tensordot`.
  default NDArray tensordot(Object a, Object b) {
    return tensordot(a, b, 2);
  }

  /// The sum over the last `axes` axes of `a` and the first ones of `b`: `numpy.tensordot`.
  ///
  /// @throws ValueError `shape-mismatch for sum`
  default NDArray tensordot(Object a, Object b, int axes) {
    if (axes > Shape.MAX_RANK) {
      throw new ValueError("shape-mismatch for sum");
    }
    int[] last = new int[Math.max(0, axes)];
    int[] first = new int[last.length];
    for (int k = 0; k < last.length; k++) {
      last[k] = k - axes;
      first[k] = k;
    }
    return tensordot(a, b, new int[][] {last, first});
  }

  /// The sum over pairs of axes, `axes[0]` of `a` with `axes[1]` of `b`: `numpy.tensordot`.
  ///
  /// @throws ValueError `shape-mismatch for sum`
  default NDArray tensordot(Object a, Object b, int[][] axes) {
    if (Required.all(axes, "axes").length < 2) {
      throw new ValueError("not enough values to unpack (expected 2, got " + axes.length + ")");
    }
    return MatrixProduct.tensordot(ArrayLike.of(a), ArrayLike.of(b), axes[0], axes[1]);
  }

  /// The sum of products in Einstein's notation: `numpy.einsum`. `"ij,jk->ik"` is the matrix
  /// product; without `->` the result has the letters that occur once, in alphabetical order; `...`
  /// stands for axes that broadcast; a repeated letter is a diagonal. Keywords, given after the
  /// operands: `optimize` (default: the cheapest pairs first; false: from left to right; or a path
  /// as [#einsumPath] gives it), `dtype`, `casting`, `order`, `out`.
  ///
  /// ```java
  /// NDArray a = np.arange(4).reshape(2, 2);
  /// np.einsum("ij,jk->ik", a, a)
  /// // [[ 2  3]
  /// //  [ 6 11]]
  /// np.einsum("ii", a) // 3
  /// np.einsum("ij,jk,k", a, a, a.get(0), optimize(List.of(new int[] {1, 2}, new int[] {0, 1}))) // [ 3 11]
  /// ```
  ///
  /// @return a view where nothing is summed or multiplied
  /// @throws ValueError in NumPy's words where the subscripts are wrong or do not fit the operands
  default NDArray einsum(String subscripts, Object... operandsThenKeywords) {
    return EinsumCall.of(subscripts, operandsThenKeywords).evaluate();
  }

  /// The order in which [#einsum] takes pairs: `numpy.einsum_path`. Each step names places among
  /// the operands that are left; its result goes to the end of them. Keyword, given last:
  /// `optimize`.
  default List<int[]> einsumPath(String subscripts, Object... operandsThenKeywords) {
    return EinsumCall.of(subscripts, operandsThenKeywords).path();
  }

  /// As [#einsum(String, Object...)], where each operand is followed by the numbers of its axes,
  /// and all of them by those of the result: `np.einsum(a, new int[] {0, 1}, b, new int[] {1, 2})`.
  /// `ELLIPSIS` stands in a list for axes that broadcast.
  ///
  /// ```java
  /// NDArray a = np.arange(4).reshape(2, 2);
  /// np.einsum(a, new int[] {0, 1}, new int[] {1, 0})
  /// // [[0 2]
  /// //  [1 3]]
  /// ```
  ///
  /// @throws ValueError `subscript is not within the valid range [0, 52)`
  default NDArray einsum(NDArray first, Object... subscriptsOperandsThenKeywords) {
    return EinsumCall.ofNumbers(first, subscriptsOperandsThenKeywords).evaluate();
  }

  /// The order in which [#einsum(NDArray, Object...)] takes pairs.
  default List<int[]> einsumPath(NDArray first, Object... subscriptsOperandsThenKeywords) {
    return EinsumCall.ofNumbers(first, subscriptsOperandsThenKeywords).path();
  }

  /// The Kronecker product: `numpy.kron`, every element of `a` times all of `b`, in blocks.
  default NDArray kron(Object a, Object b) {
    return Blockwise.kron(ArrayLike.of(a), ArrayLike.of(b));
  }

  /// The cross product of vectors of three elements: `numpy.cross`. Keywords: `axis`, or `axisa`,
  /// `axisb` and `axisc` (default -1), which hold the vectors in `a`, `b` and the result. Vectors
  /// of two elements have a zero third; two of them give the third element only.
  ///
  /// @throws ValueError `incompatible dimensions for cross product`
  default NDArray cross(Object a, Object b, MatrixKeyword.ForCross... keywords) {
    return Blockwise.cross(ArrayLike.of(a), ArrayLike.of(b), keywords);
  }

  /// The diagonal of two axes, which become the last: `numpy.diagonal`, a view that cannot be
  /// written. Keywords: `offset` (default 0), `axis1` (0), `axis2` (1).
  ///
  /// @throws ValueError `diag requires an array of at least two dimensions`
  default NDArray diagonal(Object a, MatrixKeyword.ForDiagonal... keywords) {
    NDArray array = ArrayLike.of(a);
    if (array.ndim() < 2) {
      throw new ValueError("diag requires an array of at least two dimensions");
    }
    TextKeyword.Offset offset = Keyword.find(TextKeyword.Offset.class, keywords);
    MatrixKeyword.Axis1 axis1 = Keyword.find(MatrixKeyword.Axis1.class, keywords);
    MatrixKeyword.Axis2 axis2 = Keyword.find(MatrixKeyword.Axis2.class, keywords);
    int first = Axes.normalize(axis1 == null ? 0 : axis1.value(), array.ndim(), "axis1");
    int second = Axes.normalize(axis2 == null ? 1 : axis2.value(), array.ndim(), "axis2");
    if (first == second) {
      throw new ValueError("axis1 and axis2 cannot be the same");
    }
    return Dispatch.apply(
        new Primitive.Diagonal(offset == null ? 0 : offset.value(), first, second), array);
  }

  /// The sum along the diagonal of two axes: `numpy.trace`, `(n, n, ...)` to `(...)`; small
  /// integers add up in int64 or uint64. Keywords: those of [#diagonal], `dtype`, `out`.
  default NDArray trace(Object a, MatrixKeyword.ForTrace... keywords) {
    MatrixKeyword.ForDiagonal[] where =
        java.util.Arrays.stream(Required.argument(keywords, "keywords"))
            .filter(MatrixKeyword.ForDiagonal.class::isInstance)
            .toArray(MatrixKeyword.ForDiagonal[]::new);
    NDArray diagonal = diagonal(a, where);
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype == null && diagonal.dtype().isNumeric()) {
      dtype = DType.of(diagonal.dtype().element().sumType());
    }
    NDArray sum =
        dtype == null
            ? Aggregates.sum(diagonal, Kw.axis(-1))
            : Aggregates.sum(diagonal, Kw.axis(-1), dtype);
    return Storing.to(keywords, "trace", sum);
  }
}
