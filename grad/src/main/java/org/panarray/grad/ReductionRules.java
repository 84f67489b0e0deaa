package org.panarray.grad;

import static org.panarray.Np.np;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Rules of reductions and scans: first the cotangent of every combined element, then through the
/// element's expression.
final class ReductionRules {
  private ReductionRules() {}

  static @Nullable NDArray[] reduce(
      Primitive.Reduce reduce, Saved saved, NDArray g, boolean[] needed, boolean masked) {
    Shape[] shapes = new Shape[saved.inputCount()];
    for (int i = 0; i < shapes.length; i++) {
      shapes[i] = saved.inputShape(i);
    }
    Shape full = Shape.broadcast(shapes);
    int[] axes = reduce.axes().stream().mapToInt(Integer::intValue).toArray();
    NDArray spread = Broadcasting.spread(g, full, axes);
    if (!reduce.element().type().isInexact()) {
      return Vjp.none(saved);
    }
    boolean alone = full.reduced(axes, false).size() == full.size();
    NDArray cotangent =
        reduce.op() == ScalarOp.ADD || alone
            ? spread
            : ofElements(reduce, saved, spread, full, axes);
    return ElementwiseRules.map(reduce.element(), saved, cotangent, needed, masked);
  }

  private static NDArray ofElements(
      Primitive.Reduce reduce, Saved saved, NDArray g, Shape full, int[] axes) {
    NDArray elements = elements(reduce.element(), saved, full);
    return switch (reduce.op()) {
      case MULTIPLY -> np.multiply(g, np.conjugate(productOfOthers(elements, axes)));
      case MAXIMUM, MINIMUM, FMAX, FMIN -> {
        NDArray result = Broadcasting.spread(saved.output(0), full, axes);
        NDArray chosen = np.equal(elements, result).astype(g.dtype());
        NDArray ties = np.sum(chosen, Kw.axis(axes), Kw.keepdims(true));
        yield np.divide(np.multiply(g, chosen), np.maximum(ties, 1));
      }
      case LOGADDEXP ->
          np.multiply(g, np.exp(elements.minus(Broadcasting.spread(saved.output(0), full, axes))));
      case LOGADDEXP2 ->
          np.multiply(g, np.exp2(elements.minus(Broadcasting.spread(saved.output(0), full, axes))));
      case HYPOT -> {
        NDArray length = Broadcasting.spread(saved.output(0), full, axes);
        yield np.divide(np.multiply(g, elements), np.where(np.equal(length, 0), 1, length));
      }
      default ->
          throw new TypeError(
              "the reduction by " + reduce.op().numpyName() + " has no gradient rule");
    };
  }

  private static NDArray elements(Expr element, Saved saved, Shape full) {
    NDArray[] inputs = new NDArray[saved.inputCount()];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = saved.input(i);
    }
    NDArray elements = Dispatch.apply(new Primitive.Map(element), inputs);
    return elements.shape().equals(full)
        ? elements
        : Dispatch.apply(new Primitive.BroadcastTo(full), elements);
  }

  /// For every element the product of all others that it is combined with, also where some are
  /// zero: the product of those before times the product of those after.
  private static NDArray productOfOthers(NDArray elements, int[] axes) {
    int rank = elements.ndim();
    int[] kept = Axes.complement(axes, rank);
    int[] order = new int[rank];
    System.arraycopy(kept, 0, order, 0, kept.length);
    System.arraycopy(axes, 0, order, kept.length, axes.length);
    NDArray front = elements.transpose(order);
    long[] flatDims = new long[kept.length + 1];
    long rows = 1;
    for (int i = 0; i < kept.length; i++) {
      flatDims[i] = elements.shape(kept[i]);
    }
    for (int axis : axes) {
      rows *= elements.shape(axis);
    }
    flatDims[kept.length] = rows;
    NDArray flat = front.reshape(flatDims);
    int last = kept.length;
    NDArray before = exclusiveProduct(flat, last);
    NDArray after = np.flip(exclusiveProduct(np.flip(flat, last), last), last);
    NDArray others = np.multiply(before, after).reshape(front.shape());
    return others.transpose(Axes.inverse(order));
  }

  private static NDArray exclusiveProduct(NDArray x, int axis) {
    long length = x.shape(axis);
    if (length == 0) {
      return x;
    }
    NDArray one = np.ones(x.shape().with(axis, 1).toArray(), x.dtype()).toDevice(x.device());
    NDArray all = np.cumprod(x, axis);
    Object[] items = new Object[axis + 1];
    java.util.Arrays.fill(items, org.panarray.shape.Index.ALL);
    items[axis] = org.panarray.shape.Index.slice(0, length - 1);
    return Dispatch.apply(new Primitive.Concat(axis), one, all.get(items));
  }

  static NDArray scan(Primitive.Scan scan, Saved saved, NDArray g) {
    int axis = scan.axis();
    return switch (scan.op()) {
      case ADD -> reverseSum(g, axis);
      case MULTIPLY -> productScan(saved.input(0), g, axis);
      case MAXIMUM, MINIMUM, FMAX, FMIN -> extremumScan(saved, g, axis);
      default ->
          throw new TypeError(
              "the running result of " + scan.op().numpyName() + " has no gradient rule");
    };
  }

  private static NDArray reverseSum(NDArray g, int axis) {
    return np.flip(np.cumsum(np.flip(g, axis), axis), axis);
  }

  /// `dx_i = p_i * r_i` with the product `p_i` of what is before and the suffix recurrence `r_i =
  /// g_i + x_(i+1) * r_(i+1)`, which needs no division and so allows zeros.
  private static NDArray productScan(NDArray x, NDArray g, int axis) {
    NDArray conjugated = np.conjugate(x);
    NDArray before = exclusiveProduct(conjugated, axis);
    long length = x.shape(axis);
    NDArray result = np.zerosLike(g);
    NDArray carried = null;
    for (long i = length - 1; i >= 0; i--) {
      NDArray here = at(g, axis, i);
      if (carried != null) {
        here = here.plus(np.multiply(at(conjugated, axis, i + 1), carried));
      }
      carried = here;
      result = put(result, axis, i, np.multiply(here, at(before, axis, i)));
    }
    return result;
  }

  private static Object[] place(int axis, long i) {
    Object[] items = new Object[axis + 1];
    java.util.Arrays.fill(items, org.panarray.shape.Index.ALL);
    items[axis] = i;
    return items;
  }

  private static NDArray at(NDArray x, int axis, long i) {
    return x.get(place(axis, i));
  }

  private static NDArray put(NDArray x, int axis, long i, NDArray value) {
    x.at(place(axis, i)).set(value);
    return x;
  }

  /// Each running extremum is one element: the last place where it changed.
  private static NDArray extremumScan(Saved saved, NDArray g, int axis) {
    NDArray x = saved.input(0);
    NDArray attained = np.equal(x, saved.output(0));
    NDArray coordinate = AxisIndices.along(x.shape(), axis).toDevice(x.device());
    Expr place =
        Expr.apply(
            ScalarOp.SELECT,
            new Expr.Arg(0, org.panarray.prim.ElementType.BOOL),
            new Expr.Arg(1, org.panarray.prim.ElementType.INT64),
            new Expr.Const(0, org.panarray.prim.ElementType.INT64));
    NDArray candidates = Dispatch.apply(new Primitive.Map(place), attained, coordinate);
    NDArray source = Dispatch.apply(new Primitive.Scan(ScalarOp.MAXIMUM, axis), candidates);
    NDArray[] inputs = new NDArray[x.ndim() + 2];
    inputs[0] = np.zerosLike(g);
    inputs[1] = g;
    System.arraycopy(AxisIndices.indices(source, axis), 0, inputs, 2, x.ndim());
    List<Integer> all = AxisIndices.axes(x.ndim());
    return Dispatch.apply(new Primitive.Scatter(ScalarOp.ADD, all, 0), inputs);
  }
}
