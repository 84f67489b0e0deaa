package org.panarray.result;

import org.panarray.NDArray;

/// What `modf` gives; both parts have the sign of the number.
///
/// @param fractional the part after the point
/// @param integral the part before it
public record Modf(NDArray fractional, NDArray integral) {}
