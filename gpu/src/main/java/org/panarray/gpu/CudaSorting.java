package org.panarray.gpu;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.shape.Layout;

/// Sorts lines by merging, stably, with NaN last.
final class CudaSorting {
  private final CudaEngine engine;
  private final CudaMap map;

  /// What the merging kernel is specialised to.
  record Key(ElementType type, boolean ordered) {}

  /// Sorted values and, where asked for, where they were.
  private record Sorted(Operand values, @Nullable Operand order) {}

  CudaSorting(CudaEngine engine, CudaMap map) {
    this.engine = engine;
    this.map = map;
  }

  void sort(int axis, Operand input, Operand output) {
    if (input.layout().size() > 0) {
      map.copy(merge(lines(axis, input), null).values(), output.with(last(axis, output.layout())));
    }
  }

  void argSort(int axis, Operand input, Operand output) {
    if (input.layout().size() > 0) {
      Operand values = lines(axis, input);
      Operand order = numbers(values);
      Operand sorted = merge(values, order).order();
      if (sorted != null) {
        map.copy(sorted, output.with(last(axis, output.layout())));
      }
    }
  }

  /// Sorts a contiguous 1-d array, which is overwritten; `order` receives where its values were.
  ///
  /// @return the sorted values
  Operand sortLine(Operand values, Operand order) {
    Sorted sorted = merge(values, numbers(values));
    if (sorted.order() != null) {
      map.copy(sorted.order(), order);
    }
    return sorted.values();
  }

  /// A copy in which the lines lie one after another.
  private Operand lines(int axis, Operand input) {
    Layout moved = last(axis, input.layout());
    return engine.copyOf(input.with(moved), Layout.contiguous(moved.shape()));
  }

  /// The position of each element in its line.
  private Operand numbers(Operand values) {
    Operand order = engine.fresh(ElementType.INT64, values.layout());
    map.run(new Expr.Index(values.layout().rank() - 1), new Operand[0], order);
    return order;
  }

  /// The layout with an axis moved to the end.
  static Layout last(int axis, Layout layout) {
    int rank = layout.rank();
    return layout.permute(
        IntStream.range(0, rank).map(k -> k == rank - 1 ? axis : k < axis ? k : k + 1).toArray());
  }

  private Sorted merge(Operand values, @Nullable Operand order) {
    Layout layout = values.layout();
    long length = layout.dim(-1);
    long lines = layout.size() / length;
    ElementType type = values.type();
    Key key = new Key(type, order != null);
    CudaKernel kernel = engine.kernels().find(key, () -> source(key));
    Operand from = values;
    Operand to = engine.fresh(type, layout);
    Operand fromOrder = order;
    Operand toOrder = order == null ? null : engine.fresh(ElementType.INT64, layout);
    for (long width = 1; width < length; width *= 2) {
      long source = CudaEngine.address(from, 0);
      long target = CudaEngine.address(to, 0);
      long sourceOrder = fromOrder == null ? 0 : CudaEngine.address(fromOrder, 0);
      long targetOrder = toOrder == null ? 0 : CudaEngine.address(toOrder, 0);
      long run = width;
      engine
          .cuda()
          .launch(
              kernel,
              Math.ceilDiv(layout.size(), (long) CudaDevice.BLOCK_THREADS),
              arguments ->
                  arguments
                      .add(source)
                      .add(target)
                      .add(sourceOrder)
                      .add(targetOrder)
                      .add(lines)
                      .add(length)
                      .add(run));
      Operand spare = from;
      from = to;
      to = spare;
      Operand spareOrder = fromOrder;
      fromOrder = toOrder;
      toOrder = spareOrder;
    }
    return new Sorted(from, fromOrder);
  }

  static KernelSource source(Key key) {
    String text =
        """
        extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(const $type* from, $type* to,
            const pa_i64* from_order, pa_i64* to_order, pa_i64 lines, pa_i64 length, pa_i64 width) {
          pa_merge(from, to, $order, to_order, lines, length, width);
        }
        """
            .replace("$type", CudaType.stored(key.type()))
            .replace("$order", key.ordered() ? "from_order" : "(const pa_i64*)0");
    return KernelSource.of("merge", text, KernelSource.Part.SORT);
  }
}
