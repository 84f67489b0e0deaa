package org.panarray.keyword;

import org.jspecify.annotations.Nullable;

/// Keywords of statistics; see [Keyword].
public interface StatisticsKeyword extends Keyword {
  /// Keywords of `percentile` and `quantile`.
  interface ForQuantile extends Keyword {}

  /// Keywords of `median`.
  interface ForMedian extends ForQuantile {}

  /// Keywords of `average` that change which parts it gives, and all others of it.
  interface ForAverageParts extends Keyword {}

  /// Keywords of `average` that leave it with one result.
  interface ForAverage extends ForAverageParts {}

  /// `returned`: also the sum of the weights.
  record Returned(boolean value) implements ForAverageParts {}

  /// Keywords of `cov`.
  interface ForCovariance extends Keyword {}

  /// Keywords of `corrcoef`.
  interface ForCorrelation extends ForCovariance {}

  /// Keywords of `histogram`, `histogram2d` and `histogramdd`.
  interface ForHistogram extends Keyword {}

  /// Keywords of `histogram_bin_edges`.
  interface ForBinEdges extends ForHistogram {}

  /// Keywords of `cumulative_sum` and `cumulative_prod`.
  interface ForCumulative extends Keyword {}

  /// `correction`: the Array API's name of `ddof`.
  record Correction(double value) implements ForVariance {}

  /// `rowvar`: whether a variable is a row.
  record Rowvar(boolean value) implements ForCorrelation {}

  /// `bias`: whether to divide by `n` rather than `n - 1`.
  record Bias(boolean value) implements ForCovariance {}

  /// `fweights`: how often each observation occurs.
  record Fweights(Object values) implements ForCovariance {}

  /// `aweights`: how much each observation counts.
  record Aweights(Object values) implements ForCovariance {}

  /// `bins`: how many, their edges, or for several dimensions one of these each; or the name of a
  /// rule.
  record Bins(Object value) implements ForBinEdges {}

  /// `range`: the outer edges; for several dimensions one pair each, null to find it.
  record Range(double @Nullable []... bounds) implements ForBinEdges {}

  /// `density`: whether the histogram integrates to one.
  record Density(boolean value) implements ForHistogram {}

  /// `include_initial`: whether the result begins with the identity.
  record IncludeInitial(boolean value) implements ForCumulative {}

  /// `overwrite_input`: allows NumPy to sort the input in place; here the input is never changed.
  record OverwriteInput(boolean value) implements ForMedian {}
}
