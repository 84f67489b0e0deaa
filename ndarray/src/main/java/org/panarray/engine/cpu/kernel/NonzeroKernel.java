package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;

/// Coordinates of the elements that are not zero, in one pass in C order.
///
/// An element is zero where all its bits are, the sign bits of floating-point parts left aside.
/// Blocks of elements become bytes first, and those are searched eight at a time.
public final class NonzeroKernel {
  private static final int BLOCK = 4096;
  private static final long TOP_BITS = 0x8080_8080_8080_8080L;
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MemorySegment memory;
  private final ElementType type;
  private final MemorySegment rows;
  private final Layout target;
  private final long rowStep;
  private final long columnStep;
  private final int rank;
  private final byte[] flags;
  private long found;

  private NonzeroKernel(Operand input, Operand output) {
    memory = ScalarMemory.segment(input);
    type = input.type();
    rows = ScalarMemory.segment(output);
    target = output.layout();
    rowStep = target.stride(0);
    columnStep = target.stride(1);
    rank = input.layout().rank();
    long longest = Math.min(BLOCK, input.layout().dim(rank - 1));
    flags = new byte[(int) (longest + 7) & -8];
  }

  static void run(Operand input, Operand output) {
    Layout layout = input.layout();
    if (layout.rank() == 0 || output.layout().size() == 0) {
      return; // a 0-d array has no coordinates to write
    }
    NonzeroKernel kernel = new NonzeroKernel(input, output);
    int last = layout.rank() - 1;
    IndexWalk.forEach(
        layout.shape().with(last, 1),
        index -> {
          long start = IndexWalk.offset(layout, index);
          kernel.row(index, start, layout.stride(last), layout.dim(last));
        });
  }

  private void row(long[] index, long start, long step, long count) {
    for (long from = 0; from < count; from += BLOCK) {
      int n = (int) Math.min(BLOCK, count - from);
      flag(start + from * step, step, n);
      int words = (n + 7) >> 3;
      for (int i = n; i < words << 3; i++) {
        flags[i] = 0;
      }
      for (int word = 0; word < words; word++) {
        long bits = (long) WORDS.get(flags, word << 3);
        // The top bit of every byte that is not zero.
        bits = ((bits & 0x7f7f_7f7f_7f7f_7f7fL) + 0x7f7f_7f7f_7f7f_7f7fL | bits) & TOP_BITS;
        while (bits != 0) {
          write(index, from + (word << 3) + (Long.numberOfTrailingZeros(bits) >> 3));
          bits &= bits - 1;
        }
      }
    }
  }

  private void write(long[] index, long last) {
    long place = (target.offset() + found++ * rowStep) << 3;
    for (int axis = 0; axis < rank - 1; axis++) {
      rows.set(JAVA_LONG_UNALIGNED, place + (axis * columnStep << 3), index[axis]);
    }
    rows.set(JAVA_LONG_UNALIGNED, place + ((rank - 1) * columnStep << 3), last);
  }

  /// Sets a flag for each of `n` elements: 0 where the element is zero.
  private void flag(long start, long step, int n) {
    switch (type) {
      case BOOL, INT8, UINT8 -> {
        if (step == 1) {
          MemorySegment.copy(memory, JAVA_BYTE, start, flags, 0, n);
        } else {
          for (int i = 0; i < n; i++) {
            flags[i] = memory.get(JAVA_BYTE, start + i * step);
          }
        }
      }
      case INT16, UINT16, FLOAT16 -> {
        int mask = type == ElementType.FLOAT16 ? 0x7fff : 0xffff;
        for (int i = 0; i < n; i++) {
          int bits = memory.get(JAVA_SHORT_UNALIGNED, (start + i * step) << 1) & mask;
          flags[i] = (byte) (bits != 0 ? 1 : 0);
        }
      }
      case INT32, UINT32, FLOAT32 -> {
        int mask = type == ElementType.FLOAT32 ? Integer.MAX_VALUE : -1;
        for (int i = 0; i < n; i++) {
          int bits = memory.get(JAVA_INT_UNALIGNED, (start + i * step) << 2) & mask;
          flags[i] = (byte) (bits != 0 ? 1 : 0);
        }
      }
      case INT64, UINT64, FLOAT64, COMPLEX64 -> {
        long mask =
            switch (type) {
              case FLOAT64 -> Long.MAX_VALUE;
              case COMPLEX64 -> 0x7fff_ffff_7fff_ffffL;
              default -> -1;
            };
        for (int i = 0; i < n; i++) {
          long bits = memory.get(JAVA_LONG_UNALIGNED, (start + i * step) << 3) & mask;
          flags[i] = (byte) (bits != 0 ? 1 : 0);
        }
      }
      case COMPLEX128 -> {
        for (int i = 0; i < n; i++) {
          long at = (start + i * step) << 4;
          long bits = memory.get(JAVA_LONG_UNALIGNED, at) | memory.get(JAVA_LONG_UNALIGNED, at + 8);
          flags[i] = (byte) ((bits & Long.MAX_VALUE) != 0 ? 1 : 0);
        }
      }
    }
  }
}
