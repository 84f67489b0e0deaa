package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.concurrent.ConcurrentLinkedDeque;

/// A few blocks of working memory, lent for the length of one call.
///
/// Backed by `long[]` like small arrays, so that kernels meet no third class of segment.
final class Scratch {
  /// Bytes in one block: what fits into a level 2 cache beside the operands of a kernel.
  static final int BYTES = 128 << 10;

  private static final int KEPT = 16;
  private static final ConcurrentLinkedDeque<MemorySegment> FREE = new ConcurrentLinkedDeque<>();

  private Scratch() {}

  static MemorySegment take() {
    MemorySegment block = FREE.poll();
    return block != null ? block : MemorySegment.ofArray(new long[BYTES / 8]);
  }

  static void give(MemorySegment block) {
    if (FREE.size() < KEPT) {
      FREE.push(block);
    }
  }
}
