package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;
import static org.panarray.engine.cpu.MapRunner.buffer;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.code.VectorPlan;
import org.panarray.engine.cpu.code.VectorUnit;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Scalar;
import org.panarray.shape.LoopNest;
import org.panarray.shape.RowVisitor;

/// One walk of an elementwise expression over the rows of a nest.
///
/// Rows that are not contiguous go through working memory where the expression must be computed on
/// lanes, or where the operands of a fault would be overwritten by the results.
final class RowMap implements RowVisitor {
  private static final int PACKED = 2048; // elements gathered at a time for a contiguous kernel

  private final Kernels kernels;
  private final Expr expr;
  private final Operand[] inputs;
  private final Operand output;
  private final Home home;
  private final Kernel kernel;
  private final boolean packs;
  private final boolean overwrites;
  private final Object[] memory;
  private final long[] origins;
  private final int[] shifts;
  private final long[] steps;
  private final long[] at;
  private final MemorySegment coordinates;
  private final @Nullable CpuBuffer[] scratch;
  private int faults;

  /// @param nest the loops over output, inputs and then the coordinates that the expression uses
  RowMap(Kernels kernels, Expr expr, Operand[] inputs, Operand output, LoopNest nest, int axes) {
    this.kernels = kernels;
    this.expr = expr;
    this.inputs = inputs;
    this.output = output;
    int operands = 1 + inputs.length + axes;
    this.memory = new Object[operands];
    this.origins = new long[operands];
    this.shifts = new int[operands];
    this.steps = new long[operands];
    this.at = new long[operands];
    this.scratch = new CpuBuffer[operands];
    this.coordinates = MemorySegment.ofArray(new byte[8 * Math.max(axes, 1)]);
    boolean strided = false;
    boolean inPlace = false;
    long still = 0;
    Home common = buffer(output).home();
    for (int p = 0; p < operands; p++) {
      shifts[p] = p > inputs.length ? 0 : operand(p).type().byteShift();
      steps[p] = nest.innerStride(p) << shifts[p];
      if (p > inputs.length) {
        memory[p] = coordinates;
      } else if (p > 0 && steps[p] == 0) {
        still |= 1L << (p - 1);
      } else {
        strided |= steps[p] != 1L << shifts[p];
        common = common.and(buffer(operand(p)).home());
        inPlace |= p > 0 && operand(p).buffer() == output.buffer();
      }
    }
    VectorPlan plan = kernels.vector() && strided ? VectorPlan.of(expr, VectorUnit.bytes()) : null;
    this.home = common;
    this.overwrites = inPlace && FaultRules.mayFault(expr);
    this.packs = overwrites || plan != null && plan.costly();
    this.kernel = kernels.map(expr, still, strided && !packs, home);
    for (int p = 0; p <= inputs.length; p++) {
      Home own = p > 0 && steps[p] == 0 ? Home.ANY : home;
      memory[p] = own.base(buffer(operand(p)));
      origins[p] = own.origin(buffer(operand(p)));
    }
  }

  /// A walk of its own for another thread: it asks no buffer for its memory, which would mark the
  /// buffer as used by two.
  private RowMap(RowMap other) {
    this.kernels = other.kernels;
    this.expr = other.expr;
    this.inputs = other.inputs;
    this.output = other.output;
    this.home = other.home;
    this.kernel = other.kernel;
    this.packs = other.packs;
    this.overwrites = other.overwrites;
    this.memory = other.memory.clone();
    this.origins = other.origins;
    this.shifts = other.shifts;
    this.steps = other.steps;
    this.at = new long[memory.length];
    this.scratch = new CpuBuffer[memory.length];
    this.coordinates = MemorySegment.ofArray(new byte[(int) other.coordinates.byteSize()]);
    for (int p = inputs.length + 1; p < memory.length; p++) {
      memory[p] = coordinates;
    }
  }

  /// Another walk of the same rows, for another thread.
  RowMap fork() {
    return new RowMap(this);
  }

  private Operand operand(int p) {
    return p == 0 ? output : inputs[p - 1];
  }

  int faults() {
    return faults;
  }

  @Override
  public void visit(long[] offsets, long count) {
    int block = packs ? PACKED : BLOCK;
    for (long start = 0; start < count; start += block) {
      int n = (int) Math.min(block, count - start);
      for (int p = 0; p < at.length; p++) {
        if (p <= inputs.length) {
          at[p] = origins[p] + (offsets[p] << shifts[p]) + start * steps[p];
        } else {
          at[p] = (p - 1 - inputs.length) * 8L;
          coordinates.set(ValueLayout.JAVA_LONG_UNALIGNED, at[p], offsets[p] + start * steps[p]);
        }
      }
      if (packs) {
        runPacked(n);
      } else if (kernel.call(n, memory, at, steps) != 0) {
        classify(n, buffer(output), at[0] - origins[0], steps[0]);
      }
    }
  }

  /// The row through working memory, where it is contiguous.
  private void runPacked(int n) {
    Object[] places = memory.clone();
    long[] positions = at.clone();
    long[] moves = steps.clone();
    for (int p = 1; p <= inputs.length; p++) {
      if (steps[p] != 0 && steps[p] != 1L << shifts[p]) {
        redirect(p, places, positions, moves);
        copy(p, n, places, positions, moves, memory, at, steps);
      }
    }
    boolean direct = steps[0] == 1L << shifts[0] && !overwrites;
    if (!direct) {
      redirect(0, places, positions, moves);
    }
    if (kernel.call(n, places, positions, moves) != 0) {
      CpuBuffer results = direct ? buffer(output) : block(0);
      long resultsAt = direct ? at[0] - origins[0] : 0;
      classify(n, results, resultsAt, 1L << shifts[0]);
    }
    if (!direct) {
      copy(0, n, memory, at, steps, places, positions, moves);
    }
  }

  private void redirect(int p, Object[] places, long[] positions, long[] moves) {
    places[p] = home.base(block(p));
    positions[p] = home.origin(block(p));
    moves[p] = 1L << shifts[p];
  }

  private CpuBuffer block(int p) {
    CpuBuffer known = scratch[p];
    if (known == null) {
      known = Scratch.take(home);
      scratch[p] = known;
    }
    return known;
  }

  private void copy(
      int p,
      int n,
      Object[] to,
      long[] toAt,
      long[] toSteps,
      Object[] from,
      long[] fromAt,
      long[] fromSteps) {
    kernels
        .map(new Expr.Arg(0, operand(p).type()), 0, true, home)
        .run(
            n,
            to[p],
            toAt[p],
            toSteps[p],
            from[p],
            fromAt[p],
            fromSteps[p],
            null,
            0,
            0,
            null,
            0,
            0);
  }

  private void classify(int n, CpuBuffer results, long resultsAt, long resultStep) {
    MemorySegment segment = results.segment();
    ElementType type = expr.type();
    Scalar[] values = new Scalar[inputs.length];
    long[] places = new long[inputs.length];
    int found = faults;
    for (int i = 0; i < n; i++) {
      if (!type.isInexact() && FaultRules.isSettled(expr, found)) {
        break;
      }
      long place = resultsAt + i * resultStep >> shifts[0];
      if (type.isInexact() && MapRunner.isFinite(segment, type, place)) {
        continue;
      }
      for (int k = 0; k < values.length; k++) {
        long position = at[k + 1] - origins[k + 1] + i * steps[k + 1];
        places[k] = position >> shifts[k + 1];
      }
      if (type.isFloat()
          && FaultRules.isSettled(
              expr, ElementAccess.getReal(segment, type, place), found, inputs, places)) {
        continue;
      }
      for (int k = 0; k < values.length; k++) {
        values[k] = ScalarMemory.get(inputs[k], places[k]);
      }
      found |= FaultRules.of(expr, values, ScalarMemory.get(segment, type, place));
    }
    faults = found;
  }

  /// Gives the working memory back.
  void finish() {
    for (CpuBuffer block : scratch) {
      if (block != null) {
        Scratch.give(block);
      }
    }
  }
}
