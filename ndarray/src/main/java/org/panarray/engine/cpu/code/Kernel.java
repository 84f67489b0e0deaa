package org.panarray.engine.cpu.code;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.memory.Home;

/// A generated loop over one row of elements. Positions and steps are in bytes; what stands for
/// memory is told by the kernel's [Home].
///
/// Public entry points differ only in how the operands arrive: four in registers, or any number.
public abstract class Kernel {
  /// The number of inputs up to which [#run] is used instead of [#runMany].
  public static final int REGISTER_INPUTS = 3;

  /// Computes `n` elements of the row.
  ///
  /// @return 1 where an element of the row may be a floating-point fault, else 0
  public int run(
      int n,
      Object out,
      long outAt,
      long outStep,
      @Nullable Object a,
      long aAt,
      long aStep,
      @Nullable Object b,
      long bAt,
      long bStep,
      @Nullable Object c,
      long cAt,
      long cStep) {
    throw new UnsupportedOperationException("this kernel takes its operands in arrays");
  }

  /// [#run] for any number of inputs; operand 0 is the output.
  int runMany(int n, Object[] memory, long[] at, long[] steps) {
    throw new UnsupportedOperationException("this kernel takes its operands one by one");
  }

  /// What an operand is handed as, as a segment.
  static MemorySegment segment(Object memory) {
    return memory instanceof byte[] heap ? MemorySegment.ofArray(heap) : (MemorySegment) memory;
  }

  /// How many elements one call may combine to one, at most.
  public int longest() {
    return 1 << 30;
  }

  /// Calls the kernel for each of many rows.
  ///
  /// @param at where the first row is; where the last one ended, on return
  /// @param steps between the elements of a row
  /// @param rowSteps between rows
  public void callRows(
      long rows, int n, Object[] memory, long[] at, long[] steps, long[] rowSteps) {
    for (long row = 0; row < rows; row++) {
      call(n, memory, at, steps);
      for (int p = 0; p < at.length; p++) {
        at[p] += rowSteps[p];
      }
    }
  }

  /// Calls whichever of the two this kernel has.
  public final int call(int n, Object[] memory, long[] at, long[] steps) {
    return switch (memory.length) {
      case 1 -> run(n, memory[0], at[0], steps[0], null, 0, 0, null, 0, 0, null, 0, 0);
      case 2 ->
          run(n, memory[0], at[0], steps[0], memory[1], at[1], steps[1], null, 0, 0, null, 0, 0);
      case 3 ->
          run(
              n, memory[0], at[0], steps[0], memory[1], at[1], steps[1], memory[2], at[2], steps[2],
              null, 0, 0);
      case 4 ->
          run(
              n, memory[0], at[0], steps[0], memory[1], at[1], steps[1], memory[2], at[2], steps[2],
              memory[3], at[3], steps[3]);
      default -> runMany(n, memory, at, steps);
    };
  }
}
