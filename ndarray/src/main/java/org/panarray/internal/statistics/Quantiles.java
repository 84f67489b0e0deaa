package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.engine.FloatFault;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.Storing;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.array.Weak;
import org.panarray.internal.indexing.Choice;
import org.panarray.internal.ordering.Ordering;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;

/// Medians and quantiles, from the elements in order.
///
/// R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", The American Statistician
/// 50 (1996), for the methods.
public final class Quantiles {
  private Quantiles() {}

  /// Which elements in order a quantile lies between, and how far along.
  private record Place(double virtual, boolean between) {}

  private static String methodOf(Keyword[] keywords) {
    RandomKeyword.Method method = Keyword.find(RandomKeyword.Method.class, keywords);
    return method == null ? "linear" : method.value();
  }

  /// The array with the reduced axes joined into one at the front.
  static NDArray front(NDArray array, int[] axes) {
    int[] kept = Axes.complement(axes, array.ndim());
    int[] order = new int[array.ndim()];
    System.arraycopy(axes, 0, order, 0, axes.length);
    System.arraycopy(kept, 0, order, axes.length, kept.length);
    long[] dims = new long[kept.length + 1];
    dims[0] = Reducer.count(array, axes);
    for (int i = 0; i < kept.length; i++) {
      dims[i + 1] = array.shape(kept[i]);
    }
    NDArray ordered =
        Arrays.equals(order, Axes.all(order.length)) ? array : AxisOrder.permuted(array, order);
    return Arrays.equals(dims, ordered.dims()) ? ordered : ordered.reshape(dims);
  }

  /// The lines in order, as far as the elements at some places ask, and the last, which is NaN if
  /// any is.
  private static NDArray sorted(NDArray front, Collection<Long> places) {
    List<Long> all = new ArrayList<>(places);
    all.add(front.shape(0) - 1);
    return Dispatch.apply(new Primitive.Sort(0, Ordering.places(all)), front);
  }

  public static NDArray median(NDArray array, Keyword... keywords) {
    int[] axes = axes(array, keywords);
    NDArray front = front(array, axes);
    long n = front.shape(0);
    NDArray ordered = sorted(front, List.of(Math.max(0, n / 2 - 1), n / 2));
    NDArray middle =
        n == 0 ? ordered : ordered.get(Index.slice(n % 2 == 0 ? n / 2 - 1 : n / 2, n / 2 + 1));
    NDArray result = Moments.mean(middle, Kw.axis(0));
    if (n > 0) {
      result = nanWhereLast(ordered, result);
    }
    return finish(result, array, axes, keywords, 0);
  }

  private static int[] axes(NDArray array, Keyword[] keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    return axis == null || axis.axes() == null || axis.axes().length == 1
        ? Reducer.axes(keywords, array.ndim(), (int[]) null)
        : Axes.normalizeAll(axis.axes(), array.ndim(), "repeated axis");
  }

  /// Keeps the reduced axes where asked, behind `lead` axes of quantiles, and fills `out`.
  private static NDArray finish(
      NDArray result, NDArray array, int[] axes, Keyword[] keywords, int lead) {
    NDArray shaped = result;
    if (Reducer.keepdims(keywords)) {
      long[] kept = Reducer.shape(array, axes, true).toArray();
      long[] dims = new long[lead + kept.length];
      for (int i = 0; i < lead; i++) {
        dims[i] = result.shape(i);
      }
      System.arraycopy(kept, 0, dims, lead, kept.length);
      shaped = result.reshape(dims);
    }
    return Storing.to(keywords, "add", shaped);
  }

  public static NDArray percentile(NDArray array, Object q, Keyword... keywords) {
    return quantile(array, q, 100, "Percentiles must be in the range [0, 100]", keywords);
  }

  public static NDArray quantile(
      NDArray array, Object q, double scale, String outside, Keyword[] keywords) {
    NDArray asked = ArrayLike.of(q);
    if (asked.ndim() > 2) {
      throw new ValueError("q must be a scalar or 1d");
    }
    if (array.dtype().isComplex()) {
      throw new org.panarray.error.TypeError("a must be an array of real numbers");
    }
    ElementType precise = precision(array, asked, Weak.of(q) != null);
    double[] fractions = fractions(asked, scale, precise, outside);
    int[] axes = axes(array, keywords);
    String method = methodOf(keywords);
    NDArray weights = WeightedQuantiles.weights(array, axes, method, keywords);
    boolean none = asked.size() == 0;
    List<NDArray> parts = new ArrayList<>();
    if (weights == null) {
      if (scale == 1 && !asked.dtype().isInexact() && method.equals("linear")) {
        method = "lower"; // the ends themselves, in the array's own type
      }
      NDArray front = front(array, axes);
      NDArray ordered = sorted(front, places(fractions, method, front.shape(0), precise));
      for (int i = 0; i < fractions.length; i++) {
        NDArray change = change(asked, i, scale, precise);
        parts.add(one(ordered, fractions[i], change, method, precise));
      }
      if (none) {
        parts.add(one(ordered, 0, null, method, precise));
      }
    } else {
      ElementType own = asked.dtype().isFloat() ? asked.dtype().element() : ElementType.FLOAT64;
      double[] sums = none ? new double[1] : fractions(asked, scale, own, outside);
      parts.addAll(WeightedQuantiles.of(front(array, axes), front(weights, axes), sums, own));
    }
    NDArray result = parts.getFirst();
    if (asked.ndim() > 0) {
      result = stacked(parts, none).reshape(joint(asked, result));
    }
    return finish(result, array, axes, keywords, asked.ndim());
  }

  /// @throws ValueError with the text `outside` where one is below 0 or above 1
  private static double[] fractions(NDArray asked, double scale, ElementType type, String outside) {
    double[] fractions = asked.toDoubleArray();
    for (int i = 0; i < fractions.length; i++) {
      fractions[i] = round(fractions[i] / scale, type);
      if (!(fractions[i] >= 0 && fractions[i] <= 1)) {
        throw new ValueError(outside);
      }
    }
    return fractions;
  }

  /// [#quantile] of every row without its NaN.
  public static NDArray nanQuantile(
      NDArray array, Object q, double scale, String outside, Keyword[] keywords) {
    int[] axes = axes(array, keywords);
    RandomKeyword.Method method = Kw.method(methodOf(keywords));
    fractions(ArrayLike.of(q), scale, ElementType.FLOAT64, outside);
    NDArray weights = WeightedQuantiles.weights(array, axes, method.value(), keywords);
    BiFunction<NDArray, @Nullable NDArray, NDArray> quantile =
        (row, w) ->
            quantile(
                row,
                q,
                scale,
                outside,
                w == null ? new Keyword[] {method} : new Keyword[] {method, Kw.weights(w)});
    return withoutNan(array, weights, keywords, quantile);
  }

  /// [#median] of every row without its NaN.
  public static NDArray nanMedian(NDArray array, Keyword[] keywords) {
    return withoutNan(array, null, keywords, (row, _) -> median(row, new Keyword[0]));
  }

  /// The parts along a new first axis, without any of them where only their shape was wanted.
  private static NDArray stacked(List<NDArray> parts, boolean none) {
    NDArray stacked = Concatenation.stack(parts);
    return none ? Slices.part(stacked, 0, 0, 0) : stacked;
  }

  private static long[] joint(NDArray outer, NDArray inner) {
    long[] dims = Arrays.copyOf(outer.dims(), outer.ndim() + inner.ndim());
    System.arraycopy(inner.dims(), 0, dims, outer.ndim(), inner.ndim());
    return dims;
  }

  /// The type in which NumPy computes the places: the array's own for a Python float.
  private static ElementType precision(NDArray array, NDArray asked, boolean weak) {
    return weak && array.dtype().isFloat()
        ? array.dtype().element()
        : asked.dtype().isFloat() ? asked.dtype().element() : ElementType.FLOAT64;
  }

  private static double round(double value, ElementType type) {
    return type == ElementType.FLOAT32 ? (float) value : value;
  }

  /// Zero, as an array that a recorder follows back to a fraction: the places are found from
  /// numbers.
  private static @Nullable NDArray change(NDArray asked, int i, double scale, ElementType precise) {
    if (!Ambient.current().isFollowed() || !asked.dtype().isFloat()) {
      return null;
    }
    NDArray q = asked.reshape(-1).get((long) i);
    return Casts.to(q.minus(q.asDouble()).div(scale), precise);
  }

  private static NDArray one(
      NDArray ordered,
      double fraction,
      @Nullable NDArray change,
      String method,
      ElementType precise) {
    long n = ordered.shape(0);
    if (n == 0) {
      throw new org.panarray.error.IndexError("index -1 is out of bounds for axis 0 with size 0");
    }
    Place place = place(method, n, fraction, precise);
    return nanWhereLast(ordered, at(ordered, place, change, method, precise));
  }

  /// NaN where there is one among the elements in order: it is the last then.
  private static NDArray nanWhereLast(NDArray ordered, NDArray result) {
    if (!ordered.dtype().isNumeric()) {
      NDArray last = element(ordered, ordered.shape(0) - 1);
      return Choice.where(Formula.isnan(last), last, result);
    }
    ElementType type = ordered.dtype().element();
    if (!type.isInexact()) {
      return result;
    }
    Expr last = new Expr.Arg(0, type);
    ElementType wide = ElementType.promote(type, result.dtype().element());
    Expr chosen =
        Expr.apply(
            ScalarOp.SELECT,
            Expr.apply(ScalarOp.ISNAN, last),
            Expr.cast(last, wide),
            Expr.cast(new Expr.Arg(1, result.dtype().element()), wide));
    return Dispatch.apply(
        new Primitive.Map(chosen), element(ordered, ordered.shape(0) - 1), result);
  }

  /// One of the elements in order, as a view.
  private static NDArray element(NDArray ordered, long place) {
    return Dispatch.apply(new Primitive.Slice(List.of(Index.at(place))), ordered);
  }

  private static NDArray at(
      NDArray ordered, Place place, @Nullable NDArray change, String method, ElementType precise) {
    long n = ordered.shape(0);
    double virtual = place.virtual();
    if (!place.between()) {
      return ordered.get((long) virtual);
    }
    double floor = Math.floor(virtual);
    long previous = virtual >= n - 1 ? n - 1 : virtual < 0 ? 0 : (long) floor;
    long next = virtual >= n - 1 ? n - 1 : virtual < 0 ? 0 : (long) floor + 1;
    double gamma = gamma(method, virtual, virtual >= n - 1 ? -1 : virtual < 0 ? 0 : floor);
    NDArray shift = change == null ? null : change.times(slope(method, n));
    return interpolate(
        element(ordered, previous), element(ordered, next), round(gamma, precise), shift, precise);
  }

  /// All the places that the quantiles lie at or between.
  private static Set<Long> places(double[] fractions, String method, long n, ElementType precise) {
    Set<Long> places = new HashSet<>();
    for (double fraction : n == 0 ? new double[0] : fractions) {
      long place = (long) Math.floor(place(method, n, fraction, precise).virtual());
      places.add(Math.clamp(place, 0, n - 1));
      places.add(Math.clamp(place + 1, 0, n - 1));
    }
    return places;
  }

  /// How far the weight moves with the fraction.
  private static double slope(String method, long n) {
    return switch (method) {
      case "midpoint", "averaged_inverted_cdf" -> 0;
      default ->
          place(method, n, 1, ElementType.FLOAT64).virtual()
              - place(method, n, 0, ElementType.FLOAT64).virtual();
    };
  }

  /// `a + (b - a) t`, from the nearer end.
  private static NDArray interpolate(
      NDArray a, NDArray b, double t, @Nullable NDArray shift, ElementType precise) {
    NDArray distance = b.minus(a);
    NDArray weight = ArrayLike.scalar(t, precise).toDevice(a.device());
    NDArray rest = ArrayLike.scalar(1 - t, precise).toDevice(a.device());
    if (shift != null) {
      NDArray moved = shift.toDevice(a.device());
      weight = weight.plus(moved);
      rest = rest.minus(moved);
    }
    return t >= 0.5 ? b.minus(distance.times(rest)) : a.plus(distance.times(weight));
  }

  private static Place place(String method, long n, double q, ElementType precise) {
    double linear = round((n - 1) * q, precise);
    return switch (method) {
      case "linear" -> new Place(linear, true);
      case "lower" -> new Place(Math.floor(linear), false);
      case "higher" -> new Place(Math.ceil(linear), false);
      case "nearest" -> new Place(Math.rint(linear), false);
      case "midpoint" -> new Place(0.5 * (Math.floor(linear) + Math.ceil(linear)), true);
      case "inverted_cdf" -> new Place(step(n * q - 1, false), false);
      case "closest_observation" -> new Place(step(n * q - 1 - 0.5, true), false);
      case "averaged_inverted_cdf" -> new Place(n * q - 1, true);
      case "interpolated_inverted_cdf" -> new Place(virtual(n, q, 0, 1), true);
      case "hazen" -> new Place(virtual(n, q, 0.5, 0.5), true);
      case "weibull" -> new Place(virtual(n, q, 0, 0), true);
      case "median_unbiased" -> new Place(virtual(n, q, 1 / 3.0, 1 / 3.0), true);
      case "normal_unbiased" -> new Place(virtual(n, q, 3 / 8.0, 3 / 8.0), true);
      default ->
          throw new ValueError(
              "'"
                  + method
                  + "' is not a valid method. Use one of: dict_keys(['inverted_cdf',"
                  + " 'averaged_inverted_cdf', 'closest_observation', 'interpolated_inverted_cdf',"
                  + " 'hazen', 'weibull', 'linear', 'median_unbiased', 'normal_unbiased', 'lower',"
                  + " 'higher', 'midpoint', 'nearest'])");
    };
  }

  private static double virtual(long n, double q, double alpha, double beta) {
    return n * q + (alpha + q * (1 - alpha - beta)) - 1;
  }

  private static double step(double index, boolean toOdd) {
    double floor = Math.floor(index);
    boolean exact = index == floor;
    boolean stay = toOdd ? exact && Math.floorMod((long) floor, 2) == 1 : exact;
    return Math.max(0, stay ? floor : floor + 1);
  }

  private static double gamma(String method, double virtual, double previous) {
    double gamma = virtual - previous;
    return switch (method) {
      case "averaged_inverted_cdf" -> gamma == 0 ? 0.5 : 1;
      case "midpoint" -> virtual % 1 == 0 ? 0 : 0.5;
      default -> gamma;
    };
  }

  /// The function of every row, and of its weights, without its NaN; NaN with a warning where
  /// nothing is left.
  private static NDArray withoutNan(
      NDArray array,
      @Nullable NDArray weights,
      Keyword[] keywords,
      BiFunction<NDArray, @Nullable NDArray, NDArray> function) {
    if (array.size() == 0 && !array.dtype().isNumeric()) {
      return Moments.mean(array, keywords);
    }
    int[] axes = axes(array, keywords);
    NDArray rows = rows(array, axes);
    NDArray weightRows = weights == null ? null : rows(weights, axes);
    boolean inexact = array.dtype().hasNan();
    ElementType type = array.dtype().isInexact() ? array.dtype().element() : ElementType.FLOAT64;
    boolean meanOfNothing = array.size() == 0 && type.isComplex();
    Object filler = meanOfNothing ? new Complex(Double.NaN, Double.NaN) : (Object) Double.NaN;
    NDArray nan = ArrayLike.scalar(filler, type).toDevice(array.device()).reshape(1);
    nan = array.dtype().isNumeric() ? nan : Casts.to(nan, array.dtype());
    List<NDArray> results = new ArrayList<>();
    if (array.size() == 0 && rows.shape(0) > 0) {
      warnOfNothing(inexact, axes.length == array.ndim() && !Reducer.keepdims(keywords));
    }
    for (long i = 0; i < rows.shape(0); i++) {
      NDArray row = rows.get(i);
      NDArray counted = weightRows == null ? null : weightRows.get(i);
      if (inexact) {
        NDArray numbers = Formula.logicalNot(Formula.isnan(row));
        row = row.get(numbers);
        counted = counted == null ? null : counted.get(numbers);
      }
      if (row.size() == 0) {
        if (array.size() != 0) {
          Warnings.warn("RuntimeWarning", "All-NaN slice encountered");
        }
        row = nan;
        counted = counted == null ? null : NewArrays.onesLike(row);
      }
      results.add(function.apply(row, counted));
    }
    boolean none = results.isEmpty();
    NDArray sample =
        none
            ? function.apply(nan, weights == null ? null : NewArrays.onesLike(nan))
            : results.getFirst();
    int lead = sample.ndim();
    long[] outer = Reducer.shape(array, axes, false).toArray();
    long[] dims = Arrays.copyOf(outer, outer.length + lead);
    System.arraycopy(sample.dims(), 0, dims, outer.length, lead);
    int[] order = new int[dims.length];
    for (int i = 0; i < dims.length; i++) {
      order[i] = i < lead ? outer.length + i : i - lead;
    }
    NDArray parts = stacked(none ? List.of(sample) : results, none).reshape(dims);
    return finish(AxisOrder.permuted(parts, order), array, axes, keywords, lead);
  }

  /// What NumPy says where it takes the mean of nothing.
  private static void warnOfNothing(boolean inexact, boolean whole) {
    Warnings.warn("RuntimeWarning", "Mean of empty slice");
    if (!inexact) {
      Faults.report(whole ? "scalar divide" : "divide", FloatFault.INVALID);
    }
  }

  /// What is reduced as the rows of a matrix.
  private static NDArray rows(NDArray array, int[] axes) {
    NDArray front = front(array, axes);
    return front.reshape(front.shape(0), front.shape().remove(0).size()).T();
  }
}
