package org.panarray.engine.cpu;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.KernelCompiler;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.cpu.code.NarrowBits;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
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
  private final FlatMap flat;

  MapRunner(Kernels kernels) {
    this.kernels = kernels;
    this.flat = new FlatMap(kernels);
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
        return flat.run(ComplexParts.of(expr), ComplexParts.of(inputs), ComplexParts.of(output), 0);
      }
      if (still >= 0 && !expr.usesIndex()) {
        return flat.run(expr, inputs, output, still);
      }
      int faults = expr.usesIndex() ? -1 : ShortRows.run(flat, expr, inputs, output);
      if (faults >= 0) {
        return faults;
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

  /// Whether threads should share work on these operands.
  static boolean isShared(long size, Operand[] inputs, Operand output) {
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
