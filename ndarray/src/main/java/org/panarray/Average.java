package org.panarray;

/// What `average(..., returned=True)` gives.
///
/// @param average the weighted mean
/// @param sumOfWeights what it was divided by
public record Average(NDArray average, NDArray sumOfWeights) {}
