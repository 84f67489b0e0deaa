package org.panarray;

/// What `np.uniqueCounts` gives.
public record UniqueCountsResult(NDArray values, NDArray counts) {}
