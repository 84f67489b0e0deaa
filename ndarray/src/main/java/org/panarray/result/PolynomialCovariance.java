package org.panarray.result;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;

/// What `polyfit(..., cov=True)` gives.
///
/// @param c the coefficients, highest power first
/// @param V their covariance matrix, null without `cov`
public record PolynomialCovariance(NDArray c, @Nullable NDArray V) {}
