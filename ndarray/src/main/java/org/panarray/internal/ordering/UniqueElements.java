package org.panarray.internal.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storage;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.indexing.Taking;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.result.UniqueResult;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// The different elements (or rows) of an array: equal ones are neighbours when sorted, and each
/// run of them starts where an element differs from the one before.
public final class UniqueElements {
  private final NDArray items; // 1-d elements, or rows (count, length)
  private final Shape shape;
  private final @Nullable NDArray order;
  private final NDArray starts; // bool, in sorted order
  private final NDArray values;

  /// @param ordered whether [#index] and [#inverse] will be asked for
  public UniqueElements(NDArray array, boolean ordered, boolean equalNan) {
    items = array.reshape(-1);
    shape = array.shape();
    NDArray sorted;
    if (ordered) {
      order = Ordering.argsort(items);
      sorted = Taking.at(items, order);
    } else {
      order = null;
      sorted = Ordering.sort(items);
    }
    starts = equalNan ? startsOfNumbers(sorted) : starts(sorted);
    values = Taking.where(sorted, starts);
  }

  /// The different rows along the first axis of a 2-d array.
  private UniqueElements(NDArray rows) {
    items = rows;
    long count = rows.shape(0);
    shape = Shape.of(count);
    order = rowOrder(rows);
    NDArray sorted = Taking.take(rows, order, Kw.axis(0));
    NDArray differs =
        Aggregates.any(Formula.notEqual(sorted.get("1:"), sorted.get(":-1")), Kw.axis(1));
    starts = count == 0 ? differs : Concatenation.concatenate(List.of(first(rows), differs));
    values = Taking.take(sorted, Counting.flatnonzero(starts), Kw.axis(0));
  }

  public static UniqueResult of(NDArray array, Keyword[] keywords) {
    Keyword.ReturnIndex index = Keyword.find(Keyword.ReturnIndex.class, keywords);
    Keyword.ReturnInverse inverse = Keyword.find(Keyword.ReturnInverse.class, keywords);
    Keyword.ReturnCounts counts = Keyword.find(Keyword.ReturnCounts.class, keywords);
    Keyword.EqualNan equalNan = Keyword.find(Keyword.EqualNan.class, keywords);
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    boolean wantsIndex = index != null && index.value();
    boolean wantsInverse = inverse != null && inverse.value();
    UniqueElements parts;
    NDArray values;
    if (named == null || named.axes() == null || isOneAxis(array, named.single())) {
      boolean oneNan = equalNan == null || equalNan.value();
      parts = new UniqueElements(array, wantsIndex || wantsInverse, oneNan);
      values = parts.values();
    } else {
      int axis = Axes.normalize(named.single(), array.ndim());
      NDArray front = AxisOrder.moveaxis(array, axis, 0);
      long count = front.shape(0);
      long length = front.shape().remove(0).size();
      parts = new UniqueElements(front.reshape(count, length));
      NDArray rows = parts.values();
      values = AxisOrder.moveaxis(rows.reshape(front.shape().with(0, rows.shape(0))), 0, axis);
    }
    return new UniqueResult(
        values,
        wantsIndex ? parts.index() : null,
        wantsInverse ? parts.inverse() : null,
        counts != null && counts.value() ? parts.counts() : null);
  }

  private static boolean isOneAxis(NDArray array, int axis) {
    Axes.normalize(axis, array.ndim());
    return array.ndim() == 1;
  }

  public NDArray values() {
    return values;
  }

  /// Where each value was first; the order is stable.
  public NDArray index() {
    return Taking.where(sortedOrder(), starts);
  }

  /// Which value each element is.
  public NDArray inverse() {
    NDArray numbers = Aggregates.cumsum(starts).minus(1);
    NDArray places = sortedOrder();
    NDArray target = NewArrays.emptyLike(numbers);
    if (numbers.size() > 0) {
      target.at(places).set(numbers);
    }
    return target.reshape(shape);
  }

  /// How often each value was there.
  public NDArray counts() {
    NDArray from = Counting.flatnonzero(starts);
    NDArray total = NewArrays.full(1, starts.size()).toDevice(from.device());
    NDArray to = Concatenation.concatenate(List.of(from, total));
    return to.get("1:").minus(to.get(":-1"));
  }

  private NDArray sortedOrder() {
    return java.util.Objects.requireNonNull(order);
  }

  /// Where a sorted 1-d array differs from the element before; NaN differs from NaN.
  public static NDArray starts(NDArray sorted) {
    NDArray differs = Formula.notEqual(sorted.get("1:"), sorted.get(":-1"));
    return sorted.size() == 0
        ? Casts.to(Storage.of(sorted), ElementType.BOOL)
        : Concatenation.concatenate(List.of(first(sorted), differs));
  }

  private static NDArray first(NDArray beside) {
    return NewArrays.ones(1, DType.BOOL).toDevice(beside.device());
  }

  /// As [#starts], all NaN being one value: only the first of them starts.
  private static NDArray startsOfNumbers(NDArray sorted) {
    NDArray starts = starts(sorted);
    boolean hasNan = !sorted.dtype().isNumeric() || sorted.dtype().isInexact();
    if (!hasNan || sorted.size() == 0) {
      return starts;
    }
    NDArray nan = Formula.isnan(sorted); // NaN is last, so these are a tail
    NDArray before =
        Concatenation.concatenate(List.of(Formula.logicalNot(first(sorted)), nan.get(":-1")));
    return starts.and(Formula.logicalNot(nan.and(before)));
  }

  /// Stable order of rows by their first column, then the second, and so on.
  private static NDArray rowOrder(NDArray rows) {
    NDArray order = NewArrays.arange(rows.shape(0)).toDevice(rows.device());
    for (long column = rows.shape(1) - 1; column >= 0; column--) {
      NDArray key = Taking.at(rows.get(":", column), order);
      order = Taking.at(order, Dispatch.apply(new Primitive.ArgSort(0), key));
    }
    return order;
  }
}
