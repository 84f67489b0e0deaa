package org.panarray;

/// What `np.uniqueInverse` gives.
public record UniqueInverseResult(NDArray values, NDArray inverseIndices) {}
