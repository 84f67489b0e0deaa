package org.panarray.engine.cpu.code;

import java.lang.foreign.MemorySegment;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.memory.Home;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;

/// A kernel that computes from its first call on and becomes fast while it is used.
///
/// Vectors cost 1 us an operation until the JIT's last tier has compiled the loop around them: the
/// first `abs` of 1e6 numbers took 312 ms, NumPy 1. So a key is served first by a loop on Java
/// arrays, which the first tier makes fast, block by block. When that has done enough work, a
/// thread beside runs the true kernel on working memory until it is quicker ([KernelWarmer]), and
/// from then on it serves. Both give the same bits.
final class WarmingKernel extends Kernel {
  /// Elements: with all operands within a second-level cache. Until what goes from block to block
  /// is compiled by the last tier it takes 10 us, as long as 1,024 elements or more.
  private static final int BLOCK = 8192;

  private static final int LEAST = 1024; // elements for which there is room at least

  /// Work after which the true kernel is made, which takes some 0.15 s of a processor: elements,
  /// times the nodes of the expression, each of which takes lanes half a nanosecond less.
  private static final long ENOUGH = 128 << 20;

  /// Elements that a call counts for.
  private static final long CALL = 512;

  /// The first tier compiles what was called so often, not what took so long.
  private static final int COUNTED = 256;

  private static final int FEW = 32; // elements of each of the calls until then

  private final KernelKey key;
  private final Kernel cold;
  private final int nodes;
  private final int operands;
  private final int[] widths;
  private final boolean[] moves;
  private final boolean[] carried; // holds the result so far
  private final boolean[] coordinate;
  private final AtomicReference<@Nullable Inside> spare = new AtomicReference<>();
  private long work; // a race loses counts only
  private int calls;
  private boolean asked;
  private volatile @Nullable Kernel ready;

  WarmingKernel(KernelKey key) {
    this.key = key;
    this.nodes = Formula.nodes(key.expr());
    this.operands = key.operands();
    this.cold =
        KernelCompiler.compile(
            new KernelKey(
                key.expr(), key.form(), key.fold(), key.still(), false, Home.ARRAYS, false));
    this.widths = new int[operands];
    this.moves = new boolean[operands];
    this.carried = new boolean[operands];
    this.coordinate = new boolean[operands];
    for (int p = 0; p < operands; p++) {
      widths[p] = key.operandType(p).byteSize();
      moves[p] = key.moves(p);
      carried[p] =
          p == 0 && key.combinesRow() || p == operands - 1 && key.form() == KernelKey.Form.SCAN;
      coordinate[p] = p > Expr.inputCount(key.expr()) && !carried[p];
    }
  }

  KernelKey key() {
    return key;
  }

  /// The true kernel, or null while it is not fast.
  @Nullable Kernel ready() {
    return ready;
  }

  void publish(Kernel kernel) {
    ready = kernel;
    spare.set(null);
  }

  @Override
  public int longest() {
    Kernel kernel = ready;
    return kernel == null ? BLOCK : kernel.longest();
  }

  @Override
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
    Kernel kernel = ready;
    if (kernel != null) {
      return kernel.run(n, out, outAt, outStep, a, aAt, aStep, b, bAt, bStep, c, cAt, cStep);
    }
    Object[] memory = new Object[operands];
    memory[0] = out;
    for (int p = 1; p < operands; p++) {
      memory[p] = Objects.requireNonNull(p == 1 ? a : p == 2 ? b : c);
    }
    return runCold(
        n, memory, new long[] {outAt, aAt, bAt, cAt}, new long[] {outStep, aStep, bStep, cStep});
  }

  @Override
  int runMany(int n, Object[] memory, long[] at, long[] steps) {
    Kernel kernel = ready;
    return kernel != null ? kernel.call(n, memory, at, steps) : runCold(n, memory, at, steps);
  }

  /// Folds many short rows: what is done around each of them until the true kernel is there would
  /// take longer than the rows.
  @Override
  public void callRows(
      long rows, int n, Object[] memory, long[] at, long[] steps, long[] rowSteps) {
    Kernel kernel = ready;
    if (kernel != null) {
      kernel.callRows(rows, n, memory, at, steps, rowSteps);
      return;
    }
    if (n > BLOCK || rows == 1 || !areWithoutGaps(n, memory, at, steps, rowSteps)) {
      super.callRows(rows, n, memory, at, steps, rowSteps);
      return;
    }
    count(rows * n);
    int block = BLOCK / n;
    Inside inside = takeInside(BLOCK);
    int results = moves[0] ? n : (int) Math.min(block, rows);
    MemorySegment out = JavaArrays.allocate(key.operandType(0), results);
    for (long row = 0; row < rows; row += block) {
      int some = (int) Math.min(block, rows - row);
      rows(some, n, outside(memory), at, steps, rowSteps, inside.arrays, out);
      for (int p = 0; p < operands; p++) {
        at[p] += some * rowSteps[p];
      }
    }
    giveBack(inside);
  }

  /// Whether each row begins where the one before ends, and is folded into an element beside that
  /// one's, or into the same elements, which are then an input too.
  private boolean areWithoutGaps(int n, Object[] memory, long[] at, long[] steps, long[] rowSteps) {
    boolean without =
        moves[0]
            ? steps[0] == widths[0] && rowSteps[0] == 0
            : steps[0] == 0 && rowSteps[0] == widths[0];
    for (int p = 1; p < operands; p++) {
      boolean result = memory[p] == memory[0] && at[p] == at[0] && rowSteps[p] == 0;
      without &=
          !moves[p]
              ? rowSteps[p] == 0 && !coordinate[p]
              : steps[p] == widths[p] && (result || rowSteps[p] == (long) n * widths[p]);
    }
    return without;
  }

  private void rows(
      int rows,
      int n,
      MemorySegment[] outside,
      long[] at,
      long[] steps,
      long[] rowSteps,
      MemorySegment[] inside,
      MemorySegment out) {
    Object[] arrays = new Object[operands];
    long[] positions = new long[operands];
    arrays[0] = out.heapBase().orElseThrow();
    long results = moves[0] ? (long) n * widths[0] : (long) rows * widths[0];
    for (int p = 1; p < operands; p++) {
      if (moves[p] && rowSteps[p] == 0) {
        arrays[p] = arrays[0]; // the result so far
        MemorySegment.copy(outside[p], at[p], out, 0, results);
      } else {
        arrays[p] = inside[p].heapBase().orElseThrow();
        long bytes = moves[p] ? (long) rows * n * widths[p] : widths[p];
        MemorySegment.copy(outside[p], at[p], inside[p], 0, bytes);
      }
    }
    for (int row = 0; row < rows; row++) {
      cold.call(n, arrays, positions, steps);
      for (int p = 0; p < operands; p++) {
        positions[p] += rowSteps[p];
      }
    }
    MemorySegment.copy(out, 0, outside[0], at[0], results);
  }

  private void count(long elements) {
    work += (elements + CALL) * nodes;
    if (work > ENOUGH && !asked) {
      asked = true;
      KernelWarmer.warm(this);
    }
  }

  private int runCold(int n, Object[] memory, long[] at, long[] steps) {
    count(n);
    return compute(n, memory, at, steps);
  }

  /// Arrays for blocks of so many elements.
  private record Inside(int block, MemorySegment[] arrays) {}

  /// Computes by way of Java arrays.
  int compute(int n, Object[] memory, long[] at, long[] steps) {
    int block = key.isPairwise() ? n : Math.min(n, BLOCK);
    Inside inside = takeInside(block);
    int suspicion = compute(n, block, outside(memory), at, steps, inside.arrays);
    giveBack(inside);
    return suspicion;
  }

  private Inside takeInside(int block) {
    Inside inside = spare.getAndSet(null);
    return inside != null && inside.block >= block ? inside : allocate(Math.max(block, LEAST));
  }

  private void giveBack(Inside inside) {
    if (inside.block <= BLOCK && ready == null) {
      spare.set(inside); // fresh pages of the heap would cost more than the work
    }
  }

  private Inside allocate(int block) {
    MemorySegment[] arrays = new MemorySegment[operands];
    for (int p = 0; p < operands; p++) {
      arrays[p] = JavaArrays.allocate(key.operandType(p), moves[p] ? block : 1);
    }
    return new Inside(block, arrays);
  }

  private MemorySegment[] outside(Object[] memory) {
    MemorySegment[] segments = new MemorySegment[operands];
    for (int p = 0; p < operands; p++) {
      segments[p] = segment(memory[p]);
    }
    return segments;
  }

  private int compute(
      int n, int block, MemorySegment[] outside, long[] at, long[] steps, MemorySegment[] inside) {
    Object[] arrays = new Object[operands];
    long[] strides = new long[operands];
    for (int p = 0; p < operands; p++) {
      arrays[p] = inside[p].heapBase().orElseThrow();
      strides[p] = moves[p] ? widths[p] : steps[p];
      if (!moves[p]) {
        MemorySegment.copy(outside[p], at[p], inside[p], 0, widths[p]);
      }
    }
    int suspicion = 0;
    for (int start = 0; start < n; start += block) {
      int count = Math.min(block, n - start);
      for (int p = 1; p < operands; p++) {
        if (moves[p]) {
          long from = at[p] + start * steps[p];
          if (steps[p] == widths[p]) {
            MemorySegment.copy(outside[p], from, inside[p], 0, (long) count * widths[p]);
          } else {
            JavaArrays.gather(outside[p], from, steps[p], inside[p], count, widths[p]);
          }
        }
      }
      suspicion |= callCold(count, arrays, strides);
      if (moves[0]) {
        long to = at[0] + start * steps[0];
        if (steps[0] == widths[0]) {
          MemorySegment.copy(inside[0], 0, outside[0], to, (long) count * widths[0]);
        } else {
          JavaArrays.scatter(inside[0], outside[0], to, steps[0], count, widths[0]);
        }
      }
    }
    for (int p = 0; p < operands; p++) {
      if (carried[p]) {
        MemorySegment.copy(inside[p], 0, outside[p], at[p], widths[p]);
      }
    }
    return suspicion;
  }

  private int callCold(int n, Object[] arrays, long[] strides) {
    int step = calls < COUNTED && !key.isPairwise() ? Math.min(n, FEW) : n;
    int suspicion = 0;
    long[] positions = new long[operands];
    for (int start = 0; start < n; start += step) {
      int count = Math.min(step, n - start);
      calls++;
      suspicion |= cold.call(count, arrays, positions, strides);
      advance(count, arrays, positions, strides);
    }
    return suspicion;
  }

  /// Makes the next call go on where this one ended.
  private void advance(int count, Object[] arrays, long[] positions, long[] strides) {
    for (int p = 0; p < operands; p++) {
      if (moves[p]) {
        positions[p] += (long) count * widths[p];
      } else if (carried[p]) {
        strides[p] = 1; // there is a result so far
      } else if (coordinate[p]) {
        ((long[]) arrays[p])[0] += count * strides[p];
      }
    }
  }
}
