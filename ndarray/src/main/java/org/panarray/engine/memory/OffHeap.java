package org.panarray.engine.memory;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;

/// The memory of a kernel's operands, for loops in plain Java, which are fast where they meet one
/// class of segment: what is read and lies on the heap is copied off it for the length of the call,
/// if it is small.
///
/// What is written is written where it is, for other threads may write beside it. Segments are
/// asked, not their addresses: memory that a program shares may be closed at any time.
public final class OffHeap implements AutoCloseable {
  private final MemorySegment[] segments;
  private final CpuBuffer[] copies;

  private OffHeap(Operand written, Operand[] read) {
    segments = new MemorySegment[read.length];
    copies = new CpuBuffer[read.length];
    for (int k = 0; k < read.length; k++) {
      CpuBuffer buffer = (CpuBuffer) read[k].buffer();
      segments[k] = buffer.segment();
      boolean copied =
          buffer != written.buffer()
              && !segments[k].isNative()
              && segments[k].byteSize() <= Scratch.BYTES;
      if (copied) {
        copies[k] = Scratch.take(Home.NATIVE);
        MemorySegment copy = copies[k].segment();
        segments[k] = copy.asSlice(0, segments[k].byteSize()).copyFrom(segments[k]);
      }
    }
  }

  /// The memory of a call's operands.
  ///
  /// @param written what the kernel writes to; operands that share its memory are not copied
  /// @param read what it reads
  public static OffHeap of(Operand written, Operand... read) {
    return new OffHeap(written, read);
  }

  /// Where operand `k` of those that are read is found, its buffer's beginning at 0.
  public MemorySegment segment(int k) {
    return segments[k];
  }

  @Override
  public void close() {
    for (CpuBuffer copy : copies) {
      if (copy != null) {
        Scratch.give(copy);
      }
    }
  }
}
