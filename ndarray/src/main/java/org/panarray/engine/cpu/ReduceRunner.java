package org.panarray.engine.cpu;

import static org.panarray.engine.cpu.MapRunner.buffer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.code.Kernel;
import org.panarray.engine.cpu.code.KernelKey;
import org.panarray.engine.cpu.code.Kernels;
import org.panarray.engine.memory.CpuBuffer;
import org.panarray.engine.memory.Home;
import org.panarray.engine.memory.IndexWalk;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.engine.memory.Scratch;
import org.panarray.prim.Columns.Identity;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Formula;
import org.panarray.prim.Primitive;
import org.panarray.prim.Reference;
import org.panarray.prim.Scalar;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;
import org.panarray.shape.RowVisitor;
import org.panarray.shape.Shape;

/// Runs reductions over any axes of operands of any layout.
///
/// Where the innermost loop runs along a reduced axis, a kernel folds it into one element; where it
/// runs along a kept axis, rows are added up element by element in tiles that stay in the cache.
final class ReduceRunner {
  private static final int TILE = 2048;
  private static final int SHORT_ROW = 32;

  private static final int LEAST_ROW = 8;

  private final Kernels kernels;
  private final MapRunner maps;

  ReduceRunner(Kernels kernels, MapRunner maps) {
    this.kernels = kernels;
    this.maps = maps;
  }

  int run(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    return run(reduce, false, inputs, output);
  }

  /// @param parts whether the elements are the real or the imaginary parts of complex ones
  private int run(Primitive.Reduce reduce, boolean parts, Operand[] inputs, Operand output) {
    ElementType type = reduce.element().type();
    if (reduce.op() == ScalarOp.ADD && type.isNarrowFloat()) {
      return viaFloat32(reduce, inputs, output);
    }
    Shape whole = Shape.SCALAR;
    for (Operand input : inputs) {
      whole = Shape.broadcast(whole, input.layout().shape());
    }
    if (output.layout().size() == 0) {
      return 0;
    }
    if (whole.size() == 0) {
      fill(output, Reference.identity(reduce.op(), type));
      return 0;
    }
    if (Formula.isIn(reduce.element())) {
      return ofComputed(reduce, parts, inputs, whole, output);
    }
    if (whole.size() == output.layout().size()) {
      return combineNothing(reduce, inputs, whole, output);
    }
    if (reduce.op() == ScalarOp.ADD
        && type.isComplex()
        && reduce.element() instanceof Expr.Arg arg
        && arg.index() == 0) {
      Expr part = new Expr.Arg(0, type.realPart());
      return run(
          new Primitive.Reduce(reduce.op(), part, reduce.axes()),
          true,
          ComplexParts.of(inputs),
          ComplexParts.of(output));
    }
    Layout[] layouts = new Layout[inputs.length + 1];
    layouts[0] = spread(output.layout(), whole, reduce.axes());
    for (int k = 0; k < inputs.length; k++) {
      layouts[k + 1] = inputs[k].layout().broadcastTo(whole);
    }
    if (!reduce.op().isAssociative()) {
      new OrderedFold(kernels, reduce, inputs, output).run(layouts);
      return 0;
    }
    SumWalk walk = walk(reduce, parts, layouts);
    LoopNest nest = walk.nest();
    Operand[] all = new Operand[inputs.length + 1];
    all[0] = output;
    System.arraycopy(inputs, 0, all, 1, inputs.length);
    if (nest.innerStride(0) == 0) {
      alongRows(reduce, walk.rows(), all, layouts, nest);
    } else {
      acrossRows(reduce, all, layouts, nest);
    }
    return 0;
  }

  private static SumWalk walk(Primitive.Reduce reduce, boolean parts, Layout[] layouts) {
    KernelKey.Form rows =
        !RowFold.isFloatSum(reduce.op(), reduce.element().type())
            ? KernelKey.Form.REDUCE
            : parts ? KernelKey.Form.PAIRWISE_PARTS : KernelKey.Form.PAIRWISE;
    boolean rounds = reduce.op() == ScalarOp.MULTIPLY && reduce.element().type().isInexact();
    if (rows != KernelKey.Form.REDUCE || rounds) {
      return SumWalk.of(layouts, rows);
    }
    LoopNest nest = LoopNest.of(layouts);
    return new SumWalk(isOfRows(nest) ? nest : nest.withInnerAtLeast(SHORT_ROW), rows);
  }

  /// Whether rows without gaps, one after the other and not too short, are folded each by itself:
  /// that is one call of a kernel for all of them.
  private static boolean isOfRows(LoopNest nest) {
    boolean rows = nest.rank() == 2 && nest.innerStride(0) == 0 && nest.innerSize() >= LEAST_ROW;
    for (int p = 1; p < nest.operands(); p++) {
      rows &= nest.innerStride(p) == 1 && nest.stride(p, 0) == nest.innerSize();
    }
    return rows;
  }

  /// Every result is the one element there is, added to 0 in a sum: -0 becomes 0.
  private int combineNothing(
      Primitive.Reduce reduce, Operand[] inputs, Shape whole, Operand output) {
    Operand[] broadcast = new Operand[inputs.length];
    for (int k = 0; k < inputs.length; k++) {
      broadcast[k] = inputs[k].with(inputs[k].layout().broadcastTo(whole));
    }
    Layout spread = spread(output.layout(), whole, reduce.axes());
    Expr element = reduce.element();
    ElementType type = element.type();
    if (RowFold.isFloatSum(reduce.op(), type)) {
      element = new Expr.Apply(reduce.op(), List.of(new Expr.Const(0, type), element), type);
    }
    maps.run(element, broadcast, output.with(spread));
    return 0;
  }

  /// Elements that are functions are computed before they are folded: the kernels of folds repeat
  /// the code of an element up to 17 times, and HotSpot only interprets more than 8000 bytes.
  private int ofComputed(
      Primitive.Reduce reduce, boolean parts, Operand[] inputs, Shape whole, Operand output) {
    Operand[] broadcast = new Operand[inputs.length];
    List<Layout> layouts = new ArrayList<>();
    for (int k = 0; k < inputs.length; k++) {
      broadcast[k] = inputs[k].with(inputs[k].layout().broadcastTo(whole));
      layouts.add(broadcast[k].layout());
    }
    ElementType type = reduce.element().type();
    CpuBuffer buffer = CpuBuffer.allocatePooled(whole.size() << type.byteShift());
    Operand computed = new Operand(type, Layout.keepOrder(layouts, whole), buffer);
    maps.run(reduce.element(), broadcast, computed);
    Primitive.Reduce plain =
        new Primitive.Reduce(reduce.op(), new Expr.Arg(0, type), reduce.axes());
    run(plain, parts, new Operand[] {computed}, output);
    buffer.close();
    return 0;
  }

  /// NumPy adds narrow floats along a row in float32 and rounds at the end.
  private int viaFloat32(Primitive.Reduce reduce, Operand[] inputs, Operand output) {
    Shape shape = output.layout().shape();
    ElementType wide = ElementType.FLOAT32;
    CpuBuffer buffer = CpuBuffer.allocatePooled(shape.size() * 4);
    Operand sums = new Operand(wide, Layout.contiguous(shape), buffer);
    Expr element = Expr.cast(reduce.element(), wide);
    run(new Primitive.Reduce(reduce.op(), element, reduce.axes()), inputs, sums);
    maps.run(Expr.cast(new Expr.Arg(0, wide), output.type()), new Operand[] {sums}, output);
    buffer.close();
    return 0;
  }

  /// The output's layout over the whole shape, standing still along the reduced axes.
  static Layout spread(Layout output, Shape whole, List<Integer> axes) {
    long[] strides = new long[whole.rank()];
    int kept = 0;
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] = axes.contains(axis) ? 0 : output.stride(kept++);
    }
    return Layout.of(whole, strides, output.offset());
  }

  static void fill(Operand output, Scalar value) {
    Layout layout = output.layout();
    IndexWalk.forEach(
        layout.shape(), index -> ScalarMemory.set(output, IndexWalk.offset(layout, index), value));
  }

  // ---- the innermost loop is folded ----

  private void alongRows(
      Primitive.Reduce reduce,
      KernelKey.Form rows,
      Operand[] all,
      Layout[] layouts,
      LoopNest nest) {
    ElementType type = reduce.element().type();
    boolean strided = false;
    long still = 0;
    long[] steps = new long[all.length];
    int[] shifts = new int[all.length];
    Home home = null;
    for (int p = 0; p < all.length; p++) {
      shifts[p] = all[p].type().byteShift();
      steps[p] = nest.innerStride(p) << shifts[p];
      if (p > 0 && steps[p] == 0) {
        still |= 1L << (p - 1);
      } else if (p > 0) {
        strided |= steps[p] != 1L << shifts[p];
        home = home == null ? buffer(all[p]).home() : home.and(buffer(all[p]).home());
      }
    }
    Home moving = home == null ? Home.ANY : home;
    RowFold fold =
        new RowFold(
            kernels,
            reduce.op(),
            reduce.element(),
            rows,
            still,
            strided,
            moving,
            MapRunner.isShareable(all));
    // What is folded one by one begins at the 0 that a sum starts with.
    boolean sequential = rows == KernelKey.Form.REDUCE && RowFold.isFloatSum(reduce.op(), type);
    boolean once = !sequential && isVisitedOnce(nest);
    if (!once) {
      start(reduce, all, layouts);
    }
    Object[] memory = new Object[all.length];
    long[] origins = new long[all.length];
    for (int p = 0; p < all.length; p++) {
      Home own = p == 0 || steps[p] == 0 ? Home.ANY : moving;
      memory[p] = own.base(buffer(all[p]));
      origins[p] = own.origin(buffer(all[p]));
    }
    Supplier<RowVisitor> folding =
        () -> {
          long[] at = new long[all.length];
          long[] ownSteps = steps.clone();
          return (offsets, count) -> {
            for (int p = 0; p < at.length; p++) {
              at[p] = origins[p] + (offsets[p] << shifts[p]);
            }
            fold.run(count, memory, at, ownSteps, once);
          };
        };
    long rowCount = nest.rows();
    boolean shares =
        once
            && rowCount > 1
            && ThreadTeam.isWorthSharing(nest.size())
            && MapRunner.isShareable(all);
    if (once && nest.rank() == 2) {
      long some = shares ? Math.max(1, ThreadTeam.CHUNK / nest.innerSize()) : rowCount;
      LongConsumer rowsOf =
          chunk -> {
            long first = chunk * some;
            long[] at = new long[all.length];
            long[] rowSteps = new long[all.length];
            for (int p = 0; p < at.length; p++) {
              rowSteps[p] = nest.stride(p, 0) << shifts[p];
              at[p] = origins[p] + (nest.offset(p) << shifts[p]) + first * rowSteps[p];
            }
            long count = Math.min(some, rowCount - first);
            fold.runRows(count, nest.innerSize(), memory, at, steps.clone(), rowSteps);
          };
      if (shares) {
        ThreadTeam.share(nest.size(), Math.ceilDiv(rowCount, some), rowsOf);
      } else {
        rowsOf.accept(0);
      }
    } else if (shares) {
      long some = Math.max(1, ThreadTeam.CHUNK / nest.innerSize());
      ThreadTeam.share(
          nest.size(),
          Math.ceilDiv(rowCount, some),
          chunk -> {
            long end = Math.min(rowCount, (chunk + 1) * some);
            nest.forEachRow(chunk * some, end, folding.get());
          });
    } else {
      nest.forEachRow(folding.get());
    }
  }

  /// Whether no outer loop comes back to an output element.
  private static boolean isVisitedOnce(LoopNest nest) {
    for (int d = 0; d < nest.rank() - 1; d++) {
      if (nest.stride(0, d) == 0) {
        return false;
      }
    }
    return true;
  }

  /// Gives the output a value that later folding completes: the neutral element, or where there is
  /// none the first element, which may be met twice because then the operation is idempotent.
  private void start(Primitive.Reduce reduce, Operand[] all, Layout[] layouts) {
    ElementType type = reduce.element().type();
    if (reduce.op().identity() != Identity.NONE) {
      fillFast(all[0], Reference.identity(reduce.op(), type));
    } else {
      Operand[] first = new Operand[all.length - 1];
      for (int k = 0; k < first.length; k++) {
        Layout layout = layouts[k + 1];
        int[] axes = reduce.axes().stream().mapToInt(Integer::intValue).sorted().toArray();
        for (int j = axes.length - 1; j >= 0; j--) {
          layout = layout.select(axes[j], 0);
        }
        first[k] = all[k + 1].with(layout);
      }
      maps.run(reduce.element(), first, all[0]);
    }
  }

  private static boolean isAnyNative(Operand[] operands) {
    for (Operand operand : operands) {
      if (buffer(operand).home() == Home.NATIVE) {
        return true;
      }
    }
    return false;
  }

  private void fillFast(Operand output, Scalar value) {
    CpuBuffer one = CpuBuffer.allocatePooled(16);
    Operand scalar = new Operand(output.type(), Layout.contiguous(Shape.SCALAR), one);
    ScalarMemory.set(scalar, 0, value);
    maps.run(new Expr.Arg(0, output.type()), new Operand[] {scalar}, output);
  }

  // ---- the innermost loop is kept ----

  private void acrossRows(Primitive.Reduce reduce, Operand[] all, Layout[] layouts, LoopNest nest) {
    if (buffer(all[0]).home() == Home.HEAP
        && all[0].buffer().byteSize() <= Scratch.BYTES
        && isAnyNative(all)) {
      CpuBuffer copy = Scratch.take(Home.NATIVE); // kernels are slow where kinds of memory mix
      Operand sums = new Operand(all[0].type(), all[0].layout(), copy);
      Operand[] moved = all.clone();
      moved[0] = sums;
      acrossRows(reduce, moved, layouts, nest);
      maps.run(new Expr.Arg(0, sums.type()), new Operand[] {sums}, all[0]);
      Scratch.give(copy);
      return;
    }
    start(reduce, all, layouts);
    int inputs = all.length - 1;
    ElementType type = reduce.element().type();
    Expr added =
        new Expr.Apply(reduce.op(), List.of(new Expr.Arg(inputs, type), reduce.element()), type);
    int[] shifts = new int[inputs + 2];
    long[] steps = new long[inputs + 2];
    Home home = buffer(all[0]).home();
    boolean strided = false;
    long still = 0;
    for (int p = 0; p < steps.length; p++) {
      int of = p > inputs ? 0 : p;
      shifts[p] = all[of].type().byteShift();
      steps[p] = nest.innerStride(of) << shifts[p];
      strided |= steps[p] != 1L << shifts[p] && (steps[p] != 0 || p == 0);
      still |= p > 0 && steps[p] == 0 ? 1L << (p - 1) : 0;
      home = steps[p] == 0 ? home : home.and(buffer(all[of]).home());
    }
    Kernel kernel = kernels.map(added, still, strided, home);
    Object[] memory = new Object[inputs + 2];
    long[] origins = new long[inputs + 2];
    for (int p = 0; p < memory.length; p++) {
      CpuBuffer buffer = buffer(all[p > inputs ? 0 : p]);
      Home own = steps[p] == 0 ? Home.ANY : home;
      memory[p] = own.base(buffer);
      origins[p] = own.origin(buffer);
    }
    int inner = nest.rank() - 1;
    boolean tiles = inner > 0 && nest.stride(0, inner - 1) == 0;
    long rows = tiles ? nest.dim(inner - 1) : 1;
    long[] rowSteps = new long[steps.length];
    for (int p = 0; p < steps.length && tiles; p++) {
      rowSteps[p] = nest.stride(p > inputs ? 0 : p, inner - 1) << shifts[p];
    }
    long[] base = new long[steps.length];
    long[] at = new long[steps.length];
    int outerLoops = tiles ? inner - 1 : inner;
    forEachOuter(
        nest,
        outerLoops,
        offsets -> {
          for (int p = 0; p < base.length; p++) {
            base[p] = origins[p] + (offsets[p > inputs ? 0 : p] << shifts[p]);
          }
          for (long tile = 0; tile < nest.innerSize(); tile += TILE) {
            int n = (int) Math.min(TILE, nest.innerSize() - tile);
            for (int p = 0; p < at.length; p++) {
              at[p] = base[p] + tile * steps[p];
            }
            kernel.callRows(rows, n, memory, at, steps, rowSteps);
          }
        });
  }

  /// Every combination of the outermost loops, as the offsets it leads to.
  private static void forEachOuter(
      LoopNest nest, int loops, java.util.function.Consumer<long[]> visitor) {
    long[] at = nest.offsets();
    long[] counters = new long[loops];
    while (true) {
      visitor.accept(at);
      int d = loops - 1;
      while (d >= 0) {
        boolean more = ++counters[d] < nest.dim(d);
        long steps = more ? 1 : 1 - nest.dim(d);
        for (int p = 0; p < at.length; p++) {
          at[p] += steps * nest.stride(p, d);
        }
        if (more) {
          break;
        }
        counters[d--] = 0;
      }
      if (d < 0) {
        return;
      }
    }
  }
}
