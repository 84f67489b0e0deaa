package org.panarray.result;

import org.panarray.NDArray;

/// What `np.histogram2d` gives.
///
/// @param hist the counts, float64
/// @param xedges the edges along the first axis
/// @param yedges the edges along the second axis
public record Histogram2d(NDArray hist, NDArray xedges, NDArray yedges) {}
