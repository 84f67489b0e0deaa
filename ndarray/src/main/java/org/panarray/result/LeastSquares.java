package org.panarray.result;

import org.panarray.NDArray;

/// A least-squares solution.
///
/// @param x `(n,)` or `(n, k)`
/// @param residuals sums of squared residuals, `(1,)` or `(k,)`; empty where the rank is less than
///   `n` or `m <= n`
/// @param rank the rank of `a`, int32, 0-d
/// @param s the singular values of `a`, `(min(m, n),)`
public record LeastSquares(NDArray x, NDArray residuals, NDArray rank, NDArray s) {}
