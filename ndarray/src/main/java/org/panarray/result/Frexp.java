package org.panarray.result;

import org.panarray.NDArray;

/// What `frexp` gives: `x = mantissa * 2**exponent`.
///
/// @param mantissa of absolute value in `[0.5, 1)`, or zero
/// @param exponent int32
public record Frexp(NDArray mantissa, NDArray exponent) {}
