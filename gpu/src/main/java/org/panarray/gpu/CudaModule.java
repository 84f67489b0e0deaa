package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Machine code that is loaded on a device. It stays loaded as long as the process lives, since its
/// kernels are cached for as long.
final class CudaModule {
  private final long handle;
  private final ConcurrentMap<String, CudaKernel> kernels = new ConcurrentHashMap<>();

  /// Loads an image into the current context.
  CudaModule(byte[] image) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
      Driver.loadModule(slot, arena.allocateFrom(ValueLayout.JAVA_BYTE, image));
      this.handle = slot.get(ValueLayout.JAVA_LONG, 0);
    }
  }

  /// The kernel of a name; the module's context must be current.
  CudaKernel kernel(String name) {
    return kernels.computeIfAbsent(name, this::find);
  }

  private CudaKernel find(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
      Driver.function(slot, handle, arena.allocateFrom(name));
      return new CudaKernel(name, slot.get(ValueLayout.JAVA_LONG, 0), 1);
    }
  }
}
