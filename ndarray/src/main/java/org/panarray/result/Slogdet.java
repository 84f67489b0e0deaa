package org.panarray.result;

import org.panarray.NDArray;

/// A determinant as `sign * exp(logabsdet)`.
///
/// @param sign -1, 0 or 1, or a complex number of absolute value 1; `(...)`
/// @param logabsdet real; negative infinity of a singular matrix
public record Slogdet(NDArray sign, NDArray logabsdet) {}
