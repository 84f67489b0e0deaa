package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.MemorySize;
import org.panarray.engine.MemoryUse;
import org.panarray.error.MemoryError;

/// Native blocks by size class, kept for a while after use.
///
/// Touching 80 MB of fresh pages costs 25 ms, on a virtual machine up to 360, with huge pages 3.7
/// to 8, reusing a block nothing (measured); so small blocks too are cut from mappings of whole
/// huge pages, and what is free is unmapped only when it has not been used for some seconds or the
/// memory runs short.
///
/// The collector does not see native bytes: it is asked to run when more was mapped since it last
/// did than [CollectionWindow] lets pass.
public final class MemoryPool {
  private static final CollectionWindow WINDOW = new CollectionWindow();
  private static final Slabs SLABS = new Slabs();
  private static final ReferenceQueue<CpuBuffer> UNREACHABLE = new ReferenceQueue<>();
  private static final Set<Lease> LEASES = ConcurrentHashMap.newKeySet();

  private MemoryPool() {}

  /// What one buffer at a time uses.
  public static final class Block {
    private final Slab slab;
    private final MemorySegment memory;
    private volatile boolean zero;

    Block(Slab slab, MemorySegment memory, boolean zero) {
      this.slab = slab;
      this.memory = memory;
      this.zero = zero;
    }

    Slab slab() {
      return slab;
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
      SLABS.putBack(this);
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

  /// A block of at least so many bytes.
  ///
  /// @throws MemoryError beyond the limit or what the system has, also after a collection
  static Block acquire(long bytes) {
    if (bytes > MemoryLimit.BYTES) {
      throw refused(bytes);
    }
    long size = Slabs.blockBytes(bytes);
    drain();
    Block block = SLABS.take(size);
    if (block == null && WINDOW.isPassed(size, SLABS.liveBytes())) {
      collect(size);
      block = SLABS.take(size);
    }
    if (block == null) {
      block = map(size);
    }
    if (block == null) {
      trim();
      block = map(size);
    }
    if (block == null) {
      throw refused(bytes);
    }
    return block;
  }

  private static MemoryError refused(long bytes) {
    return new MemoryError("Unable to allocate " + MemorySize.text(bytes) + " for an array");
  }

  /// A block of a new mapping, or null where the limit or the system does not allow it. As many
  /// free slabs of other sizes go back before, so that what is mapped does not grow.
  private static @Nullable Block map(long size) {
    if (SLABS.freeBytes() >= size) {
      SLABS.unmap(size);
    }
    for (long bytes : new long[] {Slabs.slabBytes(size), size}) {
      MemorySegment memory =
          SLABS.mappedBytes() + bytes > MemoryLimit.BYTES ? null : NativeMemory.map(bytes);
      if (memory != null) {
        WINDOW.mapped(memory, bytes == size);
        IdleMemory.watch();
        return SLABS.takeFrom(memory, size);
      }
    }
    return null;
  }

  /// Takes back the blocks of buffers that became unreachable.
  static void drain() {
    Reference<? extends CpuBuffer> reference;
    while ((reference = UNREACHABLE.poll()) != null) {
      ((Lease) reference).end();
    }
  }

  /// Runs the collector and waits shortly for what it found.
  private static synchronized void collect(long size) {
    long before = SLABS.liveBytes();
    if (!WINDOW.isPassed(size, before)) {
      return; // another thread has just collected
    }
    long start = System.nanoTime();
    collectNow();
    WINDOW.collected(System.nanoTime() - start, before, SLABS.liveBytes());
  }

  private static void collectNow() {
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
  }

  /// Asks the collector what is in use, and gives everything else back to the system.
  public static void trim() {
    collectNow();
    SLABS.unmap(Long.MAX_VALUE);
  }

  /// Gives back what has been free since before a moment of [System#nanoTime]; whether any memory
  /// is still mapped.
  public static boolean trimIdle(long moment) {
    drain();
    SLABS.unmapIdle(moment);
    return SLABS.mappedBytes() > 0;
  }

  public static MemoryUse use() {
    drain();
    return SLABS.use();
  }

  /// One line for `doctor`.
  public static String describe() {
    MemoryUse use = use();
    return MemorySize.text(use.inUse())
        + " in use, "
        + MemorySize.text(use.kept())
        + " kept free, at most "
        + MemorySize.text(use.limit())
        + ", "
        + NativeMemory.describe();
  }
}
