package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Device;
import org.panarray.engine.HostMemory;
import org.panarray.engine.Reads;
import org.panarray.error.ClosedArrayError;

/// Memory of the CPU: a pooled native block, the heap, or memory that somebody else owns.
///
/// Small arrays are `byte[]` on the heap: they cost tens of nanoseconds and the collector frees
/// them (of another element type the compiler cannot load vectors of any type). Large ones are
/// native blocks of [MemoryPool]. Kernels thus meet two classes of segment only.
public final class CpuBuffer implements HostMemory {
  /// Arrays below this many bytes always live on the heap.
  public static final long SMALL = 16 << 10;

  private static final VarHandle CLOSED = handle("closed");

  private final long maker = Thread.currentThread().threadId();
  private final @Nullable Object owner;
  private volatile MemorySegment segment;
  private volatile MemoryPool.@Nullable Block block;
  private MemoryPool.@Nullable Lease lease;
  private volatile boolean shared;
  private volatile boolean closed;
  private volatile long version;
  private volatile boolean exported;
  private volatile @Nullable Reads reads;

  private CpuBuffer(
      MemorySegment segment, MemoryPool.@Nullable Block block, @Nullable Object owner) {
    this.segment = segment;
    this.block = block;
    this.lease = block == null ? null : MemoryPool.lease(this, block);
    this.owner = owner;
  }

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(CpuBuffer.class, field, boolean.class);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("no field " + field, e);
    }
  }

  /// Fresh memory, contents undefined.
  ///
  /// @throws org.panarray.error.MemoryError where the system has no more
  public static CpuBuffer allocate(long bytes) {
    if (bytes < SMALL || bytes < HeapShare.LIMIT && HeapShare.hasRoom(bytes)) {
      return onHeap(bytes);
    }
    return ofPool(bytes);
  }

  /// Fresh memory, contents undefined: of the pool unless it is small. For what is given back soon,
  /// and results of what lies there, for kernels are slow where kinds of memory mix.
  ///
  /// @throws org.panarray.error.MemoryError where the system has no more
  public static CpuBuffer allocatePooled(long bytes) {
    return bytes < SMALL ? onHeap(bytes) : ofPool(bytes);
  }

  private static CpuBuffer ofPool(long bytes) {
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
    MemoryPool.Block block = buffer.block;
    if (block != null && !block.isZero()) {
      NativeMemory.zero(buffer.segment);
    }
    return buffer;
  }

  /// Memory that `owner` keeps alive; it is shared, not copied.
  public static CpuBuffer sharing(MemorySegment segment, @Nullable Object owner) {
    return new CpuBuffer(segment, null, owner);
  }

  /// The memory; element `k` of a type lies at byte `k * byteSize`. Whoever works on it keeps the
  /// buffer reachable until the work is done.
  ///
  /// @throws ClosedArrayError after [#close]
  @Override
  public MemorySegment segment() {
    requireOpen();
    return segment;
  }

  /// The memory for code that may use it at any later time, through pointers and layouts of any
  /// alignment: what is on the heap moves off it, once. A thread that writes the array meanwhile
  /// may be overlooked.
  ///
  /// @throws ClosedArrayError after [#close]
  public MemorySegment export() {
    shared = true;
    exported = true;
    requireOpen();
    if (home() == Home.HEAP && segment.byteSize() > 0) {
      moveOffHeap();
    }
    return segment;
  }

  private synchronized void moveOffHeap() {
    if (block == null) {
      MemorySegment heap = segment;
      MemoryPool.Block fresh = MemoryPool.acquire(heap.byteSize());
      lease = MemoryPool.lease(this, fresh);
      segment = fresh.segment(heap.byteSize()).copyFrom(heap);
      block = fresh; // last: who sees it sees the segment
    }
  }

  /// Notes a second thread before it asks whether the buffer is open; see the package's page.
  private void requireOpen() {
    if (!shared && Thread.currentThread().threadId() != maker) {
      shared = true;
    }
    if (closed) {
      throw new ClosedArrayError("the array's memory was given back when its scope was closed");
    }
  }

  /// How kernels reach the memory.
  public Home home() {
    return block != null ? Home.NATIVE : owner instanceof byte[] ? Home.HEAP : Home.ANY;
  }

  /// The array of memory on the heap.
  ///
  /// @throws ClosedArrayError after [#close]
  byte[] array() {
    requireOpen();
    return (byte[]) Objects.requireNonNull(owner);
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
  public @Nullable Reads reads() {
    if (exported || home() == Home.ANY) {
      return null;
    }
    Reads known = reads;
    return known != null ? known : newReads();
  }

  private synchronized Reads newReads() {
    Reads known = reads;
    if (known == null) {
      known = new Reads();
      reads = known;
    }
    return known;
  }

  @Override
  public boolean isAwaited() {
    return reads != null;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  /// Makes every later use an error. The memory goes back at once where no other thread has ever
  /// used it, else when the collector finds that nobody does.
  @Override
  public void close() {
    if (CLOSED.compareAndSet(this, false, true)
        && lease != null
        && !shared
        && Thread.currentThread().threadId() == maker) {
      lease.end();
    }
  }
}
