package org.panarray.internal.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.internal.array.Weak;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Linspace;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// How `linspace` and its kin are computed: step by step as NumPy, so that every bit agrees.
public final class Spacing {
  private Spacing() {}

  private static long count(Keyword[] keywords) {
    Keyword.Num num = Keyword.find(Keyword.Num.class, keywords);
    long count = num == null ? 50 : num.value();
    if (count < 0) {
      throw new ValueError("Number of samples, " + count + ", must be non-negative.");
    }
    return count;
  }

  private static boolean endpoint(Keyword[] keywords) {
    Keyword.Endpoint endpoint = Keyword.find(Keyword.Endpoint.class, keywords);
    return endpoint == null || endpoint.value();
  }

  private static int axis(Keyword[] keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    return axis == null ? 0 : axis.single();
  }

  private static NDArray inexact(Object value, ElementType type) {
    return ArrayLike.of(value, type).toDevice(Ambient.current().device);
  }

  /// The type of two array-likes (scalars are weak), at least float64 where it is an integer.
  private static ElementType common(Object start, Object stop) {
    NDArray[] arrays = new NDArray[2];
    ElementType[] types = UfuncTypes.resolve(ScalarOp.ADD, new Object[] {start, stop}, arrays);
    ElementType type = ElementType.promote(types[0], types[1]);
    return type.isInexact() ? type : ElementType.FLOAT64;
  }

  public static NDArray samples(Object start, Object stop, Keyword... keywords) {
    return linspace(start, stop, keywords).samples();
  }

  public static Linspace linspace(Object start, Object stop, Keyword[] keywords) {
    long num = count(keywords);
    boolean endpoint = endpoint(keywords);
    long parts = endpoint ? num - 1 : num;
    ElementType type = common(start, stop);
    NDArray from = inexact(start, type);
    NDArray to = inexact(stop, type);
    NDArray delta = Formula.subtract(to, from);
    NDArray counted = ramp(num, type, delta.ndim());
    NDArray step = ArrayLike.scalar(Double.NaN, ElementType.FLOAT64);
    NDArray samples;
    if (parts > 0) {
      step = Formula.divide(delta, (double) parts);
      samples =
          Formula.any(ScalarOp.EQUAL, step)
              ? Formula.multiply(Formula.divide(counted, (double) parts), delta)
              : Formula.multiply(counted, step);
    } else {
      samples = Formula.multiply(counted, delta);
    }
    samples = Formula.add(samples, from);
    if (endpoint && num > 1) {
      samples.at(num - 1, Index.ELLIPSIS).set(to);
    }
    samples = AxisOrder.moveaxis(samples, 0, axis(keywords));
    DType dtype = Keyword.dtypeIn(keywords);
    // durations are integers to NumPy, dates are not
    if (dtype != null && "ium".indexOf(dtype.kind()) >= 0) {
      samples = Formula.floor(samples);
    }
    return new Linspace(dtype == null ? samples : Casts.to(samples, dtype), step);
  }

  /// `0, 1, ..., num - 1` with `rank` axes of length one behind.
  private static NDArray ramp(long num, ElementType type, int rank) {
    long[] dims = new long[rank + 1];
    Arrays.fill(dims, 1);
    dims[0] = num;
    return Dispatch.apply(
        new Primitive.Generate(Shape.of(dims), Expr.cast(new Expr.Index(0), type)));
  }

  private static Keyword[] without(Class<? extends Keyword> type, Keyword[] keywords) {
    return Arrays.stream(keywords)
        .filter(keyword -> !type.isInstance(keyword) && !(keyword instanceof DType))
        .filter(keyword -> !(keyword instanceof Keyword.Dtype))
        .toArray(Keyword[]::new);
  }

  public static NDArray logspace(Object start, Object stop, Keyword[] keywords) {
    Keyword.@Nullable Base base = Keyword.find(Keyword.Base.class, keywords);
    DType dtype = Keyword.dtypeIn(keywords);
    Keyword[] plain = without(Keyword.Base.class, keywords);
    Object of = base == null ? 10.0 : base.value();
    NDArray result =
        Weak.of(of) == null
            ? powers(ArrayLike.of(of), start, stop, plain)
            : Formula.power(of, linspace(start, stop, plain).samples());
    return dtype == null ? result : Casts.to(result, dtype.element());
  }

  /// Samples of several bases: base, start and stop broadcast, beside the axis of the samples.
  private static NDArray powers(NDArray base, Object start, Object stop, Keyword[] keywords) {
    NDArray[] all = Dimensions.broadcastArrays(start, stop, base);
    NDArray exponents = linspace(all[0], all[1], keywords).samples();
    return Formula.power(Dimensions.expandDims(all[2], axis(keywords)), exponents);
  }

  public static NDArray geomspace(Object start, Object stop, Keyword[] keywords) {
    ElementType type = common(start, stop);
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype != null) {
      type = ElementType.promote(type, dtype.element());
    }
    NDArray from = inexact(start, type);
    NDArray to = inexact(stop, type);
    if (Formula.any(ScalarOp.EQUAL, from) || Formula.any(ScalarOp.EQUAL, to)) {
      throw new ValueError("Geometric sequence cannot include zero");
    }
    NDArray sign = Formula.sign(from);
    NDArray first = Formula.divide(from, sign);
    NDArray last = Formula.divide(to, sign);
    Keyword[] plain = without(Keyword.Axis.class, keywords);
    NDArray samples = logspace(Formula.log10(first), Formula.log10(last), plain);
    long num = count(keywords);
    if (num > 0) {
      samples.at(0).set(first);
      if (num > 1 && endpoint(keywords)) {
        samples.at(num - 1).set(last);
      }
    }
    NDArray result = AxisOrder.moveaxis(Formula.multiply(samples, sign), 0, axis(keywords));
    return dtype == null ? result : Casts.to(result, dtype.element());
  }
}
