package org.panarray.keyword;

/// Keywords of polynomials; see [Keyword].
public interface PolynomialKeyword extends Keyword {
  /// Keywords of `polyfit` that make it tell how well it fits, and all others of it.
  interface ForFullPolyfit extends Keyword {}

  /// Keywords of `polyfit` that add the covariance, and all others of it.
  interface ForPolyfitCovariance extends Keyword {}

  /// Keywords of `polyfit` that leave it with one result.
  interface ForPolyfit extends ForFullPolyfit, ForPolyfitCovariance {}

  /// `full`: also residuals, rank and singular values.
  record Full(boolean value) implements ForFullPolyfit {}

  /// `cov`: whether also the covariance of the coefficients; `scaled` by the residuals or not.
  record Cov(boolean value, boolean scaled) implements ForPolyfitCovariance {}

  /// `w`: weights of the residuals.
  record W(Object values) implements ForPolyfit {}
}
