package org.panarray.engine.cpu;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.memory.Home;
import org.panarray.prim.ElementType;

/// What kernels are handed for operands that are contiguous or stand still: the output, then the
/// inputs.
///
/// @param still the inputs of which one element stands for all
record FlatOperands(
    Operand[] inputs,
    @Nullable Operand output,
    long still,
    Home home,
    Object[] memory,
    long[] at,
    long[] steps) {

  static FlatOperands of(Operand[] inputs, Operand output, long still, Home home) {
    return of(inputs, output, output.type(), still, home);
  }

  /// @param output null where each call has another
  static FlatOperands of(
      Operand[] inputs, @Nullable Operand output, ElementType type, long still, Home home) {
    int count = inputs.length + 1;
    Object[] memory = new Object[count];
    long[] at = new long[count];
    long[] steps = new long[count];
    steps[0] = type.byteSize();
    for (int p = output == null ? 1 : 0; p < count; p++) {
      Operand operand = p == 0 ? Objects.requireNonNull(output) : inputs[p - 1];
      boolean stands = p > 0 && (still >> (p - 1) & 1) != 0;
      Home own = stands ? Home.ANY : home;
      memory[p] = own.base(MapRunner.buffer(operand));
      at[p] = own.origin(MapRunner.buffer(operand)) + position(operand);
      steps[p] = stands ? 0 : operand.type().byteSize();
    }
    return new FlatOperands(inputs, output, still, home, memory, at, steps);
  }

  /// Computes `n` elements from an element on.
  int call(Kernel kernel, long start, int n) {
    return kernel.call(n, memory, from(start), steps);
  }

  /// Computes `n` elements from an element on, and writes them to `output` from its beginning.
  int call(Kernel kernel, long start, int n, Operand output) {
    Object[] own = memory.clone();
    long[] moved = from(start);
    own[0] = home.base(MapRunner.buffer(output));
    moved[0] = home.origin(MapRunner.buffer(output)) + position(output);
    return kernel.call(n, own, moved, steps);
  }

  private long[] from(long start) {
    long[] moved = at.clone();
    for (int p = 0; p < moved.length; p++) {
      moved[p] += start * steps[p];
    }
    return moved;
  }

  /// The byte at which an operand begins in its buffer.
  static long position(Operand operand) {
    return operand.layout().offset() << operand.type().byteShift();
  }
}
