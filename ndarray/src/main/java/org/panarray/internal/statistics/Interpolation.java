package org.panarray.internal.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ElementFunctions;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Slices;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// `np.interp`: straight lines between samples.
public final class Interpolation {
  private Interpolation() {}

  public static NDArray interpolate(Object x, Object xp, Object fp, Keyword[] keywords) {
    MathKeyword.Period period = Keyword.find(MathKeyword.Period.class, keywords);
    MathKeyword.Left left = Keyword.find(MathKeyword.Left.class, keywords);
    MathKeyword.Right right = Keyword.find(MathKeyword.Right.class, keywords);
    NDArray given = ArrayLike.of(x);
    Casts.require(given, ElementType.FLOAT64, Casting.SAFE);
    NDArray at = Casts.to(given, ElementType.FLOAT64);
    NDArray places = Casts.to(ArrayLike.of(xp), ElementType.FLOAT64).toDevice(at.device());
    NDArray values = ArrayLike.of(fp).toDevice(at.device());
    values =
        Casts.to(values, values.dtype().isComplex() ? ElementType.COMPLEX128 : ElementType.FLOAT64);
    if (places.ndim() > 1 || values.ndim() > 1) {
      throw new ValueError("object too deep for desired array");
    }
    if (places.ndim() != 1 || values.ndim() != 1) {
      throw new ValueError("Data points must be 1-D sequences");
    }
    if (period != null) {
      return periodic(at, places, values, Math.abs(ArrayLike.number(period.value(), "period")));
    }
    return parts(
        at,
        places,
        values,
        left == null ? null : left.value(),
        right == null ? null : right.value());
  }

  /// Complex samples part by part, so that a part that is not finite leaves the other alone.
  private static NDArray parts(
      NDArray x, NDArray xp, NDArray fp, @Nullable Object left, @Nullable Object right) {
    ElementType type = fp.dtype().element();
    if (!type.isComplex()) {
      return between(x, xp, fp, left, right);
    }
    NDArray[] found = new NDArray[2];
    for (int i = 0; i < 2; i++) {
      Primitive.Part part = new Primitive.Part(i == 1);
      found[i] =
          between(
              x,
              xp,
              Dispatch.apply(part, fp),
              left == null ? null : Dispatch.apply(part, ArrayLike.of(left, type)),
              right == null ? null : Dispatch.apply(part, ArrayLike.of(right, type)));
    }
    NDArray imaginary = Choice.select(Formula.isnan(x), NewArrays.zerosLike(x), found[1]);
    Expr joined =
        Expr.apply(
            ScalarOp.MAKE_COMPLEX,
            new Expr.Arg(0, ElementType.FLOAT64),
            new Expr.Arg(1, ElementType.FLOAT64));
    return Dispatch.apply(new Primitive.Map(joined), found[0], imaginary);
  }

  private static NDArray periodic(NDArray x, NDArray xp, NDArray fp, double period) {
    if (period == 0) {
      throw new ValueError("period must be a non-zero value");
    }
    requireSamples(xp, fp);
    NDArray folded = Formula.remainder(xp, period);
    NDArray order = Dispatch.apply(new Primitive.ArgSort(0), folded);
    NDArray places = folded.get(order);
    NDArray values = fp.get(order);
    NDArray last = Slices.openPart(places, 0, -1L, null);
    NDArray first = Slices.part(places, 0, 0L, 1L);
    NDArray widePlaces =
        Concatenation.concatenate(
            List.of(Formula.subtract(last, period), places, Formula.add(first, period)));
    NDArray wideValues =
        Concatenation.concatenate(
            List.of(Slices.openPart(values, 0, -1L, null), values, Slices.part(values, 0, 0L, 1L)));
    return parts(Formula.remainder(x, period), widePlaces, wideValues, null, null);
  }

  private static void requireSamples(NDArray xp, NDArray fp) {
    if (xp.shape(0) != fp.shape(0)) {
      throw new ValueError("fp and xp are not of the same length.");
    }
    if (xp.size() == 0) {
      throw new ValueError("array of sample points is empty");
    }
  }

  private static NDArray between(
      NDArray x, NDArray xp, NDArray fp, @Nullable Object left, @Nullable Object right) {
    if (xp.size() == 0) {
      throw new ValueError("array of sample points is empty");
    }
    requireSamples(xp, fp);
    long last = xp.size() - 1;
    NDArray firstValue = fp.get(0L);
    NDArray lastValue = fp.get(last);
    NDArray result =
        last == 0 ? Dimensions.broadcastTo(firstValue, x.dims()) : inside(x, xp, fp, last);
    ElementType type = fp.dtype().element();
    NDArray below = left == null ? firstValue : ArrayLike.scalarOrArray(left, type, x.device());
    NDArray above = right == null ? lastValue : ArrayLike.scalarOrArray(right, type, x.device());
    result = Choice.select(Formula.less(x, xp.get(0L)), spread(below, x), result);
    result = Choice.select(Formula.greater(x, xp.get(last)), spread(above, x), result);
    result = Choice.select(Formula.equal(x, xp.get(last)), spread(lastValue, x), result);
    if (last == 0) {
      return result; // one sample stands for NaN too
    }
    return Choice.select(Formula.logicalNot(Formula.isnan(x)), result, Double.NaN);
  }

  private static NDArray spread(NDArray value, NDArray x) {
    return Dispatch.apply(new Primitive.BroadcastTo(x.shape()), value);
  }

  /// The line through the samples around each place; at a sample its value.
  private static NDArray inside(NDArray x, NDArray xp, NDArray fp, long last) {
    NDArray after = Dispatch.apply(new Primitive.SearchSorted(true), xp, x);
    NDArray low = ElementFunctions.clip(Formula.subtract(after, 1L), 0L, last - 1);
    NDArray high = Formula.add(low, 1L);
    NDArray x0 = xp.get(low);
    NDArray f0 = fp.get(low);
    NDArray x1 = xp.get(high);
    NDArray f1 = fp.get(high);
    try (ErrorScope _ = ArrayAccess.arrays().errorScope(ErrorState.all(ErrorState.Mode.IGNORE))) {
      NDArray slope = Formula.divide(Formula.subtract(f1, f0), Formula.subtract(x1, x0));
      NDArray line = Formula.add(Formula.multiply(slope, Formula.subtract(x, x0)), f0);
      NDArray fromAbove = Formula.add(Formula.multiply(slope, Formula.subtract(x, x1)), f1);
      line = Choice.select(Formula.isnan(line), fromAbove, line);
      NDArray flat = Formula.logicalAnd(Formula.isnan(line), Formula.equal(f0, f1));
      line = Choice.select(flat, f0, line);
      return Choice.select(Formula.equal(x, x0), f0, line);
    }
  }
}
