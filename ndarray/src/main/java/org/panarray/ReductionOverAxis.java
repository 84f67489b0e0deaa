package org.panarray;

/// A reduction of one axis, for `np.applyOverAxes`.
@FunctionalInterface
public interface ReductionOverAxis {
  NDArray apply(NDArray array, int axis);
}
