package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Device;
import org.panarray.engine.HostMemory;
import org.panarray.error.ClosedArrayError;

/// Memory of the CPU: a pooled native block, the heap, or memory that somebody else owns.
///
/// Small arrays are `byte[]` on the heap: they cost tens of nanoseconds and the collector frees them
/// (of another element type the compiler cannot load vectors of any type).
/// Large ones are native blocks of [MemoryPool]. Kernels thus meet two classes of segment only.
public final class CpuBuffer implements HostMemory {
  /// Arrays below this many bytes live on the heap.
  public static final long HEAP_LIMIT = 16 << 10;

  private final MemorySegment segment;
  private final MemoryPool.@Nullable Block block;
  private final MemoryPool.@Nullable Lease lease;
  private final @Nullable Object owner;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile long version;

  private CpuBuffer(
      MemorySegment segment, MemoryPool.@Nullable Block block, @Nullable Object owner) {
    this.segment = segment;
    this.block = block;
    this.lease = block == null ? null : MemoryPool.lease(this, block);
    this.owner = owner;
  }

  /// Fresh memory, contents undefined.
  ///
  /// @throws org.panarray.error.MemoryError where the system has no more
  public static CpuBuffer allocate(long bytes) {
    if (bytes < HEAP_LIMIT) {
      return onHeap(bytes);
    }
    MemoryPool.Block block = MemoryPool.acquire(bytes);
    return new CpuBuffer(block.segment(bytes), block, null);
  }

  /// Memory on the heap, all bytes zero.
  static CpuBuffer onHeap(long bytes) {
    byte[] array = new byte[Math.toIntExact(bytes + 7 & -8)];
    return new CpuBuffer(MemorySegment.ofArray(array), null, array);
  }

  /// Fresh memory, all bytes zero.
  public static CpuBuffer allocateZeroed(long bytes) {
    CpuBuffer buffer = allocate(bytes);
    if (buffer.block != null && !buffer.block.isZero()) {
      NativeMemory.zero(buffer.segment);
    }
    return buffer;
  }

  /// Memory that `owner` keeps alive; it is shared, not copied.
  public static CpuBuffer sharing(MemorySegment segment, @Nullable Object owner) {
    return new CpuBuffer(segment, null, owner);
  }

  /// The memory; element `k` of a type lies at byte `k * byteSize`.
  ///
  /// @throws ClosedArrayError after [#close]
  @Override
  public MemorySegment segment() {
    requireOpen();
    return segment;
  }

  private void requireOpen() {
    if (closed.getPlain()) {
      throw new ClosedArrayError("the array's memory was given back when its scope was closed");
    }
  }

  /// How kernels reach the memory.
  Home home() {
    return block != null ? Home.NATIVE : owner instanceof byte[] ? Home.HEAP : Home.ANY;
  }

  /// The array of memory on the heap.
  ///
  /// @throws ClosedArrayError after [#close]
  byte[] array() {
    requireOpen();
    return (byte[]) java.util.Objects.requireNonNull(owner);
  }

  @Override
  public Device device() {
    return Device.CPU;
  }

  @Override
  public long byteSize() {
    return segment.byteSize();
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  @SuppressWarnings("NonAtomicVolatileUpdate") // a lost count still differs from the saved one
  public void markWritten() {
    version++;
  }

  @Override
  public boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && lease != null) {
      lease.end();
    }
  }
}
