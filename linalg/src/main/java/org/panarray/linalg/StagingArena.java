package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Native memory for the copies of one call, which is kept for the next: the system's own would be
/// mapped and its pages touched anew for each call, which takes longer than many a product. Its
/// contents are undefined at first.
final class StagingArena implements Arena {
  /// What is larger is the system's: its product takes much longer than its pages.
  private static final int LARGEST = 22; // as a power of two

  private static final int SMALLEST = 12;
  private static final int KEPT = 4; // of each size

  private static final List<Deque<MemorySegment>> FREE = new ArrayList<>();

  static {
    for (int size = SMALLEST; size <= LARGEST; size++) {
      FREE.add(new ArrayDeque<>());
    }
  }

  private final Arena own = Arena.ofConfined();
  private final List<MemorySegment> lent = new ArrayList<>(3);

  private StagingArena() {}

  static StagingArena open() {
    return new StagingArena();
  }

  @Override
  public MemorySegment allocate(long bytes, long alignment) {
    int size = Math.max(SMALLEST, Long.SIZE - Long.numberOfLeadingZeros(Math.max(bytes, 1) - 1));
    if (size > LARGEST) {
      return own.allocate(bytes, alignment);
    }
    MemorySegment block;
    synchronized (FREE) {
      block = FREE.get(size - SMALLEST).poll();
    }
    if (block == null) {
      block = Arena.ofAuto().allocate(1L << size, Math.max(alignment, 64));
    }
    lent.add(block);
    return block.asSlice(0, bytes);
  }

  @Override
  public MemorySegment.Scope scope() {
    return own.scope();
  }

  @Override
  public void close() {
    own.close();
    synchronized (FREE) {
      for (MemorySegment block : lent) {
        Deque<MemorySegment> free =
            FREE.get(Long.numberOfTrailingZeros(block.byteSize()) - SMALLEST);
        if (free.size() < KEPT) {
          free.push(block);
        }
      }
    }
  }
}
