package org.panarray;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Which memory order NumPy gives a result.
final class ResultOrder {
  private ResultOrder() {}

  /// The layout of a fresh result of this shape.
  static Layout layout(Primitive primitive, Shape shape, Operand[] sources) {
    return switch (primitive) {
      case Primitive.Map _, Primitive.Scan _, Primitive.Sort _ -> keep(shape, sources);
      case Primitive.Copy copy -> copied(copy.order(), sources[0].layout());
      case Primitive.Concat _ -> keep(shape, sources);
      case Primitive.Reduce reduce -> reduced(reduce, shape, sources);
      default -> Layout.contiguous(shape);
    };
  }

  private static Layout keep(Shape shape, Operand[] sources) {
    List<Layout> layouts = new ArrayList<>(sources.length);
    for (Operand source : sources) {
      layouts.add(source.layout());
    }
    return Layout.keepOrder(layouts, shape);
  }

  /// The layout of a copy in the given order.
  static Layout copied(Order order, Layout source) {
    return copied(order, source, source.shape());
  }

  /// The layout of something of another shape in the order of a source; K keeps it where the number of
  /// axes is the same.
  static Layout copied(Order order, Layout source, Shape shape) {
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

  /// What is left of the inputs' order when the reduced axes are gone.
  private static Layout reduced(Primitive.Reduce reduce, Shape shape, Operand[] sources) {
    if (shape.rank() < 2) {
      return Layout.contiguous(shape);
    }
    int[] axes = reduce.axes().stream().mapToInt(Integer::intValue).toArray();
    List<Layout> layouts = new ArrayList<>(sources.length);
    int rank = shape.rank() + axes.length;
    for (Operand source : sources) {
      Layout layout = source.layout();
      if (layout.rank() == rank) {
        for (int i = 0; i < axes.length; i++) {
          layout = layout.slice(axes[i], 0, 1, Math.min(1, layout.dim(axes[i])));
        }
        if (layout.size() > 0) {
          layouts.add(layout.squeeze(axes));
        }
      }
    }
    return layouts.isEmpty() ? Layout.contiguous(shape) : Layout.keepOrder(layouts, shape);
  }
}
