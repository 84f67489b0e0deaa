package org.panarray.internal.page;

import java.util.Arrays;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.statistics.Moments;
import org.panarray.internal.statistics.NanRules;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Sums, products, extrema, truth and scans.
///
/// Keywords: `axis` (default: all axes), `keepdims`, `dtype`, `out`, `initial`, `where`. A
/// reduction of all axes gives a 0-d array.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.math.html">NumPy's page</a>
public sealed interface Reductions permits Np {

  /// The sum: `numpy.sum`. Small integers and bools add up in int64 or uint64; floats add pairwise.
  /// Keywords: `axis`, `dtype`, `out`, `keepdims`, `initial`, `where`.
  ///
  /// ```java
  /// NDArray a = np.arange(6).reshape(2, 3);
  /// np.sum(a) // 15
  /// np.sum(a, 0) // [3 5 7]
  /// np.sum(a, axis(1), keepdims(true))
  /// // [[ 3]
  /// //  [12]]
  /// np.sum(a, where(a.gt(2))) // 12
  /// ```
  default NDArray sum(Object a, Keyword.ForReduction... keywords) {
    return Aggregates.sum(a, keywords);
  }

  /// The sum along one axis.
  default NDArray sum(Object a, int axis) {
    return sum(a, Kw.axis(axis));
  }

  /// The product: `numpy.prod`. Small integers and bools multiply in int64 or uint64. Keywords:
  /// `axis`, `dtype`, `out`, `keepdims`, `initial`, `where`.
  default NDArray prod(Object a, Keyword.ForReduction... keywords) {
    return Aggregates.prod(a, keywords);
  }

  /// The product along one axis.
  default NDArray prod(Object a, int axis) {
    return prod(a, Kw.axis(axis));
  }

  /// The largest element, NaN if there is one: `numpy.max`. Keywords: `axis`, `out`, `keepdims`,
  /// `initial`, `where`.
  ///
  /// ```java
  /// np.max(new double[] {1, np.nan, 3}) // nan
  /// np.max(np.arange(6).reshape(2, 3), 1) // [2 5]
  /// np.max(np.empty(0)) // throws ValueError: zero-size array to reduction operation maximum which has no identity
  /// ```
  ///
  /// @throws ValueError of no elements, without `initial`
  default NDArray max(Object a, Keyword.ForExtremum... keywords) {
    return Aggregates.max(a, keywords);
  }

  /// The largest element along one axis.
  default NDArray max(Object a, int axis) {
    return max(a, Kw.axis(axis));
  }

  /// Another name of [#max].
  default NDArray amax(Object a, Keyword.ForExtremum... keywords) {
    return max(a, keywords);
  }

  /// The smallest element, NaN if there is one: `numpy.min`. Keywords: `axis`, `out`, `keepdims`,
  /// `initial`, `where`.
  ///
  /// @throws ValueError of no elements, without `initial`
  default NDArray min(Object a, Keyword.ForExtremum... keywords) {
    return Aggregates.min(a, keywords);
  }

  /// The smallest element along one axis.
  default NDArray min(Object a, int axis) {
    return min(a, Kw.axis(axis));
  }

  /// Another name of [#min].
  default NDArray amin(Object a, Keyword.ForExtremum... keywords) {
    return min(a, keywords);
  }

  /// Whether all elements are not zero: `numpy.all`, bool; true of no elements. Keywords: `axis`,
  /// `out`, `keepdims`, `where`.
  ///
  /// ```java
  /// np.all(np.array(new boolean[][] {{true, false}, {true, true}}), 1) // [False  True]
  /// ```
  default NDArray all(Object a, Keyword.ForTruth... keywords) {
    return Aggregates.all(a, keywords);
  }

  /// Whether all elements along one axis are not zero.
  default NDArray all(Object a, int axis) {
    return all(a, Kw.axis(axis));
  }

  /// Whether any element is not zero: `numpy.any`, bool; false of no elements. Keywords: `axis`,
  /// `out`, `keepdims`, `where`.
  default NDArray any(Object a, Keyword.ForTruth... keywords) {
    return Aggregates.any(a, keywords);
  }

  /// Whether any element along one axis is not zero.
  default NDArray any(Object a, int axis) {
    return any(a, Kw.axis(axis));
  }

  /// The running sum along an axis, of the flattened array without one: `numpy.cumsum`. Keywords:
  /// `axis`, `dtype`, `out`.
  ///
  /// ```java
  /// np.cumsum(np.arange(5)) // [ 0  1  3  6 10]
  /// ```
  default NDArray cumsum(Object a, Keyword.ForScan... keywords) {
    return Aggregates.cumsum(a, keywords);
  }

  /// The running sum along an axis.
  default NDArray cumsum(Object a, int axis) {
    return cumsum(a, Kw.axis(axis));
  }

  /// The running product along an axis, of the flattened array without one: `numpy.cumprod`.
  /// Keywords: `axis`, `dtype`, `out`.
  default NDArray cumprod(Object a, Keyword.ForScan... keywords) {
    return Aggregates.cumprod(a, keywords);
  }

  /// The running product along an axis.
  default NDArray cumprod(Object a, int axis) {
    return cumprod(a, Kw.axis(axis));
  }

  /// The sum with NaN as zero: `numpy.nansum`. Keywords: `axis`, `dtype`, `out`, `keepdims`,
  /// `initial`, `where`.
  default NDArray nansum(Object a, Keyword.ForReduction... keywords) {
    return withoutNan(ScalarOp.ADD, ArrayLike.of(a), 0, keywords);
  }

  /// The product with NaN as one: `numpy.nanprod`. Keywords: `axis`, `dtype`, `out`, `keepdims`,
  /// `initial`, `where`.
  default NDArray nanprod(Object a, Keyword.ForReduction... keywords) {
    return withoutNan(ScalarOp.MULTIPLY, ArrayLike.of(a), 1, keywords);
  }

  /// The largest element that is not NaN: `numpy.nanmax`; NaN with a warning where there is none.
  /// Keywords: `axis`, `out`, `keepdims`, `initial`, `where`.
  default NDArray nanmax(Object a, Keyword.ForExtremum... keywords) {
    return warnIfNan(new Reducer(ScalarOp.FMAX, keywords).reduce(a, (int[]) null));
  }

  /// The smallest element that is not NaN: `numpy.nanmin`; NaN with a warning where there is none.
  /// Keywords: `axis`, `out`, `keepdims`, `initial`, `where`.
  default NDArray nanmin(Object a, Keyword.ForExtremum... keywords) {
    return warnIfNan(new Reducer(ScalarOp.FMIN, keywords).reduce(a, (int[]) null));
  }

  /// The running sum with NaN as zero: `numpy.nancumsum`. Keywords: `axis`, `dtype`, `out`.
  default NDArray nancumsum(Object a, Keyword.ForScan... keywords) {
    return cumsum(NanRules.replaced(ArrayLike.of(a), 0), keywords);
  }

  /// The running product with NaN as one: `numpy.nancumprod`. Keywords: `axis`, `dtype`, `out`.
  default NDArray nancumprod(Object a, Keyword.ForScan... keywords) {
    return cumprod(NanRules.replaced(ArrayLike.of(a), 1), keywords);
  }

  private static NDArray withoutNan(
      ScalarOp op, NDArray array, double filler, Keyword.ForReduction[] keywords) {
    if (!array.dtype().isInexact()) {
      return new Reducer(op, keywords).reduce(array, (int[]) null);
    }
    int[] axes = Reducer.axes(keywords, array.ndim(), (int[]) null);
    return new Reducer(op, keywords)
        .reduce(array, NanRules.filled(array.dtype().element(), filler), axes);
  }

  private static NDArray warnIfNan(NDArray result) {
    if (result.dtype().hasNan() && Formula.any(ScalarOp.ISNAN, result)) {
      Warnings.warn("RuntimeWarning", "All-NaN slice encountered");
    }
    return result;
  }

  /// The arithmetic mean: `numpy.mean`. Integers and bools give float64; float16 is added up in
  /// float32. Keywords: `axis`, `keepdims`, `dtype`, `out`, `where`.
  ///
  /// ```java
  /// np.mean(np.arange(6).reshape(2, 3), axis(0)) // [1.5 2.5 3.5]
  /// ```
  default NDArray mean(Object a, Keyword.ForMean... keywords) {
    return Moments.mean(ArrayLike.of(a), keywords);
  }

  /// The arithmetic mean along one axis.
  default NDArray mean(Object a, int axis) {
    return mean(a, Kw.axis(axis));
  }

  /// The variance: `numpy.var`, the mean squared distance from the mean, divided by `n - ddof`.
  /// Keywords: those of [#mean], `ddof` or `correction`, `mean`.
  default NDArray var(Object a, Keyword.ForVariance... keywords) {
    return Moments.var(ArrayLike.of(a), keywords);
  }

  /// The variance along one axis.
  default NDArray var(Object a, int axis) {
    return var(a, Kw.axis(axis));
  }

  /// The standard deviation: `numpy.std`, the square root of [#var].
  ///
  /// ```java
  /// np.std(new double[] {1, 2, 3, 4}) // 1.118033988749895
  /// np.std(new double[] {1, 2, 3, 4}, ddof(1)) // 1.2909944487358056
  /// ```
  default NDArray std(Object a, Keyword.ForVariance... keywords) {
    return Moments.std(ArrayLike.of(a), keywords);
  }

  /// The standard deviation along one axis.
  default NDArray std(Object a, int axis) {
    return std(a, Kw.axis(axis));
  }

  /// The largest minus the smallest element: `numpy.ptp`. Keywords: `axis`, `keepdims`, `out`.
  default NDArray ptp(Object a, Keyword.ForArgReduction... keywords) {
    Keyword.ForExtremum[] plain =
        Arrays.stream(Required.argument(keywords, "keywords"))
            .filter(keyword -> !(keyword instanceof Keyword.Out))
            .toArray(Keyword.ForExtremum[]::new);
    NDArray range = Aggregates.range(a, plain);
    return Storing.to(keywords, "subtract", range);
  }
}
