package org.panarray.internal.shaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.array.WeakArrays;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Arrays end to end, or beside each other on a new axis.
public final class Concatenation {
  private Concatenation() {}

  /// `concatenate` of a sequence: along an axis scalars are refused, without one they are weak.
  public static NDArray concatenate(Object arrays, Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    if (named == null || named.axes() != null) {
      return concatenate(ArrayLike.list(arrays), keywords);
    }
    List<NDArray> flat =
        Arrays.stream(WeakArrays.common(ArrayLike.elements(arrays)))
            .map(array -> array.reshape(-1))
            .toList();
    return along(0, flat, keywords);
  }

  static DType commonType(List<NDArray> arrays) {
    for (NDArray array : arrays) {
      if (!array.dtype().isNumeric()) {
        return TypeRules.result(arrays.toArray());
      }
    }
    DType common = arrays.getFirst().dtype();
    for (NDArray array : arrays) {
      common = TypeRules.promoted(common, array.dtype());
    }
    return common;
  }

  public static NDArray along(int axis, List<NDArray> arrays, Keyword... keywords) {
    return concatenate(arrays, Keyword.with(Keyword[]::new, keywords, Kw.axis(axis)));
  }

  public static NDArray concatenate(List<NDArray> arrays, Keyword... keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    if (arrays.isEmpty()) {
      throw new ValueError("need at least one array to concatenate");
    }
    int rank = arrays.getFirst().ndim();
    if (rank == 0) {
      throw new ValueError("zero-dimensional arrays cannot be concatenated");
    }
    int axis = Axes.normalize(named == null ? 0 : named.single(), rank);
    checkShapes(arrays, axis);
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    if (dtype != null && out != null) {
      throw new TypeError(
          "concatenate() only takes `out` or `dtype` as an argument, but both were provided.");
    }
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    NDArray[] given = arrays.toArray(NDArray[]::new);
    DType type =
        dtype != null
            ? Casts.target(dtype, given)
            : out != null ? out.single().dtype() : commonType(arrays);
    NDArray[] parts = new NDArray[arrays.size()];
    for (int i = 0; i < parts.length; i++) {
      NDArray part = arrays.get(i);
      Casts.require(part, type, rule == null ? Casting.SAME_KIND : rule.value());
      parts[i] = Casts.to(part, type);
    }
    if (out == null) {
      return Dispatch.apply(new Primitive.Concat(axis), parts);
    }
    NDArray target = out.single();
    Shape[] shapes = arrays.stream().map(NDArray::shape).toArray(Shape[]::new);
    long total = Arrays.stream(shapes).mapToLong(shape -> shape.dim(axis)).sum();
    if (!target.shape().equals(shapes[0].with(axis, total))) {
      throw new ValueError("Output array is the wrong shape");
    }
    Storing.requireWriteable(target, "assignment destination");
    Dispatch.into(new NDArray[] {target}, new Primitive.Concat(axis), parts);
    return target;
  }

  public static NDArray stack(Object arrays, Keyword... keywords) {
    List<NDArray> parts = ArrayLike.list(arrays);
    if (parts.isEmpty()) {
      throw new ValueError("need at least one array to stack");
    }
    Shape shape = parts.getFirst().shape();
    for (NDArray part : parts) {
      if (!part.shape().equals(shape)) {
        throw new ValueError("all input arrays must have the same shape");
      }
    }
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    int axis = Axes.normalize(named == null ? 0 : named.single(), shape.rank() + 1);
    List<NDArray> wide = new ArrayList<>();
    for (NDArray part : parts) {
      wide.add(Dimensions.expandDims(part, axis));
    }
    return along(axis, wide, keywords);
  }

  public static NDArray hstack(Object tup, Keyword... keywords) {
    List<NDArray> parts = ArrayLike.list(tup).stream().map(Dimensions::atleast1d).toList();
    boolean flat = !parts.isEmpty() && parts.getFirst().ndim() == 1;
    return along(flat ? 0 : 1, parts, keywords);
  }

  private static void checkShapes(List<NDArray> arrays, int axis) {
    NDArray first = arrays.getFirst();
    for (int i = 1; i < arrays.size(); i++) {
      NDArray array = arrays.get(i);
      if (array.ndim() == 0) {
        throw new ValueError("zero-dimensional arrays cannot be concatenated");
      }
      if (array.ndim() != first.ndim()) {
        throw new ValueError(
            "all the input arrays must have same number of dimensions, but the array at index 0"
                + " has "
                + first.ndim()
                + " dimension(s) and the array at index "
                + i
                + " has "
                + array.ndim()
                + " dimension(s)");
      }
      for (int dim = 0; dim < first.ndim(); dim++) {
        if (dim != axis && array.shape(dim) != first.shape(dim)) {
          throw new ValueError(
              "all the input array dimensions except for the concatenation axis must match"
                  + " exactly, but along dimension "
                  + dim
                  + ", the array at index 0 has size "
                  + first.shape(dim)
                  + " and the array at index "
                  + i
                  + " has size "
                  + array.shape(dim));
        }
      }
    }
  }

  public static NDArray requireRank(NDArray array, int rank, String function) {
    if (array.ndim() < rank) {
      throw new ValueError(function + " only works on arrays of " + rank + " or more dimensions");
    }
    return array;
  }
}
