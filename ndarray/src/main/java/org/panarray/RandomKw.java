package org.panarray;

import org.jspecify.annotations.Nullable;

/// The factories of [RandomKeyword]s; part of [Kw], through which they are imported.
abstract sealed class RandomKw extends StatisticsKw permits MathKw {
  /// The shape of what `np.random` draws; `size()` is NumPy's `size=()`, and `size((long[]) null)` is
  /// `size=None`.
  public static RandomKeyword.Size size(long @Nullable ... dims) {
    return new RandomKeyword.Size(dims);
  }

  public static RandomKeyword.Loc loc(Object value) {
    return new RandomKeyword.Loc(value);
  }

  public static RandomKeyword.Scale scale(Object value) {
    return new RandomKeyword.Scale(value);
  }

  public static RandomKeyword.Low low(Object value) {
    return new RandomKeyword.Low(value);
  }

  public static RandomKeyword.High high(Object value) {
    return new RandomKeyword.High(value);
  }

  public static RandomKeyword.Replace replace(boolean value) {
    return new RandomKeyword.Replace(value);
  }

  public static RandomKeyword.P p(Object value) {
    return new RandomKeyword.P(value);
  }

  public static RandomKeyword.Shuffle shuffle(boolean value) {
    return new RandomKeyword.Shuffle(value);
  }

  public static RandomKeyword.Method method(String value) {
    return new RandomKeyword.Method(value);
  }

  /// NumPy's `check_valid`.
  public static RandomKeyword.CheckValid checkValid(String value) {
    return new RandomKeyword.CheckValid(value);
  }
}
