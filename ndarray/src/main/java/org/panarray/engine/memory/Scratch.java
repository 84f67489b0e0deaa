package org.panarray.engine.memory;

import java.util.concurrent.ConcurrentLinkedDeque;

/// A few blocks of working memory, lent for the length of one call.
public final class Scratch {
  /// Bytes in one block: what fits into a level 2 cache beside the operands of a kernel.
  public static final int BYTES = 128 << 10;

  private static final int KEPT = 16;
  private static final ConcurrentLinkedDeque<CpuBuffer> NATIVE = new ConcurrentLinkedDeque<>();
  private static final ConcurrentLinkedDeque<CpuBuffer> HEAP = new ConcurrentLinkedDeque<>();

  private Scratch() {}

  /// A block where kernels for operands of this home can reach it.
  public static CpuBuffer take(Home home) {
    CpuBuffer block = (home == Home.HEAP ? HEAP : NATIVE).poll();
    if (block != null) {
      return block;
    }
    return home == Home.HEAP ? CpuBuffer.onHeap(BYTES) : CpuBuffer.allocatePooled(BYTES);
  }

  public static void give(CpuBuffer block) {
    ConcurrentLinkedDeque<CpuBuffer> free = block.home() == Home.HEAP ? HEAP : NATIVE;
    if (free.size() < KEPT) {
      free.push(block);
    } else {
      block.close();
    }
  }
}
