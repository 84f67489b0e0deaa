package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;

/// A line of elements of a real type in a Java array, as whole numbers in their order.
///
/// The bits of a floating-point number become its key and come back from it. Two things a key does
/// not say: NaN of both signs come last, in the order in which they were found; and zeros of both
/// signs are equal, so a sort puts them back as they were found.
sealed interface KeyLine extends AutoCloseable permits IntLine, LongLine {

  static KeyLine of(Operand input, int longest) {
    return input.type().byteSize() < Long.BYTES
        ? new IntLine(input, longest)
        : new LongLine(input, longest);
  }

  /// Reads `n` elements.
  void load(long start, long step, int n);

  /// Sorts what was read from there.
  void sort(long start, long step);

  /// Puts at some places, in ascending order, what a sort would.
  void select(int[] places);

  /// Writes them.
  void store(MemorySegment out, long start, long step);

  /// Gives the arrays back.
  @Override
  void close();
}
