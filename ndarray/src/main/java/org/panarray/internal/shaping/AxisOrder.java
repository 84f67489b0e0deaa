package org.panarray.internal.shaping;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;

/// Axes in another order or direction: views.
public final class AxisOrder {
  private AxisOrder() {}

  public static NDArray permuted(NDArray array, int[] order) {
    return Dispatch.apply(new Primitive.Transpose(Arrays.stream(order).boxed().toList()), array);
  }

  public static NDArray swapaxes(Object a, int axis1, int axis2) {
    NDArray array = ArrayLike.of(a);
    int rank = array.ndim();
    int[] order = Axes.all(rank);
    int first = Axes.normalize(axis1, rank, "axis1");
    int second = Axes.normalize(axis2, rank, "axis2");
    order[first] = second;
    order[second] = first;
    return permuted(array, order);
  }

  public static NDArray moveaxis(Object a, int source, int destination) {
    return moveaxis(a, new int[] {source}, new int[] {destination});
  }

  public static NDArray moveaxis(Object a, int[] source, int[] destination) {
    NDArray array = ArrayLike.of(a);
    return permuted(array, Axes.moved(source, destination, array.ndim()));
  }

  public static NDArray rollaxis(Object a, int axis, int start) {
    NDArray array = ArrayLike.of(a);
    int rank = array.ndim();
    int from = Axes.normalize(axis, rank);
    int before = start < 0 ? start + rank : start;
    if (before < 0 || before > rank) {
      throw new org.panarray.error.AxisError(
          "'start' arg requires "
              + -rank
              + " <= start < "
              + (rank + 1)
              + ", but "
              + start
              + " was passed in");
    }
    int to = from < before ? before - 1 : before;
    return permuted(array, Axes.moved(new int[] {from}, new int[] {to}, rank));
  }

  public static NDArray flip(Object m, int @Nullable ... axis) {
    boolean all = axis == null || axis.length == 0;
    return flip(m, all ? Kw.axis((int[]) null) : Kw.axis(axis));
  }

  public static NDArray flip(Object m, Keyword.Axis axis) {
    NDArray array = ArrayLike.of(m);
    int[] axes = Required.argument(axis, "axis").axes();
    boolean[] flipped =
        axes == null
            ? Axes.mask(Axes.all(array.ndim()), array.ndim())
            : Axes.mask(Axes.normalizeAll(axes, array.ndim(), "repeated axis"), array.ndim());
    if (array.ndim() == 0) {
      return array.copy(); // one element, which is a value
    }
    Index[] items = new Index[array.ndim()];
    for (int i = 0; i < items.length; i++) {
      items[i] = flipped[i] ? Index.ALL.step(-1) : Index.ALL;
    }
    return Dispatch.apply(new Primitive.Slice(Arrays.asList(items)), array);
  }
}
