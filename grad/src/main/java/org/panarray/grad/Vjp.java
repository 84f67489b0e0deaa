package org.panarray.grad;

import static org.panarray.Np.np;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Expr;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;

/// The rule of each primitive: from cotangents of the results to those of the inputs.
final class Vjp {
  private Vjp() {}

  static @Nullable NDArray[] pullback(
      Primitive primitive,
      Saved saved,
      @Nullable NDArray[] cotangents,
      boolean[] needed,
      boolean masked) {
    NDArray g = cotangents[0];
    return switch (primitive) {
      case Primitive.Factorization factorization ->
          FactorizationRules.pullback(factorization, saved, cotangents, needed);
      case Primitive.View view -> one(ViewRules.pullback(view, saved, given(g)));
      case Primitive.Map map -> ElementwiseRules.map(map.expr(), saved, given(g), needed, masked);
      case Primitive.Generate generate ->
          ElementwiseRules.generate(generate, saved, given(g), needed);
      case Primitive.Reduce reduce ->
          ReductionRules.reduce(reduce, saved, given(g), needed, masked);
      case Primitive.Scan scan -> one(ReductionRules.scan(scan, saved, given(g)));
      case Primitive.Sort sort -> one(sort(sort.axis(), saved, given(g)));
      case Primitive.Gather gather -> gather(gather, saved, given(g));
      case Primitive.Scatter scatter -> ScatterRules.pullback(scatter, saved, given(g), needed);
      case Primitive.Concat concat -> split(concat.axis(), saved, given(g));
      case Primitive.Copy _ -> one(given(g));
      case Primitive.Transfer _ -> one(given(g).toDevice(saved.inputDevice(0)));
      case Primitive.Fft fft -> one(FourierRules.pullback(fft, saved, given(g)));
      case Primitive.MatMul _ -> product(saved, given(g), needed);
      // Results of these are indices: nothing flows through them.
      case Primitive.ArgReduce _, Primitive.ArgSort _ -> none(saved);
      case Primitive.SearchSorted _, Primitive.Nonzero _ -> none(saved);
    };
  }

  static NDArray given(@Nullable NDArray cotangent) {
    if (cotangent == null) {
      throw new IllegalStateException("a step without a cotangent was pulled back");
    }
    return cotangent;
  }

  static NDArray[] one(NDArray cotangent) {
    return new NDArray[] {cotangent};
  }

  static @Nullable NDArray[] none(Saved saved) {
    return new @Nullable NDArray[saved.inputCount()];
  }

  private static NDArray sort(int axis, Saved saved, NDArray g) {
    NDArray order = Dispatch.apply(new Primitive.ArgSort(axis), saved.input(0));
    NDArray back = Dispatch.apply(new Primitive.ArgSort(axis), order);
    return AxisIndices.takeAlong(g, back, axis);
  }

  private static @Nullable NDArray[] gather(Primitive.Gather gather, Saved saved, NDArray g) {
    @Nullable NDArray[] result = none(saved);
    NDArray[] inputs = new NDArray[saved.inputCount() + 1];
    inputs[0] = zeros(saved, 0, g);
    inputs[1] = g;
    for (int i = 1; i < saved.inputCount(); i++) {
      inputs[i + 1] = saved.input(i);
    }
    result[0] =
        Dispatch.apply(
            new Primitive.Scatter(org.panarray.prim.ScalarOp.ADD, gather.axes(), gather.position()),
            inputs);
    return result;
  }

  /// Zeros of an input's shape with the cotangent's type and device.
  static NDArray zeros(Saved saved, int input, NDArray like) {
    return np.zerosLike(like, org.panarray.Kw.shape(saved.inputShape(input).toArray()));
  }

  private static NDArray[] split(int axis, Saved saved, NDArray g) {
    long[] ends = new long[saved.inputCount() - 1];
    long end = 0;
    for (int i = 0; i < ends.length; i++) {
      end += saved.inputShape(i).dim(axis);
      ends[i] = end;
    }
    return np.split(g, ends, axis).toArray(NDArray[]::new);
  }

  private static @Nullable NDArray[] product(Saved saved, NDArray g, boolean[] needed) {
    @Nullable NDArray[] result = none(saved);
    if (needed[0]) {
      NDArray b = adjoint(saved.input(1));
      result[0] = Broadcasting.sumTo(matmul(g, b), saved.inputShape(0));
    }
    if (needed[1]) {
      NDArray a = adjoint(saved.input(0));
      result[1] = Broadcasting.sumTo(matmul(a, g), saved.inputShape(1));
    }
    return result;
  }

  static NDArray matmul(NDArray a, NDArray b) {
    return Dispatch.apply(new Primitive.MatMul(), a, b);
  }

  /// The conjugate transpose of the last two axes.
  static NDArray adjoint(NDArray a) {
    NDArray transposed = np.swapaxes(a, -1, -2);
    return a.dtype().element().isComplex() ? np.conjugate(transposed) : transposed;
  }

  /// A copy in C order: for cotangents that are written to.
  static NDArray copy(NDArray a) {
    return Dispatch.apply(new Primitive.Copy(Order.C), a);
  }

  /// The element of input `i` in an expression.
  static Expr.Arg argument(int i, Saved saved) {
    return new Expr.Arg(i, saved.inputType(i));
  }
}
