package org.panarray.internal.array;

import org.panarray.NDArray;
import org.panarray.Np;

/// A reduction of one axis, for [Np#applyOverAxes].
@FunctionalInterface
public interface ReductionOverAxis {
  NDArray apply(NDArray array, int axis);
}
