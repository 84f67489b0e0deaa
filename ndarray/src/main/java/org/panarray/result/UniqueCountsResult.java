package org.panarray.result;

import org.panarray.NDArray;

/// What `np.uniqueCounts` gives.
public record UniqueCountsResult(NDArray values, NDArray counts) {}
