package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Formula;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.ordering.Ordering;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;

/// Quantiles of elements that count more or less often: the first element in order at which the
/// running sum of the weights reaches the fraction asked for.
public final class WeightedQuantiles {
  private WeightedQuantiles() {}

  /// The weights among the keywords, of the array's shape; null where there are none.
  ///
  /// @throws ValueError `Only method 'inverted_cdf' supports weights. Got: linear.`, `Weights must
  ///   be non-negative.`, or where the shapes do not fit
  static @Nullable NDArray weights(NDArray array, int[] axes, String method, Keyword[] keywords) {
    Keyword.Weights given = Keyword.find(Keyword.Weights.class, keywords);
    if (given == null) {
      return null;
    }
    if (!method.equals("inverted_cdf")) {
      throw new ValueError("Only method 'inverted_cdf' supports weights. Got: " + method + ".");
    }
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    boolean along = named != null && named.axes() != null;
    NDArray weights = Averages.weights(ArrayLike.of(given.values()), array, axes, along);
    if (Formula.any(ScalarOp.LESS, weights)) {
      throw new ValueError("Weights must be non-negative.");
    }
    return Dimensions.broadcastTo(Casts.to(weights, ElementType.FLOAT64), array.dims());
  }

  /// One quantile a fraction, along the first axis; sums and fractions are compared in `type`.
  ///
  /// @throws ValueError `Weights included NaN, inf or were all zero.`
  static List<NDArray> of(NDArray array, NDArray weights, double[] fractions, ElementType type) {
    long n = array.shape(0);
    if (n == 0) {
      throw new org.panarray.error.IndexError("index -1 is out of bounds for axis 0 with size 0");
    }
    NDArray order = Ordering.argsort(array, Kw.axis(0), Kw.stable(true));
    NDArray ordered = Taking.takeAlongAxis(array, order, Kw.axis(0));
    NDArray reached = Casts.to(reached(Taking.takeAlongAxis(weights, order, Kw.axis(0))), type);
    NDArray last = ordered.get(n - 1);
    List<NDArray> parts = new ArrayList<>();
    for (double fraction : fractions) {
      NDArray before = Aggregates.sum(Formula.less(reached, fraction), 0);
      NDArray at = Dimensions.expandDims(Formula.minimum(before, n - 1), 0);
      NDArray part = Dimensions.squeeze(Taking.takeAlongAxis(ordered, at, Kw.axis(0)), 0);
      parts.add(ordered.dtype().isInexact() ? Choice.where(Formula.isnan(last), last, part) : part);
    }
    return parts;
  }

  /// Which fraction of all weights is reached at each element; below every fraction where none is.
  private static NDArray reached(NDArray weights) {
    NDArray sums = Aggregates.cumsum(weights, 0);
    NDArray reached = sums.div(sums.get(-1));
    if (Formula.any(ScalarOp.ISNAN, reached.get(-1))) {
      throw new ValueError("Weights included NaN, inf or were all zero.");
    }
    return Choice.where(Formula.equal(reached, 0), -1.0, reached);
  }
}
