package org.panarray.internal.shaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storage;
import org.panarray.internal.indexing.Putting;
import org.panarray.internal.indexing.Taking;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Tiling, repeating, deleting and inserting: selections along one axis by computed positions.
public final class Repetition {
  private Repetition() {}

  /// The positions along an axis, as an index into it.
  private static NDArray taken(NDArray array, long[] positions, int axis) {
    NDArray index = NewArrays.array(positions).toDevice(array.device());
    return Dispatch.apply(new Primitive.Gather(List.of(axis), axis), array, index);
  }

  /// Flat positions in an array, none twice, and the places in the index that name them.
  public record Pass(NDArray positions, NDArray occurrences) {}

  /// What an index names, parted so that nothing is named twice in one part: what an operation that
  /// applies once for each occurrence goes through.
  public static List<Pass> passes(NDArray array, @Nullable Object[] index) {
    NDArray all = NewArrays.arange(array.size()).reshape(array.dims());
    long[] positions = all.get(index).reshape(-1).toLongArray();
    List<List<Integer>> passes = new ArrayList<>();
    Map<Long, Integer> seen = new HashMap<>();
    for (int i = 0; i < positions.length; i++) {
      int pass = seen.merge(positions[i], 1, Integer::sum) - 1;
      if (pass == passes.size()) {
        passes.add(new ArrayList<>());
      }
      passes.get(pass).add(i);
    }
    List<Pass> parts = new ArrayList<>();
    for (List<Integer> pass : passes) {
      long[] occurrences = pass.stream().mapToLong(Integer::longValue).toArray();
      long[] named = pass.stream().mapToLong(i -> positions[i]).toArray();
      parts.add(
          new Pass(
              NewArrays.array(named).toDevice(array.device()),
              NewArrays.array(occurrences).toDevice(array.device())));
    }
    return parts;
  }

  public static NDArray read(NDArray array, Pass pass) {
    return array.reshape(-1).get(pass.positions());
  }

  /// Writes values, converted, at the positions of a pass.
  public static void write(NDArray array, Pass pass, NDArray values) {
    Putting.put(array, pass.positions(), values, "raise");
  }

  public static NDArray tile(NDArray array, long[] reps) {
    int rank = Math.max(array.ndim(), Required.argument(reps, "reps").length);
    NDArray source = array;
    while (source.ndim() < rank) {
      source = Dimensions.expandDims(source, 0);
    }
    long[] wide = new long[2 * rank];
    long[] repeated = new long[2 * rank];
    long[] result = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      int given = axis - (rank - reps.length);
      long times = given < 0 ? 1 : reps[given];
      if (times < 0) {
        throw new ValueError("negative dimensions are not allowed");
      }
      wide[2 * axis] = 1;
      repeated[2 * axis] = times;
      wide[2 * axis + 1] = source.shape(axis);
      repeated[2 * axis + 1] = source.shape(axis);
      result[axis] = times * source.shape(axis);
    }
    NDArray lifted = source.reshape(wide);
    NDArray broadcast = Dispatch.apply(new Primitive.BroadcastTo(Shape.of(repeated)), lifted);
    return Dispatch.apply(new Primitive.Copy(Order.C), broadcast).reshape(result);
  }

  public static NDArray repeat(NDArray array, Object repeats, int axis) {
    NDArray counts = Taking.positions(repeats, ElementType.Casting.SAFE, array);
    long[] each = counts.toLongArray();
    long length = array.shape(axis);
    if (counts.ndim() > 1) {
      throw new ValueError("object too deep for desired array");
    }
    if (each.length != 1 && each.length != length) {
      throw new ValueError(
          "operands could not be broadcast together with shape ("
              + length
              + ",) ("
              + each.length
              + ",)");
    }
    long total = 0;
    for (long i = 0; i < length; i++) {
      long count = each[each.length == 1 ? 0 : (int) i];
      if (count < 0) {
        throw new ValueError(
            each.length == 1
                ? "negative dimensions are not allowed"
                : "repeats may not contain negative values.");
      }
      total = Math.min(total, Long.MAX_VALUE - count) + count;
    }
    Shape result = array.shape().with(axis, total);
    int size = JavaLength.of(total, array.dtype().storage(), result);
    if (each.length == 1) {
      return spread(array, each[0], axis);
    }
    long[] positions = new long[size];
    int next = 0;
    for (long i = 0; i < length; i++) {
      long count = each[(int) i];
      Arrays.fill(positions, next, next + (int) count, i);
      next += (int) count;
    }
    return taken(array, positions, axis);
  }

  /// Every element along an axis so many times, one after the other.
  private static NDArray spread(NDArray array, long times, int axis) {
    NDArray lifted = Dimensions.expandDims(array, axis + 1);
    Shape wide = lifted.shape().with(axis + 1, times);
    NDArray broadcast = Dispatch.apply(new Primitive.BroadcastTo(wide), lifted);
    NDArray copy = Dispatch.apply(new Primitive.Copy(Order.C), broadcast);
    return copy.reshape(array.shape().with(axis, array.shape(axis) * times).toArray());
  }

  public static NDArray delete(NDArray given, Object obj, Keyword.@Nullable Axis named) {
    boolean flat = named == null || named.axes() == null;
    NDArray array = flat ? given.reshape(-1) : given;
    int axis = flat ? 0 : Axes.normalize(named.single(), array.ndim());
    long length = array.shape(axis);
    boolean[] gone = new boolean[JavaLength.of(length, ElementType.BOOL)];
    if (obj instanceof NDArray || !(obj instanceof Index || obj instanceof String)) {
      NDArray places = ArrayLike.of(obj);
      if (places.dtype().isBool()) {
        boolean[] mask = places.toBooleanArray();
        if (mask.length != length) {
          throw new ValueError(
              "boolean array argument obj to delete must be one dimensional and match the axis"
                  + " length of "
                  + length);
        }
        gone = mask;
      } else if (places.size() > 0 || obj instanceof NDArray) {
        requireIntegers(places);
        for (long place : Casts.to(places, ElementType.INT64).toLongArray()) {
          gone[checked(place, length, axis)] = true;
        }
      }
    } else {
      NDArray all = NewArrays.arange(length);
      for (long place : Dimensions.atleast1d(all.get(obj)).toLongArray()) {
        gone[(int) place] = true;
      }
    }
    List<Long> kept = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      if (!gone[i]) {
        kept.add((long) i);
      }
    }
    NDArray result = taken(array, kept.stream().mapToLong(Long::longValue).toArray(), axis);
    return isFortran(array) ? Dispatch.apply(new Primitive.Copy(Order.F), result) : result;
  }

  private static boolean isFortran(NDArray array) {
    return array.layout().isFortran() && !array.layout().isContiguous();
  }

  private static void requireIntegers(NDArray places) {
    if (!places.dtype().isInteger()) {
      throw new IndexError("arrays used as indices must be of integer (or boolean) type");
    }
  }

  private static IndexError outOfBounds(String place, int axis, long length) {
    return new IndexError(
        "index " + place + " is out of bounds for axis " + axis + " with size " + length);
  }

  private static int checked(long place, long length, int axis) {
    if (place < -length || place >= length) {
      throw outOfBounds("" + place, axis, length);
    }
    return (int) (place < 0 ? place + length : place);
  }

  public static NDArray insert(
      NDArray given, Object obj, Object values, Keyword.@Nullable Axis named) {
    boolean flat = named == null || named.axes() == null;
    NDArray array = flat ? given.reshape(-1) : given;
    int axis = flat ? 0 : Axes.normalize(named.single(), array.ndim());
    long length = array.shape(axis);
    NDArray index = places(obj, length);
    NDArray inserted = ArrayLike.of(values, array.dtype()).toDevice(array.device());
    boolean single = index.size() == 1 && index.ndim() == 0;
    if (single) {
      inserted = AxisOrder.moveaxis(NewArrays.array(inserted, Kw.ndmin(array.ndim())), 0, axis);
    }
    long[] positions = Casts.to(index, ElementType.INT64).toLongArray();
    if (positions.length == 1 && (positions[0] < -length || positions[0] > length)) {
      throw outOfBounds(single ? "" + positions[0] : "[" + positions[0] + "]", axis, length);
    }
    long count = single ? inserted.shape(axis) : positions.length;
    long[] at = new long[(int) count];
    for (int i = 0; i < count; i++) {
      long place = positions[single ? 0 : i];
      at[i] = place < 0 ? place + length : place;
    }
    Integer[] order = new Integer[at.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Long.compare(at[a], at[b]));
    boolean[] isNew = new boolean[JavaLength.of(length + count, ElementType.BOOL)];
    long[] targets = new long[at.length];
    for (int i = 0; i < order.length; i++) {
      long target = at[order[i]] + i;
      if (target < -length - count || target >= length + count) {
        throw outOfBounds("" + target, axis, length + count);
      }
      targets[order[i]] = target < 0 ? target + length + count : target;
      isNew[(int) targets[order[i]]] = true;
    }
    NDArray result =
        Storage.emptyBeside(
            array,
            isFortran(array)
                ? Layout.fortran(array.shape().with(axis, length + count))
                : Layout.contiguous(array.shape().with(axis, length + count)));
    Object[] newItems = new Object[axis + 1];
    Arrays.fill(newItems, Index.ALL);
    newItems[axis] = targets;
    result.at(newItems).set(inserted);
    Object[] oldItems = newItems.clone();
    oldItems[axis] = positionsOf(isNew, false);
    result.at(oldItems).set(array);
    return result;
  }

  private static NDArray places(Object obj, long length) {
    if (obj instanceof Index || obj instanceof String) {
      return NewArrays.arange(length).get(obj);
    }
    NDArray index = ArrayLike.of(obj);
    if (index.dtype().isBool()) {
      return NewArrays.array(positionsOf(index.toBooleanArray(), true));
    }
    if (index.size() == 1 && !index.dtype().isInteger()) {
      throw new TypeError("slice indices must be integers or None or have an __index__ method");
    }
    if (index.size() > 0 || obj instanceof NDArray) {
      requireIntegers(index);
    }
    return index;
  }

  private static long[] positionsOf(boolean[] flags, boolean wanted) {
    List<Long> positions = new ArrayList<>();
    for (int i = 0; i < flags.length; i++) {
      if (flags[i] == wanted) {
        positions.add((long) i);
      }
    }
    return positions.stream().mapToLong(Long::longValue).toArray();
  }
}
