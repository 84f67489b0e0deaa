package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.ref.Cleaner;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Freed blocks by size class, in front of the driver's own pool.
///
/// All work of a device runs in one stream, so a block may be handed out again while kernels that
/// use it are still queued. Every method but [#give] runs under the device's lock.
final class DeviceAllocator {
  static final Cleaner CLEANER = Cleaner.create();

  private static final long UNIT = 512;
  private static final long LARGE = 16L << 20;
  private static final long LARGE_UNIT = 2L << 20;

  /// Time for the collector's cleaners to run before an allocation fails for good.
  private static final long CLEANER_MILLIS = 50;

  private record Block(long address, long bytes) {}

  private final long stream;
  private final MemorySegment slot = Arena.global().allocate(ValueLayout.JAVA_LONG);
  private final Map<Long, Deque<Long>> free = new HashMap<>();
  private final Queue<Block> returned = new ConcurrentLinkedQueue<>();
  private long usedBytes;
  private long cachedBytes;

  DeviceAllocator(long stream) {
    this.stream = stream;
  }

  /// The size of the block that serves a request: four classes for each power of two, and above 16
  /// MiB multiples of 2 MiB.
  static long blockBytes(long bytes) {
    if (bytes <= UNIT) {
      return UNIT;
    }
    long step = bytes > LARGE ? LARGE_UNIT : Math.max(UNIT, Long.highestOneBit(bytes - 1) / 4);
    return Math.ceilDiv(bytes, step) * step;
  }

  /// The address of a block for so many bytes.
  ///
  /// @throws CudaError if the device has no such memory, not even after a garbage collection
  long take(long bytes) {
    long size = blockBytes(bytes);
    drain();
    Deque<Long> list = free.get(size);
    if (list != null && !list.isEmpty()) {
      cachedBytes -= size;
      usedBytes += size;
      return list.pop();
    }
    long address = allocate(size);
    usedBytes += size;
    return address;
  }

  /// Takes a block back. Any thread may call it.
  void give(long address, long blockBytes) {
    returned.add(new Block(address, blockBytes));
  }

  /// Bytes in blocks that are handed out.
  long usedBytes() {
    drain();
    return usedBytes;
  }

  /// Gives every cached block back to the driver.
  void trim() {
    drain();
    free.forEach((size, list) -> list.forEach(address -> Driver.free(address, stream)));
    free.clear();
    cachedBytes = 0;
    Driver.synchronize(stream);
  }

  long cachedBytes() {
    return cachedBytes;
  }

  private void drain() {
    for (Block block = returned.poll(); block != null; block = returned.poll()) {
      free.computeIfAbsent(block.bytes(), size -> new ArrayDeque<>()).push(block.address());
      usedBytes -= block.bytes();
      cachedBytes += block.bytes();
    }
  }

  private long allocate(long size) {
    try {
      return allocateFromDriver(size);
    } catch (CudaError e) {
      if (e.code() != CudaError.OUT_OF_MEMORY) {
        throw e;
      }
    }
    trim();
    try {
      return allocateFromDriver(size);
    } catch (CudaError e) {
      if (e.code() != CudaError.OUT_OF_MEMORY) {
        throw e;
      }
    }
    // The collector does not see device memory: dead arrays may be all that is in the way.
    System.gc();
    try {
      Thread.sleep(CLEANER_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    trim();
    return allocateFromDriver(size);
  }

  private long allocateFromDriver(long size) {
    Driver.allocate(slot, size, stream);
    return slot.get(ValueLayout.JAVA_LONG, 0);
  }
}
