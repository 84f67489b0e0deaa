package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.FlatOperands.position;
import static org.panarray.engine.cpu.MapRunner.BLOCK;
import static org.panarray.engine.cpu.MapRunner.buffer;
import static org.panarray.engine.cpu.MapRunner.isFinite;
import static org.panarray.engine.cpu.MapRunner.isShared;
import static org.panarray.engine.cpu.MapRunner.segment;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Scalar;

/// Runs elementwise expressions over operands that are contiguous or stand still, up to as many as
/// kernels take in registers: what most calls are, and so without an object where they are small.
final class FlatMap {
  private final Kernels kernels;

  FlatMap(Kernels kernels) {
    this.kernels = kernels;
  }

  /// @param still the inputs of which one element stands for all
  int run(Expr expr, Operand[] inputs, Operand output, long still) {
    CpuBuffer target = buffer(output);
    Home home = target.home();
    boolean inPlace = false;
    for (int k = 0; k < inputs.length; k++) {
      if ((still >> k & 1) == 0) {
        CpuBuffer input = buffer(inputs[k]);
        home = home.and(input.home());
        inPlace |= input == target;
      }
    }
    if (inPlace && FaultRules.mayFault(expr)) {
      return watchedInPlace(expr, inputs, output, still, home);
    }
    Kernel kernel = kernels.map(expr, still, false, home);
    if (isShared(output.layout().size(), inputs, output)) {
      return shared(expr, kernel, FlatOperands.of(inputs, output, still, home));
    }
    Object out = home.base(target);
    long outAt = home.origin(target) + position(output);
    long outStep = output.type().byteSize();
    Object a = null;
    Object b = null;
    Object c = null;
    long aAt = 0;
    long bAt = 0;
    long cAt = 0;
    long aStep = 0;
    long bStep = 0;
    long cStep = 0;
    if (inputs.length > 0) {
      Home own = (still & 1) != 0 ? Home.ANY : home;
      a = own.base(buffer(inputs[0]));
      aAt = own.origin(buffer(inputs[0])) + position(inputs[0]);
      aStep = (still & 1) != 0 ? 0 : inputs[0].type().byteSize();
    }
    if (inputs.length > 1) {
      Home own = (still & 2) != 0 ? Home.ANY : home;
      b = own.base(buffer(inputs[1]));
      bAt = own.origin(buffer(inputs[1])) + position(inputs[1]);
      bStep = (still & 2) != 0 ? 0 : inputs[1].type().byteSize();
    }
    if (inputs.length > 2) {
      Home own = (still & 4) != 0 ? Home.ANY : home;
      c = own.base(buffer(inputs[2]));
      cAt = own.origin(buffer(inputs[2])) + position(inputs[2]);
      cStep = (still & 4) != 0 ? 0 : inputs[2].type().byteSize();
    }
    long size = output.layout().size();
    int faults = 0;
    for (long start = 0; start < size; start += BLOCK) {
      int n = (int) Math.min(BLOCK, size - start);
      int suspicion =
          kernel.run(
              n,
              out,
              outAt + start * outStep,
              outStep,
              a,
              aAt + start * aStep,
              aStep,
              b,
              bAt + start * bStep,
              bStep,
              c,
              cAt + start * cStep,
              cStep);
      if (suspicion != 0) {
        faults |=
            classify(
                expr,
                inputs,
                still,
                segment(output),
                position(output) + start * outStep,
                start,
                n,
                faults);
      }
    }
    return faults;
  }

  /// By way of working memory, so that the operands of a suspicious result are still there.
  private int watchedInPlace(Expr expr, Operand[] inputs, Operand output, long still, Home home) {
    CpuBuffer scratch = Scratch.take(home);
    Kernel kernel = kernels.map(expr, still, false, home);
    int faults = 0;
    int width = output.type().byteSize();
    FlatOperands operands = FlatOperands.of(inputs, output, still, home);
    Object[] memory = operands.memory();
    long[] at = operands.at();
    memory[0] = home.base(scratch);
    at[0] = home.origin(scratch);
    long size = output.layout().size();
    int block = Math.min(BLOCK, Scratch.BYTES / width);
    for (long start = 0; start < size; start += block) {
      int n = (int) Math.min(block, size - start);
      if (kernel.call(n, memory, at, operands.steps()) != 0) {
        faults |= classify(expr, inputs, still, scratch.segment(), 0, start, n, faults);
      }
      MemorySegment.copy(
          scratch.segment(),
          0,
          segment(output),
          position(output) + start * width,
          (long) n * width);
      for (int k = 1; k < at.length; k++) {
        at[k] += n * operands.steps()[k];
      }
    }
    Scratch.give(scratch);
    return faults;
  }

  /// Chunk by chunk, on any threads; faults are told apart afterwards, in the order of the
  /// elements.
  private static int shared(Expr expr, Kernel kernel, FlatOperands operands) {
    Operand output = operands.output();
    long size = output.layout().size();
    BitSet suspicious = new BitSet();
    ThreadTeam.share(
        size,
        Math.ceilDiv(size, ThreadTeam.CHUNK),
        chunk -> {
          long end = Math.min(size, (chunk + 1) * ThreadTeam.CHUNK);
          for (long start = chunk * ThreadTeam.CHUNK; start < end; start += BLOCK) {
            int n = (int) Math.min(BLOCK, end - start);
            if (operands.call(kernel, start, n) != 0) {
              synchronized (suspicious) {
                suspicious.set((int) (start / BLOCK));
              }
            }
          }
        });
    int faults = 0;
    for (int k = suspicious.nextSetBit(0); k >= 0; k = suspicious.nextSetBit(k + 1)) {
      long start = (long) k * BLOCK;
      int n = (int) Math.min(BLOCK, size - start);
      long at = position(output) + start * output.type().byteSize();
      faults |=
          classify(
              expr, operands.inputs(), operands.still(), segment(output), at, start, n, faults);
    }
    return faults;
  }

  private static int classify(
      Expr expr,
      Operand[] inputs,
      long still,
      MemorySegment results,
      long resultAt,
      long start,
      int n,
      int found) {
    if (FaultRules.isSettled(expr, found, results, resultAt, n)) {
      return 0;
    }
    int faults = found;
    Scalar[] operands = new Scalar[inputs.length];
    long[] places = new long[inputs.length];
    ElementType type = expr.type();
    for (int i = 0; i < n; i++) {
      long place = (resultAt >> type.byteShift()) + i;
      if (type.isInexact() && isFinite(results, type, place)) {
        continue;
      }
      for (int k = 0; k < operands.length; k++) {
        long moved = (still >> k & 1) != 0 ? 0 : start + i;
        places[k] = inputs[k].layout().offset() + moved;
      }
      if (type.isFloat()
          && FaultRules.isSettled(
              expr, ElementAccess.getReal(results, type, place), faults, inputs, places)) {
        continue;
      }
      for (int k = 0; k < operands.length; k++) {
        operands[k] = ScalarMemory.get(inputs[k], places[k]);
      }
      faults |= FaultRules.of(expr, operands, ScalarMemory.get(results, type, place));
      if (!type.isInexact() && FaultRules.isSettled(expr, faults)) {
        break;
      }
    }
    return faults;
  }
}
