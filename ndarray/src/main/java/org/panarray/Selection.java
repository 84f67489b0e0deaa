package org.panarray;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.panarray.error.IndexError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Storage;
import org.panarray.internal.indexing.IndexItems;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Index;
import org.panarray.shape.IndexPlan;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// A place in an array: what stands left of the assignment in `a[...] = v`, made by `a.at(...)`.
///
/// Reading it is `a.get(...)`. Writing converts the value to the array's dtype and repeats it to
/// the shape of the place.
public final class Selection {
  private final NDArray array;
  private final IndexItems index;
  private final IndexPlan plan;
  private final Layout layout;

  Selection(NDArray array, @Nullable Object... index) {
    this(array, IndexItems.of(index));
  }

  private Selection(NDArray array, IndexItems index) {
    this.array = array;
    this.index = index;
    this.layout = array.layout();
    this.plan = IndexPlan.of(layout, index.items());
  }

  /// `a[...]`: a view for basic indexing; a copy where index arrays or masks take part, also 0-d
  /// ones, and where integers alone name one element, which NumPy returns as a scalar.
  public NDArray get() {
    NDArray basic = basic(false);
    if (!plan.isAdvanced()) {
      return index.copying() || isElement()
          ? Dispatch.apply(new Primitive.Copy(Order.K), basic)
          : basic;
    }
    if (plan.indexedAxes().isEmpty()) {
      return gatherWithoutAxes(basic);
    }
    NDArray[] inputs = inputs(basic, null);
    try {
      return plan.advancedShape().size() == 0 ? gathered(inputs) : gatheredInMemoryOrder(inputs);
    } catch (IndexError e) {
      throw inSourceTerms(e, inputs);
    }
  }

  private NDArray gathered(NDArray[] inputs) {
    return Dispatch.apply(new Primitive.Gather(axes(), plan.resultAxis()), inputs);
  }

  /// In memory the axes of the index arrays come first, then the others in the order of the
  /// source's strides: so NumPy walks them.
  private NDArray gatheredInMemoryOrder(NDArray[] inputs) {
    List<Integer> indexed = axes();
    Layout layout = inputs[0].layout();
    int[] kept =
        IntStream.range(0, layout.rank()).filter(axis -> !indexed.contains(axis)).toArray();
    int[] sorted =
        Arrays.stream(kept)
            .boxed()
            .sorted(Comparator.comparingLong(axis -> -Math.abs(layout.stride(axis))))
            .mapToInt(Integer::intValue)
            .toArray();
    int rank = plan.advancedShape().rank();
    if (plan.resultAxis() == 0 && Arrays.equals(kept, sorted)) {
      return gathered(inputs);
    }
    NDArray[] moved = inputs.clone();
    moved[0] =
        AxisOrder.permuted(
            inputs[0],
            IntStream.concat(indexed.stream().mapToInt(Integer::intValue), Arrays.stream(sorted))
                .toArray());
    List<Integer> front = IntStream.range(0, indexed.size()).boxed().toList();
    NDArray result = Dispatch.apply(new Primitive.Gather(front, 0), moved);
    int[] back = new int[rank + kept.length];
    int next = 0;
    for (int i = 0; i < back.length; i++) {
      int inside = i - plan.resultAxis();
      if (inside >= 0 && inside < rank) {
        back[i] = inside;
      } else {
        int axis = kept[next++];
        back[i] =
            rank
                + IntStream.range(0, sorted.length)
                    .filter(k -> sorted[k] == axis)
                    .findFirst()
                    .orElseThrow();
      }
    }
    return AxisOrder.permuted(result, back);
  }

  /// `a[...] = value`. Where index arrays name an element twice, the last value wins.
  ///
  /// @throws ValueError `could not broadcast input array from shape (3,) into shape (2,)`, or
  ///   `assignment destination is read-only`
  public NDArray set(Object value) {
    if (!array.flags().writeable()) {
      throw new ValueError("assignment destination is read-only");
    }
    NDArray source = value(value);
    if (!(value instanceof NDArray) && !plan.isAdvanced()) {
      requireDepth(source);
    }
    write(null, source);
    return array;
  }

  /// `op.at(a, index, value)`: combines every value, also where an element is named twice.
  void combine(ScalarOp op, Object value) {
    write(op, value(value));
  }

  /// The values, not converted, repeated to the shape of the place.
  NDArray fitted(NDArray values) {
    return fit(values.toDevice(array.device()), plan.shape());
  }

  /// `a[...] += value`: reads, combines once and writes.
  public NDArray plusAssign(Object value) {
    return update(ScalarOp.ADD, value);
  }

  /// `a[...] -= value`.
  public NDArray minusAssign(Object value) {
    return update(ScalarOp.SUBTRACT, value);
  }

  /// `a[...] *= value`.
  public NDArray timesAssign(Object value) {
    return update(ScalarOp.MULTIPLY, value);
  }

  /// `a[...] /= value`.
  public NDArray divAssign(Object value) {
    return update(ScalarOp.DIVIDE, value);
  }

  private NDArray update(ScalarOp op, Object value) {
    NDArray place = get();
    if (isElement()) {
      return set(
          Elementwise.apply(op, place, value)); // a scalar in NumPy, which has no memory to update
    }
    Elementwise.applyWith(op, new Object[] {place, value}, Kw.out(place));
    return plan.isAdvanced() || index.copying() ? set(place) : array;
  }

  /// Whether the place is one element, named by integers alone.
  private boolean isElement() {
    return plan.shape().isScalar() && index.isElement();
  }

  /// The shape of the place.
  public Shape shape() {
    return plan.shape();
  }

  private NDArray value(Object value) {
    NDArray source =
        value instanceof NDArray given
            ? Casts.to(given, array.dtype())
            : ArrayLike.of(value, array.dtype());
    return array.device().equals(source.device()) || value instanceof NDArray
        ? source
        : source.toDevice(array.device());
  }

  private void write(@Nullable ScalarOp op, NDArray source) {
    if (op == null && !array.dtype().isNumeric()) {
      new Selection(Storage.of(array), index).write(null, Storage.of(source));
      return;
    }
    NDArray fitted = fit(source, plan.shape());
    NDArray basic = basic(true);
    if (plan.isAdvanced() && !plan.indexedAxes().isEmpty()) {
      NDArray[] inputs = inputs(basic, fitted);
      Primitive scatter = new Primitive.Scatter(op, axes(), plan.resultAxis());
      try {
        Dispatch.into(new NDArray[] {basic}, scatter, inputs);
      } catch (IndexError e) {
        throw inSourceTerms(e, inputs);
      }
      return;
    }
    if (plan.isAdvanced() && plan.advancedShape().size() == 0) {
      return;
    }
    NDArray flat =
        plan.isAdvanced() ? Dispatch.apply(new Primitive.Reshape(basic.shape()), fitted) : fitted;
    Expr value = new Expr.Arg(0, array.element());
    NDArray[] inputs = {flat};
    if (op != null) {
      value =
          Expr.cast(Expr.promoted(op, new Expr.Arg(1, array.element()), value), array.element());
      inputs = new NDArray[] {flat, basic};
    }
    Dispatch.into(new NDArray[] {basic}, new Primitive.Map(value), inputs);
  }

  /// @throws ValueError where a list is nested deeper than the place has axes
  private void requireDepth(NDArray source) {
    if (source.ndim() > plan.shape().rank() && !isElement()) {
      throw new ValueError(
          "setting an array element with a sequence. The requested array would exceed the maximum"
              + " number of dimension of "
              + plan.shape().rank()
              + ".");
    }
  }

  /// The same error with the axis of the array indexed: the engine sees the basic part only.
  private IndexError inSourceTerms(IndexError error, NDArray[] inputs) {
    List<IndexPlan.IndexedAxis> indexed = plan.indexedAxes();
    int first = inputs.length - indexed.size();
    for (int k = 0; k < indexed.size(); k++) {
      long dim = plan.view().dim(indexed.get(k).axis());
      for (long position : inputs[first + k].toLongArray()) {
        if (position < -dim || position >= dim) {
          return indexed.get(k).outOfBounds(position, dim);
        }
      }
    }
    return error;
  }

  private NDArray fit(NDArray source, Shape target) {
    if (isWholeMask() && array.ndim() > 0 && source.ndim() > 1) {
      throw new TypeError(
          "NumPy boolean array indexing assignment requires a 0 or 1-dimensional input, input has "
              + source.ndim()
              + " dimensions");
    }
    if (!plan.isAdvanced() && isElement() && source.ndim() > 0) {
      throw new ValueError("setting an array element with a sequence.");
    }
    NDArray trimmed = source;
    while (trimmed.ndim() > target.rank() && trimmed.shape(0) == 1) {
      trimmed =
          Dispatch.apply(new Primitive.Reshape(trimmed.shape().range(1, trimmed.ndim())), trimmed);
    }
    if (trimmed.shape().equals(target)) {
      return trimmed;
    }
    try {
      return Dispatch.apply(new Primitive.BroadcastTo(target), trimmed);
    } catch (ValueError e) {
      throw new ValueError(misfit(source, target));
    }
  }

  private String misfit(NDArray source, Shape target) {
    if (!plan.isAdvanced()) {
      return isElement()
          ? "setting an array element with a sequence."
          : "could not broadcast input array from shape "
              + source.shape().compact()
              + " into shape "
              + target.compact();
    }
    if (isWholeMask()) {
      return "NumPy boolean array indexing assignment cannot assign "
          + source.size()
          + " input values to the "
          + target.size()
          + " output values where the mask is true";
    }
    return "shape mismatch: value array of shape "
        + source.shape().compact()
        + " could not be broadcast to indexing result of shape "
        + target.compact();
  }

  /// Whether the index is one mask of the array's own shape.
  private boolean isWholeMask() {
    return index.items().size() == 1
        && index.arrays().size() == 1
        && index.arrays().getFirst().given().element().isBool()
        && index.arrays().getFirst().given().ndim() == array.ndim();
  }

  private NDArray basic(boolean writing) {
    List<Index> items = plan.isAdvanced() ? basicItems() : index.items();
    boolean arrayServes = plan.isAdvanced() || writing;
    return arrayServes && items.size() <= array.ndim() && items.stream().allMatch(Index.ALL::equals)
        ? array
        : Dispatch.slice(new Primitive.Slice(items), array, layout, plan.view());
  }

  /// The items with every index array replaced by `:` for each axis that it indexes, so that the
  /// basic part is a view of its own.
  private List<Index> basicItems() {
    List<Index> basic = new ArrayList<>();
    for (Index item : index.items()) {
      if (item instanceof Index.Advanced advanced) {
        for (int k = 0; k < advanced.axes(); k++) {
          basic.add(Index.slice(null, null, null));
        }
      } else {
        basic.add(item);
      }
    }
    return basic;
  }

  private List<Integer> axes() {
    List<Integer> axes = new ArrayList<>();
    for (IndexPlan.IndexedAxis indexed : plan.indexedAxes()) {
      axes.add(indexed.axis());
    }
    return axes;
  }

  /// The source, the values where given, and the index arrays repeated to their common shape.
  private NDArray[] inputs(NDArray source, @Nullable NDArray values) {
    List<NDArray> inputs = new ArrayList<>();
    inputs.add(source);
    if (values != null) {
      inputs.add(values);
    }
    for (IndexPlan.IndexedAxis indexed : plan.indexedAxes()) {
      int axis = indexed.isMask() ? indexed.maskAxis() : 0;
      NDArray positions = index.arrays().get(indexed.slot()).onAxes().get(axis);
      if (!positions.shape().equals(plan.advancedShape())) {
        positions = Dispatch.apply(new Primitive.BroadcastTo(plan.advancedShape()), positions);
      }
      inputs.add(positions.toDevice(array.device()));
    }
    return inputs.toArray(NDArray[]::new);
  }

  /// `a[True]` and `a[False]`: masks without axes add one of length one or none.
  private NDArray gatherWithoutAxes(NDArray basic) {
    Shape one = basic.shape().insert(plan.resultAxis(), 1);
    NDArray lifted = Dispatch.apply(new Primitive.Reshape(one), basic);
    if (plan.advancedShape().size() == 0) {
      Layout none = Layout.contiguous(plan.shape());
      return Storage.as(Dispatch.emptyBeside(array, array.dtype().storage(), none), array.dtype());
    }
    NDArray wide = Dispatch.apply(new Primitive.BroadcastTo(plan.shape()), lifted);
    return Dispatch.apply(new Primitive.Copy(Order.C), wide);
  }
}
