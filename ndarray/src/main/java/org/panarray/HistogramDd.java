package org.panarray;

/// What [#histogramdd] gives.
///
/// @param hist the counts, float64
/// @param edges the edges along each axis
public record HistogramDd(NDArray hist, NDArray[] edges) {}
