package org.panarray.internal.shaping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.WeakArrays;
import org.panarray.internal.indexing.Putting;
import org.panarray.internal.page.Joining;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// What the functions of [Joining] share.
public final class Concatenation {
  private Concatenation() {}

  /// The arrays in a sequence: a Java array or list of array-likes, or an array along its first axis.
  public static List<NDArray> list(@Nullable Object arrays) {
    return Arrays.stream(items(arrays)).map(ArrayLike::of).toList();
  }

  /// The array-likes in a sequence; Java scalars among them stay what they are.
  public static Object[] items(@Nullable Object arrays) {
    Iterable<?> items =
        switch (arrays) {
          case null -> throw Required.missing("a sequence of arrays");
          case Object[] several -> Arrays.asList(several);
          case Iterable<?> several -> several;
          default -> ArrayLike.of(arrays);
        };
    List<Object> list = new ArrayList<>();
    items.forEach(list::add);
    return list.toArray();
  }

  /// `concatenate` of a sequence: along an axis scalars are refused, without one they are weak.
  public static NDArray concatenate(Object arrays, Keyword[] keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    if (named == null || named.axes() != null) {
      return concatenate(list(arrays), keywords);
    }
    List<NDArray> flat =
        Arrays.stream(WeakArrays.common(items(arrays))).map(array -> array.reshape(-1)).toList();
    return along(0, flat, keywords);
  }

  static ElementType commonType(List<NDArray> arrays) {
    ElementType common = arrays.getFirst().dtype().element();
    for (NDArray array : arrays) {
      common = ElementType.promote(common, array.dtype().element());
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
    ElementType type =
        dtype != null
            ? dtype.element()
            : out != null ? out.single().dtype().element() : commonType(arrays);
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
    Putting.requireWriteable(target, "assignment destination");
    Dispatch.into(new NDArray[] {target}, new Primitive.Concat(axis), parts);
    return target;
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
