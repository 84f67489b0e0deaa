package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.OffHeap;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Coordinates of the elements that are not zero, in one pass in C order.
///
/// An element is zero where all its bits are, the sign bits of floating-point parts left aside.
/// Each place is written, and the next place stays where the element was zero: a branch that nobody
/// can foresee costs ten times as much.
public final class NonzeroKernel {
  private static final int BLOCK = 4096;

  private final ElementType type;
  private final MemorySegment memory;
  private final MemorySegment out;
  private final long rows;
  private final long rowStep;
  private final long columnStep;
  private final int rank;
  private final long room;
  private final byte[] flags;
  private long found;

  private NonzeroKernel(Operand input, MemorySegment memory, Operand output) {
    this.memory = memory;
    out = ScalarMemory.segment(output);
    type = input.type();
    Layout target = output.layout();
    rows = target.offset() << 3;
    rowStep = target.stride(0) << 3;
    columnStep = target.stride(1) << 3;
    rank = input.layout().rank();
    room = target.dim(0);
    flags = new byte[(int) Math.min(BLOCK, input.layout().size())];
  }

  static void run(Operand input, Operand output) {
    if (input.layout().rank() == 0 || output.layout().size() == 0) {
      return; // a 0-d array has no coordinates to write
    }
    try (OffHeap memory = OffHeap.of(output, input)) {
      new NonzeroKernel(input, memory.segment(0), output).walk(input.layout());
    }
  }

  private void walk(Layout layout) {
    int last = layout.rank() - 1;
    Shape outer = layout.shape().with(last, 1);
    int shift = type.byteShift();
    IndexWalk.forEach(
        outer,
        index -> {
          long start = IndexWalk.offset(layout, index) << shift;
          row(index, start, layout.stride(last) << shift, layout.dim(last));
        });
  }

  private void row(long[] index, long start, long step, long count) {
    for (long from = 0; from < count && found < room; from += BLOCK) {
      int n = (int) Math.min(BLOCK, count - from);
      flag(start + from * step, step, n);
      long before = found;
      places(from, n);
      for (int axis = 0; axis < rank - 1; axis++) {
        long at = rows + axis * columnStep;
        for (long k = before; k < found; k++) {
          out.set(JAVA_LONG_UNALIGNED, at + k * rowStep, index[axis]);
        }
      }
    }
  }

  /// Writes the last coordinates of a block, as many as there is room for: another thread may have
  /// changed the elements since they were counted.
  private void places(long from, int n) {
    long at = rows + (rank - 1) * columnStep + found * rowStep;
    long end = rows + (rank - 1) * columnStep + room * rowStep;
    for (int i = 0; i < n && at != end; i++) {
      out.set(JAVA_LONG_UNALIGNED, at, from + i);
      at += flags[i] * rowStep;
    }
    found = rowStep == 0 ? 1 : (at - rows - (rank - 1) * columnStep) / rowStep;
  }

  /// Sets a flag for each of `n` elements: 0 where the element is zero, else 1.
  private void flag(long start, long step, int n) {
    switch (type.byteSize()) {
      case 1 -> {
        for (int i = 0; i < n; i++) {
          int bits = memory.get(JAVA_BYTE, start + i * step);
          flags[i] = (byte) ((bits | -bits) >>> 31);
        }
      }
      case 2 -> {
        int mask = type.isFloat() ? 0x7fff : 0xffff;
        for (int i = 0; i < n; i++) {
          int bits = memory.get(JAVA_SHORT_UNALIGNED, start + i * step) & mask;
          flags[i] = (byte) (-bits >>> 31);
        }
      }
      case 4 -> {
        int mask = type.isFloat() ? Integer.MAX_VALUE : -1;
        for (int i = 0; i < n; i++) {
          int bits = memory.get(JAVA_INT_UNALIGNED, start + i * step) & mask;
          flags[i] = (byte) ((bits | -bits) >>> 31);
        }
      }
      case 8 -> {
        long mask =
            type.isComplex() ? 0x7fff_ffff_7fff_ffffL : type.isFloat() ? Long.MAX_VALUE : -1;
        for (int i = 0; i < n; i++) {
          long bits = memory.get(JAVA_LONG_UNALIGNED, start + i * step) & mask;
          flags[i] = (byte) ((bits | -bits) >>> 63);
        }
      }
      default -> {
        for (int i = 0; i < n; i++) {
          long at = start + i * step;
          long bits = memory.get(JAVA_LONG_UNALIGNED, at);
          bits = (bits | memory.get(JAVA_LONG_UNALIGNED, at + 8)) & Long.MAX_VALUE;
          flags[i] = (byte) (-bits >>> 63);
        }
      }
    }
  }
}
