package org.panarray.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.ordering.Ordering;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;

/// Sorting, searching and counting.
///
/// Order is NumPy's: NaN is last, zeros of both signs are equal, complex numbers go by their real
/// parts, then by their imaginary parts. Results are copies; indices are int64.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.sort.html">NumPy's page</a>
public sealed interface Sorting permits Np {

  /// A sorted copy of the same shape and dtype: `numpy.sort`. Keywords: `axis` (default -1; None
  /// flattens), `kind` and `stable` (every sort is stable).
  ///
  /// ```java
  /// np.sort(new double[] {3, np.nan, 1}) // [ 1.  3. nan]
  /// ```
  ///
  /// @throws ValueError `sort kind must be one of 'quick', 'heap', or 'stable' (got 'other')`
  /// @throws org.panarray.error.AxisError of a 0-d array, and where there is no such axis
  default NDArray sort(Object a, Keyword.ForSort... keywords) {
    return Ordering.sort(ArrayLike.of(a), keywords);
  }

  /// As [#sort(Object, Keyword.ForSort...)] along one axis.
  default NDArray sort(Object a, int axis) {
    return sort(a, Kw.axis(axis));
  }

  /// The indices that sort: `numpy.argsort`, stable. Keywords: those of [#sort].
  ///
  /// ```java
  /// np.argsort(new int[] {30, 10, 20}) // [1 2 0]
  /// ```
  default NDArray argsort(Object a, Keyword.ForSort... keywords) {
    return Ordering.argsort(ArrayLike.of(a), keywords);
  }

  /// As [#argsort(Object, Keyword.ForSort...)] along one axis.
  default NDArray argsort(Object a, int axis) {
    return argsort(a, Kw.axis(axis));
  }

  /// The order by several keys of one shape, the last one first: `numpy.lexsort`.
  ///
  /// @param keys arrays of one shape, or the rows of an array
  /// @throws ValueError `all keys need to be the same shape`
  /// @throws org.panarray.error.TypeError `need sequence of keys with len > 0 in lexsort`
  default NDArray lexsort(Object keys, int axis) {
    return Ordering.lexsort(ArrayLike.list(keys), axis);
  }

  /// As [#lexsort(Object, int)] along the last axis.
  default NDArray lexsort(Object keys) {
    return lexsort(keys, -1);
  }

  /// A copy in which element `kth` is where a sort would put it, none before it larger, none after
  /// it smaller: `numpy.partition`. Keywords: `axis` (default -1; None flattens), `kind`.
  ///
  /// @param kth one position or several
  /// @throws ValueError `kth(=7) out of bounds (5)`
  default NDArray partition(Object a, Object kth, Keyword.ForPartition... keywords) {
    return Ordering.partition(ArrayLike.of(a), kth, keywords);
  }

  /// The indices that [#partition] puts there: `numpy.argpartition`.
  ///
  /// @throws ValueError `kth(=7) out of bounds (5)`
  default NDArray argpartition(Object a, Object kth, Keyword.ForPartition... keywords) {
    return Ordering.argpartition(Dimensions.atleast1d(a), kth, keywords);
  }

  /// Sorted along the last axis, as complex numbers: `numpy.sort_complex`. Integers of at most 16
  /// bits give complex64, other real types complex128.
  default NDArray sortComplex(Object a) {
    NDArray sorted = sort(a);
    ElementType type = sorted.dtype().element();
    if (type.isComplex()) {
      return sorted;
    }
    boolean small = type.isInteger() && type.byteSize() <= 2;
    return Casts.to(sorted, small ? ElementType.COMPLEX64 : ElementType.COMPLEX128);
  }

  /// The index of the first largest element, or of the first NaN: `numpy.argmax`, int64. Keywords:
  /// `axis` (default: among all in C order), `keepdims`, `out`.
  ///
  /// ```java
  /// np.argmax(new int[] {1, 9, 9}) // 1
  /// ```
  ///
  /// @throws ValueError `attempt to get argmax of an empty sequence`
  default NDArray argmax(Object a, Keyword.ForArgReduction... keywords) {
    return Ordering.argReduce(a, true, keywords);
  }

  /// As [#argmax(Object, Keyword.ForArgReduction...)] along one axis.
  default NDArray argmax(Object a, int axis) {
    return argmax(a, Kw.axis(axis));
  }

  /// The index of the first smallest element, or of the first NaN: `numpy.argmin`. Keywords: those
  /// of [#argmax].
  ///
  /// @throws ValueError `attempt to get argmin of an empty sequence`
  default NDArray argmin(Object a, Keyword.ForArgReduction... keywords) {
    return Ordering.argReduce(a, false, keywords);
  }

  /// As [#argmin(Object, Keyword.ForArgReduction...)] along one axis.
  default NDArray argmin(Object a, int axis) {
    return argmin(a, Kw.axis(axis));
  }

  /// [#argmax] that passes over NaN: `numpy.nanargmax`.
  ///
  /// @throws ValueError `All-NaN slice encountered`
  default NDArray nanargmax(Object a, Keyword.ForArgReduction... keywords) {
    return Ordering.nanArgReduce(a, true, keywords);
  }

  /// [#argmin] that passes over NaN: `numpy.nanargmin`.
  ///
  /// @throws ValueError `All-NaN slice encountered`
  default NDArray nanargmin(Object a, Keyword.ForArgReduction... keywords) {
    return Ordering.nanArgReduce(a, false, keywords);
  }

  /// The coordinates of the elements that are not zero, in C order, as `(count, rank)`:
  /// `numpy.argwhere`.
  default NDArray argwhere(Object a) {
    NDArray rows = Counting.coordinates(ArrayLike.of(a));
    return Dispatch.apply(new Primitive.Copy(Order.F), rows); // NumPy transposes `nonzero`
  }

  /// The coordinates of the elements that are not zero, one array for each axis: `numpy.nonzero`.
  /// They can stand as an index: `a.get(np.nonzero(a))`.
  ///
  /// ```java
  /// np.nonzero(new int[] {0, 5, 0, 7})[0] // [1 3]
  /// ```
  ///
  /// @throws ValueError of a 0-d array
  default NDArray[] nonzero(Object a) {
    return Counting.nonzero(a);
  }

  /// The positions in C order of the elements that are not zero: `numpy.flatnonzero`.
  default NDArray flatnonzero(Object a) {
    return Counting.flatnonzero(a);
  }

  /// As [#nonzero]: `numpy.where` with one argument.
  default NDArray[] where(Object condition) {
    return nonzero(condition);
  }

  /// Elements of `x` where the condition is true, else of `y`, all three broadcast: `numpy.where`.
  /// The dtype is that of `x` and `y` together; Java numbers are weak scalars.
  ///
  /// ```java
  /// NDArray a = np.arange(5);
  /// np.where(a.lt(3), a, -1) // [ 0  1  2 -1 -1]
  /// ```
  ///
  /// @throws ValueError where the shapes do not broadcast together
  default NDArray where(Object condition, Object x, Object y) {
    return Choice.where(condition, x, y);
  }

  /// Where in the sorted 1-d `a` the values `v` would have to be put in to keep it sorted:
  /// `numpy.searchsorted`, of the shape of `v`. Keywords: `side` (`left` gives the first such
  /// place, `right` the last), `sorter` (the order that sorts `a`).
  ///
  /// ```java
  /// np.searchsorted(new int[] {1, 2, 2, 3}, 2) // 1
  /// np.searchsorted(new int[] {1, 2, 2, 3}, new int[] {2, 9}, side("right")) // [3 4]
  /// ```
  ///
  /// @throws ValueError `object too deep for desired array`, or of another `side`
  default NDArray searchsorted(Object a, Object v, Keyword.ForSearch... keywords) {
    return Ordering.searchSorted(a, v, keywords);
  }

  /// The elements, in C order, where the condition is true: `numpy.extract`, 1-d.
  default NDArray extract(Object condition, Object arr) {
    return Taking.at(ArrayLike.of(arr).reshape(-1), flatnonzero(condition));
  }

  /// How many elements are not zero: `numpy.count_nonzero`, int64. Keywords: `axis` (default: all),
  /// `keepdims`.
  default NDArray countNonzero(Object a, Keyword.ForCount... keywords) {
    NDArray truth = Casts.to(Storage.of(ArrayLike.of(a)), ElementType.BOOL);
    List<Keyword.ForReduction> passed = new ArrayList<>();
    for (Keyword.ForCount keyword : Required.argument(keywords, "keywords")) {
      if (keyword instanceof Keyword.ForReduction reduction) {
        passed.add(reduction);
      }
    }
    return Aggregates.sum(truth, passed.toArray(Keyword.ForReduction[]::new));
  }

  /// As [#countNonzero(Object, Keyword.ForCount...)] along one axis.
  default NDArray countNonzero(Object a, int axis) {
    return countNonzero(a, Kw.axis(axis));
  }
}
