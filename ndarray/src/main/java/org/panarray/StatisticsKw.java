package org.panarray;

import org.jspecify.annotations.Nullable;

/// The factories of [StatisticsKeyword]s, for [Kw].
abstract sealed class StatisticsKw extends PadKw permits RandomKw {
  StatisticsKw() {}

  public static StatisticsKeyword.Correction correction(double value) {
    return new StatisticsKeyword.Correction(value);
  }

  public static StatisticsKeyword.Returned returned(boolean value) {
    return new StatisticsKeyword.Returned(value);
  }

  public static StatisticsKeyword.Rowvar rowvar(boolean value) {
    return new StatisticsKeyword.Rowvar(value);
  }

  public static StatisticsKeyword.Bias bias(boolean value) {
    return new StatisticsKeyword.Bias(value);
  }

  public static StatisticsKeyword.Fweights fweights(Object value) {
    return new StatisticsKeyword.Fweights(value);
  }

  public static StatisticsKeyword.Aweights aweights(Object value) {
    return new StatisticsKeyword.Aweights(value);
  }

  public static StatisticsKeyword.Bins bins(Object value) {
    return new StatisticsKeyword.Bins(value);
  }

  public static StatisticsKeyword.Density density(boolean value) {
    return new StatisticsKeyword.Density(value);
  }

  public static StatisticsKeyword.IncludeInitial includeInitial(boolean value) {
    return new StatisticsKeyword.IncludeInitial(value);
  }

  public static StatisticsKeyword.OverwriteInput overwriteInput(boolean value) {
    return new StatisticsKeyword.OverwriteInput(value);
  }

  /// The outer edges of a histogram.
  public static StatisticsKeyword.Range range(double first, double last) {
    return new StatisticsKeyword.Range(new double[] {first, last});
  }

  /// The outer edges for each dimension; null to find them.
  public static StatisticsKeyword.Range range(double @Nullable []... bounds) {
    return new StatisticsKeyword.Range(bounds);
  }
}
