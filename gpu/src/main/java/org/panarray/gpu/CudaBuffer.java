package org.panarray.gpu;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Buffer;
import org.panarray.engine.Device;
import org.panarray.engine.Reads;
import org.panarray.error.ClosedArrayError;

/// An array's memory on a GPU.
final class CudaBuffer implements Buffer {
  private final Device device;
  private final DeviceMemory memory;
  private final AtomicLong version = new AtomicLong();
  private @Nullable Reads reads;

  CudaBuffer(Device device, DeviceMemory memory) {
    this.device = device;
    this.memory = memory;
  }

  /// The memory.
  ///
  /// @throws ClosedArrayError after [#close]
  DeviceMemory memory() {
    if (memory.isClosed()) {
      throw new ClosedArrayError("the array's memory was given back when its scope was closed");
    }
    return memory;
  }

  @Override
  public Device device() {
    return device;
  }

  @Override
  public long byteSize() {
    return memory.byteSize();
  }

  @Override
  public long version() {
    return version.get();
  }

  @Override
  public void markWritten() {
    version.incrementAndGet();
  }

  @Override
  public synchronized Reads reads() {
    if (reads == null) {
      reads = new Reads();
    }
    return reads;
  }

  @Override
  public synchronized boolean isAwaited() {
    return reads != null;
  }

  @Override
  public boolean isClosed() {
    return memory.isClosed();
  }

  @Override
  public void close() {
    memory.close();
  }
}
