package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;

/// The memory of a kernel's operands as addresses, which loops read through [Home#EVERYTHING]: one
/// loop then serves every operand and meets one class of segment.
///
/// What is on the heap is copied off it for the length of the call; it is small, unless it is the
/// program's own.
public final class Addresses implements AutoCloseable {
  private final CpuBuffer[] buffers;
  private final CpuBuffer[] reached;

  private Addresses(Operand[] operands) {
    buffers = new CpuBuffer[operands.length];
    reached = new CpuBuffer[operands.length];
    for (int k = 0; k < operands.length; k++) {
      buffers[k] = (CpuBuffer) operands[k].buffer();
      reached[k] = reachable(k);
    }
  }

  public static Addresses of(Operand... operands) {
    return new Addresses(operands);
  }

  private CpuBuffer reachable(int k) {
    for (int before = 0; before < k; before++) {
      if (buffers[before] == buffers[k]) {
        return reached[before];
      }
    }
    MemorySegment segment = buffers[k].segment();
    if (segment.isNative()) {
      return buffers[k];
    }
    long bytes = segment.byteSize();
    CpuBuffer copy =
        bytes <= Scratch.BYTES
            ? Scratch.take(Home.NATIVE)
            : CpuBuffer.allocate(Math.max(bytes, CpuBuffer.HEAP_LIMIT));
    MemorySegment.copy(segment, 0, copy.segment(), 0, bytes);
    return copy;
  }

  /// Where the buffer of operand `k` begins.
  public long of(int k) {
    return reached[k].segment().address();
  }

  /// Sees what was written to the memory of operand `k` by other means.
  public void read(int k) {
    if (reached[k] != buffers[k]) {
      MemorySegment segment = buffers[k].segment();
      MemorySegment.copy(segment, 0, reached[k].segment(), 0, segment.byteSize());
    }
  }

  /// Brings what was written to operand `k` to where it belongs.
  public void written(int k) {
    if (reached[k] != buffers[k]) {
      MemorySegment segment = buffers[k].segment();
      MemorySegment.copy(reached[k].segment(), 0, segment, 0, segment.byteSize());
    }
  }

  @Override
  public void close() {
    for (int k = 0; k < buffers.length; k++) {
      CpuBuffer copy = reached[k];
      boolean first = copy != buffers[k];
      for (int before = 0; before < k; before++) {
        first &= reached[before] != copy;
      }
      if (first && copy.byteSize() == Scratch.BYTES) {
        Scratch.give(copy);
      } else if (first) {
        copy.close();
      }
    }
  }
}
