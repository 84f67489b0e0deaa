package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;

/// A generated loop over one row of elements. Positions and steps are in bytes.
///
/// Public entry points differ only in how the operands arrive: four in registers, or any number.
abstract class Kernel {
  /// The number of inputs up to which [#run] is used instead of [#runMany].
  static final int REGISTER_INPUTS = 3;

  /// Computes `n` elements of the row.
  ///
  /// @return 1 where an element of the row may be a floating-point fault, else 0
  int run(
      int n,
      MemorySegment out,
      long outAt,
      long outStep,
      @org.jspecify.annotations.Nullable MemorySegment a,
      long aAt,
      long aStep,
      @org.jspecify.annotations.Nullable MemorySegment b,
      long bAt,
      long bStep,
      @org.jspecify.annotations.Nullable MemorySegment c,
      long cAt,
      long cStep) {
    throw new UnsupportedOperationException("this kernel takes its operands in arrays");
  }

  /// [#run] for any number of inputs; operand 0 is the output.
  int runMany(int n, MemorySegment[] segments, long[] at, long[] steps) {
    throw new UnsupportedOperationException("this kernel takes its operands one by one");
  }

  /// Calls whichever of the two this kernel has.
  final int call(int n, MemorySegment[] segments, long[] at, long[] steps) {
    return switch (segments.length) {
      case 1 -> run(n, segments[0], at[0], steps[0], null, 0, 0, null, 0, 0, null, 0, 0);
      case 2 ->
          run(
              n,
              segments[0],
              at[0],
              steps[0],
              segments[1],
              at[1],
              steps[1],
              null,
              0,
              0,
              null,
              0,
              0);
      case 3 ->
          run(
              n,
              segments[0],
              at[0],
              steps[0],
              segments[1],
              at[1],
              steps[1],
              segments[2],
              at[2],
              steps[2],
              null,
              0,
              0);
      case 4 ->
          run(
              n,
              segments[0],
              at[0],
              steps[0],
              segments[1],
              at[1],
              steps[1],
              segments[2],
              at[2],
              steps[2],
              segments[3],
              at[3],
              steps[3]);
      default -> runMany(n, segments, at, steps);
    };
  }
}
