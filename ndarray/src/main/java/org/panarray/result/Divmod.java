package org.panarray.result;

import org.panarray.NDArray;

/// What `divmod` gives.
///
/// @param quotient `floor(x1 / x2)`
/// @param remainder what is left, with the sign of `x2`
public record Divmod(NDArray quotient, NDArray remainder) {}
