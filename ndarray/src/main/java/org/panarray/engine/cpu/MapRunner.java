package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.KernelCompiler;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.code.NarrowBits;
import org.panarray.engine.fault.FaultRules;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Scalar;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Runs elementwise expressions over operands of any layout.
final class MapRunner {
  /// Elements per call of a kernel: small enough for the caches, and calls are what the
  /// just-in-time compiler counts.
  static final int BLOCK = 8192;

  /// Inner loops shorter than this are not worth being contiguous.
  private static final int SHORT_ROW = 16;

  private final Kernels kernels;

  MapRunner(Kernels kernels) {
    this.kernels = kernels;
  }

  int run(Expr expr, Operand[] inputs, Operand output) {
    Layout target = output.layout();
    if (target.size() == 0) {
      return 0;
    }
    Expr work = NarrowBits.of(expr);
    return isMixed(inputs, output)
        ? runWithoutHeap(work, inputs, output)
        : runInPlace(work, inputs, output);
  }

  /// Whether some operands are on the heap and others in native memory.
  private static boolean isMixed(Operand[] inputs, Operand output) {
    boolean heap = buffer(output).home() == Home.HEAP;
    boolean foreign = buffer(output).home() == Home.NATIVE;
    for (Operand input : inputs) {
      if (input.layout().size() != 1) {
        Home home = buffer(input).home();
        heap |= home == Home.HEAP;
        foreign |= home == Home.NATIVE;
      }
    }
    return heap && foreign;
  }

  /// Copies what is on the heap, which is small, for kernels are slow where kinds of memory mix.
  private int runWithoutHeap(Expr expr, Operand[] inputs, Operand output) {
    Operand[] moved = inputs.clone();
    for (int k = 0; k < moved.length; k++) {
      if (moved[k].buffer() == output.buffer()) {
        continue;
      }
      moved[k] = inputs[k].layout().size() == 1 ? inputs[k] : withoutHeap(inputs[k]);
    }
    Operand target = withoutHeap(output);
    for (int k = 0; k < moved.length; k++) {
      if (inputs[k].buffer() == output.buffer()) {
        moved[k] = new Operand(inputs[k].type(), inputs[k].layout(), target.buffer());
      }
    }
    int faults = runInPlace(expr, moved, target);
    for (int k = 0; k < moved.length; k++) {
      if (moved[k].buffer() != inputs[k].buffer() && moved[k].buffer() != target.buffer()) {
        Scratch.give(buffer(moved[k]));
      }
    }
    if (target.buffer() != output.buffer()) {
      ElementCopy.copy(target, output); // these elements alone: others may write beside them
      Scratch.give(buffer(target));
    }
    return faults;
  }

  private static Operand withoutHeap(Operand operand) {
    if (buffer(operand).home() != Home.HEAP || operand.buffer().byteSize() > Scratch.BYTES) {
      return operand;
    }
    CpuBuffer copy = Scratch.take(Home.NATIVE);
    MemorySegment.copy(segment(operand), 0, copy.segment(), 0, operand.buffer().byteSize());
    return new Operand(operand.type(), operand.layout(), copy);
  }

  private int runInPlace(Expr expr, Operand[] inputs, Operand output) {
    Layout target = output.layout();
    if (inputs.length <= Kernel.REGISTER_INPUTS && target.isContiguous()) {
      long still = flatness(inputs, target);
      if (still == 0 && ComplexParts.actsOnParts(expr)) {
        return flat(ComplexParts.of(expr), ComplexParts.of(inputs), ComplexParts.of(output), 0);
      }
      if (still >= 0 && !expr.usesIndex()) {
        return flat(expr, inputs, output, still);
      }
    }
    return nested(expr, inputs, output);
  }

  /// The still inputs if all others are contiguous in the target's shape, else -1.
  private static long flatness(Operand[] inputs, Layout target) {
    long still = 0;
    Shape shape = target.shape();
    for (int k = 0; k < inputs.length; k++) {
      Layout layout = inputs[k].layout();
      if (layout.isContiguous() && (layout.shape() == shape || layout.shape().equals(shape))) {
        continue;
      }
      if (layout.size() != 1) {
        return -1;
      }
      still |= 1L << k;
    }
    return still;
  }

  // ---- everything contiguous ----

  private int flat(Expr expr, Operand[] inputs, Operand output, long still) {
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
      return shared(expr, kernel, new FlatOperands(inputs, output, still, home));
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
    FlatOperands operands = new FlatOperands(inputs, output, still, home);
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

  /// Whether threads should share work on these operands.
  private static boolean isShared(long size, Operand[] inputs, Operand output) {
    return ThreadTeam.isWorthSharing(size)
        && buffer(output).home() != Home.ANY
        && isShareable(inputs);
  }

  /// Whether any thread may read operands: not what is somebody's memory, perhaps for one alone.
  static boolean isShareable(Operand[] operands) {
    for (Operand operand : operands) {
      if (buffer(operand).home() == Home.ANY) {
        return false;
      }
    }
    return true;
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

  /// What kernels are handed for operands that are contiguous or stand still.
  private record FlatOperands(
      Operand[] inputs, Operand output, long still, Object[] memory, long[] at, long[] steps) {
    FlatOperands(Operand[] inputs, Operand output, long still, Home home) {
      int count = inputs.length + 1;
      this(inputs, output, still, new Object[count], new long[count], new long[count]);
      for (int p = 0; p < count; p++) {
        Operand operand = p == 0 ? output : inputs[p - 1];
        boolean stands = p > 0 && (still >> (p - 1) & 1) != 0;
        Home own = stands ? Home.ANY : home;
        memory[p] = own.base(buffer(operand));
        at[p] = own.origin(buffer(operand)) + position(operand);
        steps[p] = stands ? 0 : operand.type().byteSize();
      }
    }

    /// Computes `n` elements from an element on.
    int call(Kernel kernel, long start, int n) {
      long[] moved = at.clone();
      for (int p = 0; p < moved.length; p++) {
        moved[p] += start * steps[p];
      }
      return kernel.call(n, memory, moved, steps);
    }
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

  static boolean isFinite(MemorySegment results, ElementType type, long place) {
    double re = ElementAccess.getReal(results, type, place);
    double im = ElementAccess.getImaginary(results, type, place);
    return Double.isFinite(re) && Double.isFinite(im);
  }

  static CpuBuffer buffer(Operand operand) {
    return (CpuBuffer) operand.buffer();
  }

  static MemorySegment segment(Operand operand) {
    return buffer(operand).segment();
  }

  private static long position(Operand operand) {
    return operand.layout().offset() << operand.type().byteShift();
  }

  // ---- any layout ----

  private int nested(Expr expr, Operand[] inputs, Operand output) {
    Shape shape = output.layout().shape();
    List<Integer> axes = KernelCompiler.indexAxes(expr);
    int operands = 1 + inputs.length + axes.size();
    Layout[] layouts = new Layout[operands];
    layouts[0] = output.layout();
    for (int k = 0; k < inputs.length; k++) {
      layouts[k + 1] = inputs[k].layout().broadcastTo(shape);
    }
    for (int k = 0; k < axes.size(); k++) {
      long[] strides = new long[shape.rank()];
      strides[axes.get(k)] = 1; // so the offset that the nest tells is the coordinate itself
      layouts[1 + inputs.length + k] = Layout.of(shape, strides, 0);
    }
    LoopNest nest = LoopNest.of(layouts).withInnerAtLeast(SHORT_ROW);
    RowMap rows = new RowMap(kernels, expr, inputs, output, nest, axes.size());
    if (!isShared(nest.size(), inputs, output)) {
      return part(rows, nest, 0, nest.size());
    }
    AtomicInteger faults = new AtomicInteger();
    ThreadTeam.share(
        nest.size(),
        Math.ceilDiv(nest.size(), ThreadTeam.CHUNK),
        chunk -> {
          long from = chunk * ThreadTeam.CHUNK;
          long to = Math.min(nest.size(), from + ThreadTeam.CHUNK);
          int found = part(rows.fork(), nest, from, to);
          faults.accumulateAndGet(found, (p, q) -> p | q);
        });
    return faults.get();
  }

  /// The elements `from .. to-1` in the order of a nest.
  private static int part(RowMap rows, LoopNest nest, long from, long to) {
    nest.forEachPiece(from, to, rows);
    rows.finish();
    return rows.faults();
  }
}
