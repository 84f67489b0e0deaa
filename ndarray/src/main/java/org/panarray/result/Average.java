package org.panarray.result;

import org.panarray.NDArray;

/// What `average(..., returned=True)` gives.
///
/// @param average the weighted mean
/// @param sumOfWeights what it was divided by
public record Average(NDArray average, NDArray sumOfWeights) {}
