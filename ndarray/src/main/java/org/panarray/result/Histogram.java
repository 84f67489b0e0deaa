package org.panarray.result;

import org.panarray.NDArray;

/// What `np.histogram` gives.
///
/// @param hist the counts, or densities, or sums of weights
/// @param binEdges the edges, one more than bins
public record Histogram(NDArray hist, NDArray binEdges) {}
