package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Scalar;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.Shape;

/// Runs elementwise expressions over operands of any layout.
final class MapRunner {
  /// Elements per call of a kernel: small enough for the caches, and calls are what the just-in-time
  /// compiler counts.
  static final int BLOCK = 8192;

  /// Inner loops shorter than this are not worth being contiguous.
  private static final int SHORT_ROW = 16;

  private static final int PACKED = 2048; // elements gathered at a time for a contiguous kernel

  private final Kernels kernels;

  MapRunner(Kernels kernels) {
    this.kernels = kernels;
  }

  int run(Expr expr, Operand[] inputs, Operand output) {
    Layout target = output.layout();
    if (target.size() == 0) {
      return 0;
    }
    if (inputs.length <= Kernel.REGISTER_INPUTS && target.isContiguous()) {
      long still = flatness(inputs, target);
      if (still >= 0 && KernelCompiler.indexAxes(expr).isEmpty()) {
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
    Kernel kernel = kernels.map(expr, still, false);
    MemorySegment out = segment(output);
    long outAt = position(output);
    int outStep = output.type().byteSize();
    long size = output.layout().size();
    boolean inPlace = false;
    MemorySegment[] memory = new MemorySegment[3];
    long[] at = new long[3];
    long[] step = new long[3];
    for (int k = 0; k < inputs.length; k++) {
      Operand input = inputs[k];
      memory[k] = segment(input);
      at[k] = position(input);
      step[k] = (still >> k & 1) != 0 ? 0 : input.type().byteSize();
      inPlace |= input.buffer() == output.buffer();
    }
    if (inPlace && FaultRules.mayFault(expr)) {
      return watchedInPlace(expr, kernel, inputs, output, still);
    }
    int faults = 0;
    for (long start = 0; start < size; start += BLOCK) {
      int n = (int) Math.min(BLOCK, size - start);
      int suspicion =
          kernel.run(
              n,
              out,
              outAt + start * outStep,
              outStep,
              memory[0],
              at[0] + start * step[0],
              step[0],
              memory[1],
              at[1] + start * step[1],
              step[1],
              memory[2],
              at[2] + start * step[2],
              step[2]);
      if (suspicion != 0) {
        faults |= classify(expr, inputs, still, out, outAt + start * outStep, start, n);
      }
    }
    return faults;
  }

  /// By way of working memory, so that the operands of a suspicious result are still there.
  private int watchedInPlace(
      Expr expr, Kernel kernel, Operand[] inputs, Operand output, long still) {
    MemorySegment scratch = Scratch.take();
    int faults = 0;
    int width = output.type().byteSize();
    int block = Math.min(BLOCK, Scratch.BYTES / width);
    MemorySegment[] segments = new MemorySegment[inputs.length + 1];
    long[] at = new long[segments.length];
    long[] steps = new long[segments.length];
    segments[0] = scratch;
    steps[0] = width;
    long size = output.layout().size();
    for (long start = 0; start < size; start += block) {
      int n = (int) Math.min(block, size - start);
      for (int k = 0; k < inputs.length; k++) {
        segments[k + 1] = segment(inputs[k]);
        steps[k + 1] = (still >> k & 1) != 0 ? 0 : inputs[k].type().byteSize();
        at[k + 1] = position(inputs[k]) + start * steps[k + 1];
      }
      if (kernel.call(n, segments, at, steps) != 0) {
        faults |= classify(expr, inputs, still, scratch, 0, start, n);
      }
      MemorySegment.copy(
          scratch, 0, segment(output), position(output) + start * width, (long) n * width);
    }
    Scratch.give(scratch);
    return faults;
  }

  private static int classify(
      Expr expr,
      Operand[] inputs,
      long still,
      MemorySegment results,
      long resultAt,
      long start,
      int n) {
    int faults = 0;
    Scalar[] operands = new Scalar[inputs.length];
    ElementType type = expr.type();
    for (int i = 0; i < n; i++) {
      long place = (resultAt >> type.byteShift()) + i;
      if (type.isInexact() && isFinite(results, type, place)) {
        continue;
      }
      for (int k = 0; k < operands.length; k++) {
        long moved = (still >> k & 1) != 0 ? 0 : start + i;
        operands[k] = ScalarMemory.get(inputs[k], inputs[k].layout().offset() + moved);
      }
      faults |= FaultRules.of(expr, operands, ScalarMemory.get(results, type, place));
    }
    return faults;
  }

  static boolean isFinite(MemorySegment results, ElementType type, long place) {
    double re = ElementAccess.getReal(results, type, place);
    double im = ElementAccess.getImaginary(results, type, place);
    return Double.isFinite(re) && Double.isFinite(im);
  }

  static MemorySegment segment(Operand operand) {
    return ((CpuBuffer) operand.buffer()).segment();
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
    Rows rows = new Rows(expr, inputs, output, nest, axes.size());
    rows.prepare();
    nest.forEachRow(rows::visit);
    rows.finish();
    return rows.faults;
  }

  /// One walk over the rows of a nest.
  private final class Rows {
    private final Expr expr;
    private final Operand[] inputs;
    private final Operand output;
    private final int operands;
    private final MemorySegment[] segments;
    private final int[] shifts;
    private final long[] steps;
    private final long[] at;
    private final MemorySegment coordinates;
    private boolean packs;
    private boolean watchesInPlace;
    private Kernel kernel;
    private final MemorySegment[] scratch;
    int faults;

    @SuppressWarnings("NullAway") // the kernel is set by prepare
    Rows(Expr expr, Operand[] inputs, Operand output, LoopNest nest, int axes) {
      this.expr = expr;
      this.inputs = inputs;
      this.output = output;
      this.operands = 1 + inputs.length + axes;
      this.segments = new MemorySegment[operands];
      this.shifts = new int[operands];
      this.steps = new long[operands];
      this.at = new long[operands];
      this.scratch = new MemorySegment[operands];
      this.coordinates = MemorySegment.ofArray(new long[Math.max(axes, 1)]);
      for (int p = 0; p < operands; p++) {
        Operand operand = p == 0 ? output : p <= inputs.length ? inputs[p - 1] : null;
        segments[p] = operand == null ? coordinates : segment(operand);
        shifts[p] = operand == null ? 0 : operand.type().byteShift();
        steps[p] = nest.innerStride(p) << shifts[p];
      }
    }

    void prepare() {
      boolean strided = steps[0] != 1L << shifts[0];
      long still = 0;
      boolean inPlace = false;
      for (int k = 0; k < inputs.length; k++) {
        strided |= steps[k + 1] != 0 && steps[k + 1] != 1L << shifts[k + 1];
        still |= steps[k + 1] == 0 ? 1L << k : 0;
        inPlace |= inputs[k].buffer() == output.buffer();
      }
      VectorPlan plan =
          kernels.vector() && strided ? VectorPlan.of(expr, VectorUnit.bytes()) : null;
      packs = plan != null && plan.inexact();
      watchesInPlace = inPlace && FaultRules.mayFault(expr);
      if (watchesInPlace && !packs) {
        packs = true;
      }
      kernel = kernels.map(expr, packs || !strided ? still : 0, strided && !packs);
    }

    void visit(long[] offsets, long count) {
      for (long start = 0; start < count; start += packs ? PACKED : BLOCK) {
        int n = (int) Math.min(packs ? PACKED : BLOCK, count - start);
        for (int p = 0; p < operands; p++) {
          if (p <= inputs.length) {
            at[p] = (offsets[p] << shifts[p]) + start * steps[p];
          } else {
            int axis = p - 1 - inputs.length;
            at[p] = axis * 8L;
            coordinates.set(
                java.lang.foreign.ValueLayout.JAVA_LONG, axis * 8L, offsets[p] + start * steps[p]);
          }
        }
        int suspicion = packs ? packed(n) : kernel.call(n, segments, at, steps);
        if (suspicion != 0) {
          classifyRow(n);
        }
      }
    }

    /// The row through working memory, where it is contiguous.
    private int packed(int n) {
      MemorySegment[] memory = segments.clone();
      long[] places = at.clone();
      long[] moves = steps.clone();
      for (int p = 1; p <= inputs.length; p++) {
        if (steps[p] != 0 && steps[p] != 1L << shifts[p]) {
          memory[p] = block(p);
          places[p] = 0;
          moves[p] = 1L << shifts[p];
          copy(inputs[p - 1].type(), n, memory[p], 0, moves[p], segments[p], at[p], steps[p]);
        }
      }
      boolean direct = steps[0] == 1L << shifts[0] && !watchesInPlace;
      if (!direct) {
        memory[0] = block(0);
        places[0] = 0;
        moves[0] = 1L << shifts[0];
      }
      int suspicion = kernel.call(n, memory, places, moves);
      if (suspicion != 0) {
        suspicious(n, memory[0], places[0]);
      }
      if (!direct) {
        copy(output.type(), n, segments[0], at[0], steps[0], memory[0], 0, moves[0]);
      }
      return 0;
    }

    private MemorySegment block(int p) {
      if (scratch[p] == null) {
        scratch[p] = Scratch.take();
      }
      return scratch[p];
    }

    private void copy(
        ElementType type,
        int n,
        MemorySegment to,
        long toAt,
        long toStep,
        MemorySegment from,
        long fromAt,
        long fromStep) {
      kernels
          .map(new Expr.Arg(0, type), 0, true)
          .run(n, to, toAt, toStep, from, fromAt, fromStep, null, 0, 0, null, 0, 0);
    }

    private void classifyRow(int n) {
      suspiciousStrided(n, segments[0], at[0], steps[0]);
    }

    private void suspicious(int n, MemorySegment results, long resultAt) {
      suspiciousStrided(n, results, resultAt, 1L << shifts[0]);
    }

    private void suspiciousStrided(int n, MemorySegment results, long resultAt, long resultStep) {
      ElementType type = expr.type();
      Scalar[] values = new Scalar[inputs.length];
      for (int i = 0; i < n; i++) {
        long place = resultAt + i * resultStep >> shifts[0];
        if (type.isInexact() && isFinite(results, type, place)) {
          continue;
        }
        for (int k = 0; k < values.length; k++) {
          values[k] =
              ScalarMemory.get(
                  segments[k + 1], inputs[k].type(), at[k + 1] + i * steps[k + 1] >> shifts[k + 1]);
        }
        faults |= FaultRules.of(expr, values, ScalarMemory.get(results, type, place));
      }
    }

    void finish() {
      for (MemorySegment block : scratch) {
        if (block != null) {
          Scratch.give(block);
        }
      }
    }
  }
}
