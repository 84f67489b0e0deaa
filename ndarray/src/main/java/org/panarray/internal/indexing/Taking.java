package org.panarray.internal.indexing;

import java.util.List;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storing;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Elements by position.
public final class Taking {
  private Taking() {}

  /// Elements of a 1-d array at integer positions of any shape.
  public static NDArray at(NDArray array, NDArray positions) {
    return Dispatch.apply(
        new Primitive.Gather(List.of(0), 0),
        array,
        Casts.to(positions, ElementType.INT64).toDevice(array.device()));
  }

  /// Elements of a 1-d array where a mask of its length is true.
  public static NDArray where(NDArray array, NDArray mask) {
    return at(array, Counting.flatnonzero(mask));
  }

  /// The array-like as int64 positions; Java lists are truncated, arrays must cast safely.
  ///
  /// @throws org.panarray.error.TypeError `Cannot cast array data from dtype('float64') to
  ///   dtype('int64') according to the rule 'safe'`
  public static NDArray positions(Object indices, Casting casting, NDArray beside) {
    if (indices instanceof NDArray array) {
      Casts.require(array, ElementType.INT64, casting);
      return Casts.to(array, ElementType.INT64);
    }
    return ArrayLike.of(indices, ElementType.INT64).toDevice(beside.device());
  }

  public static NDArray take(Object a, Object indices, Keyword... keywords) {
    NDArray array = ArrayLike.of(a);
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    boolean flat = named == null || named.axes() == null;
    NDArray source = flat || array.ndim() == 0 ? array.reshape(-1) : array;
    int axis = flat ? 0 : Axes.normalize(named.single(), Math.max(1, array.ndim()));
    NDArray positions = positions(indices, Casting.SAME_KIND, array);
    long length = source.shape(axis);
    String mode = mode(keywords);
    if (length == 0 && positions.size() > 0) {
      throw new IndexError("cannot do a non-empty take from an empty axes.");
    }
    NDArray result =
        Dispatch.apply(
            new Primitive.Gather(List.of(axis), axis), source, bounded(positions, mode, length));
    return store(result, "take", keywords);
  }

  /// Writes to `out` where it is given; NumPy asks that the cast back be safe.
  static NDArray store(NDArray result, String name, Keyword[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    if (out == null) {
      return result;
    }
    NDArray target = out.single();
    Storing.requireWriteable(target, "WRITEBACKIFCOPY base");
    if (!target.shape().equals(result.shape())) {
      throw new ValueError("output array does not match result of ndarray." + name);
    }
    Casts.require(target, result.dtype(), Casting.SAFE);
    return Storing.into(name, result, target, Casting.UNSAFE);
  }

  /// The mode for indices outside.
  ///
  /// @throws ValueError `clipmode must be one of 'clip', 'raise', or 'wrap' (got 'x')`
  public static String mode(Keyword[] keywords) {
    TextKeyword.Mode mode = Keyword.find(TextKeyword.Mode.class, keywords);
    String text = mode == null ? "raise" : Required.argument(mode.value(), "mode");
    if (!List.of("raise", "wrap", "clip").contains(text)) {
      throw new ValueError(
          "clipmode must be one of 'clip', 'raise', or 'wrap' (got '" + text + "')");
    }
    return text;
  }

  /// The positions brought into `0 .. length-1` by `wrap` or `clip`.
  static NDArray bounded(NDArray positions, String mode, long length) {
    if (mode.equals("raise") || isWithin(positions, length)) {
      return positions;
    }
    return mode.equals("wrap")
        ? positions.rem(length)
        : Formula.minimum(Formula.maximum(positions, 0), length - 1);
  }

  /// Whether nothing need be brought there: two looks cost a tenth of a division of each.
  private static boolean isWithin(NDArray positions, long length) {
    return positions.size() == 0
        || Aggregates.min(positions).asLong() >= 0 && Aggregates.max(positions).asLong() < length;
  }

  /// `a[..., indices, ...]` along one axis, the other coordinates being the index arrays' own.
  public static NDArray alongAxis(NDArray a, NDArray indices, int axis) {
    return a.get((Object[]) alongIndex(a, indices, axis));
  }

  /// The index that [#alongAxis] reads.
  public static NDArray[] alongIndex(NDArray a, NDArray indices, int axis) {
    if (!indices.dtype().isInteger()) {
      throw new IndexError("`indices` must be an integer array");
    }
    if (indices.ndim() != a.ndim()) {
      throw new ValueError("`indices` and `arr` must have the same number of dimensions");
    }
    NDArray[] index = new NDArray[a.ndim()];
    for (int other = 0; other < index.length; other++) {
      index[other] =
          other == axis
              ? indices
              : NewArrays.arange(a.shape(other))
                  .toDevice(a.device())
                  .reshape(standing(a.ndim(), other, a.shape(other)));
    }
    return index;
  }

  private static Shape standing(int rank, int axis, long length) {
    long[] dims = new long[rank];
    java.util.Arrays.fill(dims, 1);
    dims[axis] = length;
    return Shape.of(dims);
  }

  public static NDArray takeAlongAxis(Object arr, Object indices, Keyword.Axis axis) {
    NDArray array = ArrayLike.of(arr);
    NDArray positions = ArrayLike.of(indices);
    return alongAxis(lines(array, positions, axis), positions, lineAxis(array, axis));
  }

  /// The array itself, or its elements along one axis where the axis is None.
  public static NDArray lines(NDArray array, NDArray indices, Keyword.Axis axis) {
    if (Required.argument(axis, "axis").axes() != null) {
      return array;
    }
    if (indices.ndim() != 1) {
      throw new ValueError("when axis=None, `indices` must have a single dimension.");
    }
    return array.reshape(-1);
  }

  public static int lineAxis(NDArray array, Keyword.Axis axis) {
    return axis.axes() == null ? 0 : Axes.normalize(axis.single(), array.ndim());
  }
}
