package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// One piece of a mapping, cut into blocks of one size as they are asked for; a large block is
/// alone in its slab. [Slabs] guards it.
public final class Slab {
  private final MemorySegment memory;
  private final List<MemoryPool.Block> blocks = new ArrayList<>(); // all that are cut
  private final Deque<MemoryPool.Block> free = new ArrayDeque<>();
  private boolean touched;
  private long blockBytes;
  private long cut;
  private int used;
  private long emptySince;

  Slab(MemorySegment memory, boolean touched) {
    this.memory = memory;
    this.touched = touched;
  }

  /// A part of an empty slab, as a slab of its own.
  Slab part(long from, long bytes) {
    Slab part = new Slab(memory.asSlice(from, bytes), true);
    part.emptySince = emptySince;
    return part;
  }

  MemorySegment memory() {
    return memory;
  }

  long byteSize() {
    return memory.byteSize();
  }

  long blockBytes() {
    return blockBytes;
  }

  boolean isEmpty() {
    return used == 0;
  }

  boolean isFull() {
    return free.isEmpty() && cut + blockBytes > memory.byteSize();
  }

  /// When the last of its blocks came back, by [System#nanoTime].
  long emptySince() {
    return emptySince;
  }

  /// Begins to cut blocks of another size.
  void serve(long bytes) {
    blockBytes = bytes;
    cut = 0;
    blocks.clear();
    free.clear();
  }

  MemoryPool.Block take() {
    used++;
    MemoryPool.Block block = free.poll();
    if (block == null) {
      block = new MemoryPool.Block(this, memory.asSlice(cut, blockBytes), !touched);
      blocks.add(block);
      cut += blockBytes;
    }
    return block;
  }

  void putBack(MemoryPool.Block block) {
    used--;
    free.push(block); // the next one is the last one, which may still be in a cache
    if (used == 0) {
      touched = true;
      emptySince = System.nanoTime();
    }
  }
}
