package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Columns.Identity;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// `ufunc.reduce` and `ufunc.accumulate`: what every sum, product, extremum and scan is made of.
public final class Reducer {
  private final ScalarOp op;
  private final Keyword[] keywords;
  private final Keyword.@Nullable Out out;
  private final Keyword.@Nullable Where where;
  private final Keyword.@Nullable Initial initial;

  public Reducer(ScalarOp op, Keyword... keywords) {
    this.op = op;
    this.keywords = keywords;
    this.out = Keyword.find(Keyword.Out.class, keywords);
    this.where = Keyword.find(Keyword.Where.class, keywords);
    this.initial = Keyword.find(Keyword.Initial.class, keywords);
  }

  /// The axes that the keywords name; `defaults` where they name none, all where that is null.
  public static int[] axes(Keyword[] keywords, int rank, int @Nullable ... defaults) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    int[] named = axis == null ? defaults : axis.axes();
    if (named == null) {
      return Axes.all(rank);
    }
    return named.length == 1 ? Axes.ofReduction(named[0], rank) : Axes.normalizeAll(named, rank);
  }

  public static boolean keepdims(Keyword[] keywords) {
    Keyword.Keepdims keepdims = Keyword.find(Keyword.Keepdims.class, keywords);
    return keepdims != null && keepdims.value();
  }

  /// Combines over axes: those named, or `defaultAxes`, or all where that is null.
  public NDArray reduce(Object a, int @Nullable ... defaultAxes) {
    NDArray array = ArrayLike.of(a);
    ElementReducer elements = ElementReducer.of(op, array, keywords);
    if (elements != null) {
      NDArray result = elements.reduce(array, defaultAxes);
      return out == null ? result : store(result, out.single());
    }
    int[] axes = axes(keywords, array.ndim(), defaultAxes);
    return reduce(array, new Expr.Arg(0, array.dtype().element()), axes);
  }

  /// Combines an expression of the array (and its element type's loop) over axes.
  public NDArray reduce(NDArray array, Expr element, int[] axes) {
    Loops.Loop loop = loop(element.type());
    Expr value = converted(element, loop);
    if (axes.length > 1 && (!op.isAssociative() || op == ScalarOp.LCM)) {
      throw notReorderable(op);
    }
    List<NDArray> inputs = new ArrayList<>(List.of(array));
    if (where != null) {
      value = masked(value, inputs);
    }
    requireElements(array, axes, value.type());
    NDArray result =
        startsEmpty(array, axes) || initialValue() != null && !op.isAssociative()
            ? withInitialInFront(array, value, inputs, axes)
            : withInitial(fromOne(run(value, inputs, axes)), value.type());
    if (initial != null && ZeroSigns.matter(op, initial.value(), value.type())) {
      result = ZeroSigns.settled(result, value, inputs, axes, false);
    }
    if (keepdims(keywords)) {
      result = Dispatch.apply(new Primitive.Reshape(array.shape().reduced(axes, true)), result);
    }
    return out == null ? result : store(result, out.single());
  }

  private static Expr converted(Expr element, Loops.Loop loop) {
    Expr value = Expr.cast(element, loop.inputs().getFirst());
    return Expr.cast(value, loop.output()); // a predicate combines truth values
  }

  /// A slice of `reduceat`, which starts from its first element, not from the identity; the axis is
  /// kept.
  ///
  /// @param signed whether a sum of -0.0 alone is to be -0.0, which costs a second look at all of
  ///   it
  public NDArray segment(NDArray slice, int axis, boolean signed) {
    ElementReducer elements = ElementReducer.of(op, slice, keywords);
    if (elements != null) {
      return elements.segment(slice, axis);
    }
    Expr value = converted(new Expr.Arg(0, slice.dtype().element()), loop(slice.dtype().element()));
    ElementType type = value.type();
    if (op != ScalarOp.ADD || !type.isInexact()) {
      return folded(slice, value, axis);
    }
    long length = slice.shape(axis);
    NDArray first = Casts.to(Slices.part(slice, axis, 0, 1), type);
    if (length == 1) {
      return first;
    }
    NDArray rest = folded(Slices.part(slice, axis, 1, length), value, axis);
    NDArray sum = Elementwise.apply(op, first, rest);
    if (!signed) {
      return sum;
    }
    int[] axes = {axis};
    NDArray bare = Dispatch.apply(new Primitive.Reshape(sum.shape().reduced(axes, false)), sum);
    NDArray settled = ZeroSigns.settled(bare, value, List.of(slice), axes, true);
    return Dispatch.apply(new Primitive.Reshape(sum.shape()), settled);
  }

  private NDArray folded(NDArray slice, Expr value, int axis) {
    int[] axes = {axis};
    return Dispatch.apply(
        new Primitive.Reshape(slice.shape().reduced(axes, true)), run(value, List.of(slice), axes));
  }

  private @Nullable Object initialValue() {
    return initial == null ? null : initial.value();
  }

  private NDArray run(Expr value, List<NDArray> inputs, int[] axes) {
    return Dispatch.apply(
        new Primitive.Reduce(op, value, Arrays.stream(axes).boxed().toList()),
        inputs.toArray(NDArray[]::new));
  }

  private NDArray withInitial(NDArray result, ElementType type) {
    Object start = initialValue();
    if (start == null) {
      return result;
    }
    Expr combined = Expr.apply(op, new Expr.Arg(0, type), new Expr.Arg(1, type));
    NDArray first = ArrayLike.scalarOrArray(start, type, result.device());
    return Faults.named("reduce", () -> Dispatch.apply(new Primitive.Map(combined), first, result));
  }

  /// A complex product as NumPy starts it, from 1: times `1+0j` an infinite part makes NaN.
  private NDArray fromOne(NDArray combined) {
    ElementType type = combined.dtype().element();
    if (op != ScalarOp.MULTIPLY || !type.isComplex() || initial != null) {
      return combined;
    }
    Expr product = Expr.apply(op, new Expr.Const(1, type), new Expr.Arg(0, type));
    return Dispatch.apply(new Primitive.Map(product), combined);
  }

  /// Whether there is nothing to combine but the initial value.
  private boolean startsEmpty(NDArray array, int[] axes) {
    return initialValue() != null && count(array, axes) == 0;
  }

  /// The initial value as a first element along the first reduced axis.
  private NDArray withInitialInFront(NDArray array, Expr value, List<NDArray> inputs, int[] axes) {
    NDArray elements = Dispatch.apply(new Primitive.Map(value), inputs.toArray(NDArray[]::new));
    ElementType type = value.type();
    NDArray start =
        ArrayLike.scalarOrArray(
            java.util.Objects.requireNonNull(initialValue()), type, array.device());
    if (axes.length == 0) {
      return withInitial(elements, type);
    }
    Shape front = elements.shape();
    for (int axis : axes) {
      front = front.with(axis, 1);
    }
    NDArray first = Dispatch.apply(new Primitive.BroadcastTo(front), start);
    NDArray joined =
        count(array, axes) == 0
            ? first
            : Dispatch.apply(new Primitive.Concat(axes[0]), first, elements);
    return run(new Expr.Arg(0, type), List.of(joined), axes);
  }

  private Expr masked(Expr value, List<NDArray> inputs) {
    NDArray array = inputs.getFirst();
    NDArray mask = Casts.mask(java.util.Objects.requireNonNull(where).mask());
    mask = mask.toDevice(array.device());
    Object filler = initial == null ? identity(value.type()) : initial.value();
    if (filler == null) {
      throw new ValueError(
          "reduction operation '"
              + op.numpyName()
              + "' does not have an identity, so to use a where mask one has to specify 'initial'");
    }
    Object neutral =
        op == ScalarOp.ADD && value.type().isInexact()
            ? (Object) (-0.0) // -0.0 + -0.0 is not 0.0
            : op.rightNeutral() == Identity.NONE ? filler : value(op.rightNeutral(), value.type());
    inputs.add(mask);
    inputs.add(
        ArrayLike.scalarOrArray(
            java.util.Objects.requireNonNull(neutral), value.type(), array.device()));
    return Expr.apply(
        ScalarOp.SELECT, new Expr.Arg(1, ElementType.BOOL), value, new Expr.Arg(2, value.type()));
  }

  private @Nullable Object identity(ElementType type) {
    return value(op.identity(), type);
  }

  private static @Nullable Object value(Identity neutral, ElementType type) {
    return switch (neutral) {
      case NONE -> null;
      case ZERO -> 0L;
      case ONE -> 1L;
      case ALL_ONES -> type.isUnsigned() ? allOnes(type) : type.isBool() ? (Object) 1L : -1L;
      case NEGATIVE_INFINITY -> Double.NEGATIVE_INFINITY;
    };
  }

  private static Object allOnes(ElementType type) {
    return java.math.BigInteger.ONE
        .shiftLeft(8 * type.byteSize())
        .subtract(java.math.BigInteger.ONE);
  }

  private void requireElements(NDArray array, int[] axes, ElementType type) {
    if (initial != null || identity(type) != null) {
      return;
    }
    long reduced = 1;
    for (int axis : axes) {
      reduced *= array.shape(axis);
    }
    if (reduced == 0) {
      throw noIdentity(op);
    }
  }

  static ValueError notReorderable(ScalarOp op) {
    return new ValueError(
        "reduction operation '"
            + op.numpyName()
            + "' is not reorderable, so at most one axis may be specified");
  }

  static ValueError noIdentity(ScalarOp op) {
    return new ValueError(
        "zero-size array to reduction operation " + op.numpyName() + " which has no identity");
  }

  private Loops.Loop loop(ElementType input) {
    DType dtype = Keyword.dtypeIn(keywords);
    LoopSignature.requireClass(dtype);
    ElementType type = input;
    if (dtype != null) {
      type = dtype.element();
    } else {
      boolean sums = op == ScalarOp.ADD || op == ScalarOp.MULTIPLY;
      type = outType(sums ? input.sumType() : input);
    }
    Loops.Loop loop = op.loopFor(type, type);
    boolean predicate = loop != null && loop.output() != loop.inputs().getFirst();
    if (op.loops() == Loops.COMPARE && !input.isBool() && dtype == null) {
      ElementType[] types = {ElementType.BOOL, input};
      throw UfuncTypes.noLoop(op, new Object[0], types, false);
    }
    if (dtype != null && predicate && dtype.element() != loop.output()) {
      loop = null;
    }
    if (loop == null) {
      throw UfuncTypes.noLoop(op, new Object[0], new ElementType[] {type, type}, dtype != null);
    }
    return loop;
  }

  /// Where `out` is given and no dtype, NumPy computes in the type of `out`.
  private ElementType outType(ElementType type) {
    return out == null ? type : ElementType.promote(type, out.single().dtype().element());
  }

  private NDArray store(NDArray result, NDArray target) {
    if (target.ndim() != result.ndim()) {
      throw new ValueError(
          "output parameter for reduction operation "
              + op.numpyName()
              + " has the wrong number of dimensions: Found "
              + target.ndim()
              + " but expected "
              + result.ndim());
    }
    if (!target.shape().equals(result.shape())) {
      throw new ValueError(
          "non-broadcastable output operand with shape "
              + target.shape().compact()
              + " doesn't match the broadcast shape "
              + result.shape().compact());
    }
    return Faults.named(
        "reduce", () -> Storing.into(op.numpyName(), result, target, Casting.UNSAFE));
  }

  /// Running results along one axis; without an axis over the flattened array.
  public NDArray accumulate(Object a, @Nullable Integer defaultAxis) {
    NDArray array = ArrayLike.of(a);
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    Integer along =
        axis == null ? defaultAxis : axis.axes() == null ? null : (Integer) axis.single();
    if (along == null) {
      array = array.reshape(-1);
      along = 0;
    }
    if (array.ndim() == 0) {
      throw new TypeError("cannot accumulate on a scalar");
    }
    int normalized = Axes.normalize(along, array.ndim());
    NDArray result = scanned(array, normalized);
    if (out == null) {
      return result;
    }
    NDArray target = out.single();
    if (!target.shape().equals(result.shape())) {
      throw new ValueError("provided out is the wrong size for the accumulation.");
    }
    return Storing.into(op.numpyName(), result, target, Casting.UNSAFE);
  }

  private NDArray scanned(NDArray array, int axis) {
    ElementReducer elements = ElementReducer.of(op, array, keywords);
    if (elements != null) {
      return elements.accumulate(array, axis);
    }
    Loops.Loop loop = loop(array.dtype().element());
    NDArray converted = Casts.to(array, loop.output());
    return Dispatch.apply(new Primitive.Scan(op, axis), converted);
  }

  /// The number of elements that one result combines.
  public static long count(NDArray array, int[] axes) {
    long count = 1;
    for (int axis : axes) {
      count *= array.shape(axis);
    }
    return count;
  }

  /// The shape with the axes gone, or kept with length one.
  public static Shape shape(NDArray array, int[] axes, boolean keepdims) {
    return array.shape().reduced(axes, keepdims);
  }
}
