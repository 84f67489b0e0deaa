package org.panarray.internal.page;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// Index arrays and coordinate grids.
///
/// A tuple of index arrays is an `NDArray[]`, which can stand as an index: `a.get(np.ix_(rows,
/// columns))`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.indexing.html">NumPy's page</a>
public sealed interface IndexGrids permits Np {

  /// Open grid of 1-d sequences, each along an axis of its own: `numpy.ix_`. Masks stand for the
  /// positions where they are true.
  ///
  /// @throws ValueError `Cross index must be 1 dimensional`
  default NDArray[] ix_(Object... args) {
    NDArray[] grid = new NDArray[Required.argument(args, "args").length];
    for (int i = 0; i < args.length; i++) {
      NDArray sequence = ArrayLike.of(args[i]);
      if (sequence.ndim() != 1) {
        throw new ValueError("Cross index must be 1 dimensional");
      }
      if (sequence.size() == 0) {
        sequence = Casts.to(sequence, ElementType.INT64);
      }
      if (sequence.dtype().isBool()) {
        sequence = Np.np.flatnonzero(sequence);
      }
      grid[i] = sequence.reshape(along(args.length, i, sequence.size()));
    }
    return grid;
  }

  private static Shape along(int rank, int axis, long length) {
    long[] dims = new long[rank];
    Arrays.fill(dims, 1);
    dims[axis] = length;
    return Shape.of(dims);
  }

  /// Every coordinate of a grid of this shape: `numpy.indices`, `(len(dimensions), *dimensions)`.
  /// Keyword: `dtype` (default int64).
  default NDArray indices(long[] dimensions, Keyword.ForDtype... keywords) {
    if (Required.argument(dimensions, "dimensions").length == 0) {
      return Np.np.empty(new long[] {0}, coordinateType(keywords));
    }
    return Np.np.stack(
        indices(dimensions, Keyword.with(Keyword.ForIndices[]::new, keywords, Kw.sparse(false))));
  }

  /// The coordinates along each axis only, which broadcast to the grid: `numpy.indices` with
  /// `sparse`; without, the planes of the grid. Keywords: `sparse`, `dtype`.
  default NDArray[] indices(long[] dimensions, Keyword.ForIndices... keywords) {
    Keyword.Sparse sparse = Keyword.find(Keyword.Sparse.class, keywords);
    boolean alone = sparse != null && sparse.value();
    ElementType type = coordinateType(keywords).element();
    NDArray[] grid = new NDArray[Required.argument(dimensions, "dimensions").length];
    for (int axis = 0; axis < grid.length; axis++) {
      Shape shape = alone ? along(grid.length, axis, dimensions[axis]) : Shape.of(dimensions);
      grid[axis] =
          Dispatch.apply(new Primitive.Generate(shape, Expr.cast(new Expr.Index(axis), type)));
    }
    return grid;
  }

  private static DType coordinateType(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? DType.INT64 : dtype;
  }

  /// Coordinate arrays of a grid from the coordinates along its axes: `numpy.meshgrid`. Keywords:
  /// `indexing` (`xy`: the first two axes are exchanged, the default; or `ij`), `sparse`, `copy`.
  ///
  /// ```java
  /// NDArray[] grid = np.meshgrid(np.arange(3), np.arange(2));
  /// grid[0]
  /// // [[0 1 2]
  /// //  [0 1 2]]
  /// grid[1].shape() // (2, 3)
  /// ```
  ///
  /// @throws ValueError ``Valid values for `indexing` are 'xy' and 'ij'.``
  default NDArray[] meshgrid(NDArray[] xi, Keyword.ForMeshgrid... keywords) {
    Keyword.Indexing indexing = Keyword.find(Keyword.Indexing.class, keywords);
    String rule = indexing == null ? "xy" : indexing.value();
    if (!rule.equals("xy") && !rule.equals("ij")) {
      throw new ValueError("Valid values for `indexing` are 'xy' and 'ij'.");
    }
    Keyword.Sparse sparse = Keyword.find(Keyword.Sparse.class, keywords);
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    int rank = Required.all(xi, "xi").length;
    NDArray[] grid = new NDArray[rank];
    Shape[] shapes = new Shape[rank];
    for (int i = 0; i < rank; i++) {
      NDArray line = xi[i];
      int axis = rule.equals("xy") && rank > 1 && i < 2 ? 1 - i : i;
      grid[i] = line.reshape(along(rank, axis, line.size()));
      shapes[i] = grid[i].shape();
    }
    Shape whole = rank == 0 ? Shape.SCALAR : Shape.broadcast(shapes);
    for (int i = 0; i < rank; i++) {
      if (sparse == null || !sparse.value()) {
        grid[i] = Dispatch.apply(new Primitive.BroadcastTo(whole), grid[i]);
      }
      if (copy == null || copy.value()) {
        grid[i] = Dispatch.apply(new Primitive.Copy(Order.C), grid[i]);
      }
    }
    return grid;
  }

  /// As [#meshgrid(NDArray\[\], Keyword.ForMeshgrid...)] of no axis: nothing.
  default NDArray[] meshgrid() {
    return new NDArray[0];
  }

  /// As [#meshgrid(NDArray\[\], Keyword.ForMeshgrid...)] of one axis.
  default NDArray[] meshgrid(Object x, Keyword.ForMeshgrid... keywords) {
    return meshgrid(arrays(x), keywords);
  }

  /// As [#meshgrid(NDArray\[\], Keyword.ForMeshgrid...)] of two axes.
  default NDArray[] meshgrid(Object x, Object y, Keyword.ForMeshgrid... keywords) {
    return meshgrid(arrays(x, y), keywords);
  }

  /// As [#meshgrid(NDArray\[\], Keyword.ForMeshgrid...)] of three axes.
  default NDArray[] meshgrid(Object x, Object y, Object z, Keyword.ForMeshgrid... keywords) {
    return meshgrid(arrays(x, y, z), keywords);
  }

  private static NDArray[] arrays(Object... lines) {
    NDArray[] arrays = new NDArray[lines.length];
    for (int i = 0; i < lines.length; i++) {
      arrays[i] = ArrayLike.of(lines[i]);
    }
    return arrays;
  }

  /// The index of the main diagonal of an array of `ndim` axes of length `n`: `numpy.diag_indices`.
  default NDArray[] diagIndices(long n, int ndim) {
    NDArray[] index = MemoryError.unlessFull(() -> new NDArray[Math.max(0, ndim)]);
    Arrays.fill(index, Np.np.arange(n));
    return index;
  }

  /// As [#diagIndices(long, int)] of a matrix.
  default NDArray[] diagIndices(long n) {
    return diagIndices(n, 2);
  }

  /// The index of the main diagonal of an array: `numpy.diag_indices_from`.
  ///
  /// @throws ValueError `input array must be at least 2-d`, `All dimensions of input must be of
  ///   equal length`
  default NDArray[] diagIndicesFrom(NDArray arr) {
    if (Required.argument(arr, "arr").ndim() < 2) {
      throw new ValueError("input array must be at least 2-d");
    }
    if (Arrays.stream(arr.dims()).distinct().count() > 1) {
      throw new ValueError("All dimensions of input must be of equal length");
    }
    return diagIndices(arr.shape(0), arr.ndim());
  }

  /// The index of what is at and below the `k`-th diagonal of an `(n, m)` matrix:
  /// `numpy.tril_indices`.
  default NDArray[] trilIndices(long n, int k, long m) {
    return trueIndices(Np.np.tri(n, m, Kw.k(k), DType.BOOL));
  }

  /// As [#trilIndices(long, int, long)] of a square matrix.
  default NDArray[] trilIndices(long n, int k) {
    return trilIndices(n, k, n);
  }

  /// As [#trilIndices(long, int)] with the main diagonal.
  default NDArray[] trilIndices(long n) {
    return trilIndices(n, 0, n);
  }

  /// The index of what is at and above the `k`-th diagonal of an `(n, m)` matrix:
  /// `numpy.triu_indices`.
  default NDArray[] triuIndices(long n, int k, long m) {
    return trueIndices(Np.np.logicalNot(Np.np.tri(n, m, Kw.k(k - 1), DType.BOOL)));
  }

  /// As [#triuIndices(long, int, long)] of a square matrix.
  default NDArray[] triuIndices(long n, int k) {
    return triuIndices(n, k, n);
  }

  /// As [#triuIndices(long, int)] with the main diagonal.
  default NDArray[] triuIndices(long n) {
    return triuIndices(n, 0, n);
  }

  /// [#trilIndices(long, int, long)] of a matrix of the shape of `arr`: `numpy.tril_indices_from`.
  ///
  /// @throws ValueError `input array must be 2-d`
  default NDArray[] trilIndicesFrom(NDArray arr, int k) {
    requireMatrix(arr);
    return trilIndices(arr.shape(0), k, arr.shape(1));
  }

  /// As [#trilIndicesFrom(NDArray, int)] with the main diagonal.
  default NDArray[] trilIndicesFrom(NDArray arr) {
    return trilIndicesFrom(arr, 0);
  }

  /// [#triuIndices(long, int, long)] of a matrix of the shape of `arr`: `numpy.triu_indices_from`.
  ///
  /// @throws ValueError `input array must be 2-d`
  default NDArray[] triuIndicesFrom(NDArray arr, int k) {
    requireMatrix(arr);
    return triuIndices(arr.shape(0), k, arr.shape(1));
  }

  /// As [#triuIndicesFrom(NDArray, int)] with the main diagonal.
  default NDArray[] triuIndicesFrom(NDArray arr) {
    return triuIndicesFrom(arr, 0);
  }

  /// The index of what a function such as `np::triu` leaves of an `(n, n)` matrix:
  /// `numpy.mask_indices`.
  default NDArray[] maskIndices(long n, BiFunction<NDArray, Integer, NDArray> maskFunc, int k) {
    NDArray ones = Np.np.ones(new long[] {n, n}, DType.INT64);
    return Np.np.nonzero(Np.np.notEqual(Required.argument(maskFunc, "maskFunc").apply(ones, k), 0));
  }

  /// As [#maskIndices(long, BiFunction, int)] with `k` 0.
  default NDArray[] maskIndices(long n, BiFunction<NDArray, Integer, NDArray> maskFunc) {
    return maskIndices(n, maskFunc, 0);
  }

  private static void requireMatrix(NDArray array) {
    if (Required.argument(array, "array").ndim() != 2) {
      throw new ValueError("input array must be 2-d");
    }
  }

  private static NDArray[] trueIndices(NDArray mask) {
    NDArray[] index = Np.np.nonzero(mask);
    for (int axis = 0; axis < index.length; axis++) {
      index[axis] = index[axis].copy();
    }
    return index;
  }
}
