package org.panarray;

/// What `polyfit(..., cov=True)` gives.
///
/// @param c the coefficients, highest power first
/// @param V their covariance matrix
public record PolynomialCovariance(NDArray c, NDArray V) {}
