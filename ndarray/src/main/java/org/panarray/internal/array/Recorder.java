package org.panarray.internal.array;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.prim.Primitive;

/// Sees every primitive that passes the door: a gradient tape, a profiler, a test.
///
/// @see Dispatch#recording
public interface Recorder {
  /// Called after `primitive` gave `outputs` for `inputs`; views are recorded too.
  void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs);

  /// Called after `primitive` wrote its results for `inputs` into the existing arrays `outputs`.
  /// Inputs that share memory with an output have changed by now.
  void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs);

  /// Called when an array is put off, which is computed when its elements are asked for and told of
  /// then; false where it is to be computed now.
  default boolean waits(NDArray array) {
    return false;
  }

  /// The recorder that this one passes everything on to.
  default @Nullable Recorder outer() {
    return null;
  }

  /// Whether results are followed back to what they were computed from; not by those who only look.
  default boolean follows() {
    return true;
  }
}
