package org.panarray.result;

import org.panarray.NDArray;

/// What `np.histogramdd` gives.
///
/// @param hist the counts, float64
/// @param edges the edges along each axis
public record HistogramDd(NDArray hist, NDArray[] edges) {}
