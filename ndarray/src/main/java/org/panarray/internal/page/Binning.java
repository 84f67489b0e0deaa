package org.panarray.internal.page;

import java.util.List;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.statistics.IntegerCounts;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Counting by bins.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.statistics.html#histograms">NumPy's
///   page</a>
public sealed interface Binning permits Np {

  /// How often each integer from 0 to the largest is there: `numpy.bincount`, int64. Keywords:
  /// `weights` (summed instead, float64), `minlength`.
  ///
  /// ```java
  /// np.bincount(new int[] {0, 2, 2}) // [1 0 2]
  /// ```
  ///
  /// @throws ValueError `'list' argument must have no negative elements`
  /// @throws TypeError where the elements do not cast safely to int64
  default NDArray bincount(Object x, Keyword.ForBincount... keywords) {
    NDArray list = ArrayLike.of(x);
    if (list.ndim() != 1) {
      throw new ValueError(
          list.ndim() == 0
              ? "object of too small depth for desired array"
              : "object too deep for desired array");
    }
    if (list.size() > 0 || x instanceof NDArray) {
      ElementType type = list.dtype().storage();
      if (!list.dtype().isNumeric()) {
        Casts.require("array data", list.dtype(), DType.INT64, Casting.SAFE);
      }
      Casts.require(
          "array data",
          type == ElementType.UINT64 ? ElementType.INT64 : type,
          ElementType.INT64,
          Casting.SAFE);
    }
    NDArray places = Casts.to(list, ElementType.INT64);
    Keyword.Minlength minlength = Keyword.find(Keyword.Minlength.class, keywords);
    long least = minlength == null ? 0 : minlength.value();
    if (least < 0) {
      throw new ValueError("'minlength' must not be negative");
    }
    Keyword.Weights weights = Keyword.find(Keyword.Weights.class, keywords);
    NDArray counts = weights == null ? IntegerCounts.of(places, least) : null;
    if (counts != null) {
      return counts;
    }
    if (places.size() > 0) {
      if (Np.np.min(places).asLong() < 0) {
        throw new ValueError("'list' argument must have no negative elements");
      }
      least = Math.max(least, Np.np.max(places).asLong() + 1);
    }
    NDArray values =
        weights == null
            ? Dispatch.apply(new Primitive.BroadcastTo(places.shape()), one(places))
            : weights(weights, places);
    NDArray sums = Np.np.zeros(least, values.dtype()).toDevice(places.device());
    return Dispatch.apply(new Primitive.Scatter(ScalarOp.ADD, List.of(0), 0), sums, values, places);
  }

  private static NDArray one(NDArray beside) {
    return ArrayLike.scalar(1, ElementType.INT64).toDevice(beside.device());
  }

  private static NDArray weights(Keyword.Weights weights, NDArray places) {
    NDArray given = ArrayLike.of(weights.values());
    Casts.require(given, ElementType.FLOAT64, Casting.SAFE);
    if (given.size() != places.size() || given.ndim() != 1) {
      throw new ValueError("The weights and list don't have the same length.");
    }
    return Devices.beside(places, weights.values(), Casts.to(given, ElementType.FLOAT64));
  }

  /// In which bin each element is: `numpy.digitize`, int64 of the shape of `x`. Bin `i` goes from
  /// `bins[i-1]` to below `bins[i]`; with `right` the upper bound belongs to it instead.
  ///
  /// @throws ValueError `bins must be monotonically increasing or decreasing`
  /// @throws TypeError `x may not be complex`
  default NDArray digitize(Object x, Object bins, boolean right) {
    NDArray values = ArrayLike.of(x);
    if (values.dtype().isComplex()) {
      throw new TypeError("x may not be complex");
    }
    NDArray edges = Devices.beside(values, bins, ArrayLike.of(bins));
    if (!edges.dtype().isNumeric()) {
      Casts.require("array data", edges.dtype(), DType.FLOAT64, Casting.SAFE);
    }
    if (edges.ndim() != 1) {
      throw new ValueError(
          edges.ndim() == 0
              ? "object of too small depth for desired array"
              : "object too deep for desired array");
    }
    NDArray lower = edges.get(":-1");
    NDArray upper = edges.get("1:");
    // the first step decides, and only steps the other way are out of order: NaN is in order
    NDArray steps = Np.np.flatnonzero(Np.np.notEqual(lower, upper));
    boolean rising = Np.np.less(lower.get(steps), upper.get(steps)).get("0:1").all().asBoolean();
    NDArray wrong = rising ? Np.np.greater(lower, upper) : Np.np.less(lower, upper);
    if (wrong.any().asBoolean()) {
      throw new ValueError("bins must be monotonically increasing or decreasing");
    }
    if (rising) {
      return Np.np.searchsorted(edges, values, Kw.side(right ? "left" : "right"));
    }
    NDArray behind =
        Np.np.searchsorted(edges.get("::-1"), values, Kw.side(right ? "left" : "right"));
    return Np.np.subtract(edges.size(), behind);
  }

  /// As [#digitize(Object, Object, boolean)] without `right`.
  default NDArray digitize(Object x, Object bins) {
    return digitize(x, bins, false);
  }
}
