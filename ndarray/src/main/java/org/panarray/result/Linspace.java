package org.panarray.result;

import org.panarray.NDArray;

/// What `linspace(..., retstep=True)` gives.
///
/// @param samples the samples
/// @param step the distance between two of them, NaN where there is none
public record Linspace(NDArray samples, NDArray step) {}
