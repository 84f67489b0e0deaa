package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
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
/// The collector does not see native bytes: it is asked to run when no block is free and more was
/// taken since it last did than [CollectionWindow] lets pass.
public final class MemoryPool {
  private static final CollectionWindow WINDOW = new CollectionWindow();
  private static final Slabs SLABS = new Slabs();
  private static final long QUIET_NANOS = 100_000; // without a reference: there are no more
  private static final ReferenceQueue<CpuBuffer> UNREACHABLE = new ReferenceQueue<>();

  private MemoryPool() {}

  /// What one buffer at a time uses.
  public static final class Block {
    private final Slab slab;
    private final MemorySegment memory;
    private volatile boolean zero;
    private @Nullable Lease lease; // in force; guarded by the slabs

    Block(Slab slab, MemorySegment memory, boolean zero) {
      this.slab = slab;
      this.memory = memory;
      this.zero = zero;
    }

    Slab slab() {
      return slab;
    }

    MemorySegment segment(long bytes) {
      return bytes == memory.byteSize() ? memory : memory.asSlice(0, bytes);
    }

    /// Whether nobody has used the block yet, so that the system's zeroes are still there.
    boolean isZero() {
      return zero;
    }

    void lend(Lease to) {
      lease = to;
    }

    /// Ends a lease, or the use by one who has none; false where it was ended before.
    boolean end(@Nullable Lease ended) {
      if (lease != ended) {
        return false;
      }
      lease = null;
      zero = false;
      return true;
    }
  }

  /// One buffer's use of a block, which ends once: when the buffer is closed or found unreachable,
  /// whichever comes first. The block may belong to another buffer by the time of the second.
  ///
  /// A block keeps the lease in force, and its slab the block: so the collector cannot lose it, and
  /// no set of all leases is kept.
  static final class Lease extends PhantomReference<CpuBuffer> {
    private final Block block;

    private Lease(CpuBuffer buffer, Block block) {
      super(buffer, UNREACHABLE);
      this.block = block;
    }

    void end() {
      SLABS.putBack(block, this);
    }
  }

  /// A lease that ends by itself when the buffer is unreachable.
  static Lease lease(CpuBuffer buffer, Block block) {
    Lease lease = new Lease(buffer, block);
    SLABS.lend(block, lease);
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
    if (block == null && WINDOW.isPassed(size, SLABS.takenBytes(), SLABS.liveBytes())) {
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
        if (bytes == size) {
          WINDOW.touch(memory);
        }
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
    if (!WINDOW.isPassed(size, SLABS.takenBytes(), before)) {
      return; // another thread has just collected
    }
    long start = System.nanoTime();
    long taken = SLABS.takenBytes();
    if (YoungGeneration.collect()) {
      takeBack();
    }
    if (WINDOW.isMostlyKept(taken, before - SLABS.liveBytes())) {
      collectAll();
    }
    WINDOW.collected(start, taken, before, SLABS.liveBytes());
  }

  private static void collectAll() {
    System.gc();
    takeBack();
  }

  /// Waits for the references that a collection has found, which the JVM hands out one after the
  /// other.
  private static void takeBack() {
    try {
      Reference<? extends CpuBuffer> reference = UNREACHABLE.remove(20);
      long last = System.nanoTime();
      while (reference != null || System.nanoTime() - last < QUIET_NANOS) {
        if (reference == null) {
          Thread.onSpinWait();
        } else {
          ((Lease) reference).end();
          last = System.nanoTime();
        }
        reference = UNREACHABLE.poll();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Asks the collector what is in use, and gives everything else back to the system.
  public static void trim() {
    collectAll();
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
