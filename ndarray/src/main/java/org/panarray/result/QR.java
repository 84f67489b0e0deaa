package org.panarray.result;

import org.panarray.NDArray;

/// `a = Q @ R`, or in mode `raw` Householder vectors (transposed) and their scalar factors.
///
/// @param Q orthonormal columns, `(..., m, k)`; without elements where only `R` was asked for
/// @param R upper triangular, `(..., k, n)`
public record QR(NDArray Q, NDArray R) {}
