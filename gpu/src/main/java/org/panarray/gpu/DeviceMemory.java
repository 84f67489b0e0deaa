package org.panarray.gpu;

import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;

/// A block of a device's memory. It goes back to the device when it is closed, or when the garbage
/// collector finds it unreachable; either way only a queue is touched, so any thread may do it.
final class DeviceMemory implements AutoCloseable {
  private final CudaDevice device;
  private final long byteSize;
  private final Release release;
  private final Cleaner.Cleanable cleanable;

  private static final class Release implements Runnable {
    private final DeviceAllocator allocator;
    private final long address;
    private final long blockBytes;
    private final AtomicBoolean done = new AtomicBoolean();

    Release(DeviceAllocator allocator, long address, long blockBytes) {
      this.allocator = allocator;
      this.address = address;
      this.blockBytes = blockBytes;
    }

    @Override
    public void run() {
      if (done.compareAndSet(false, true)) {
        allocator.give(address, blockBytes);
      }
    }
  }

  DeviceMemory(CudaDevice device, DeviceAllocator allocator, long address, long byteSize) {
    this.device = device;
    this.byteSize = byteSize;
    this.release = new Release(allocator, address, DeviceAllocator.blockBytes(byteSize));
    this.cleanable = DeviceAllocator.CLEANER.register(this, release);
  }

  CudaDevice device() {
    return device;
  }

  long byteSize() {
    return byteSize;
  }

  /// The block's address on the device.
  ///
  /// @throws IllegalStateException if the block was closed
  long address() {
    if (release.done.get()) {
      throw new IllegalStateException("this device memory has been freed");
    }
    return release.address;
  }

  boolean isClosed() {
    return release.done.get();
  }

  @Override
  public void close() {
    cleanable.clean(); // runs the release once, and spares the collector a reference
  }
}
