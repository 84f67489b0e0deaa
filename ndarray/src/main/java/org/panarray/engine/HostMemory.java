package org.panarray.engine;

import java.lang.foreign.MemorySegment;

/// Memory of the CPU, as the engine of another device copies to and from it.
public interface HostMemory extends Buffer {
  /// The memory, on or off the heap; element `k` of a type lies at byte `k * byteSize`.
  ///
  /// @throws org.panarray.error.ClosedArrayError after [#close]
  MemorySegment segment();
}
