package org.panarray.internal.shaping;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Broadcast;
import org.panarray.shape.Shape;

/// Axes more or fewer, of length one or stretched.
public final class Dimensions {
  private Dimensions() {}

  public static NDArray expandDims(Object a, int... axis) {
    NDArray array = ArrayLike.of(a);
    int rank = array.ndim() + Required.argument(axis, "axis").length;
    boolean[] inserted = Axes.mask(Axes.normalizeAll(axis, rank, "repeated axis"), rank);
    long[] dims = new long[rank];
    int next = 0;
    for (int i = 0; i < rank; i++) {
      dims[i] = inserted[i] ? 1 : array.shape(next++);
    }
    return Dispatch.apply(new Primitive.Reshape(Shape.of(dims)), array);
  }

  public static NDArray squeeze(Object a, int @Nullable ... axis) {
    NDArray array = ArrayLike.of(a);
    int[] gone =
        axis == null || axis.length == 0
            ? IntStream.range(0, array.ndim()).filter(i -> array.shape(i) == 1).toArray()
            : axis.length == 1 && array.ndim() == 0
                ? Axes.ofReduction(axis[0], 0)
                : Axes.normalizeAll(axis, array.ndim());
    for (int i : gone) {
      if (array.shape(i) != 1) {
        throw new ValueError(
            "cannot select an axis to squeeze out which has size not equal to one");
      }
    }
    return Dispatch.apply(new Primitive.Reshape(array.shape().removeAll(gone)), array);
  }

  public static NDArray atleast1d(Object a) {
    NDArray array = ArrayLike.of(a);
    return array.ndim() == 0 ? array.reshape(1) : array;
  }

  public static NDArray atleast2d(Object a) {
    NDArray array = atleast1d(a);
    return array.ndim() == 1 ? expandDims(array, 0) : array;
  }

  public static NDArray atleast3d(Object a) {
    NDArray array = atleast2d(a);
    return array.ndim() == 2 ? expandDims(array, 2) : array;
  }

  public static NDArray broadcastTo(Object array, long... shape) {
    return Dispatch.apply(new Primitive.BroadcastTo(Shape.of(shape)), ArrayLike.of(array));
  }

  public static NDArray[] broadcastArrays(Object... args) {
    NDArray[] arrays = new NDArray[Required.argument(args, "args").length];
    Shape[] shapes = new Shape[args.length];
    for (int i = 0; i < args.length; i++) {
      arrays[i] = ArrayLike.of(args[i]);
      shapes[i] = arrays[i].shape();
    }
    Shape common = Broadcast.shapes(shapes);
    for (int i = 0; i < args.length; i++) {
      if (!shapes[i].equals(common)) {
        arrays[i] = writeableBroadcast(arrays[i], common);
      }
    }
    return arrays;
  }

  /// A broadcast view that may be written, as `broadcast_arrays` still gives: a write reaches every
  /// repetition.
  public static NDArray writeableBroadcast(NDArray array, Shape shape) {
    return Dispatch.view(new Primitive.BroadcastTo(shape), array, true);
  }
}
