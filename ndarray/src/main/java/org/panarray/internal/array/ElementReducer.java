package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// `ufunc.reduce`, `accumulate` and `reduceat` of elements that are no numbers: the loop says in
/// which dtype they are combined, and the fold by which reductions of numbers.
final class ElementReducer {
  private final ScalarOp op;
  private final ElementRules rules;
  private final Keyword[] keywords;
  private final Keyword.@Nullable Out out;

  private ElementReducer(ScalarOp op, ElementRules rules, Keyword[] keywords) {
    this.op = op;
    this.rules = rules;
    this.keywords = keywords;
    this.out = Keyword.find(Keyword.Out.class, keywords);
  }

  /// The reducer of an array, or null where the array and what is written are numbers.
  static @Nullable ElementReducer of(ScalarOp op, NDArray array, Keyword[] keywords) {
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    ElementRules rules =
        out == null ? ElementRules.among(array) : ElementRules.among(array, out.single());
    return rules == null ? null : new ElementReducer(op, rules, keywords);
  }

  /// Over axes: those named, or `defaults`, or all where that is null.
  NDArray reduce(NDArray array, int @Nullable ... defaults) {
    int[] axes = Reducer.axes(keywords, array.ndim(), defaults);
    return combined(
        "reduce",
        array,
        (part, elements) ->
            new Reducer(part.op(), ofNumbers(part, elements.dtype()))
                .reduce(numbers(part, elements), axes),
        elements -> last(elements, axes));
  }

  NDArray accumulate(NDArray array, int axis) {
    return combined(
        "accumulate",
        array,
        (part, elements) -> new Reducer(part.op()).accumulate(numbers(part, elements), axis),
        elements ->
            elements.size() == 0
                ? elements.copy()
                : Dispatch.apply(new Primitive.Concat(axis), running(elements, axis)));
  }

  /// A slice of `reduceat`; the axis is kept.
  NDArray segment(NDArray slice, int axis) {
    int[] axes = {axis};
    NDArray result =
        combined(
            "reduceat",
            slice,
            (part, elements) -> new Reducer(part.op()).reduce(numbers(part, elements), axes),
            elements -> last(elements, axes));
    return Dispatch.apply(new Primitive.Reshape(slice.shape().reduced(axes, true)), result);
  }

  /// @param reduction combines numbers
  /// @param oneByOne combines elements that no reductions of numbers combine
  private NDArray combined(
      String method,
      NDArray given,
      BiFunction<ElementFold.Part, NDArray, NDArray> reduction,
      UnaryOperator<NDArray> oneByOne) {
    if (op.loops() == Loops.COMPARE) {
      throw UfuncTypes.noLoopAsked(op);
    }
    LoopSignature wanted = LoopSignature.of(op.numpyName(), 2, 1, keywords);
    Object[] operands = {out == null ? given : out.single(), given};
    ElementLoop loop = rules.loop(op, operands, wanted);
    DType dtype = loop.output();
    boolean truths = op.loops() == Loops.LOGICAL_2;
    if (!truths) {
      requireOneDtype(method, loop);
    }
    NDArray elements = truths ? given : Casts.to(given, dtype);
    ElementFold fold =
        dtype.isNumeric()
            ? ElementFold.ofStorage(op, elements.dtype().storage(), dtype.storage())
            : rules.fold(op);
    if (fold == null) {
      return Faults.named(method, () -> oneByOne.apply(elements));
    }
    NDArray[] results = new NDArray[fold.parts().size()];
    for (int i = 0; i < results.length; i++) {
      results[i] = reduction.apply(fold.parts().get(i), elements);
    }
    NDArray result =
        fold.result() instanceof Expr.Arg
            ? results[0]
            : Dispatch.apply(new Primitive.Map(fold.result()), results);
    return Storage.as(result, dtype);
  }

  private static NDArray numbers(ElementFold.Part part, NDArray array) {
    NDArray storage = Storage.of(array);
    return part.number() instanceof Expr.Arg
        ? storage
        : Dispatch.apply(new Primitive.Map(part.number()), storage);
  }

  /// The keywords of a part's reduction, whose initial value is a number too.
  private Keyword[] ofNumbers(ElementFold.Part part, DType dtype) {
    List<Keyword> own = new ArrayList<>();
    for (Keyword keyword : keywords) {
      switch (keyword) {
        case Keyword.Out _, Keyword.AnyDtype _ -> {}
        case Keyword.Initial(Object value) when value != null ->
            own.add(Kw.initial(initial(part, dtype, value)));
        default -> own.add(keyword);
      }
    }
    return own.toArray(Keyword[]::new);
  }

  private Object initial(ElementFold.Part part, DType dtype, Object value) {
    if (op.loops() == Loops.LOGICAL_2) {
      return value instanceof NDArray array ? Storage.of(array) : value;
    }
    return numbers(part, ArrayLike.of(value, dtype)).item();
  }

  private void requireOneDtype(String method, ElementLoop loop) {
    DType first = loop.inputs().get(0);
    DType second = loop.inputs().get(1);
    if (!first.equals(second) || !first.equals(loop.output())) {
      throw new TypeError(
          "the resolved dtypes are not compatible with %s.%s. Resolved (%s, %s, %s)"
              .formatted(
                  op.numpyName(), method, first.repr(), second.repr(), loop.output().repr()));
    }
  }

  /// Each element along an axis with what those before it gave, as slices of length one.
  private NDArray[] running(NDArray array, int axis) {
    NDArray[] results = new NDArray[(int) array.shape(axis)];
    for (int i = 0; i < results.length; i++) {
      NDArray slice = Slices.part(array, axis, i, i + 1);
      results[i] = i == 0 ? slice : Elementwise.apply(op, results[i - 1], slice);
    }
    return results;
  }

  private NDArray last(NDArray array, int[] axes) {
    if (axes.length != 1) {
      throw Reducer.notReorderable(op);
    }
    if (array.size() == 0) {
      throw Reducer.noIdentity(op);
    }
    NDArray[] results = running(array, axes[0]);
    boolean keeps = Reducer.keepdims(keywords);
    return Dispatch.apply(
        new Primitive.Reshape(array.shape().reduced(axes, keeps)), results[results.length - 1]);
  }
}
