package org.panarray.result;

import org.panarray.NDArray;

import org.jspecify.annotations.Nullable;

/// What `polyfit(..., cov=True)` gives.
///
/// @param c the coefficients, highest power first
/// @param V their covariance matrix, null without `cov`
public record PolynomialCovariance(NDArray c, @Nullable NDArray V) {}
