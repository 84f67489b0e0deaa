package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.engine.FloatFault;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.error.ZeroDivisionError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.RealParts;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.linear.MatrixProduct;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.StatisticsKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Average;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;

/// Weighted means, covariances, and functions along an axis.
public final class Averages {
  private Averages() {}

  public static Average average(NDArray array, Keyword[] keywords) {
    Keyword.Weights given = Keyword.find(Keyword.Weights.class, keywords);
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    if (axis != null && axis.axes() != null) {
      for (int one : axis.axes()) {
        Axes.normalize(one, array.ndim(), "axis");
      }
    }
    int[] axes = Reducer.axes(keywords, array.ndim(), (int[]) null);
    boolean keepdims = Reducer.keepdims(keywords);
    if (given == null) {
      NDArray mean = Moments.mean(array, Kw.axis(axes), Kw.keepdims(keepdims));
      if (!array.dtype().isNumeric()) { // NumPy has no dtype for the counts then
        throw new ValueError("Could not convert object to NumPy timedelta");
      }
      double count = mean.size() == 0 ? 0 : (double) array.size() / mean.size();
      return new Average(mean, NewArrays.fullLike(mean, count));
    }
    boolean named = Keyword.find(Keyword.Axis.class, keywords) != null;
    NDArray weights = weights(ArrayLike.of(given.values()), array, axes, named);
    if (!array.dtype().isNumeric() || !weights.dtype().isNumeric()) {
      TypeRules.result(new Object[] {array.dtype(), weights.dtype(), DType.FLOAT64});
    }
    ElementType type = ElementType.promote(array.dtype().element(), weights.dtype().element());
    if (!array.dtype().isInexact()) {
      type = ElementType.promote(type, ElementType.FLOAT64);
    }
    DType dtype = DType.of(type);
    NDArray total = Aggregates.sum(weights, Kw.axis(axes), Kw.keepdims(keepdims), dtype);
    if (Formula.any(ScalarOp.EQUAL, total)) {
      throw new ZeroDivisionError("Weights sum to zero, can't be normalized");
    }
    NDArray sum =
        Aggregates.sum(
            Elementwise.applyWith(ScalarOp.MULTIPLY, new Object[] {array, weights}, dtype),
            Kw.axis(axes),
            Kw.keepdims(keepdims));
    NDArray average = sum.div(total);
    return new Average(average, Dimensions.broadcastTo(total, average.dims()).copy());
  }

  /// The weights with the array's axes, of length one where they were not given.
  static NDArray weights(NDArray weights, NDArray array, int[] axes, boolean named) {
    if (weights.shape().equals(array.shape())) {
      return weights;
    }
    if (!named) {
      throw new TypeError("Axis must be specified when shapes of a and weights differ.");
    }
    boolean fits = weights.ndim() == axes.length;
    for (int i = 0; i < axes.length && fits; i++) {
      fits = weights.shape(i) == array.shape(axes[i]);
    }
    if (!fits) {
      throw new ValueError(
          "Shape of weights must be consistent with shape of a along specified axis.");
    }
    long[] dims = new long[array.ndim()];
    Arrays.fill(dims, 1);
    Integer[] order = new Integer[axes.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Integer.compare(axes[a], axes[b]));
    int[] permutation = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    for (int axis : axes) {
      dims[axis] = array.shape(axis);
    }
    return AxisOrder.permuted(weights, permutation).reshape(dims);
  }

  public static NDArray covariance(NDArray m, @Nullable NDArray y, Keyword[] keywords) {
    if (m.ndim() > 2) {
      throw new ValueError("m has more than 2 dimensions");
    }
    if (y != null && y.ndim() > 2) {
      throw new ValueError("y has more than 2 dimensions");
    }
    StatisticsKeyword.Rowvar rowvar = Keyword.find(StatisticsKeyword.Rowvar.class, keywords);
    boolean columns = rowvar != null && !rowvar.value();
    ElementType type = covarianceType(m, y, keywords);
    NDArray x = variables(m, type, columns && m.ndim() != 1);
    if (x.shape(0) == 0) {
      return NewArrays.zeros(0, 0);
    }
    if (y != null) {
      NDArray more = variables(y, type, false);
      x = Concatenation.along(0, List.of(x, columns && more.shape(0) != 1 ? more.T() : more));
    }
    double ddof = degrees(keywords);
    NDArray w = observationWeights(keywords, x.shape(1));
    Average average =
        average(
            x, w == null ? new Keyword[] {Kw.axis(1)} : new Keyword[] {Kw.axis(1), Kw.weights(w)});
    Object inverse =
        w == null
            ? (Object) inverse(x.shape(1) - ddof)
            : weightedInverse(w, average.sumOfWeights(), ddof, keywords);
    Storing.requireOutput(
        "subtract", average.average().dtype().element(), x.dtype().element(), Casting.SAME_KIND);
    NDArray centred = x.minus(Dimensions.expandDims(average.average(), 1));
    NDArray weighted = w == null ? centred : centred.times(w);
    NDArray product = MatrixProduct.dotOf(centred, Formula.conjugate(weighted.T()));
    return Dimensions.squeeze(Formula.multiply(product, inverse));
  }

  private static ElementType covarianceType(NDArray m, @Nullable NDArray y, Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    if (dtype != null) {
      return dtype.element();
    }
    ElementType type = ElementType.promote(m.dtype().element(), ElementType.FLOAT64);
    return y == null ? type : ElementType.promote(type, y.dtype().element());
  }

  private static NDArray variables(NDArray array, ElementType type, boolean transposed) {
    NDArray rows = Dimensions.atleast2d(Casts.to(array, type));
    return transposed ? rows.T() : rows;
  }

  private static double degrees(Keyword[] keywords) {
    Keyword.Ddof ddof = Keyword.find(Keyword.Ddof.class, keywords);
    StatisticsKeyword.Bias bias = Keyword.find(StatisticsKeyword.Bias.class, keywords);
    if (ddof == null) {
      return bias != null && bias.value() ? 0 : 1;
    }
    if (ddof.value() != Math.rint(ddof.value())) {
      throw new ValueError("ddof must be integer");
    }
    return ddof.value();
  }

  private static @Nullable NDArray observationWeights(Keyword[] keywords, long count) {
    StatisticsKeyword.Fweights often = Keyword.find(StatisticsKeyword.Fweights.class, keywords);
    StatisticsKeyword.Aweights much = Keyword.find(StatisticsKeyword.Aweights.class, keywords);
    NDArray w = null;
    if (often != null) {
      w = ArrayLike.of(often.values(), ElementType.FLOAT64);
      if (!Formula.equal(w, Formula.rint(w)).all().asBoolean()) {
        throw new TypeError("fweights must be integer");
      }
      requireWeights(w, count, "fweights");
    }
    if (much != null) {
      NDArray weights = ArrayLike.of(much.values(), ElementType.FLOAT64);
      requireWeights(weights, count, "aweights");
      w = w == null ? weights : w.times(weights);
    }
    return w;
  }

  private static void requireWeights(NDArray weights, long count, String name) {
    if (weights.ndim() > 1) {
      throw new ValueError("cannot handle multidimensional " + name);
    }
    if (weights.size() != count) {
      throw new ValueError("incompatible numbers of samples and " + name);
    }
    if (Formula.any(ScalarOp.LESS, weights)) {
      throw new ValueError(name + " cannot be negative");
    }
  }

  private static double inverse(double factor) {
    if (factor > 0) {
      return 1 / factor;
    }
    Warnings.warn("RuntimeWarning", "Degrees of freedom <= 0 for slice");
    Faults.report("divide", FloatFault.DIVIDE);
    return Double.POSITIVE_INFINITY;
  }

  /// One over what a weighted covariance is divided by: an array, since it depends on the weights.
  private static Object weightedInverse(
      NDArray w, NDArray sumOfWeights, double ddof, Keyword[] keywords) {
    StatisticsKeyword.Aweights much = Keyword.find(StatisticsKeyword.Aweights.class, keywords);
    NDArray total = sumOfWeights.get(0).real();
    NDArray factor = total;
    if (much != null && ddof != 0) {
      NDArray squares = Aggregates.sum(w.times(ArrayLike.of(much.values())));
      factor = total.minus(squares.times(ddof).div(total));
    } else if (ddof != 0) {
      factor = total.minus(ddof);
    }
    return factor.asDouble() > 0 ? Formula.divide(1.0, factor) : (Object) inverse(0);
  }

  public static NDArray correlation(NDArray covariance) {
    if (covariance.ndim() == 0) {
      return covariance.div(covariance);
    }
    NDArray diagonal = Dispatch.apply(new Primitive.Diagonal(0, 0, 1), covariance);
    NDArray real =
        covariance.dtype().isComplex()
            ? Dispatch.apply(new Primitive.Part(false), diagonal)
            : diagonal;
    NDArray deviation = Formula.sqrt(real);
    NDArray scaled =
        covariance
            .div(Dimensions.expandDims(deviation, 1))
            .div(Dimensions.expandDims(deviation, 0));
    return RealParts.map(
        scaled,
        part ->
            Expr.apply(
                ScalarOp.CLIP,
                part,
                new Expr.Const(-1, part.type()),
                new Expr.Const(1, part.type())));
  }

  public static NDArray cumulative(ScalarOp op, NDArray array, Keyword[] keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    StatisticsKeyword.IncludeInitial initial =
        Keyword.find(StatisticsKeyword.IncludeInitial.class, keywords);
    if (axis == null && array.ndim() > 1) {
      throw new ValueError(
          "For arrays which have more than one dimension ``axis`` argument is required.");
    }
    int along = Axes.normalize(axis == null ? 0 : axis.single(), array.ndim());
    if (initial == null || !initial.value()) {
      return new Reducer(op, keywords).accumulate(array, along);
    }
    Keyword[] plain =
        Arrays.stream(keywords)
            .filter(keyword -> !(keyword instanceof Keyword.Out))
            .toArray(Keyword[]::new);
    NDArray running = new Reducer(op, plain).accumulate(array, along);
    NDArray first =
        NewArrays.full(
            array.shape().with(along, 1).toArray(), op == ScalarOp.ADD ? 0 : 1, running.dtype());
    NDArray joined =
        Dispatch.apply(new Primitive.Concat(along), first.toDevice(running.device()), running);
    return Storing.to(keywords, op.numpyName(), joined);
  }

  public static NDArray alongAxis(Function<NDArray, ?> function, int axis, NDArray array) {
    int along = Axes.normalize(axis, array.ndim());
    NDArray last = AxisOrder.moveaxis(array, along, -1);
    long[] outer = Arrays.copyOf(last.dims(), last.ndim() - 1);
    long rows = Arrays.stream(outer).reduce(1, (a, b) -> a * b);
    if (rows == 0) {
      throw new ValueError("Cannot apply_along_axis when any iteration dimensions are 0");
    }
    List<NDArray> results = new ArrayList<>();
    for (NDArray row : last.reshape(rows, last.shape(-1))) {
      results.add(
          ArrayLike.of(
              Required.argument(
                  Required.argument(function, "func1d").apply(row), "func1d's result")));
    }
    NDArray stacked = Concatenation.stack(results);
    long[] inner = Arrays.copyOfRange(stacked.dims(), 1, stacked.ndim());
    long[] dims = Arrays.copyOf(outer, outer.length + inner.length);
    System.arraycopy(inner, 0, dims, outer.length, inner.length);
    NDArray shaped = stacked.reshape(dims);
    int[] from = new int[inner.length];
    int[] to = new int[inner.length];
    for (int i = 0; i < inner.length; i++) {
      from[i] = outer.length + i;
      to[i] = along + i;
    }
    return AxisOrder.moveaxis(shaped, from, to);
  }

  /// The first differences of a 1-d array.
  static NDArray differences(NDArray edges) {
    long n = edges.shape(0);
    return edges.get(Index.slice(1, n)).minus(edges.get(Index.slice(0, Math.max(0, n - 1))));
  }
}
