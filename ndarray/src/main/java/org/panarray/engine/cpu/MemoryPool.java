package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.panarray.error.MemoryError;

/// Native blocks by size class, kept after use.
///
/// Touching 80 MB of fresh pages costs 25 ms, with huge pages 3.7 ms, reusing a block nothing
/// (measured); so blocks are never unmapped before the system runs short, and come from mappings
/// that ask for huge pages. The collector does not see native bytes: past a limit it is asked to
/// run.
final class MemoryPool {
  /// Live bytes above which the collector is asked before more is mapped; grows with what survives.
  private static final AtomicLong COLLECT_ABOVE = new AtomicLong(initialLimit());

  private static final Map<Long, Deque<Block>> FREE = new ConcurrentHashMap<>();
  private static final ReferenceQueue<CpuBuffer> UNREACHABLE = new ReferenceQueue<>();
  private static final Set<Lease> LEASES = ConcurrentHashMap.newKeySet();
  private static final AtomicLong LIVE_BYTES = new AtomicLong();
  private static final AtomicLong FREE_BYTES = new AtomicLong();

  private MemoryPool() {}

  /// One mapping of a size class.
  static final class Block {
    private final MemorySegment memory;
    private volatile boolean zero = true;

    private Block(MemorySegment memory) {
      this.memory = memory;
    }

    MemorySegment segment(long bytes) {
      return memory.asSlice(0, bytes);
    }

    /// Whether nobody has used the block yet, so that the system's zeroes are still there.
    boolean isZero() {
      return zero;
    }

    private void putBack() {
      zero = false;
      LIVE_BYTES.addAndGet(-memory.byteSize());
      FREE_BYTES.addAndGet(memory.byteSize());
      FREE.computeIfAbsent(memory.byteSize(), _ -> new ConcurrentLinkedDeque<>()).push(this);
    }
  }

  /// One buffer's use of a block, which ends once: when the buffer is closed or found unreachable,
  /// whichever comes first. The block may belong to another buffer by the time of the second.
  static final class Lease extends PhantomReference<CpuBuffer> {
    private final Block block;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Lease(CpuBuffer buffer, Block block) {
      super(buffer, UNREACHABLE);
      this.block = block;
    }

    void end() {
      if (ended.compareAndSet(false, true)) {
        LEASES.remove(this);
        block.putBack();
      }
    }
  }

  /// A lease that ends by itself when the buffer is unreachable.
  static Lease lease(CpuBuffer buffer, Block block) {
    Lease lease = new Lease(buffer, block);
    LEASES.add(lease);
    return lease;
  }

  static Block acquire(long bytes) {
    long size = sizeClass(bytes);
    drain();
    Block block = reuse(size);
    if (block != null) {
      return block;
    }
    if (LIVE_BYTES.get() + size > COLLECT_ABOVE.get()) {
      collect();
      block = reuse(size);
      if (block != null) {
        return block;
      }
    }
    return map(size);
  }

  private static Block map(long size) {
    MemorySegment memory = NativeMemory.map(size);
    if (memory == null) {
      collect();
      Block reused = reuse(size);
      if (reused != null) {
        return reused;
      }
      trim();
      memory = NativeMemory.map(size);
    }
    if (memory == null) {
      throw new MemoryError("Unable to allocate " + describeBytes(size) + " for an array");
    }
    LIVE_BYTES.addAndGet(size);
    return new Block(memory);
  }

  private static @org.jspecify.annotations.Nullable Block reuse(long size) {
    Deque<Block> blocks = FREE.get(size);
    Block block = blocks == null ? null : blocks.poll();
    if (block != null) {
      FREE_BYTES.addAndGet(-size);
      LIVE_BYTES.addAndGet(size);
    }
    return block;
  }

  /// Takes back the blocks of buffers that became unreachable.
  private static void drain() {
    Reference<? extends CpuBuffer> reference;
    while ((reference = UNREACHABLE.poll()) != null) {
      ((Lease) reference).end();
    }
  }

  /// Runs the collector and waits shortly for what it found; then adapts the limit to what is live.
  private static synchronized void collect() {
    if (LIVE_BYTES.get() <= COLLECT_ABOVE.get() / 2) {
      return; // another thread has just collected
    }
    System.gc();
    try {
      Reference<? extends CpuBuffer> reference = UNREACHABLE.remove(20);
      while (reference != null) {
        ((Lease) reference).end();
        reference = UNREACHABLE.remove(2);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    COLLECT_ABOVE.set(Math.max(initialLimit(), 2 * LIVE_BYTES.get()));
  }

  /// Gives every free block back to the system.
  static void trim() {
    for (Deque<Block> blocks : FREE.values()) {
      Block block;
      while ((block = blocks.poll()) != null) {
        FREE_BYTES.addAndGet(-block.memory.byteSize());
        NativeMemory.unmap(block.memory);
      }
    }
  }

  /// Four classes for each power of two, so that at most a fifth of a block is wasted.
  private static long sizeClass(long bytes) {
    long step = Math.max(Long.highestOneBit(bytes) >> 2, 4096);
    return (bytes + step - 1) / step * step;
  }

  private static long initialLimit() {
    return Math.clamp(NativeMemory.physicalBytes() / 12, 256L << 20, 2L << 30);
  }

  /// One line for `doctor`.
  static String describe() {
    drain();
    return describeBytes(LIVE_BYTES.get())
        + " in use, "
        + describeBytes(FREE_BYTES.get())
        + " kept free, collector asked above "
        + describeBytes(COLLECT_ABOVE.get())
        + ", "
        + NativeMemory.describe();
  }

  private static String describeBytes(long bytes) {
    String[] units = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return unit == 0
        ? bytes + " bytes"
        : String.format(java.util.Locale.ROOT, "%.3g %s", value, units[unit]);
  }
}
