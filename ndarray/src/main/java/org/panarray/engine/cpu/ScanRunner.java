package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.BLOCK;
import static org.panarray.engine.cpu.MapRunner.buffer;
import static org.panarray.engine.cpu.MapRunner.segment;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Runs primitives along one axis: running results, and the place of an extreme element.
///
/// Along the axis on which the input is densest rows are walked one by one; along any other, whole
/// slices are combined elementwise, so that memory is read in its order.
final class ScanRunner {
  /// Slices smaller than this are not worth a walk of their own.
  private static final int SLICE = 64;

  private static final int PART = 4096;

  private final Kernels kernels;
  private final MapRunner maps;

  ScanRunner(Kernels kernels, MapRunner maps) {
    this.kernels = kernels;
    this.maps = maps;
  }

  private static boolean isBySlices(Layout input, int axis) {
    long along = Math.abs(input.stride(axis));
    boolean densest = true;
    for (int other = 0; other < input.rank(); other++) {
      densest &= input.dim(other) == 1 || along <= Math.abs(input.stride(other));
    }
    return !densest && input.size() / Math.max(1, input.dim(axis)) >= SLICE;
  }

  int scan(Primitive.Scan scan, Operand input, Operand output) {
    Layout source = input.layout();
    if (source.size() == 0) {
      return 0;
    }
    int axis = scan.axis();
    ElementType type = input.type();
    if (isBySlices(source, axis)) {
      Expr first = new Expr.Arg(0, type);
      Expr next = new Expr.Apply(scan.op(), List.of(first, new Expr.Arg(1, type)), type);
      for (long k = 0; k < source.dim(axis); k++) {
        Operand value = input.with(source.select(axis, k));
        Operand target = output.with(output.layout().select(axis, k));
        if (k == 0) {
          maps.run(first, new Operand[] {value}, target);
        } else {
          Operand before = output.with(output.layout().select(axis, k - 1));
          maps.run(next, new Operand[] {before, value}, target);
        }
      }
      return 0;
    }
    int width = type.byteSize();
    long step = source.stride(axis) * width;
    long outStep = output.layout().stride(axis) * width;
    Home home = buffer(input).home().and(buffer(output).home());
    Kernel kernel = kernels.scan(type, scan.op(), step != width || outStep != width, home);
    MemorySegment carry = MemorySegment.ofArray(new byte[16]);
    LoopNest nest = LoopNest.of(output.layout().select(axis, 0), source.select(axis, 0));
    long count = source.dim(axis);
    Object from = home.base(buffer(input));
    Object to = home.base(buffer(output));
    long origin = home.origin(buffer(input));
    long outOrigin = home.origin(buffer(output));
    forEachElement(
        nest,
        offsets -> {
          for (long start = 0; start < count; start += BLOCK) {
            int n = (int) Math.min(BLOCK, count - start);
            long outAt = outOrigin + offsets[0] * width + start * outStep;
            long at = origin + offsets[1] * width + start * step;
            long goesOn = start == 0 ? 0 : 1;
            kernel.run(n, to, outAt, outStep, from, at, step, carry, 0, goesOn, null, 0, 0);
          }
        });
    return 0;
  }

  /// Calls the visitor with the offsets of every element of the nest.
  private static void forEachElement(LoopNest nest, java.util.function.Consumer<long[]> visitor) {
    long[] at = new long[nest.operands()];
    nest.forEachRow(
        (offsets, count) -> {
          System.arraycopy(offsets, 0, at, 0, at.length);
          for (long i = 0; i < count; i++) {
            visitor.accept(at);
            for (int p = 0; p < at.length; p++) {
              at[p] += nest.innerStride(p);
            }
          }
        });
  }

  // ---- the place of the largest or smallest element ----

  int argReduce(Primitive.ArgReduce arg, Operand input, Operand output) {
    Layout source = input.layout();
    int axis = arg.axis();
    if (output.layout().size() == 0) {
      return 0;
    }
    if (isBySlices(source, axis)) {
      bySlices(arg, input, output);
      return 0;
    }
    ElementType type = input.type();
    int width = type.byteSize();
    long stride = source.stride(axis);
    ScalarOp op = arg.largest() ? ScalarOp.MAXIMUM : ScalarOp.MINIMUM;
    Expr element = new Expr.Arg(0, type);
    Home home = buffer(input).home();
    Kernel kernel = kernels.reduce(element, op, 0, stride != 1, home);
    Object from = home.base(buffer(input));
    long origin = home.origin(buffer(input));
    CpuBuffer found = CpuBuffer.allocatePooled(16);
    Operand extreme = new Operand(type, Layout.contiguous(org.panarray.shape.Shape.SCALAR), found);
    LoopNest nest = LoopNest.of(output.layout(), source.select(axis, 0));
    long count = source.dim(axis);
    forEachElement(
        nest,
        offsets -> {
          long best = 0;
          Scalar bestValue = null;
          for (long start = 0; start < count; start += PART) {
            int n = (int) Math.min(PART, count - start);
            long at = origin + (offsets[1] + start * stride) * width;
            kernel.run(n, found.segment(), 0, 0, from, at, stride * width, null, 0, 0, null, 0, 0);
            Scalar value = ScalarMemory.get(extreme, 0);
            if (bestValue == null || isBetter(arg.largest(), value, bestValue)) {
              best = start;
              bestValue = value;
              if (isNan(value)) {
                break;
              }
            }
          }
          long place = find(input, offsets[1], stride, best, count, bestValue);
          ElementAccess.setLong(segment(output), ElementType.INT64, offsets[0], place);
        });
    return 0;
  }

  private static boolean isNan(Scalar value) {
    return Double.isNaN(value.re()) || Double.isNaN(value.im());
  }

  private static boolean isBetter(boolean largest, Scalar value, Scalar best) {
    ScalarOp op = largest ? ScalarOp.GREATER : ScalarOp.LESS;
    return isNan(value) || Reference.apply(op, ElementType.BOOL, value, best).truth();
  }

  /// The first place from `start` where the value stands, or where NaN stands if it is NaN.
  private static long find(
      Operand input, long offset, long stride, long start, long count, Scalar value) {
    MemorySegment memory = segment(input);
    ElementType type = input.type();
    boolean nan = isNan(value);
    for (long k = start; k < count; k++) {
      long at = offset + k * stride;
      boolean found;
      if (type.isInexact()) {
        double re = ElementAccess.getReal(memory, type, at);
        double im = ElementAccess.getImaginary(memory, type, at);
        found = nan ? Double.isNaN(re) || Double.isNaN(im) : re == value.re() && im == value.im();
      } else {
        found = ElementAccess.getLong(memory, type, at) == value.bits();
      }
      if (found) {
        return k;
      }
    }
    throw new IllegalStateException("the extreme element is not among those it was chosen from");
  }

  /// Compares whole slices with the best so far.
  private void bySlices(Primitive.ArgReduce arg, Operand input, Operand output) {
    ElementType type = input.type();
    Layout source = input.layout();
    int axis = arg.axis();
    Expr best = new Expr.Arg(0, type);
    Expr value = new Expr.Arg(1, type);
    ScalarOp op = arg.largest() ? ScalarOp.GREATER : ScalarOp.LESS;
    Expr better = new Expr.Apply(op, List.of(value, best), ElementType.BOOL);
    if (type.isInexact()) {
      Expr newNan = logical(ScalarOp.LOGICAL_AND, isNan(value), not(isNan(best)));
      better =
          logical(
              ScalarOp.LOGICAL_OR, logical(ScalarOp.LOGICAL_AND, better, not(isNan(best))), newNan);
    }
    Expr nextBest = new Expr.Apply(ScalarOp.SELECT, List.of(better, value, best), type);
    Expr place = new Expr.Arg(2, ElementType.INT64);
    Expr here = new Expr.Arg(3, ElementType.INT64);
    Expr nextPlace =
        new Expr.Apply(ScalarOp.SELECT, List.of(better, here, place), ElementType.INT64);
    Layout slice = Layout.contiguous(output.layout().shape());
    CpuBuffer kept = CpuBuffer.allocatePooled(slice.size() << type.byteShift());
    Operand extremes = new Operand(type, slice, kept);
    CpuBuffer counter = CpuBuffer.allocatePooled(8);
    Operand index =
        new Operand(ElementType.INT64, Layout.contiguous(org.panarray.shape.Shape.SCALAR), counter);
    ElementAccess.setLong(counter.segment(), ElementType.INT64, 0, 0);
    maps.run(new Expr.Arg(0, ElementType.INT64), new Operand[] {index}, output);
    maps.run(best, new Operand[] {input.with(source.select(axis, 0))}, extremes);
    for (long k = 1; k < source.dim(axis); k++) {
      ElementAccess.setLong(counter.segment(), ElementType.INT64, 0, k);
      Operand next = input.with(source.select(axis, k));
      maps.run(nextPlace, new Operand[] {extremes, next, output, index}, output);
      maps.run(nextBest, new Operand[] {extremes, next}, extremes);
    }
    kept.close();
  }

  private static Expr isNan(Expr value) {
    return new Expr.Apply(ScalarOp.ISNAN, List.of(value), ElementType.BOOL);
  }

  private static Expr not(Expr value) {
    return new Expr.Apply(ScalarOp.LOGICAL_NOT, List.of(value), ElementType.BOOL);
  }

  private static Expr logical(ScalarOp op, Expr a, Expr b) {
    return new Expr.Apply(op, List.of(a, b), ElementType.BOOL);
  }
}
