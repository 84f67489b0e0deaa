package org.panarray.internal.page;

import java.util.List;
import java.util.function.Function;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.ReductionOverAxis;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Devices;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.statistics.Averages;
import org.panarray.internal.statistics.Histograms;
import org.panarray.internal.statistics.Moments;
import org.panarray.internal.statistics.NanRules;
import org.panarray.internal.statistics.Quantiles;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.StatisticsKeyword;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Average;
import org.panarray.result.Histogram;
import org.panarray.result.Histogram2d;
import org.panarray.result.HistogramDd;

/// Order statistics, averages and variances, correlating, histograms.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.statistics.html">NumPy's page</a>
public sealed interface Statistics permits Np {

  /// The value in the middle, the mean of the two in the middle of an even number: `numpy.median`.
  /// NaN where there is a NaN. Keywords: `axis`, `keepdims`, `out`.
  ///
  /// ```java
  /// np.median(new int[] {3, 1, 2, 9}) // 2.5
  /// ```
  default NDArray median(Object a, StatisticsKeyword.ForMedian... keywords) {
    return Quantiles.median(ArrayLike.of(a), keywords);
  }

  /// The median along one axis.
  default NDArray median(Object a, int axis) {
    return median(a, Kw.axis(axis));
  }

  /// The value below which the fraction `q` of the elements lies: `numpy.quantile`. With several
  /// `q` the result has their axis in front. Keywords: `axis`, `keepdims`, `method` (default
  /// `linear`; the nine of Hyndman and Fan, and `lower`, `higher`, `midpoint`, `nearest`), `out`,
  /// `weights` (with `inverted_cdf` only: how much each element counts, of the array's shape or
  /// along `axis`), `overwrite_input`.
  ///
  /// ```java
  /// np.quantile(new int[] {10, 20, 30}, 0.5, weights(new int[] {1, 1, 3}), method("inverted_cdf")) // 30
  /// ```
  ///
  /// @throws ValueError `Quantiles must be in the range [0, 1]`, `Only method 'inverted_cdf'
  ///   supports weights. Got: linear.`, `Weights must be non-negative.`
  default NDArray quantile(Object a, Object q, StatisticsKeyword.ForQuantile... keywords) {
    return Quantiles.quantile(
        ArrayLike.of(a), q, 1, "Quantiles must be in the range [0, 1]", keywords);
  }

  /// As [#quantile], with `q` in percent: `numpy.percentile`.
  ///
  /// ```java
  /// np.percentile(np.arange(5), new int[] {25, 50}) // [1. 2.]
  /// ```
  ///
  /// @throws ValueError `Percentiles must be in the range [0, 100]`
  default NDArray percentile(Object a, Object q, StatisticsKeyword.ForQuantile... keywords) {
    return Quantiles.percentile(ArrayLike.of(a), q, keywords);
  }

  /// [#median] of what is not NaN: `numpy.nanmedian`.
  default NDArray nanmedian(Object a, StatisticsKeyword.ForMedian... keywords) {
    return Quantiles.nanMedian(ArrayLike.of(a), keywords);
  }

  /// [#quantile] of what is not NaN: `numpy.nanquantile`.
  default NDArray nanquantile(Object a, Object q, StatisticsKeyword.ForQuantile... keywords) {
    return Quantiles.nanQuantile(
        ArrayLike.of(a), q, 1, "Quantiles must be in the range [0, 1]", keywords);
  }

  /// [#percentile] of what is not NaN: `numpy.nanpercentile`.
  default NDArray nanpercentile(Object a, Object q, StatisticsKeyword.ForQuantile... keywords) {
    return Quantiles.nanQuantile(
        ArrayLike.of(a), q, 100, "Percentiles must be in the range [0, 100]", keywords);
  }

  /// [Reductions#mean] of what is not NaN: `numpy.nanmean`.
  default NDArray nanmean(Object a, Keyword.ForMean... keywords) {
    NDArray array = ArrayLike.of(a);
    return array.dtype().isInexact()
        ? Moments.mean(
            array, NanRules.withMask(array, keywords, Keyword.ForMean[]::new), Moments.Words.OF_NAN)
        : Moments.mean(array, keywords);
  }

  /// [Reductions#var] of what is not NaN: `numpy.nanvar`.
  default NDArray nanvar(Object a, Keyword.ForVariance... keywords) {
    NDArray array = ArrayLike.of(a);
    return array.dtype().isInexact()
        ? Moments.variance(
            array,
            NanRules.withMask(array, keywords, Keyword.ForVariance[]::new),
            false,
            Moments.Words.OF_NAN)
        : Moments.var(array, keywords);
  }

  /// [Reductions#std] of what is not NaN: `numpy.nanstd`.
  default NDArray nanstd(Object a, Keyword.ForVariance... keywords) {
    NDArray array = ArrayLike.of(a);
    return array.dtype().isInexact()
        ? Moments.variance(
            array,
            NanRules.withMask(array, keywords, Keyword.ForVariance[]::new),
            true,
            Moments.Words.OF_NAN)
        : Moments.std(array, keywords);
  }

  /// The weighted mean: `numpy.average`. Keywords: `axis`, `keepdims`, `weights`.
  ///
  /// ```java
  /// np.average(new double[] {1, 2, 4}, weights(new double[] {1, 1, 2})) // 2.75
  /// np.average(new double[] {1, 2, 3}, returned(true)).sumOfWeights() // 3.0
  /// ```
  ///
  /// @throws org.panarray.error.ZeroDivisionError `Weights sum to zero, can't be normalized`
  default NDArray average(Object a, StatisticsKeyword.ForAverage... keywords) {
    return Averages.average(ArrayLike.of(a), keywords).average();
  }

  /// The weighted mean with the sum of the weights, as `returned` asks for. Keywords: `returned`,
  /// `axis`, `keepdims`, `weights`.
  default Average average(Object a, StatisticsKeyword.ForAverageParts... keywords) {
    return Averages.average(ArrayLike.of(a), keywords);
  }

  /// The covariance matrix of variables, one a row: `numpy.cov`. Keywords: `rowvar`, `bias`,
  /// `ddof`, `fweights`, `aweights`, `dtype`.
  ///
  /// ```java
  /// np.cov(new double[][] {{0, 1, 2}, {2, 1, 0}})
  /// // [[ 1. -1.]
  /// //  [-1.  1.]]
  /// ```
  ///
  /// @throws ValueError `m has more than 2 dimensions`
  default NDArray cov(Object m, StatisticsKeyword.ForCovariance... keywords) {
    return Averages.covariance(ArrayLike.of(m), null, keywords);
  }

  /// [#cov] with more variables beside the first.
  default NDArray cov(Object m, Object y, StatisticsKeyword.ForCovariance... keywords) {
    return Averages.covariance(ArrayLike.of(m), ArrayLike.of(y), keywords);
  }

  /// The matrix of Pearson's correlation coefficients: `numpy.corrcoef`. Keywords: `rowvar`,
  /// `dtype`.
  default NDArray corrcoef(Object x, StatisticsKeyword.ForCorrelation... keywords) {
    return Averages.correlation(cov(x, keywords));
  }

  /// [#corrcoef] with more variables beside the first.
  default NDArray corrcoef(Object x, Object y, StatisticsKeyword.ForCorrelation... keywords) {
    return Averages.correlation(cov(x, y, keywords));
  }

  /// How many elements fall into each bin: `numpy.histogram`. Keywords: `bins` (default 10),
  /// `range`, `density`, `weights`.
  ///
  /// ```java
  /// var histogram = np.histogram(new int[] {1, 2, 1}, bins(new int[] {0, 1, 2, 3}));
  /// histogram.hist() // [0 2 1]
  /// ```
  ///
  /// @throws ValueError `` `bins` must increase monotonically, when an array``
  default Histogram histogram(Object a, StatisticsKeyword.ForHistogram... keywords) {
    return Histograms.histogram(ArrayLike.of(a), keywords);
  }

  /// The edges that [#histogram] would use: `numpy.histogram_bin_edges`.
  default NDArray histogramBinEdges(Object a, StatisticsKeyword.ForBinEdges... keywords) {
    return Histograms.binEdges(ArrayLike.of(a), keywords);
  }

  /// The histogram of points in the plane: `numpy.histogram2d`. Keywords: those of [#histogram].
  default Histogram2d histogram2d(Object x, Object y, StatisticsKeyword.ForHistogram... keywords) {
    NDArray first = ArrayLike.of(x);
    NDArray second = ArrayLike.of(y);
    if (!first.shape().equals(second.shape())) {
      throw new ValueError("x and y must have the same length.");
    }
    NDArray points = Concatenation.stack(List.of(first, second), Kw.axis(1));
    HistogramDd all = Devices.on(points, () -> Histograms.dimensional(points, keywords));
    return new Histogram2d(all.hist(), all.edges()[0], all.edges()[1]);
  }

  /// The histogram of points, one a row of `(n, d)`: `numpy.histogramdd`. Keywords: those of
  /// [#histogram].
  default HistogramDd histogramdd(Object sample, StatisticsKeyword.ForHistogram... keywords) {
    NDArray points = ArrayLike.of(sample);
    return Devices.on(points, () -> Histograms.dimensional(points, keywords));
  }

  /// The running sum along an axis: `numpy.cumulative_sum`. Keywords: `axis` (may be left out of
  /// 1-d arrays only), `dtype`, `out`, `include_initial`.
  default NDArray cumulativeSum(Object x, StatisticsKeyword.ForCumulative... keywords) {
    return Averages.cumulative(ScalarOp.ADD, Dimensions.atleast1d(x), keywords);
  }

  /// The running product along an axis: `numpy.cumulative_prod`. Keywords: those of
  /// [#cumulativeSum].
  default NDArray cumulativeProd(Object x, StatisticsKeyword.ForCumulative... keywords) {
    return Averages.cumulative(ScalarOp.MULTIPLY, Dimensions.atleast1d(x), keywords);
  }

  /// What a function makes of every 1-d slice along an axis: `numpy.apply_along_axis`. Results of
  /// the function stand where the slices were.
  default NDArray applyAlongAxis(Function<NDArray, ?> func1d, int axis, Object arr) {
    return Averages.alongAxis(func1d, axis, ArrayLike.of(arr));
  }

  /// A reduction applied over axes one after another: `numpy.apply_over_axes`.
  ///
  /// @throws ValueError where the function gives the wrong number of axes
  default NDArray applyOverAxes(ReductionOverAxis func, Object a, int... axes) {
    NDArray result = ArrayLike.of(a);
    int rank = result.ndim();
    for (int axis : Required.argument(axes, "axes")) {
      NDArray reduced =
          Required.argument(
              Required.argument(func, "func").apply(result, axis < 0 ? axis + rank : axis),
              "func's result");
      result = reduced.ndim() == rank ? reduced : Dimensions.expandDims(reduced, axis);
      if (result.ndim() != rank) {
        throw new ValueError("function is not returning an array of the correct shape");
      }
    }
    return result;
  }
}
