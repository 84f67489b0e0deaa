package org.panarray.internal.padding;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.Storage;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.statistics.Moments;
import org.panarray.internal.statistics.Quantiles;
import org.panarray.internal.statistics.Spacing;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The borders of `np.pad`: grown axis by axis, so that later axes pad what earlier ones did.
public final class PadBorders {
  private final String mode;
  private final @Nullable Object constants;
  private final @Nullable Object ends;
  private final @Nullable Object statLength;
  private final boolean odd;

  public PadBorders(String mode, PadKeyword.ForPad... keywords) {
    this.mode = mode;
    PadKeyword.ConstantValues constant = Keyword.find(PadKeyword.ConstantValues.class, keywords);
    PadKeyword.EndValues end = Keyword.find(PadKeyword.EndValues.class, keywords);
    PadKeyword.StatLength length = Keyword.find(PadKeyword.StatLength.class, keywords);
    PadKeyword.ReflectType reflect = Keyword.find(PadKeyword.ReflectType.class, keywords);
    this.constants = constant == null ? null : constant.value();
    this.ends = end == null ? null : end.value();
    this.statLength = length == null ? null : length.value();
    this.odd = reflect != null && reflect.value().equals("odd");
  }

  /// The array between zeros.
  public static NDArray withZeros(NDArray array, Object padWidth) {
    long[][] widths = PadPairs.widths(padWidth, array.ndim());
    return Devices.on(array, () -> new PadBorders("constant").around(array, widths));
  }

  public NDArray around(NDArray array, long[][] widths) {
    boolean fortran = array.layout().isFortran() && !array.layout().isContiguous();
    NDArray padded = array;
    for (int axis = 0; axis < array.ndim(); axis++) {
      if (widths[axis][0] > 0 || widths[axis][1] > 0) {
        padded = grown(padded, axis, widths[axis]);
      }
    }
    Order order = fortran ? Order.F : Order.C;
    boolean ordered = fortran ? padded.layout().isFortran() : padded.layout().isContiguous();
    return padded == array || !ordered ? Dispatch.apply(new Primitive.Copy(order), padded) : padded;
  }

  private NDArray grown(NDArray array, int axis, long[] width) {
    boolean anything = mode.equals("constant") || mode.equals("empty");
    if (array.shape(axis) == 0 && !anything) {
      throw new ValueError(
          "can't extend empty axis " + axis + " using modes other than 'constant' or 'empty'");
    }
    return switch (mode) {
      case "constant" -> joined(array, axis, constant(array, axis, width));
      case "empty" ->
          joined(
              array,
              axis,
              new NDArray[] {blank(array, axis, width[0]), blank(array, axis, width[1])});
      case "linear_ramp" -> joined(array, axis, ramps(array, axis, width));
      case "maximum", "minimum", "mean", "median" ->
          joined(array, axis, statistics(array, axis, width));
      case "reflect", "symmetric" ->
          odd && array.shape(axis) > 1
              ? reflectedOdd(array, axis, width)
              : picked(array, axis, width);
      default -> picked(array, axis, width);
    };
  }

  private static NDArray joined(NDArray array, int axis, NDArray[] borders) {
    return Dispatch.apply(new Primitive.Concat(axis), borders[0], array, borders[1]);
  }

  private static NDArray blank(NDArray array, int axis, long width) {
    long[] dims = array.dims();
    dims[axis] = width;
    return Storage.emptyBeside(array, Layout.contiguous(Shape.of(dims)));
  }

  private NDArray[] constant(NDArray array, int axis, long[] width) {
    NDArray[] borders = new NDArray[2];
    Object[] values = PadPairs.values(constants, array.ndim())[axis];
    for (int side = 0; side < 2; side++) {
      borders[side] = blank(array, axis, width[side]);
      if (borders[side].size() > 0) {
        borders[side].at().set(values[side]);
      }
    }
    return borders;
  }

  private NDArray[] ramps(NDArray array, int axis, long[] width) {
    NDArray[] borders = new NDArray[2];
    Object[] values = PadPairs.values(ends, array.ndim())[axis];
    for (int side = 0; side < 2; side++) {
      NDArray edge = Dimensions.squeeze(edge(array, axis, side), axis);
      NDArray ramp =
          Spacing.samples(
              values[side],
              edge,
              Kw.num(width[side]),
              Kw.endpoint(false),
              Kw.dtype(array.dtype()),
              Kw.axis(axis));
      borders[side] = side == 0 ? ramp : AxisOrder.flip(ramp, axis);
    }
    return borders;
  }

  private static NDArray edge(NDArray array, int axis, int side) {
    long length = array.shape(axis);
    return side == 0
        ? Slices.part(array, axis, 0, 1)
        : Slices.part(array, axis, length - 1, length);
  }

  private NDArray[] statistics(NDArray array, int axis, long[] width) {
    long length = array.shape(axis);
    long[] of = PadPairs.lengths(statLength, array)[axis];
    boolean needsOne = mode.equals("maximum") || mode.equals("minimum");
    if (needsOne && (of[0] == 0 || of[1] == 0)) {
      throw new ValueError("stat_length of 0 yields no value for padding");
    }
    NDArray[] borders = new NDArray[2];
    for (int side = 0; side < 2; side++) {
      NDArray part =
          side == 0
              ? Slices.part(array, axis, 0, of[0])
              : Slices.part(array, axis, length - of[1], length);
      NDArray value = statistic(part, axis);
      boolean whole = array.dtype().isInteger() && value.dtype().isInexact();
      if (whole || array.dtype().kind() == 'm') {
        value = Formula.rint(value);
      }
      long[] dims = array.dims();
      dims[axis] = width[side];
      borders[side] =
          Dispatch.apply(new Primitive.BroadcastTo(Shape.of(dims)), Casts.to(value, array.dtype()));
    }
    return borders;
  }

  private NDArray statistic(NDArray part, int axis) {
    Keyword.Axis along = Kw.axis(axis);
    Keyword.Keepdims kept = Kw.keepdims(true);
    return switch (mode) {
      case "maximum" -> Aggregates.max(part, along, kept);
      case "minimum" -> Aggregates.min(part, along, kept);
      case "mean" -> Moments.mean(part, along, kept);
      default -> Quantiles.median(part, along, kept);
    };
  }

  /// Borders whose elements are elements of the array: one gather.
  private NDArray picked(NDArray array, int axis, long[] width) {
    long length = array.shape(axis);
    long[] positions = new long[JavaLength.of(length + width[0] + width[1], ElementType.INT64)];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = source(i - width[0], length);
    }
    NDArray index = NewArrays.array(positions).toDevice(array.device());
    return Dispatch.apply(new Primitive.Gather(List.of(axis), axis), array, index);
  }

  /// Which element stands at a place that may lie outside.
  private long source(long place, long length) {
    return switch (mode) {
      case "wrap" -> Math.floorMod(place, length);
      case "symmetric" -> mirrored(Math.floorMod(place, 2 * length), 2 * length - 1, length);
      case "reflect" ->
          length == 1 ? 0 : mirrored(Math.floorMod(place, 2 * length - 2), 2 * length - 2, length);
      default -> Math.clamp(place, 0, length - 1);
    };
  }

  private static long mirrored(long place, long end, long length) {
    return place < length ? place : end - place;
  }

  /// Borders reflected in the edge's value too. Each round reflects what there is by then in whole
  /// periods, as NumPy does, so that rounding agrees.
  private NDArray reflectedOdd(NDArray array, int axis, long[] width) {
    boolean withEdge = mode.equals("symmetric");
    long length = array.shape(axis);
    long before = width[0];
    long after = width[1];
    NDArray grown = array;
    while (before > 0 || after > 0) {
      long now = grown.shape(axis);
      long period = withEdge ? length : length - 1;
      long usable = (withEdge ? now : now - 1) / period * period;
      long left = Math.min(usable, before);
      long right = Math.min(usable, after);
      long skip = withEdge ? 0 : 1;
      NDArray head = turned(Slices.part(grown, axis, skip, skip + left), grown, axis, 0);
      NDArray tail =
          turned(Slices.part(grown, axis, now - skip - right, now - skip), grown, axis, 1);
      grown = Dispatch.apply(new Primitive.Concat(axis), head, grown, tail);
      before -= left;
      after -= right;
    }
    return grown;
  }

  private static NDArray turned(NDArray part, NDArray array, int axis, int side) {
    NDArray doubled = Formula.multiply(2, edge(array, axis, side));
    return Casts.to(Formula.subtract(doubled, AxisOrder.flip(part, axis)), array.dtype());
  }
}
