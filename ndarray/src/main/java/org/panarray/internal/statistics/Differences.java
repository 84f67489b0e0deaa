package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Differences of neighbours, and what is made of them.
public final class Differences {
  private Differences() {}

  public static NDArray diff(NDArray a, Keyword[] keywords) {
    MathKeyword.N n = Keyword.find(MathKeyword.N.class, keywords);
    int times = n == null ? 1 : n.value();
    if (times == 0) {
      return a;
    }
    if (times < 0) {
      throw new ValueError("order must be non-negative but got " + times);
    }
    if (a.ndim() == 0) {
      throw new ValueError("diff requires input that is at least one dimensional");
    }
    int axis = axis(keywords, a.ndim());
    NDArray result = extended(a, axis, keywords);
    long left =
        Math.min(times, Math.max(1, result.shape(axis))); // then nothing is left to subtract
    for (long i = 0; i < left; i++) {
      result = once(result, axis);
    }
    return result;
  }

  static int axis(Keyword[] keywords, int rank) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    return Axes.normalize(axis == null ? -1 : axis.single(), rank);
  }

  private static NDArray once(NDArray a, int axis) {
    NDArray after = Slices.openPart(a, axis, 1L, null);
    NDArray before = Slices.openPart(a, axis, null, -1L);
    return a.dtype().equals(DType.BOOL)
        ? Formula.notEqual(after, before)
        : Formula.subtract(after, before);
  }

  private static NDArray extended(NDArray a, int axis, Keyword[] keywords) {
    MathKeyword.Prepend prepend = Keyword.find(MathKeyword.Prepend.class, keywords);
    MathKeyword.Append append = Keyword.find(MathKeyword.Append.class, keywords);
    List<NDArray> parts = new ArrayList<>();
    if (prepend != null) {
      parts.add(alongside(a, axis, prepend.value()));
    }
    parts.add(a);
    if (append != null) {
      parts.add(alongside(a, axis, append.value()));
    }
    return parts.size() == 1 ? a : Concatenation.along(axis, parts);
  }

  /// A scalar is repeated to one layer of the array.
  private static NDArray alongside(NDArray a, int axis, Object value) {
    NDArray array = ArrayLike.of(value).toDevice(a.device());
    return array.ndim() > 0
        ? array
        : Dispatch.apply(new Primitive.BroadcastTo(a.shape().with(axis, 1)), array);
  }

  public static NDArray flat(NDArray ary, Keyword[] keywords) {
    MathKeyword.ToBegin begin = Keyword.find(MathKeyword.ToBegin.class, keywords);
    MathKeyword.ToEnd end = Keyword.find(MathKeyword.ToEnd.class, keywords);
    NDArray flat = ary.reshape(-1);
    List<NDArray> parts = new ArrayList<>();
    if (begin != null) {
      parts.add(fitting(flat, begin.value(), "to_begin"));
    }
    parts.add(
        Formula.subtract(Slices.openPart(flat, 0, 1L, null), Slices.openPart(flat, 0, null, -1L)));
    if (end != null) {
      parts.add(fitting(flat, end.value(), "to_end"));
    }
    return parts.size() == 1 ? parts.getFirst() : Concatenation.concatenate(parts);
  }

  private static NDArray fitting(NDArray flat, Object value, String name) {
    NDArray array = ArrayLike.of(value);
    if (!array.dtype().canCast(flat.dtype(), Casting.SAME_KIND)) {
      throw new TypeError(
          "dtype of `"
              + name
              + "` must be compatible with input `ary` under the `same_kind` rule.");
    }
    return Casts.to(array.reshape(-1), flat.dtype()).toDevice(flat.device());
  }

  public static NDArray unwrap(NDArray p, Keyword[] keywords) {
    int axis = axis(keywords, p.ndim());
    return ResultOrder.asCopied(p, axis, (ordered, k) -> unwrapped(ordered, k, keywords));
  }

  private static NDArray unwrapped(NDArray p, int axis, Keyword[] keywords) {
    MathKeyword.Period given = Keyword.find(MathKeyword.Period.class, keywords);
    MathKeyword.Discont discont = Keyword.find(MathKeyword.Discont.class, keywords);
    Object period = given == null ? (Object) (2 * Math.PI) : given.value();
    double length = ArrayLike.number(period, "period");
    NDArray steps = once(p, axis);
    ElementType type = TypeRules.result(new Object[] {steps, period}).element();
    Object high =
        type.isInteger() ? (Object) Math.floorDiv((long) length, 2L) : (Object) (length / 2);
    Object low = type.isInteger() ? (Object) (-(Long) high) : (Object) (-length / 2);
    NDArray wrapped = Formula.add(Formula.remainder(Formula.subtract(steps, low), period), low);
    if (!type.isInteger() || (long) length % 2 == 0) {
      NDArray atEnd = Formula.logicalAnd(Formula.equal(wrapped, low), Formula.greater(steps, 0L));
      wrapped = Choice.select(Formula.logicalNot(atEnd), wrapped, ((Number) high).doubleValue());
    }
    NDArray correction = Formula.subtract(wrapped, steps);
    double least = discont == null ? length / 2 : discont.value();
    Object jump = type.isInteger() && least == Math.rint(least) ? (Object) (long) least : least;
    NDArray isWrap = Formula.greaterEqual(Formula.absolute(steps), jump);
    NDArray shifts = Aggregates.cumsum(Choice.select(isWrap, correction, 0), axis);
    NDArray rest = Formula.add(Slices.openPart(p, axis, 1L, null), shifts);
    NDArray first = Casts.to(Slices.openPart(p, axis, null, 1L), type);
    return Concatenation.along(axis, List.of(first, Casts.to(rest, type)));
  }

  public static NDArray trapezoid(NDArray y, Keyword[] keywords) {
    MathKeyword.X x = Keyword.find(MathKeyword.X.class, keywords);
    MathKeyword.Dx dx = Keyword.find(MathKeyword.Dx.class, keywords);
    int axis = axis(keywords, y.ndim());
    Object widths = dx == null ? (Object) 1.0 : dx.value();
    if (x != null) {
      NDArray places = ArrayLike.of(x.value()).toDevice(y.device());
      NDArray steps = once(places, places.ndim() == 1 ? 0 : axis);
      widths = steps.ndim() == 1 ? alongAxis(steps, y.ndim(), axis) : steps;
    }
    NDArray pairs =
        Formula.add(Slices.openPart(y, axis, 1L, null), Slices.openPart(y, axis, null, -1L));
    return Aggregates.sum(Formula.divide(Formula.multiply(widths, pairs), 2.0), axis);
  }

  /// A vector as an array of length one along all other axes.
  static NDArray alongAxis(NDArray vector, int rank, int axis) {
    long[] dims = new long[rank];
    Arrays.fill(dims, 1);
    dims[axis] = vector.size();
    return Dispatch.apply(new Primitive.Reshape(Shape.of(dims)), vector);
  }
}
