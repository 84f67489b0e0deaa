package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.code.PairwiseCode;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
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
  private final boolean reorders; // parts may be folded by themselves
  private final boolean decides;

  /// @param form how the row is folded
  /// @param shareable whether any thread may read the operands
  RowFold(
      Kernels kernels,
      ScalarOp op,
      Expr element,
      KernelKey.Form form,
      long still,
      boolean strided,
      Home home,
      boolean shareable) {
    this.op = op;
    this.type = element.type();
    boolean pairwise = form != KernelKey.Form.REDUCE;
    this.inParts = form == KernelKey.Form.PAIRWISE_PARTS || type.isComplex();
    this.kernel = kernels.fold(form, element, op, still, strided, home);
    boolean converted = element instanceof Expr.Cast cast && cast.operand() instanceof Expr.Arg;
    this.block = !pairwise ? BLOCK : converted ? CONVERTED : kernel.longest();
    this.halves = pairwise && !converted;
    this.reorders = shareable && (pairwise || Kernels.reorders(op, type) && !type.isBool());
    this.decides = type.isBool() && (op == ScalarOp.LOGICAL_OR || op == ScalarOp.LOGICAL_AND);
  }

  /// Whether the order of the elements shows in the result, so that it must be NumPy's.
  static boolean isFloatSum(ScalarOp op, ElementType type) {
    return op == ScalarOp.ADD && type.isInexact();
  }

  /// @param steps of all operands; the output's is set here
  /// @param fresh whether the output holds nothing yet; otherwise its value is folded in first
  void run(long count, Object[] memory, long[] at, long[] steps, boolean fresh) {
    boolean shares = reorders && ThreadTeam.isWorthSharing(count);
    if (shares || halves && count > block) {
      foldParts(count, memory, at, steps, fresh, shares);
      return;
    }
    if (count <= block) {
      steps[0] = fresh ? 0 : 1;
      kernel.call((int) count, memory, at, steps);
      return;
    }
    long[] moved = at.clone();
    long[] moves = steps.clone();
    moves[0] = fresh ? 0 : 1;
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

  /// Folds many rows of the same length, each into an element that holds nothing yet.
  ///
  /// @param at where the first row is; where the last one ended, on return
  /// @param rowSteps between rows
  void runRows(long rows, long count, Object[] memory, long[] at, long[] steps, long[] rowSteps) {
    if (count <= Math.min(block, BLOCK)) {
      steps[0] = 0;
      kernel.callRows(rows, (int) count, memory, at, steps, rowSteps);
      return;
    }
    for (long row = 0; row < rows; row++) {
      run(count, memory, at, steps, true);
      advance(at, rowSteps, 1);
      at[0] += rowSteps[0];
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

  // ---- by parts ----

  /// Folds parts of a row, on any threads, and then their values in the order of the elements.
  private void foldParts(
      long count, Object[] memory, long[] at, long[] steps, boolean fresh, boolean shares) {
    long part = shares ? Math.min(block, ThreadTeam.CHUNK) : block;
    long element = at[0] >> type.byteShift();
    MemorySegment out = (MemorySegment) memory[0];
    Scalar before = fresh ? null : ScalarMemory.get(out, type, element);
    Scalar total =
        foldParts(count, part, before, shares, (from, to) -> fold(from, to, memory, at, steps));
    ScalarMemory.set(out, type, element, total);
  }

  /// Folds the elements of a row from one on to another.
  private interface PartFold {
    Scalar fold(long from, long to);
  }

  /// @param before what is folded in first, if there is anything
  private Scalar foldParts(
      long count, long part, @Nullable Scalar before, boolean shares, PartFold folding) {
    long[] ends = ends(count, part);
    Scalar[] values = new Scalar[ends.length];
    LongConsumer each =
        k -> values[(int) k] = folding.fold(k == 0 ? 0 : ends[(int) k - 1], ends[(int) k]);
    if (shares) {
      ThreadTeam.share(count, ends.length, each);
    } else {
      for (int k = 0; k < ends.length; k++) {
        each.accept(k);
      }
    }
    return joined(before, count, part, values);
  }

  /// The values of parts in the order of the elements.
  private Scalar joined(@Nullable Scalar before, long count, long part, Scalar[] values) {
    if (halves) {
      Scalar first = before == null ? Reference.identity(op, type) : before;
      return combine(first, tree(count, part, Arrays.asList(values).iterator()));
    }
    Scalar total = before;
    for (Scalar value : values) {
      total = total == null ? value : combine(total, value);
    }
    return Objects.requireNonNull(total);
  }

  /// Computes elements of a row that is nowhere as a whole, and says where they are.
  interface Source {
    void load(long from, int count, Part part);
  }

  /// Folds a part.
  interface Part {
    /// Folds it; the elements are needed no longer then.
    ///
    /// @param memory what the kernel is handed as its operand
    /// @param at where in it the elements are
    void fold(Object memory, long at);
  }

  /// Whether a row may be folded by parts, as [#runParts] does.
  boolean foldsParts() {
    return reorders;
  }

  /// Folds a row of which parts are computed when they are folded, on any threads.
  ///
  /// @param longest how many elements a part may have
  /// @param source what computes them; for one operand that moves without gaps
  Scalar runParts(long count, int longest, Source source) {
    return foldParts(
        count,
        Math.min(block, longest),
        null,
        ThreadTeam.isWorthSharing(count),
        (from, to) -> {
          Scalar[] value = new Scalar[1];
          source.load(
              from, (int) (to - from), (memory, at) -> value[0] = foldAt(memory, at, to - from));
          return Objects.requireNonNull(value[0]);
        });
  }

  private Scalar foldAt(Object memory, long at, long count) {
    Object[] both = {memory, memory}; // the output's is another
    return fold(0, count, both, new long[] {0, at}, new long[] {0, type.byteSize()});
  }

  private Scalar combine(Scalar first, Scalar second) {
    return Reference.apply(op, type, first, second);
  }

  /// Where the parts of a row end, none longer than `longest`.
  private long[] ends(long count, long longest) {
    LongStream.Builder ends = LongStream.builder();
    if (halves) {
      addEnds(0, count, longest, ends);
    } else {
      for (long end = longest; end < count; end += longest) {
        ends.add(end);
      }
      ends.add(count);
    }
    return ends.build().toArray();
  }

  private void addEnds(long from, long count, long longest, LongStream.Builder ends) {
    if (count <= longest) {
      ends.add(from + count);
    } else {
      long half = half(count);
      addEnds(from, half, longest, ends);
      addEnds(from + half, count - half, longest, ends);
    }
  }

  private long half(long count) {
    return inParts ? (count & -8) >> 1 : count >> 1 & -8;
  }

  private Scalar tree(long count, long longest, Iterator<Scalar> values) {
    if (count <= longest) {
      return values.next();
    }
    long half = half(count);
    Scalar first = tree(half, longest, values);
    return combine(first, tree(count - half, longest, values));
  }

  private Scalar fold(long from, long to, Object[] memory, long[] at, long[] steps) {
    MemorySegment value = MemorySegment.ofArray(new byte[16]);
    Object[] own = memory.clone();
    own[0] = value;
    long[] moved = at.clone();
    moved[0] = 0;
    advance(moved, steps, from);
    long[] moves = steps.clone();
    moves[0] = 0;
    kernel.call((int) (to - from), own, moved, moves);
    return ScalarMemory.get(value, type, 0);
  }
}
