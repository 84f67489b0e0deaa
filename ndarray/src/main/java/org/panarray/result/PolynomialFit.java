package org.panarray.result;

import org.panarray.NDArray;

/// What `polyfit(..., full=True)` gives.
///
/// @param c the coefficients, highest power first
/// @param resids the sum of squared residuals, empty where it is not unique
/// @param rank the rank of the scaled Vandermonde matrix, 0-d
/// @param s its singular values
/// @param rcond the relative size below which singular values count as zero
public record PolynomialFit(NDArray c, NDArray resids, NDArray rank, NDArray s, double rcond) {}
