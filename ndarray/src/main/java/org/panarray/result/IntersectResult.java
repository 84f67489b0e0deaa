package org.panarray.result;

import org.panarray.NDArray;

/// What `np.intersect1d` gives with `returnIndices`.
///
/// @param values the values that both have, sorted
/// @param indices1 where each was first in the first array
/// @param indices2 where each was first in the second array
public record IntersectResult(NDArray values, NDArray indices1, NDArray indices2) {}
