package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.shape.LoopNest;

/// Copies elements as bytes where both operands have them in rows without gaps: the C library's
/// copy is fast from its first call on.
final class ByteCopy {
  /// A row below this many bytes is as fast in a kernel, which needs no call for each.
  private static final int ROW = 512;

  private ByteCopy() {}

  /// Copies if this is the way for operands of these layouts, and says whether it has.
  ///
  /// @param from of the type of the target
  static boolean run(Operand from, Operand to) {
    if (from.buffer() == to.buffer()) {
      return false;
    }
    int shift = from.type().byteShift();
    if (LoopNest.allContiguous(from.layout(), to.layout())) {
      copy(from, to, shift);
      return true;
    }
    LoopNest nest = LoopNest.of(to.layout(), from.layout());
    boolean rows = nest.innerStride(0) == 1 && nest.innerStride(1) == 1;
    if (!rows || nest.innerSize() << shift < ROW || ThreadTeam.isWorthSharing(nest.size())) {
      return false;
    }
    ElementCopy.copy(from, to);
    return true;
  }

  private static void copy(Operand from, Operand to, int shift) {
    MemorySegment source = ScalarMemory.segment(from);
    MemorySegment target = ScalarMemory.segment(to);
    long sourceAt = from.layout().offset() << shift;
    long targetAt = to.layout().offset() << shift;
    long size = to.layout().size();
    if (!MapRunner.isShared(size, new Operand[] {from}, to)) {
      MemorySegment.copy(source, sourceAt, target, targetAt, size << shift);
      return;
    }
    long bytes = (long) ThreadTeam.CHUNK << shift;
    long end = size << shift;
    ThreadTeam.share(
        size,
        Math.ceilDiv(end, bytes),
        chunk -> {
          long start = chunk * bytes;
          long count = Math.min(bytes, end - start);
          MemorySegment.copy(source, sourceAt + start, target, targetAt + start, count);
        });
  }
}
