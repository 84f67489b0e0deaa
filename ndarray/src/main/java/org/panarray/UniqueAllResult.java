package org.panarray;

/// What `np.uniqueAll` gives.
public record UniqueAllResult(
    NDArray values, NDArray indices, NDArray inverseIndices, NDArray counts) {}
