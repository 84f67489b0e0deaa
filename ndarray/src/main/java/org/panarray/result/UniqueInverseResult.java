package org.panarray.result;

import org.panarray.NDArray;

/// What `np.uniqueInverse` gives.
public record UniqueInverseResult(NDArray values, NDArray inverseIndices) {}
