package org.panarray.engine.cpu;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;

/// Coordinates of the elements that are not zero, in one pass in C order.
///
/// An element is zero where all its bits are, the sign bits of floating-point parts left aside.
final class NonzeroKernel {
  private final MemorySegment memory;
  private final ElementType type;
  private final MemorySegment rows;
  private final Layout target;
  private final int rank;
  private long found;

  private NonzeroKernel(Operand input, Operand output) {
    memory = ScalarMemory.segment(input);
    type = input.type();
    rows = ScalarMemory.segment(output);
    target = output.layout();
    rank = input.layout().rank();
  }

  static void run(Operand input, Operand output) {
    Layout layout = input.layout();
    if (layout.rank() == 0 || output.layout().size() == 0) {
      return; // a 0-d array has no coordinates to write
    }
    NonzeroKernel kernel = new NonzeroKernel(input, output);
    int last = layout.rank() - 1;
    Interpreter.forEachIndex(
        layout.shape().with(last, 1),
        index -> {
          long start = Interpreter.offset(layout, index);
          kernel.row(index, start, layout.stride(last), layout.dim(last));
        });
  }

  private void row(long[] index, long start, long step, long count) {
    for (long i = 0; i < count; i++) {
      if (truth(start + i * step)) {
        long place = target.offset() + found * target.stride(0);
        long columnStep = target.stride(1);
        for (int axis = 0; axis < rank - 1; axis++) {
          rows.set(JAVA_LONG_UNALIGNED, (place + axis * columnStep) << 3, index[axis]);
        }
        rows.set(JAVA_LONG_UNALIGNED, (place + (rank - 1) * columnStep) << 3, i);
        found++;
      }
    }
  }

  private boolean truth(long offset) {
    return switch (type) {
      case BOOL, INT8, UINT8 -> memory.get(JAVA_BYTE, offset) != 0;
      case INT16, UINT16 -> memory.get(JAVA_SHORT_UNALIGNED, offset << 1) != 0;
      case FLOAT16 -> memory.get(JAVA_SHORT_UNALIGNED, offset << 1) << 17 != 0;
      case INT32, UINT32 -> memory.get(JAVA_INT_UNALIGNED, offset << 2) != 0;
      case FLOAT32 -> memory.get(JAVA_INT_UNALIGNED, offset << 2) << 1 != 0;
      case INT64, UINT64 -> memory.get(JAVA_LONG_UNALIGNED, offset << 3) != 0;
      case FLOAT64 -> memory.get(JAVA_LONG_UNALIGNED, offset << 3) << 1 != 0;
      case COMPLEX64 ->
          (memory.get(JAVA_LONG_UNALIGNED, offset << 3) & 0x7fff_ffff_7fff_ffffL) != 0;
      case COMPLEX128 ->
          memory.get(JAVA_LONG_UNALIGNED, offset << 4) << 1 != 0
              || memory.get(JAVA_LONG_UNALIGNED, (offset << 4) + 8) << 1 != 0;
    };
  }
}
