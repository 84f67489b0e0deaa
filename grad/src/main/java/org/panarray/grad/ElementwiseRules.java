package org.panarray.grad;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Pullback;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Rules of the primitives that hold an expression: the derivative is an expression too, and runs
/// as one kernel.
final class ElementwiseRules {
  private ElementwiseRules() {}

  static @Nullable NDArray[] map(
      Expr expr, Saved saved, NDArray g, boolean[] needed, boolean masked) {
    @Nullable NDArray[] result = Vjp.none(saved);
    for (int i = 0; i < needed.length; i++) {
      if (needed[i]) {
        result[i] = input(expr, i, saved, g, masked);
      }
    }
    return result;
  }

  /// The cotangent of input `i`, summed over the axes along which it was repeated.
  private static @Nullable NDArray input(Expr expr, int i, Saved saved, NDArray g, boolean masked) {
    int count = saved.inputCount();
    Expr.Arg given = new Expr.Arg(count, g.dtype().element());
    Expr cotangent = Pullback.of(expr, given, i);
    if (cotangent == null) {
      return null;
    }
    return Broadcasting.sumTo(
        evaluate(masked ? masked(cotangent, given) : cotangent, saved, g), saved.inputShape(i));
  }

  /// Zero where the cotangent `g` is zero and the slope not finite: nothing flows to a place that
  /// was not chosen, whatever stands there. Where the slope is finite, its product stays, so that
  /// the second derivative is what it was.
  private static Expr masked(Expr product, Expr.Arg g) {
    boolean linear = true;
    for (int i = 0; i < g.index(); i++) {
      linear &= !product.uses(i);
    }
    if (linear) {
      return product;
    }
    Expr zero = new Expr.Const(0, product.type());
    return Expr.apply(
        ScalarOp.SELECT,
        Expr.apply(
            ScalarOp.LOGICAL_AND,
            Expr.apply(ScalarOp.EQUAL, g, new Expr.Const(0, g.type())),
            Expr.apply(ScalarOp.ISNAN, product)),
        zero,
        product);
  }

  /// The expression of those saved inputs that it uses, and of the cotangent as the last input.
  private static NDArray evaluate(Expr expr, Saved saved, NDArray g) {
    int count = saved.inputCount();
    List<NDArray> inputs = new ArrayList<>();
    List<Expr> renumbered = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      boolean used = expr.uses(i);
      renumbered.add(
          new Expr.Arg(inputs.size(), i < count ? saved.inputType(i) : g.dtype().element()));
      if (used) {
        inputs.add(i < count ? saved.input(i) : g);
      }
    }
    if (inputs.size() == 1 && inputs.getFirst() == g && expr instanceof Expr.Arg) {
      return g;
    }
    Expr compact = Expr.substitute(expr, renumbered);
    return Dispatch.apply(new Primitive.Map(compact), inputs.toArray(NDArray[]::new));
  }

  /// Inputs of a generation are 0-d: as a map over materialised coordinates.
  static @Nullable NDArray[] generate(
      Primitive.Generate generate, Saved saved, NDArray g, boolean[] needed) {
    @Nullable NDArray[] result = Vjp.none(saved);
    int count = saved.inputCount();
    Shape shape = generate.shape();
    for (int i = 0; i < needed.length; i++) {
      if (!needed[i]) {
        continue;
      }
      Expr cotangent = Pullback.of(generate.expr(), new Expr.Arg(count, g.dtype().element()), i);
      if (cotangent == null) {
        continue;
      }
      List<NDArray> inputs = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        inputs.add(saved.input(k));
      }
      inputs.add(g);
      Expr flat = materialised(cotangent, shape, inputs);
      NDArray all = Dispatch.apply(new Primitive.Map(flat), inputs.toArray(NDArray[]::new));
      result[i] = Broadcasting.sumTo(all, Shape.SCALAR);
    }
    return result;
  }

  /// The expression with coordinates as further inputs.
  private static Expr materialised(Expr expr, Shape shape, List<NDArray> inputs) {
    NDArray first = inputs.getFirst();
    return expr.replace(
        leaf -> {
          if (!(leaf instanceof Expr.Index index)) {
            return leaf;
          }
          inputs.add(AxisIndices.along(shape, index.axis()).toDevice(first.device()));
          return new Expr.Arg(inputs.size() - 1, index.type());
        });
  }
}
