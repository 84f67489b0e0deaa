package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.MemoryUse;

/// What is mapped: slabs that serve blocks of a size, and empty ones that wait for any.
///
/// All of it under one lock, which is held for some tens of nanoseconds: blocks begin at 16 KiB, so
/// that the work on one takes longer.
public final class Slabs {
  private static final long GRAIN = NativeMemory.HUGE_PAGE;
  private static final int BLOCKS = 4; // at least, of a slab that serves several
  private static final long ALONE = 4 * GRAIN;

  private final Map<Long, LinkedHashSet<Slab>> serving = new HashMap<>();
  private final Set<Slab> used =
      new HashSet<>(); // keeps their blocks, and so the leases, reachable
  private final TreeMap<Long, Deque<Slab>> empty = new TreeMap<>();
  private long mappedBytes;
  private long liveBytes;
  private long takenBytes;
  private long peakBytes;

  /// The size of the blocks for so many bytes: four classes for each power of two, so that at most
  /// a fifth of a block is wasted, and whole huge pages where a block has a slab for itself.
  public static long blockBytes(long bytes) {
    long step = Math.max(Long.highestOneBit(bytes) >> 2, 4096);
    if (bytes >= ALONE) {
      step = Math.max(step, GRAIN);
    }
    return Math.ceilDiv(bytes, step) * step;
  }

  /// The size of a fresh slab for such blocks.
  public static long slabBytes(long blockBytes) {
    boolean alone = blockBytes >= ALONE || blockBytes % GRAIN == 0;
    return alone ? blockBytes : Math.ceilDiv(BLOCKS * blockBytes, GRAIN) * GRAIN;
  }

  /// A block of a slab that is there, or null.
  public synchronized MemoryPool.@Nullable Block take(long blockBytes) {
    LinkedHashSet<Slab> slabs = serving.get(blockBytes);
    if (slabs != null && !slabs.isEmpty()) {
      return take(slabs.getFirst());
    }
    Slab slab = takeEmpty(slabBytes(blockBytes));
    if (slab == null) {
      return null;
    }
    serve(slab, blockBytes);
    return take(slab);
  }

  /// A block of a slab that was just mapped.
  public synchronized MemoryPool.Block takeFrom(MemorySegment mapped, long blockBytes) {
    mappedBytes += mapped.byteSize();
    peakBytes = Math.max(peakBytes, mappedBytes);
    Slab slab = new Slab(mapped, false);
    serve(slab, blockBytes);
    return take(slab);
  }

  private void serve(Slab slab, long blockBytes) {
    slab.serve(blockBytes);
    used.add(slab);
    serving.computeIfAbsent(blockBytes, _ -> new LinkedHashSet<>()).addFirst(slab);
  }

  private MemoryPool.Block take(Slab slab) {
    MemoryPool.Block block = slab.take();
    liveBytes += slab.blockBytes();
    takenBytes += slab.blockBytes();
    if (slab.isFull()) {
      serving.get(slab.blockBytes()).remove(slab);
    }
    return block;
  }

  /// The smallest empty slab that is large enough, without what is beyond the bytes.
  private @Nullable Slab takeEmpty(long bytes) {
    Map.Entry<Long, Deque<Slab>> entry = empty.ceilingEntry(bytes);
    if (entry == null || !NativeMemory.isDivisible() && entry.getKey() > 2 * bytes) {
      return null;
    }
    Slab slab = poll(entry);
    if (slab.byteSize() >= bytes + GRAIN && NativeMemory.isDivisible()) {
      addEmpty(slab.part(bytes, slab.byteSize() - bytes));
      return slab.part(0, bytes);
    }
    return slab;
  }

  private Slab poll(Map.Entry<Long, Deque<Slab>> entry) {
    Slab slab = entry.getValue().pop();
    if (entry.getValue().isEmpty()) {
      empty.remove(entry.getKey());
    }
    return slab;
  }

  private void addEmpty(Slab slab) {
    empty.computeIfAbsent(slab.byteSize(), _ -> new ArrayDeque<>()).push(slab);
  }

  /// Notes whose a block is now.
  synchronized void lend(MemoryPool.Block block, MemoryPool.Lease lease) {
    block.lend(lease);
  }

  /// Takes back a block that was taken and not lent.
  public void putBack(MemoryPool.Block block) {
    putBack(block, null);
  }

  /// Takes back a block from the one who has it; from everybody else it is not taken.
  synchronized void putBack(MemoryPool.Block block, MemoryPool.@Nullable Lease lease) {
    if (!block.end(lease)) {
      return;
    }
    Slab slab = block.slab();
    boolean wasFull = slab.isFull();
    slab.putBack(block);
    liveBytes -= slab.blockBytes();
    if (slab.isEmpty()) {
      if (!wasFull) {
        serving.get(slab.blockBytes()).remove(slab);
      }
      used.remove(slab);
      addEmpty(slab);
    } else if (wasFull) {
      serving.get(slab.blockBytes()).addFirst(slab);
    }
  }

  /// Unmaps empty slabs until so many bytes are given back, the smallest first; returns how many
  /// were.
  public synchronized long unmap(long bytes) {
    long given = 0;
    while (given < bytes && !empty.isEmpty()) {
      given += unmap(poll(empty.firstEntry()));
    }
    return given;
  }

  /// Unmaps the slabs that have been empty since before a moment of [System#nanoTime].
  public synchronized void unmapIdle(long moment) {
    for (Iterator<Deque<Slab>> sizes = empty.values().iterator(); sizes.hasNext(); ) {
      Deque<Slab> slabs = sizes.next();
      slabs.removeIf(
          slab -> {
            boolean idle = slab.emptySince() - moment < 0;
            if (idle) {
              unmap(slab);
            }
            return idle;
          });
      if (slabs.isEmpty()) {
        sizes.remove();
      }
    }
  }

  private long unmap(Slab slab) {
    NativeMemory.unmap(slab.memory());
    mappedBytes -= slab.byteSize();
    return slab.byteSize();
  }

  /// All bytes that were ever taken.
  synchronized long takenBytes() {
    return takenBytes;
  }

  synchronized long liveBytes() {
    return liveBytes;
  }

  synchronized long freeBytes() {
    return mappedBytes - liveBytes;
  }

  synchronized long mappedBytes() {
    return mappedBytes;
  }

  public synchronized MemoryUse use() {
    return new MemoryUse(liveBytes, mappedBytes - liveBytes, peakBytes, MemoryLimit.BYTES);
  }
}
