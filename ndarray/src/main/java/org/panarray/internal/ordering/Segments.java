package org.panarray.internal.ordering;

import java.util.ArrayList;
import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.ZeroSigns;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// `ufunc.reduceat`: reductions of slices of one axis.
public final class Segments {
  /// Fewer equal segments than these are not worth a shape of their own.
  private static final int FEW = 4;

  private Segments() {}

  public static NDArray reduce(ScalarOp op, NDArray array, NDArray indices, Keyword[] keywords) {
    return Faults.named("reduceat", () -> reduceParts(op, array, indices, keywords));
  }

  private static NDArray reduceParts(
      ScalarOp op, NDArray array, NDArray indices, Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    if (array.ndim() == 0) {
      throw new TypeError("cannot reduceat on a scalar");
    }
    int axis = Axes.normalize(named == null ? 0 : named.single(), array.ndim());
    long length = array.shape(axis);
    long[] starts = Casts.to(indices, ElementType.INT64).toLongArray();
    for (long start : starts) {
      if (start < 0 || start >= length) {
        throw new IndexError(
            "index "
                + start
                + " out-of-bounds in "
                + op.numpyName()
                + ".reduceat [0, "
                + length
                + ")");
      }
    }
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword[] typed = dtype == null ? new Keyword[0] : new Keyword[] {dtype};
    if (starts.length == 0) {
      NDArray none = Slices.part(array, axis, 0, 0);
      return new Reducer(op, Kw.axis(axis)).accumulate(none, axis);
    }
    Reducer reducer = new Reducer(op, typed);
    NDArray joined = parts(reducer, array, starts, axis, false);
    if (ZeroSigns.among(op, joined)) {
      joined = parts(reducer, array, starts, axis, true);
    }
    return Storing.to(keywords, op.numpyName(), joined, Casting.UNSAFE);
  }

  private static NDArray parts(
      Reducer reducer, NDArray array, long[] starts, int axis, boolean signed) {
    List<NDArray> parts = new ArrayList<>();
    int even;
    for (int i = 0; i < starts.length; i += even) {
      even = evenSegments(starts, i, array.shape(axis));
      parts.add(
          even < FEW
              ? segment(reducer, array, starts, i, axis, signed)
              : segments(reducer, array, starts, i, even, axis, signed));
      even = even < FEW ? 1 : even;
    }
    NDArray joined = Dispatch.apply(new Primitive.Concat(axis), parts.toArray(NDArray[]::new));
    return joined.layout().isContiguous()
        ? joined
        : Dispatch.apply(new Primitive.Copy(Order.C), joined);
  }

  /// How many segments from the i-th on follow each other and are equally long.
  private static int evenSegments(long[] starts, int i, long length) {
    int last = i;
    while (last + 1 < starts.length
        && starts[last + 1] - starts[last] == starts[i + 1] - starts[i]) {
      last++;
    }
    long step = last > i ? starts[i + 1] - starts[i] : 0;
    boolean differs = last + 1 < starts.length || starts[last] + step != length;
    return step <= 0 ? 1 : differs ? last - i : last - i + 1;
  }

  private static NDArray segment(
      Reducer reducer, NDArray array, long[] starts, int i, int axis, boolean signed) {
    long stop = i + 1 < starts.length ? starts[i + 1] : array.shape(axis);
    NDArray part = Slices.part(array, axis, starts[i], Math.max(stop, starts[i] + 1));
    return reducer.segment(part, axis, signed);
  }

  /// Segments of one length as one reduction, along an axis of their own.
  private static NDArray segments(
      Reducer reducer, NDArray array, long[] starts, int i, int even, int axis, boolean signed) {
    long length = starts[i + 1] - starts[i];
    NDArray part = Slices.part(array, axis, starts[i], starts[i] + even * length);
    Shape split = part.shape().with(axis, even).insert(axis + 1, length);
    NDArray rows = Dispatch.apply(new Primitive.Reshape(split), part);
    NDArray joined = reducer.segment(rows, axis + 1, signed);
    return Dispatch.apply(new Primitive.Reshape(part.shape().with(axis, even)), joined);
  }
}
