package org.panarray.internal.statistics;

import java.util.ArrayList;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.ResultOrder;
import org.panarray.internal.array.Slices;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.Weak;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;

/// `np.gradient`: central differences inside, one-sided ones at the ends.
public final class Gradients {
  private final NDArray f;
  private final int edgeOrder;

  private Gradients(NDArray f, int edgeOrder) {
    this.f = f;
    this.edgeOrder = edgeOrder;
  }

  public static List<NDArray> of(NDArray given, Object[] arguments) {
    List<Object> spacings = new ArrayList<>();
    Keyword.Axis axis = null;
    int edgeOrder = 1;
    for (Object argument : Required.all(arguments, "varargs")) {
      switch (argument) {
        case Keyword.Axis named -> axis = named;
        case MathKeyword.EdgeOrder order -> edgeOrder = order.value();
        case Keyword other ->
            throw new TypeError("gradient() got an unexpected keyword argument " + other);
        default -> spacings.add(argument);
      }
    }
    NDArray f = given.dtype().isInteger() ? Casts.to(given, ElementType.FLOAT64) : lengths(given);
    Keyword[] keywords = axis == null ? new Keyword[0] : new Keyword[] {axis};
    int[] axes = Reducer.axes(keywords, f.ndim(), (int[]) null);
    if (spacings.size() > 1 && spacings.size() != axes.length) {
      throw new TypeError("invalid number of arguments");
    }
    if (edgeOrder > 2) {
      throw new ValueError("'edge_order' greater than 2 not supported");
    }
    List<NDArray> results = new ArrayList<>();
    for (int i = 0; i < axes.length; i++) {
      Object spacing =
          spacings.isEmpty() ? (Object) 1.0 : spacings.get(spacings.size() == 1 ? 0 : i);
      int edges = edgeOrder;
      results.add(
          ResultOrder.asCopied(
              f, axes[i], (ordered, k) -> new Gradients(ordered, edges).along(k, spacing)));
    }
    return results;
  }

  /// Dates as durations since a day that is left out of all their differences.
  private static NDArray lengths(NDArray given) {
    if (given.dtype().isNumeric()) {
      return given;
    }
    NDArray none = Slices.part(given.reshape(-1), 0, 0, 0);
    return Storage.as(Storage.of(given), Formula.subtract(none, none).dtype());
  }

  private NDArray along(int axis, Object spacing) {
    if (f.shape(axis) < edgeOrder + 1) {
      throw new ValueError(
          "Shape of array too small to calculate a numerical gradient, at least (edge_order + 1)"
              + " elements are required.");
    }
    NDArray distance = ArrayLike.of(spacing).toDevice(f.device());
    if (distance.ndim() > 1) {
      throw new ValueError("distances must be either scalars or 1d");
    }
    if (distance.ndim() == 1 && distance.size() != f.shape(axis)) {
      throw new ValueError(
          "when 1d, distances must match the length of the corresponding dimension");
    }
    Object steps = steps(axis, spacing, distance);
    NDArray first = edge(axis, steps, 0, 1);
    NDArray last = edge(axis, steps, -1, -1);
    NDArray inner =
        steps instanceof NDArray uneven && uneven.ndim() > 0
            ? uneven(axis, uneven)
            : even(axis, steps);
    return Concatenation.along(axis, List.of(first, Casts.to(inner, first.dtype()), last));
  }

  /// One distance, a number or 0-d, or an array of them in the shape of the axis where they differ.
  private Object steps(int axis, Object spacing, NDArray distance) {
    if (distance.ndim() == 0) {
      return Weak.of(spacing) == null ? distance : spacing;
    }
    NDArray places =
        distance.dtype().isInteger() || distance.dtype().kind() == 'm'
            ? Casts.to(distance, DType.FLOAT64)
            : distance;
    NDArray steps = Differences.diff(places, new Keyword[0]);
    return isEven(steps) ? steps.get(0L) : Differences.alongAxis(steps, f.ndim(), axis);
  }

  /// Whether the first distance stands for all. It does not where gradients are recorded: each
  /// place moves for itself.
  private static boolean isEven(NDArray steps) {
    return !Ambient.current().isFollowed()
        && Formula.equal(steps, Slices.part(steps, 0, 0L, 1L)).all().asBoolean();
  }

  private NDArray part(int axis, long start, long length) {
    long from = start < 0 ? start + f.shape(axis) : start;
    return Slices.part(f, axis, from, from + length);
  }

  private NDArray even(int axis, Object step) {
    long inner = f.shape(axis) - 2;
    NDArray rise = Formula.subtract(part(axis, 2, inner), part(axis, 0, inner));
    NDArray twice = Formula.multiply(2.0, step);
    return Formula.divide(rise, step instanceof NDArray ? twice : twice.item());
  }

  private NDArray uneven(int axis, NDArray steps) {
    long inner = f.shape(axis) - 2;
    NDArray left = Slices.part(steps, axis, 0L, inner);
    NDArray right = Slices.part(steps, axis, 1L, inner + 1);
    NDArray both = Formula.add(left, right);
    NDArray before = Formula.divide(Formula.negative(right), Formula.multiply(left, both));
    NDArray here = Formula.divide(Formula.subtract(right, left), Formula.multiply(left, right));
    NDArray after = Formula.divide(left, Formula.multiply(right, both));
    NDArray sum =
        Formula.add(
            Formula.multiply(before, part(axis, 0, inner)),
            Formula.multiply(here, part(axis, 1, inner)));
    return Formula.add(sum, Formula.multiply(after, part(axis, 2, inner)));
  }

  /// The gradient at one end; `direction` points inwards.
  private NDArray edge(int axis, Object steps, long at, int direction) {
    NDArray end = part(axis, at, 1);
    NDArray next = part(axis, at + direction, 1);
    Object near = stepAt(axis, steps, at, 0);
    if (edgeOrder == 1) {
      NDArray rise = direction > 0 ? Formula.subtract(next, end) : Formula.subtract(end, next);
      return Casts.to(Formula.divide(rise, near), f.dtype());
    }
    NDArray third = part(axis, at + 2L * direction, 1);
    NDArray[] factors = secondOrder(near, stepAt(axis, steps, at, 1), direction);
    NDArray ofEnd = Formula.multiply(beside(near, factors[0]), end);
    NDArray ofNext = Formula.multiply(beside(near, factors[1]), next);
    NDArray ofThird = Formula.multiply(beside(near, factors[2]), third);
    NDArray sum =
        direction > 0
            ? Formula.add(Formula.add(ofEnd, ofNext), ofThird)
            : Formula.add(Formula.add(ofThird, ofNext), ofEnd);
    return Casts.to(sum, f.dtype());
  }

  /// What the values at an end, one and two steps inwards count, for steps of these lengths.
  private static NDArray[] secondOrder(Object near, Object far, int direction) {
    NDArray h1 = ArrayLike.of(near);
    NDArray h2 = ArrayLike.of(far);
    NDArray both = Formula.add(h1, h2);
    double sign = direction;
    NDArray reach = Formula.add(Formula.multiply(2.0, h1), h2);
    return new NDArray[] {
      Formula.divide(Formula.multiply(-sign, reach), Formula.multiply(h1, both)),
      Formula.divide(Formula.multiply(sign, both), Formula.multiply(h1, h2)),
      Formula.divide(Formula.multiply(-sign, h1), Formula.multiply(h2, both))
    };
  }

  /// A factor made of Java numbers adapts to the arrays beside it, as they would.
  private static Object beside(Object step, NDArray factor) {
    return step instanceof NDArray ? factor : factor.item();
  }

  /// The distance that is `inwards` steps away from an end.
  private static Object stepAt(int axis, Object steps, long end, int inwards) {
    if (!(steps instanceof NDArray array) || array.ndim() == 0) {
      return steps;
    }
    long count = array.shape(axis);
    return array.reshape(-1).get(end == 0 ? (long) inwards : count - 1 - inwards);
  }
}
