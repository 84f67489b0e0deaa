package org.panarray;

import org.panarray.error.Required;

/// The factories of [PolynomialKeyword]s, for [Kw].
abstract sealed class PolynomialKw permits PadKw {
  PolynomialKw() {}

  public static PolynomialKeyword.Full full(boolean value) {
    return new PolynomialKeyword.Full(value);
  }

  /// True: the covariance, scaled by the residuals.
  public static PolynomialKeyword.Cov cov(boolean value) {
    return new PolynomialKeyword.Cov(value, true);
  }

  /// `unscaled`: the covariance for weights that are reciprocal standard deviations.
  public static PolynomialKeyword.Cov cov(String value) {
    return new PolynomialKeyword.Cov(true, !Required.argument(value, "cov").equals("unscaled"));
  }

  public static PolynomialKeyword.W w(Object values) {
    return new PolynomialKeyword.W(values);
  }
}
