package org.panarray.internal.shaping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.array.Slices;
import org.panarray.internal.indexing.Counting;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Arrays in another shape, in part, or rolled and trimmed along an axis.
public final class Reshaping {
  private Reshaping() {}

  public static NDArray reshape(NDArray array, long[] shape, Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    Keyword.Copy copy = Keyword.find(Keyword.Copy.class, keywords);
    Layout layout = array.layout();
    boolean fortran =
        order != null
            && (order.value() == Order.F
                || order.value() == Order.A && layout.isFortran() && !layout.isContiguous());
    Shape target = Shape.reshape(array.shape(), shape);
    if (fortran) {
      // Fortran order is C order of the reversed axes.
      NDArray reversed =
          reshape(array.transpose(), reversed(target.toArray()), withoutOrder(keywords));
      return reversed.transpose();
    }
    boolean view = layout.reshapedView(target) != null;
    if (copy != null && !copy.value() && !view) {
      throw new ValueError("Unable to avoid creating a copy while reshaping.");
    }
    NDArray source =
        view && (copy == null || !copy.value())
            ? array
            : Dispatch.apply(new Primitive.Copy(Order.C), array);
    return Dispatch.apply(new Primitive.Reshape(target), source);
  }

  private static Keyword[] withoutOrder(Keyword[] keywords) {
    return Arrays.stream(keywords)
        .filter(keyword -> !(keyword instanceof Keyword.MemoryOrder))
        .toArray(Keyword[]::new);
  }

  private static long[] reversed(long[] dims) {
    long[] reversed = new long[dims.length];
    for (int i = 0; i < dims.length; i++) {
      reversed[i] = dims[dims.length - 1 - i];
    }
    return reversed;
  }

  public static NDArray ravel(NDArray array, Keyword[] keywords) {
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    if (order != null && order.value() == Order.K) {
      return contiguous(
          reshape(
              AxisOrder.permuted(array, ResultOrder.slowestFirst(loop(array))),
              new long[] {-1},
              new Keyword[0]));
    }
    return contiguous(reshape(array, new long[] {-1}, keywords));
  }

  /// The array, or a copy in C order: what `ravel` gives is contiguous, even where strides could
  /// express more.
  public static NDArray contiguous(NDArray array) {
    return array.layout().isContiguous()
        ? array
        : Dispatch.apply(new Primitive.Copy(Order.C), array);
  }

  /// Dense strides in the order in which a loop walks the array.
  private static Layout loop(NDArray array) {
    return Layout.keepOrder(List.of(array.layout()), array.shape());
  }

  public static NDArray[] each(
      Function<Object, NDArray> f, Object first, Object second, Object[] more) {
    NDArray[] results = new NDArray[Required.argument(more, "more").length + 2];
    results[0] = f.apply(first);
    results[1] = f.apply(second);
    for (int i = 0; i < more.length; i++) {
      results[i + 2] = f.apply(more[i]);
    }
    return results;
  }

  public static NDArray rolled(NDArray array, long shift, int axis) {
    long length = array.shape(axis);
    long by = length == 0 ? 0 : Math.floorMod(shift, length);
    if (by == 0) {
      return Dispatch.apply(new Primitive.Copy(Order.K), array);
    }
    return ResultOrder.asCopied(
        array,
        axis,
        (ordered, along) -> {
          NDArray tail = Slices.part(ordered, along, length - by, length);
          NDArray head = Slices.part(ordered, along, 0, length - by);
          return Dispatch.apply(new Primitive.Concat(along), tail, head);
        });
  }

  public static NDArray trimmed(NDArray array, String trim, int @Nullable [] axes) {
    String ends = Required.argument(trim, "trim").toLowerCase(Locale.ROOT);
    if (!Set.of("f", "b", "fb", "bf").contains(ends)) {
      throw new ValueError("unexpected character(s) in `trim`: '" + trim + "'");
    }
    int rank = array.ndim();
    int[] trimmed = axes == null ? Axes.all(rank) : trimmedAxes(axes, rank);
    NDArray places = Counting.coordinates(array);
    NDArray result = array;
    for (int axis : trimmed) {
      NDArray along = places.get(Index.ALL, axis);
      boolean none = along.size() == 0;
      long start = none || !ends.contains("f") ? 0 : along.min().asLong();
      long stop = none ? 0 : ends.contains("b") ? along.max().asLong() + 1 : array.shape(axis);
      result = Slices.part(result, axis, start, stop);
    }
    return result;
  }

  private static int[] trimmedAxes(int[] axes, int rank) {
    int[] normal = Arrays.stream(axes).map(axis -> Axes.normalize(axis, rank, "axis")).toArray();
    return Axes.normalizeAll(normal, rank, "repeated axis in `axis` argument");
  }
}
