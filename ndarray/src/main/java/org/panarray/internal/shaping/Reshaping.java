package org.panarray.internal.shaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Operand;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.array.Weak;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.indexing.Putting;
import org.panarray.internal.page.Manipulation;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// What the functions of [Manipulation] share.
public final class Reshaping {
  private Reshaping() {}

  public static NDArray permuted(NDArray array, int[] order) {
    return Dispatch.apply(new Primitive.Transpose(Arrays.stream(order).boxed().toList()), array);
  }

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
              permuted(array, ResultOrder.slowestFirst(loop(array))),
              new long[] {-1},
              new Keyword[0]));
    }
    return contiguous(reshape(array, new long[] {-1}, keywords));
  }

  /// What `ravel` gives is contiguous, even where strides could express more.
  private static NDArray contiguous(NDArray flat) {
    return flat.layout().isContiguous() ? flat : Dispatch.apply(new Primitive.Copy(Order.C), flat);
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

  /// A broadcast view that may be written, as `broadcast_arrays` still gives: a write reaches every
  /// repetition.
  public static NDArray writeableBroadcast(NDArray array, Shape shape) {
    return Dispatch.view(new Primitive.BroadcastTo(shape), array, true);
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
          NDArray tail = part(ordered, along, length - by, length);
          NDArray head = part(ordered, along, 0, length - by);
          return Dispatch.apply(new Primitive.Concat(along), tail, head);
        });
  }

  /// `array[..., start:stop, ...]` along one axis.
  public static NDArray part(NDArray array, int axis, long start, long stop) {
    List<Index> items = new ArrayList<>();
    for (int before = 0; before < axis; before++) {
      items.add(Index.ALL);
    }
    items.add(Index.slice(start, stop));
    return Dispatch.apply(new Primitive.Slice(items), array);
  }

  public static void copyto(
      NDArray target, Object source, Casting casting, @Nullable Object where) {
    Putting.requireWriteable(target, "assignment destination");
    NDArray value = Devices.beside(target, source, beside(target.dtype().element(), source));
    Casts.require(value, target.dtype().element(), casting);
    if (where == null) {
      target.at().set(value);
      return;
    }
    NDArray mask = wide(Casts.mask(where), target.shape());
    Expr chosen =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(0, ElementType.BOOL),
            Expr.cast(new Expr.Arg(1, value.dtype().element()), target.dtype().element()),
            new Expr.Arg(2, target.dtype().element()));
    Dispatch.into(
        new NDArray[] {target},
        new Primitive.Map(chosen),
        mask.toDevice(target.device()),
        value.toDevice(target.device()),
        target);
  }

  private static NDArray wide(NDArray mask, Shape shape) {
    try {
      return Dispatch.apply(new Primitive.BroadcastTo(shape), mask);
    } catch (ValueError e) {
      throw new ValueError(
          "could not broadcast where mask from shape "
              + mask.shape().compact()
              + " into shape "
              + shape.compact());
    }
  }

  /// An array-like to be copied into elements of a type: a Java scalar takes the type it would have
  /// beside such elements.
  ///
  /// @throws org.panarray.error.OverflowError `Python integer 300 out of bounds for uint8`
  private static NDArray beside(ElementType type, Object source) {
    Weak weak = Weak.of(source);
    return weak == null ? ArrayLike.of(source) : ArrayLike.scalar(source, weak.beside(type));
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
      result = part(result, axis, start, stop);
    }
    return result;
  }

  private static int[] trimmedAxes(int[] axes, int rank) {
    int[] normal = Arrays.stream(axes).map(axis -> Axes.normalize(axis, rank, "axis")).toArray();
    return Axes.normalizeAll(normal, rank, "repeated axis in `axis` argument");
  }

  public static boolean mayShare(NDArray a, NDArray b) {
    Operand first = Required.argument(a, "a").operand();
    Operand second = Required.argument(b, "b").operand();
    if (first.buffer() != second.buffer() || a.size() == 0 || b.size() == 0) {
      return false;
    }
    return first.type() == second.type()
        ? Layout.mayOverlap(first.layout(), second.layout())
        : bytesMeet(first, second);
  }

  private static boolean bytesMeet(Operand a, Operand b) {
    long startA = a.layout().minOffset() << a.type().byteShift();
    long endA = (a.layout().maxOffset() + 1) << a.type().byteShift();
    long startB = b.layout().minOffset() << b.type().byteShift();
    long endB = (b.layout().maxOffset() + 1) << b.type().byteShift();
    return startA < endB && startB < endA;
  }
}
