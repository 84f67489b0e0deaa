package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// Folds rows of any length into one element.
///
/// Float sums are made of partial sums, which are then added in the same way, so that errors grow
/// with the logarithm of the size. Without lanes float32 is added up in float64.
final class RowFold {
  /// Elements folded at once one by one.
  private static final int SCALAR_SUM = 128;

  /// Elements folded at once on the lanes of four accumulators.
  private static final int LANES_SUM = 1024;

  private final Kernels kernels;
  private final ScalarOp op;
  private final ElementType type;
  private final ElementType wide;
  private final Kernel kernel;
  private final int sum; // elements of one partial sum, or 0 where order is of no importance
  private final boolean decides;

  RowFold(Kernels kernels, ScalarOp op, Expr element, long still, boolean strided, Home home) {
    this.kernels = kernels;
    this.op = op;
    this.type = element.type();
    boolean lanes =
        kernels.vector()
            && !strided
            && FoldCode.hasLanes(op, type)
            && VectorPlan.of(element, VectorUnit.bytes()) != null;
    boolean adds = op == ScalarOp.ADD && type.isInexact();
    this.sum = adds ? lanes ? LANES_SUM : SCALAR_SUM : 0;
    this.wide =
        !adds || lanes
            ? type
            : switch (type) {
              case FLOAT32 -> ElementType.FLOAT64;
              case COMPLEX64 -> ElementType.COMPLEX128;
              default -> type;
            };
    this.kernel = kernels.reduce(Expr.cast(element, wide), op, still, strided, home);
    this.decides = type.isBool() && (op == ScalarOp.LOGICAL_OR || op == ScalarOp.LOGICAL_AND);
  }

  /// @param fresh whether the output holds nothing yet; otherwise its value is folded in first
  void run(long count, Object[] memory, long[] at, long[] steps, boolean fresh) {
    if (wide != type || sum != 0 && count > sum) {
      sum(count, memory, at, steps, fresh);
      return;
    }
    long[] moved = at.clone();
    long[] moves = steps.clone();
    moves[0] = fresh ? 0 : 1;
    for (long start = 0; start < count; start += BLOCK) {
      int n = (int) Math.min(BLOCK, count - start);
      kernel.call(n, memory, moved, moves);
      moves[0] = 1;
      for (int p = 1; p < moved.length; p++) {
        moved[p] += n * steps[p];
      }
      if (decides && isDecided((MemorySegment) memory[0], at[0])) {
        return;
      }
    }
  }

  private boolean isDecided(MemorySegment out, long at) {
    boolean value = out.get(ValueLayout.JAVA_BYTE, at) != 0;
    return value == (op == ScalarOp.LOGICAL_OR);
  }

  private void sum(long count, Object[] operands, long[] at, long[] steps, boolean fresh) {
    long parts = (count + sum - 1) / sum;
    long bytes = parts << wide.byteShift();
    boolean small = bytes <= Scratch.BYTES;
    CpuBuffer partial = small ? Scratch.take(Home.NATIVE) : CpuBuffer.allocate(bytes);
    Object[] memory = operands.clone();
    memory[0] = partial.segment();
    long[] moved = at.clone();
    long[] moves = steps.clone();
    moved[0] = 0;
    moves[0] = 0;
    for (long start = 0; start < count; start += sum) {
      int n = (int) Math.min(sum, count - start);
      kernel.call(n, memory, moved, moves);
      moved[0] += wide.byteSize();
      for (int p = 1; p < moved.length; p++) {
        moved[p] += n * steps[p];
      }
    }
    combine(parts, partial, (MemorySegment) operands[0], at[0], fresh);
    if (small) {
      Scratch.give(partial);
    } else {
      partial.close();
    }
  }

  private void combine(
      long parts, CpuBuffer partial, MemorySegment out, long outAt, boolean fresh) {
    Expr part = new Expr.Arg(0, wide);
    if (parts > 1) {
      Home home = partial.home();
      boolean last = wide == type;
      Object[] memory = {last ? out : partial.segment(), home.base(partial)};
      long[] at = {last ? outAt : 0, home.origin(partial)};
      new RowFold(kernels, op, part, 0, false, home)
          .run(parts, memory, at, new long[] {0, wide.byteSize()}, !last || fresh);
      if (last) {
        return;
      }
    }
    kernels
        .reduce(Expr.cast(part, type), op, 0, true, Home.ANY)
        .run(1, out, outAt, fresh ? 0 : 1, partial.segment(), 0, 0, null, 0, 0, null, 0, 0);
  }
}
