package org.panarray.result;

import org.panarray.NDArray;

/// What `np.uniqueAll` gives.
public record UniqueAllResult(
    NDArray values, NDArray indices, NDArray inverseIndices, NDArray counts) {}
