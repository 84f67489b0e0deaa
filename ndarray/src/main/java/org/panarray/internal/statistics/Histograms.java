package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Weak;
import org.panarray.internal.ordering.Ordering;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.shaping.Updates;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.StatisticsKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ScalarOp;
import org.panarray.result.Histogram;
import org.panarray.result.HistogramDd;
import org.panarray.shape.Index;

/// Histograms of one and more dimensions.
public final class Histograms {
  private Histograms() {}

  private static @Nullable Object bins(Keyword[] keywords) {
    StatisticsKeyword.Bins bins = Keyword.find(StatisticsKeyword.Bins.class, keywords);
    return bins == null ? null : bins.value();
  }

  private static double @Nullable [] range(Keyword[] keywords, int dimension, int dimensions) {
    StatisticsKeyword.Range range = Keyword.find(StatisticsKeyword.Range.class, keywords);
    double[][] all = range == null ? null : Required.all(range.bounds(), "range");
    if (all != null && all.length != dimensions) {
      throw new ValueError("range argument must have one entry per dimension");
    }
    double[] bounds = all == null ? null : all[dimension];
    if (bounds != null && bounds.length != 2) {
      throw new ValueError(
          bounds.length < 2
              ? "not enough values to unpack (expected 2, got " + bounds.length + ")"
              : "too many values to unpack (expected 2)");
    }
    return bounds;
  }

  public static Histogram histogram(NDArray array, Keyword... keywords) {
    return Devices.on(array, () -> counted(array, keywords));
  }

  private static Histogram counted(NDArray array, Keyword[] keywords) {
    StatisticsKeyword.Density density = Keyword.find(StatisticsKeyword.Density.class, keywords);
    NDArray weights = weights(array, keywords);
    NDArray flat = flat(array);
    NDArray edges = edges(flat, keywords);
    NDArray counts = count(flat, weights, edges);
    if (density != null && density.value()) {
      NDArray widths = Casts.to(Averages.differences(edges), ElementType.FLOAT64);
      return new Histogram(counts.div(widths).div(Aggregates.sum(counts)), edges);
    }
    return new Histogram(counts, edges);
  }

  public static NDArray binEdges(NDArray array, Keyword[] keywords) {
    weights(array, keywords); // checked, though they do not change the edges
    return edges(flat(array), keywords);
  }

  /// @throws ValueError `weights should have the same shape as a.`
  private static @Nullable NDArray weights(NDArray array, Keyword[] keywords) {
    Keyword.Weights given = Keyword.find(Keyword.Weights.class, keywords);
    if (given == null) {
      return null;
    }
    NDArray weights = ArrayLike.of(given.values());
    if (!weights.shape().equals(array.shape())) {
      throw new ValueError("weights should have the same shape as a.");
    }
    return weights.reshape(-1);
  }

  private static NDArray flat(NDArray array) {
    NDArray flat = array.reshape(-1);
    return flat.dtype().isBool() ? Casts.to(flat, ElementType.UINT8) : flat;
  }

  /// What lies between edges: by binary search, which agrees with NumPy's on every edge.
  private static NDArray count(NDArray flat, @Nullable NDArray weights, NDArray edges) {
    long last = Math.max(0, edges.size() - 1);
    ElementType type = weights == null ? ElementType.INT64 : weights.dtype().element();
    // What lies outside is counted at both ends, and cut off.
    NDArray counts = NewArrays.zeros(new long[] {last + 2}, DType.of(type)).toDevice(flat.device());
    if (last == 0) {
      return counts.get("1:-1");
    }
    NDArray place = Ordering.searchSorted(edges, flat, Kw.side("right"));
    NDArray onLast = flat.eq(edges.get(last));
    place = Formula.subtract(place, Casts.to(onLast, ElementType.INT64));
    Updates.at(ScalarOp.ADD, counts, place, weights == null ? 1 : weights);
    return counts.get("1:-1").copy();
  }

  private static NDArray edges(NDArray flat, Keyword[] keywords) {
    Object bins = bins(keywords);
    if (bins != null && Weak.of(bins) == Weak.FLOAT) {
      throw new TypeError("`bins` must be an integer, a string, or an array");
    }
    if (bins == null || bins instanceof Number) {
      return equal(flat, bins == null ? 10 : ((Number) bins).longValue(), range(keywords, 0, 1));
    }
    if (bins instanceof String rule) {
      if (Keyword.find(Keyword.Weights.class, keywords) != null) {
        throw new TypeError(
            "Automated estimation of the number of bins is not supported for weighted data");
      }
      double[] outer = outer(flat, range(keywords, 0, 1));
      NDArray kept = flat.get(Formula.logicalAnd(flat.ge(outer[0]), flat.le(outer[1])));
      return equal(flat, BinRules.count(rule, kept, outer), range(keywords, 0, 1));
    }
    NDArray edges = ArrayLike.of(bins);
    if (edges.ndim() != 1) {
      throw new ValueError("`bins` must be 1d, when an array");
    }
    requireIncreasing(edges, "`bins` must increase monotonically, when an array");
    return edges;
  }

  private static void requireIncreasing(NDArray edges, String text) {
    long n = edges.size();
    if (n > 1
        && edges.get(Index.slice(0, n - 1)).gt(edges.get(Index.slice(1, n))).any().asBoolean()) {
      throw new ValueError(text);
    }
  }

  private static NDArray equal(NDArray flat, long count, double @Nullable [] range) {
    if (count < 1) {
      throw new ValueError("`bins` must be positive, when an integer");
    }
    double[] outer = outer(flat, range);
    ElementType type = flat.dtype().isFloat() ? flat.dtype().element() : ElementType.FLOAT64;
    // the array's own ends are numbers of its type, in which the edges between are computed too
    ElementType ends = range == null ? type : ElementType.FLOAT64;
    NDArray spaced =
        Spacing.samples(
            ArrayLike.scalar(outer[0], ends),
            ArrayLike.scalar(outer[1], ends),
            Kw.num(count + 1),
            DType.of(type));
    NDArray edges = following(spaced, flat, range);
    long n = edges.size();
    if (edges.get(Index.slice(0, n - 1)).ge(edges.get(Index.slice(1, n))).any().asBoolean()) {
      throw new ValueError(
          "Too many bins for data range. Cannot create " + count + " finite-sized bins.");
    }
    return edges;
  }

  /// Edges that reach from the smallest to the largest element move with them: for a recorder zero
  /// is added, as arrays.
  private static NDArray following(NDArray edges, NDArray flat, double @Nullable [] range) {
    boolean still = range != null || flat.size() == 0 || !flat.dtype().isFloat();
    if (still || !Ambient.current().isFollowed()) {
      return edges;
    }
    NDArray along = Spacing.samples(0, 1, Kw.num(edges.size()));
    NDArray first = flat.min();
    NDArray last = flat.max();
    NDArray change =
        first
            .minus(first.asDouble())
            .times(Formula.subtract(1, along))
            .plus(last.minus(last.asDouble()).times(along));
    return edges.plus(Casts.to(change, edges.dtype()));
  }

  /// The first and the last edge.
  private static double[] outer(NDArray flat, double @Nullable [] range) {
    double first;
    double last;
    if (range != null) {
      first = range[0];
      last = range[1];
      if (first > last) {
        throw new ValueError("max must be larger than min in range parameter.");
      }
    } else if (flat.size() == 0) {
      first = 0;
      last = 1;
    } else {
      first = flat.min().asDouble();
      last = flat.max().asDouble();
    }
    if (!Double.isFinite(first) || !Double.isFinite(last)) {
      throw new ValueError(
          (range != null ? "supplied" : "autodetected")
              + " range of ["
              + text(first)
              + ", "
              + text(last)
              + "] is not finite");
    }
    return first == last ? new double[] {first - 0.5, last + 0.5} : new double[] {first, last};
  }

  private static String text(double value) {
    return ArrayLike.of(value).toString();
  }

  public static HistogramDd dimensional(NDArray sample, Keyword[] keywords) {
    NDArray points = sample.ndim() == 2 ? sample : Dimensions.atleast2d(sample).T();
    int d = Math.toIntExact(points.shape(1));
    NDArray[] edges = new NDArray[d];
    List<Object> perDimension = perDimension(bins(keywords), d);
    Object[] places = new Object[d];
    long[] dims = new long[d];
    Index[] core = new Index[d];
    for (int i = 0; i < d; i++) {
      NDArray column = points.get(Index.ALL, i);
      edges[i] = dimensionEdges(column, perDimension.get(i), range(keywords, i, d), i);
      long last = edges[i].size() - 1;
      NDArray place = Ordering.searchSorted(edges[i], column, Kw.side("right"));
      NDArray onLast = column.eq(edges[i].get(last));
      places[i] = Formula.subtract(place, Casts.to(onLast, ElementType.INT64));
      dims[i] = last + 2; // what lies outside is counted at both ends, and cut off
      core[i] = Index.slice(1, last + 1);
    }
    Keyword.Weights given = Keyword.find(Keyword.Weights.class, keywords);
    NDArray all = NewArrays.zeros(dims);
    Object amount = given == null ? 1.0 : ArrayLike.of(given.values(), ElementType.FLOAT64);
    Updates.at(ScalarOp.ADD, all, places, amount);
    NDArray hist = all.get((Object[]) core);
    StatisticsKeyword.Density density = Keyword.find(StatisticsKeyword.Density.class, keywords);
    return new HistogramDd(
        density != null && density.value() ? normalised(hist, edges) : hist, edges);
  }

  private static NDArray normalised(NDArray hist, NDArray[] edges) {
    NDArray total = Aggregates.sum(hist);
    NDArray scaled = hist;
    for (int i = 0; i < edges.length; i++) {
      long[] dims = new long[edges.length];
      java.util.Arrays.fill(dims, 1);
      dims[i] = edges[i].size() - 1;
      scaled = scaled.div(Averages.differences(edges[i]).reshape(dims));
    }
    return scaled.div(total);
  }

  private static List<Object> perDimension(@Nullable Object bins, int d) {
    List<Object> all = new ArrayList<>();
    if (bins == null || bins instanceof Number) {
      for (int i = 0; i < d; i++) {
        all.add(bins == null ? 10 : bins);
      }
      return all;
    }
    Iterable<?> several =
        bins instanceof Object[] items
            ? java.util.Arrays.asList(items)
            : bins instanceof List<?> list ? list : ArrayLike.of(bins);
    several.forEach(all::add);
    if (all.size() != d) {
      if (d == 2 && all.size() != 1) {
        return List.of(bins, bins); // histogram2d takes one list of edges for both axes
      }
      throw new ValueError("The dimension of bins must be equal to the dimension of the sample x.");
    }
    return all;
  }

  private static NDArray dimensionEdges(
      NDArray column, Object bins, double @Nullable [] range, int dimension) {
    NDArray given = ArrayLike.of(bins);
    if (given.ndim() == 0) {
      long count = given.asLong();
      if (count < 1) {
        throw new ValueError("`bins[" + dimension + "]` must be positive, when an integer");
      }
      double[] outer = outer(column, range);
      return following(Spacing.samples(outer[0], outer[1], Kw.num(count + 1)), column, range);
    }
    if (given.ndim() > 1) {
      throw new ValueError("`bins[" + dimension + "]` must be a scalar or 1d array");
    }
    requireIncreasing(
        given, "`bins[" + dimension + "]` must be monotonically increasing, when an array");
    return given;
  }
}
