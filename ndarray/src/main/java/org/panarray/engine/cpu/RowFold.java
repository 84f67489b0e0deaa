package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.code.PairwiseCode;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;

/// Folds rows of any length into one element. Float sums are those of [PairwiseCode].
final class RowFold {
  /// NumPy converts so many elements at once, and adds up each of these blocks by itself.
  private static final int CONVERTED = 8192;

  private final ScalarOp op;
  private final ElementType type;
  private final boolean inParts; // elements are complex, or parts of complex ones
  private final Kernel kernel;
  private final long block; // elements of one call, or of one sum
  private final boolean halves; // rows longer than a block
  private final boolean decides;

  /// @param form how the row is folded
  RowFold(
      Kernels kernels,
      ScalarOp op,
      Expr element,
      KernelKey.Form form,
      long still,
      boolean strided,
      Home home) {
    this.op = op;
    this.type = element.type();
    boolean pairwise = form != KernelKey.Form.REDUCE;
    this.inParts = form == KernelKey.Form.PAIRWISE_PARTS || type.isComplex();
    this.kernel = kernels.fold(form, element, op, still, strided, home);
    boolean converted = element instanceof Expr.Cast cast && cast.operand() instanceof Expr.Arg;
    this.block = !pairwise ? BLOCK : converted ? CONVERTED : kernel.longest();
    this.halves = pairwise && !converted;
    this.decides = type.isBool() && (op == ScalarOp.LOGICAL_OR || op == ScalarOp.LOGICAL_AND);
  }

  /// Whether the order of the elements shows in the result, so that it must be NumPy's.
  static boolean isFloatSum(ScalarOp op, ElementType type) {
    return op == ScalarOp.ADD && type.isInexact();
  }

  /// @param steps of all operands; the output's is set here
  /// @param fresh whether the output holds nothing yet; otherwise its value is folded in first
  void run(long count, Object[] memory, long[] at, long[] steps, boolean fresh) {
    if (count <= block) {
      steps[0] = fresh ? 0 : 1;
      kernel.call((int) count, memory, at, steps);
      return;
    }
    long[] moved = at.clone();
    long[] moves = steps.clone();
    moves[0] = fresh ? 0 : 1;
    if (halves) {
      addParts(count, memory, moved, moves);
      return;
    }
    for (long start = 0; start < count; start += block) {
      int n = (int) Math.min(block, count - start);
      kernel.call(n, memory, moved, moves);
      moves[0] = 1;
      advance(moved, steps, n);
      if (decides && isDecided((MemorySegment) memory[0], at[0])) {
        return;
      }
    }
  }

  private static void advance(long[] at, long[] steps, long count) {
    for (int p = 1; p < at.length; p++) {
      at[p] += count * steps[p];
    }
  }

  private boolean isDecided(MemorySegment out, long at) {
    boolean value = out.get(ValueLayout.JAVA_BYTE, at) != 0;
    return value == (op == ScalarOp.LOGICAL_OR);
  }

  /// A row that is too long for one call.
  private void addParts(long count, Object[] memory, long[] at, long[] moves) {
    CpuBuffer part = Scratch.take(Home.NATIVE);
    Object[] inputs = memory.clone();
    inputs[0] = part.segment();
    long[] partAt = at.clone();
    partAt[0] = 0;
    Scalar sum = sum(count, inputs, partAt, moves.clone());
    Scratch.give(part);
    long element = at[0] >> type.byteShift();
    MemorySegment out = (MemorySegment) memory[0];
    Scalar before =
        moves[0] == 0 ? Reference.identity(op, type) : ScalarMemory.get(out, type, element);
    ScalarMemory.set(out, type, element, Reference.apply(op, type, before, sum));
  }

  private Scalar sum(long count, Object[] memory, long[] at, long[] moves) {
    if (count <= block) {
      moves[0] = 0;
      kernel.call((int) count, memory, at, moves);
      advance(at, moves, count);
      return ScalarMemory.get((MemorySegment) memory[0], type, 0);
    }
    long half = inParts ? (count & -8) >> 1 : count >> 1 & -8;
    Scalar first = sum(half, memory, at, moves);
    return Reference.apply(op, type, first, sum(count - half, memory, at, moves));
  }
}
