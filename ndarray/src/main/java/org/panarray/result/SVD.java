package org.panarray.result;

import org.panarray.NDArray;

/// `a = U @ diag(S) @ Vh`.
///
/// Where only `S` was asked for, `U` and `Vh` have no elements.
///
/// @param U left singular vectors in columns, `(..., m, m)` or `(..., m, k)`
/// @param S singular values, real and descending, `(..., k)`
/// @param Vh right singular vectors in rows, conjugated, `(..., n, n)` or `(..., k, n)`
public record SVD(NDArray U, NDArray S, NDArray Vh) {}
