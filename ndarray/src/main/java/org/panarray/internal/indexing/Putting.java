package org.panarray.internal.indexing;

import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storing;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// Writes at positions counted in C order.
public final class Putting {
  private Putting() {}

  /// Writes `values`, in C order and repeated as needed, at flat positions of an array of any
  /// layout.
  ///
  /// @throws ValueError `assignment destination is read-only`
  /// @throws IndexError `index 5 is out of bounds for axis 0 with size 5`, `cannot replace elements
  ///   of an empty array`
  public static void put(NDArray target, NDArray positions, NDArray values, String mode) {
    Storing.requireWriteable(target, "assignment destination");
    long count = positions.size();
    if (count == 0 || values.size() == 0) {
      return;
    }
    NDArray source = Casts.to(values, target.dtype()).toDevice(target.device()).reshape(-1);
    if (source.size() != count) {
      source = cycled(source, count);
    }
    NDArray places = positions.reshape(-1).toDevice(target.device());
    if (target.size() == 0) {
      throw new IndexError("cannot replace elements of an empty array");
    }
    NDArray bounded = Taking.bounded(places, mode, target.size());
    scatter(target, bounded, source);
  }

  /// What is to be written into an array, as an array.
  public static NDArray values(NDArray target, Object values) {
    boolean given = values instanceof NDArray || target.dtype().isNumeric();
    return given ? ArrayLike.of(values) : ArrayLike.of(values, target.dtype());
  }

  private static void scatter(NDArray target, NDArray places, NDArray source) {
    Shape flat = Shape.of(target.size());
    if (target.layout().reshapedView(flat) != null) {
      NDArray line = Dispatch.apply(new Primitive.Reshape(flat), target);
      Dispatch.into(
          new NDArray[] {line}, new Primitive.Scatter(null, List.of(0), 0), line, source, places);
      return;
    }
    Coordinates.checkBounds(places, target.size());
    NDArray forward = Choice.where(places.lt(0), places.plus(target.size()), places);
    List<Integer> axes = new ArrayList<>();
    List<NDArray> inputs = new ArrayList<>(List.of(target, source));
    for (int axis = 0; axis < target.ndim(); axis++) {
      axes.add(axis);
      inputs.add(Coordinates.along(forward, target.shape(), axis));
    }
    Dispatch.into(
        new NDArray[] {target},
        new Primitive.Scatter(null, axes, 0),
        inputs.toArray(NDArray[]::new));
  }

  private static NDArray cycled(NDArray source, long count) {
    if (source.size() > count) {
      return source.get(org.panarray.shape.Index.slice(0, count));
    }
    NDArray numbers = NewArrays.arange(count).toDevice(source.device());
    return Taking.at(source, numbers.rem(source.size()));
  }

  /// The flat positions where a mask is true.
  ///
  /// @throws ValueError `place: mask and data must be the same size`
  public static NDArray places(NDArray target, Object mask, String name) {
    NDArray truth = Casts.to(ArrayLike.of(mask), ElementType.BOOL);
    if (truth.size() != target.size()) {
      throw new ValueError(name + ": mask and data must be the same size");
    }
    return Counting.flatnonzero(truth);
  }
}
