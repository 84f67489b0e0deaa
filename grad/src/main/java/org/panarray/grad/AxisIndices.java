package org.panarray.grad;

import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// Index arrays for gathers along one axis.
final class AxisIndices {
  private AxisIndices() {}

  /// The coordinate along an axis, at every element of a shape, on the thread's default device.
  static NDArray along(Shape shape, int axis) {
    return Dispatch.apply(new Primitive.Generate(shape, new Expr.Index(axis)));
  }

  /// `take_along_axis`: at every place the element that `index` names along an axis.
  static NDArray takeAlong(NDArray source, NDArray index, int axis) {
    NDArray[] inputs = new NDArray[source.ndim() + 1];
    inputs[0] = source;
    System.arraycopy(indices(index, axis), 0, inputs, 1, source.ndim());
    return Dispatch.apply(new Primitive.Gather(axes(source.ndim()), 0), inputs);
  }

  /// One index array for each axis: `index` along `axis`, its own coordinate along the others.
  static NDArray[] indices(NDArray index, int axis) {
    NDArray[] indices = new NDArray[index.ndim()];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = i == axis ? index : along(index.shape(), i).toDevice(index.device());
    }
    return indices;
  }

  static List<Integer> axes(int rank) {
    List<Integer> axes = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      axes.add(axis);
    }
    return axes;
  }
}
