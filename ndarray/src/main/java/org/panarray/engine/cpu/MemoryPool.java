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
/// run. The limit is on what is mapped between two collections, for a block that was used before is
/// touched already and may still be in a cache; it is raised where asking costs too much of the time
/// and where most of what was taken is still in use.
final class MemoryPool {
  private static final long LOWEST_ALLOWANCE = 64L << 20;
  private static final int WORTH = 25; // a collection may take this part of the time since the last

  /// What may be mapped before the collector is asked again.
  private static volatile long allowance = LOWEST_ALLOWANCE;

  private static final AtomicLong MAPPED = new AtomicLong(); // since the last collection
  private static volatile long liveBytesKept; // by the last collection
  private static long collected = System.nanoTime();

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
    Block block = take(size);
    if (block == null && isTimeToCollect(size)) {
      collect(size);
      block = take(size);
    }
    return block != null ? block : map(size, giveBack(size));
  }

  /// A free block of this size, cut from a larger one where there is none.
  private static @org.jspecify.annotations.Nullable Block take(long size) {
    Block block = reuse(size);
    if (block == null) {
      split(size);
      block = reuse(size);
    }
    return block;
  }

  /// Gives free blocks of other sizes back to the system, which hands their pages, still warm, to the
  /// mapping that follows. Returns how many bytes.
  private static long giveBack(long size) {
    long given = 0;
    if (FREE_BYTES.get() < size || !NativeMemory.isDivisible()) {
      return given;
    }
    for (Deque<Block> blocks : FREE.values()) {
      Block block;
      while (given < size && (block = blocks.poll()) != null) {
        given += block.memory.byteSize();
        FREE_BYTES.addAndGet(-block.memory.byteSize());
        NativeMemory.unmap(block.memory);
      }
    }
    return given;
  }

  private static boolean isTimeToCollect(long size) {
    long live = LIVE_BYTES.get();
    return MAPPED.get() + size > allowance && live > size / 2
        || live + size > 2 * liveBytesKept + highestSlack();
  }

  private static Block map(long size, long givenBack) {
    MemorySegment memory = NativeMemory.map(size);
    if (memory == null) {
      collect(Long.MAX_VALUE / 4);
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
    MAPPED.addAndGet(size - givenBack);
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

  /// Cuts the largest free block into blocks of this size if it makes several: its pages have been
  /// touched, those of a new mapping would have to be.
  private static void split(long size) {
    long largest = 0;
    for (Map.Entry<Long, Deque<Block>> entry : FREE.entrySet()) {
      if (entry.getKey() > largest && !entry.getValue().isEmpty()) {
        largest = entry.getKey();
      }
    }
    if (largest < 2 * size || !NativeMemory.isDivisible()) {
      return;
    }
    Block block = FREE.get(largest).poll();
    if (block == null) {
      return; // another thread was faster
    }
    long at = 0;
    while (at < largest) {
      long bytes = Math.min(size, largest - at);
      Block part = new Block(block.memory.asSlice(at, bytes));
      part.zero = false;
      FREE.computeIfAbsent(bytes, _ -> new ConcurrentLinkedDeque<>()).add(part);
      at += bytes;
    }
  }

  /// Takes back the blocks of buffers that became unreachable.
  private static void drain() {
    Reference<? extends CpuBuffer> reference;
    while ((reference = UNREACHABLE.poll()) != null) {
      ((Lease) reference).end();
    }
  }

  /// Runs the collector and waits shortly for what it found; then adapts what may be mapped.
  private static synchronized void collect(long size) {
    if (!isTimeToCollect(size)) {
      return; // another thread has just collected
    }
    long before = LIVE_BYTES.get();
    long start = System.nanoTime();
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
    long end = System.nanoTime();
    boolean tooOften = end - start > (start - collected) / WORTH;
    collected = end;
    liveBytesKept = LIVE_BYTES.get();
    MAPPED.set(0);
    if (liveBytesKept > before / 2) {
      allowance = Math.max(LOWEST_ALLOWANCE, liveBytesKept);
    } else if (tooOften) {
      // as many blocks again, so that the next collection is due later
      allowance = Math.max(LOWEST_ALLOWANCE, 2 * size + before);
    } else {
      allowance = 0;
    }
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

  private static long highestSlack() {
    return Math.clamp(NativeMemory.physicalBytes() / 32, 256L << 20, 2L << 30);
  }

  /// One line for `doctor`.
  static String describe() {
    drain();
    return describeBytes(LIVE_BYTES.get())
        + " in use, "
        + describeBytes(FREE_BYTES.get())
        + " kept free, "
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
