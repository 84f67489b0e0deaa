package org.panarray;

import org.panarray.prim.Primitive;

/// Sees every primitive that passes the door: a gradient tape, a profiler, a test.
///
/// @see Dispatch#recording
public interface Recorder {
  /// Called after `primitive` gave `outputs` for `inputs`; views are recorded too.
  void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs);
}
