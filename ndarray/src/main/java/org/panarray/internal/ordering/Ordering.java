package org.panarray.internal.ordering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.indexing.Taking;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;

/// Sorting, searching and the places of extremes.
public final class Ordering {
  private Ordering() {}

  public static NDArray sort(NDArray a, Keyword... keywords) {
    checkKind(keywords);
    return sort(a, List.of(), keywords);
  }

  /// Sorted as far as the places ask, if there are any.
  private static NDArray sort(NDArray a, List<Long> places, Keyword[] keywords) {
    NDArray lines = flatWithoutAxis(a, keywords);
    return Dispatch.apply(new Primitive.Sort(axis(lines, keywords), places), lines);
  }

  /// Sorts an array where it is.
  ///
  /// @param name what NumPy calls an array that cannot be written: `sort array`
  public static void sortInPlace(NDArray a, String name, Keyword[] keywords) {
    Storing.requireWriteable(a, name);
    checkKind(keywords);
    sortInPlace(a, List.of(), keywords);
  }

  private static void sortInPlace(NDArray a, List<Long> places, Keyword[] keywords) {
    if (!a.dtype().isNumeric()) {
      a.at().set(sort(a, places, keywords));
      return;
    }
    Dispatch.into(new NDArray[] {a}, new Primitive.Sort(axis(a, keywords), places), a);
  }

  public static NDArray argsort(NDArray a, Keyword... keywords) {
    checkKind(keywords);
    return argsort(a, List.of(), keywords);
  }

  private static NDArray argsort(NDArray a, List<Long> places, Keyword[] keywords) {
    NDArray lines = flatWithoutAxis(a, keywords);
    if (lines.ndim() == 0) {
      lines = lines.reshape(1); // NumPy gives [0]
    }
    return Dispatch.apply(new Primitive.ArgSort(axis(lines, keywords), places), lines);
  }

  /// The order by the last key, then by the one before, and so on.
  public static NDArray lexsort(List<NDArray> keys, int axis) {
    if (keys.isEmpty()) {
      throw new TypeError("need sequence of keys with len > 0 in lexsort");
    }
    for (NDArray key : keys) {
      if (!key.shape().equals(keys.getFirst().shape())) {
        throw new ValueError("all keys need to be the same shape");
      }
    }
    int rank = keys.getFirst().ndim();
    if (rank == 0) {
      return Dispatch.apply(new Primitive.ArgSort(0), keys.getFirst().reshape(1)).reshape();
    }
    int along = Axes.normalize(axis, rank);
    NDArray order = null;
    for (NDArray key : keys) {
      if (order == null) {
        order = Dispatch.apply(new Primitive.ArgSort(along), key);
      } else {
        NDArray sorted = Taking.alongAxis(key, order, along);
        order =
            Taking.alongAxis(order, Dispatch.apply(new Primitive.ArgSort(along), sorted), along);
      }
    }
    return java.util.Objects.requireNonNull(order);
  }

  public static NDArray partition(NDArray a, Object kth, Keyword[] keywords) {
    return sort(a, places(a, kth, keywords), onlyAxis(keywords));
  }

  public static NDArray argpartition(NDArray a, Object kth, Keyword[] keywords) {
    return argsort(a, places(a, kth, keywords), onlyAxis(keywords));
  }

  public static void partitionInPlace(NDArray a, Object kth, Keyword[] keywords) {
    List<Long> places = places(a, kth, keywords);
    Storing.requireWriteable(a, "partition array");
    sortInPlace(a, places, onlyAxis(keywords));
  }

  /// The places to be put in order, or none, which are all, for a recorder: it follows complete
  /// orders only.
  public static List<Long> places(List<Long> wanted) {
    return Ambient.current().isFollowed() ? List.of() : wanted;
  }

  /// The places of a partition, if they and its keywords are such that NumPy takes.
  ///
  /// @throws ValueError `kth(=7) out of bounds (5)`
  private static List<Long> places(NDArray a, Object kth, Keyword[] keywords) {
    Keyword.Kind kind = Keyword.find(Keyword.Kind.class, keywords);
    if (kind != null && !Required.argument(kind.value(), "kind").equals("introselect")) {
      throw new ValueError("select kind must be 'introselect' (got '" + kind.value() + "')");
    }
    NDArray lines = flatWithoutAxis(a, keywords);
    long length = lines.shape(axis(lines, keywords));
    NDArray positions = ArrayLike.of(kth);
    if (!positions.dtype().isInteger()) {
      throw new TypeError("Partition index must be integer");
    }
    if (positions.ndim() > 1) {
      throw new ValueError(
          kth instanceof NDArray
              ? "object too deep for desired array"
              : "setting an array element with a sequence. The requested array would exceed the"
                  + " maximum number of dimension of 1.");
    }
    if (lines.size() == 0) {
      return List.of();
    }
    List<Long> places = new ArrayList<>();
    for (long position : positions.reshape(-1).toLongArray()) {
      long k = position < 0 ? position + length : position;
      if (k < 0 || k >= length) {
        throw new ValueError("kth(=" + k + ") out of bounds (" + length + ")");
      }
      places.add(k);
    }
    return places(places);
  }

  /// The index of the extreme element; in a 0-d array and with `axis=None` among all.
  public static NDArray argReduce(Object a, boolean largest, Keyword[] keywords) {
    NDArray array = ArrayLike.of(a);
    String name = largest ? "argmax" : "argmin";
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    boolean all = named == null || named.axes() == null;
    NDArray lines = all || array.ndim() == 0 ? array.reshape(-1) : array;
    int axis = all ? 0 : named.single();
    if (array.ndim() != 0) {
      axis = Axes.normalize(axis, lines.ndim());
    } else if (axis != 0) {
      axis = Axes.normalize(axis, 1);
    }
    if (lines.shape(axis) == 0) {
      throw new ValueError("attempt to get " + name + " of an empty sequence");
    }
    NDArray result = Dispatch.apply(new Primitive.ArgReduce(largest, axis), lines);
    Keyword.Keepdims keepdims = Keyword.find(Keyword.Keepdims.class, keywords);
    if (keepdims != null && keepdims.value()) {
      int[] axes = all ? Axes.all(array.ndim()) : new int[] {axis};
      result =
          result.reshape(array.ndim() == 0 ? array.shape() : array.shape().reduced(axes, true));
    }
    return store(result, name, keywords);
  }

  private static NDArray store(NDArray result, String name, Keyword[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    if (out == null) {
      return result;
    }
    if (!out.single().shape().equals(result.shape())) {
      throw new ValueError("output array does not match result of np." + name + ".");
    }
    Storing.requireWriteable(out.single(), "WRITEBACKIFCOPY base");
    Casts.require(out.single(), ElementType.INT64, Casting.SAFE);
    return Storing.into(name, result, out.single(), Casting.UNSAFE);
  }

  /// [#argReduce] of what is left when NaN never wins.
  ///
  /// @throws ValueError `All-NaN slice encountered`
  public static NDArray nanArgReduce(
      Object a, boolean largest, Keyword.ForArgReduction[] keywords) {
    NDArray array = ArrayLike.of(a);
    if (!array.dtype().isInexact()) {
      return argReduce(array, largest, keywords);
    }
    NDArray nan = Formula.isnan(array);
    double loser = largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    NDArray result = argReduce(Choice.where(nan, loser, array), largest, keywords);
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    NDArray hopeless = axis == null ? Aggregates.all(nan) : Aggregates.all(nan, axis);
    if (Aggregates.any(hopeless).asBoolean()) {
      throw new ValueError("All-NaN slice encountered");
    }
    return result;
  }

  public static NDArray searchSorted(Object a, Object v, Keyword... keywords) {
    NDArray sorted = ArrayLike.of(a);
    NDArray values = ArrayLike.of(v);
    Keyword.Side side = Keyword.find(Keyword.Side.class, keywords);
    if (side != null && !(side.value().equals("left") || side.value().equals("right"))) {
      throw new ValueError("search side must be 'left' or 'right' (got '" + side.value() + "')");
    }
    if (sorted.ndim() != 1) {
      throw new ValueError(
          sorted.ndim() > 1
              ? "object too deep for desired array"
              : "object of too small depth for desired array");
    }
    Keyword.Sorter sorter = Keyword.find(Keyword.Sorter.class, keywords);
    if (sorter != null) {
      sorted = inOrder(sorted, ArrayLike.of(sorter.order()));
    }
    DType type = TypeRules.promoted(sorted.dtype(), values.dtype());
    if (!type.isNumeric()) {
      Casts.require(values, type, Casting.SAFE);
    }
    return Dispatch.apply(
        new Primitive.SearchSorted(side != null && side.value().equals("right")),
        Casts.to(sorted, type),
        Casts.to(Devices.beside(sorted, v, values), type));
  }

  private static NDArray inOrder(NDArray sorted, NDArray order) {
    if (!order.dtype().isInteger()) {
      throw new TypeError("sorter must only contain integers");
    }
    if (order.size() != sorted.size()) {
      throw new ValueError("sorter.size must equal a.size");
    }
    return Taking.at(sorted, order);
  }

  private static void checkKind(Keyword[] keywords) {
    Keyword.Kind kind = Keyword.find(Keyword.Kind.class, keywords);
    String text = kind == null ? null : kind.value();
    if (text == null) {
      return;
    }
    if (Keyword.find(Keyword.Stable.class, keywords) != null) {
      throw new ValueError(
          "`kind` and keyword parameters can't be provided at the same time. Use only one of"
              + " them.");
    }
    if (text.isEmpty() || "qQhHmMsS".indexOf(text.charAt(0)) < 0) {
      throw new ValueError(
          "sort kind must be one of 'quick', 'heap', or 'stable' (got '" + text + "')");
    }
  }

  private static NDArray flatWithoutAxis(NDArray a, Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    return named != null && named.axes() == null ? a.reshape(-1) : a;
  }

  /// The axis named, by default the last.
  static int axis(NDArray a, Keyword[] keywords) {
    Keyword.@Nullable Axis named = Keyword.find(Keyword.Axis.class, keywords);
    return Axes.normalize(named == null || named.axes() == null ? -1 : named.single(), a.ndim());
  }

  /// The axis among the keywords of a partition.
  private static Keyword[] onlyAxis(Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    return named == null ? new Keyword[0] : new Keyword[] {named};
  }
}
