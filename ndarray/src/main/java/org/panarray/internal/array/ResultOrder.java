package org.panarray.internal.array;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Which memory order NumPy gives a result.
public final class ResultOrder {
  private ResultOrder() {}

  /// The layout of a fresh result of this shape.
  static Layout layout(Primitive primitive, Shape shape, Operand[] sources) {
    return switch (primitive) {
      case Primitive.Map _, Primitive.Scan _ -> keep(shape, sources);
      case Primitive.Sort _, Primitive.Fft _ -> Layout.like(sources[0].layout(), shape);
      case Primitive.Copy copy -> copied(copy.order(), sources[0].layout());
      case Primitive.Concat _ -> Layout.joined(layouts(sources), shape);
      case Primitive.Reduce reduce -> reduced(reduce, shape, sources);
      case Primitive.Generate _, Primitive.ArgReduce _, Primitive.ArgSort _ ->
          Layout.contiguous(shape);
      case Primitive.SearchSorted _, Primitive.Nonzero _, Primitive.Gather _ ->
          Layout.contiguous(shape);
      case Primitive.Scatter _, Primitive.MatMul _, Primitive.Factorization _ ->
          Layout.contiguous(shape);
      case Primitive.View _, Primitive.Transfer _ -> Layout.contiguous(shape);
    };
  }

  private static Layout keep(Shape shape, Operand[] sources) {
    return Layout.keepOrder(layouts(sources), shape);
  }

  private static List<Layout> layouts(Operand[] sources) {
    return Arrays.stream(sources).map(Operand::layout).toList();
  }

  /// The array itself where a loop over it gives a result in the order of its copy, else that copy.
  /// A loop leaves stretched axes undecided; a copy goes by the strides.
  public static NDArray asCopied(Order order, NDArray array) {
    Layout layout = array.layout();
    Layout loop = Layout.keepOrder(List.of(layout), layout.shape());
    return loop.equals(copied(order, layout))
        ? array
        : Dispatch.apply(new Primitive.Copy(order), array);
  }

  /// What `work` along an axis gives, in the order of a copy of the array: with the slowest axis in
  /// front all that it computes lies in C order.
  public static NDArray asCopied(
      NDArray array, int axis, BiFunction<NDArray, Integer, NDArray> work) {
    int[] order = slowestFirst(array.layout());
    int[] back = Axes.inverse(order);
    return permuted(work.apply(permuted(array, order), back[axis]), back);
  }

  /// What order `A` stands for in a loop over these: F where all of them are.
  static Order settled(Order order, NDArray... inputs) {
    if (order != Order.A) {
      return order;
    }
    boolean fortran = Arrays.stream(inputs).allMatch(input -> input.layout().isFortran());
    return fortran ? Order.F : Order.C;
  }

  /// The layout of a result that is made before the loop over `all` runs, the inputs and their
  /// mask.
  static Layout fresh(Order order, List<NDArray> all) {
    List<Layout> layouts = all.stream().map(NDArray::layout).toList();
    Shape shape = Shape.broadcast(layouts.stream().map(Layout::shape).toArray(Shape[]::new));
    return switch (settled(order, all.toArray(NDArray[]::new))) {
      case F -> Layout.fortran(shape);
      case K -> Layout.keepOrder(layouts, shape);
      case C, A -> Layout.contiguous(shape);
    };
  }

  /// The axes from the largest stride to the smallest; equal ones keep their order.
  public static int[] slowestFirst(Layout layout) {
    return Arrays.stream(Axes.all(layout.rank()))
        .boxed()
        .sorted((a, b) -> Long.compare(Math.abs(layout.stride(b)), Math.abs(layout.stride(a))))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// The layout of a copy in the given order.
  public static Layout copied(Order order, Layout source) {
    return copied(order, source, source.shape());
  }

  /// The layout of something of another shape in the order of a source; K keeps it where the number
  /// of axes is the same.
  public static Layout copied(Order order, Layout source, Shape shape) {
    return switch (order) {
      case C -> Layout.contiguous(shape);
      case F -> Layout.fortran(shape);
      case A ->
          source.isFortran() && !source.isContiguous()
              ? Layout.fortran(shape)
              : Layout.contiguous(shape);
      case K ->
          source.rank() == shape.rank() ? Layout.like(source, shape) : Layout.contiguous(shape);
    };
  }

  /// What is left of the order of the loop over the inputs when the reduced axes are gone.
  private static Layout reduced(Primitive.Reduce reduce, Shape shape, Operand[] sources) {
    if (shape.rank() < 2) {
      return Layout.contiguous(shape);
    }
    List<Layout> layouts = layouts(sources);
    Shape all = Shape.broadcast(layouts.stream().map(Layout::shape).toArray(Shape[]::new));
    Layout loop = Layout.keepOrder(layouts, all);
    int[] axes = reduce.axes().stream().mapToInt(Integer::intValue).toArray();
    for (int axis : axes) {
      loop = loop.slice(axis, 0, 1, Math.min(1, loop.dim(axis)));
    }
    return loop.size() == 0 ? Layout.contiguous(shape) : Layout.like(loop.squeeze(axes), shape);
  }

  private static NDArray permuted(NDArray array, int[] order) {
    return Dispatch.apply(new Primitive.Transpose(Arrays.stream(order).boxed().toList()), array);
  }
}
