package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// A ufunc's loop for elements of which some are no numbers.
///
/// Faults are looked for in single operations, so that a loop which may fault has such an operation
/// as a step of its own.
///
/// @param inputs what the inputs are converted to
/// @param output what the result is
/// @param steps the last computes the storage of the output
public record ElementLoop(List<DType> inputs, DType output, List<Step> steps) {
  /// What is computed of some of the storage of the inputs and the results of earlier steps.
  ///
  /// @param of their places among all those
  public record Step(Expr body, int... of) {}

  /// A loop of one step.
  public static ElementLoop of(List<DType> inputs, DType output, Expr body) {
    int[] all = new int[inputs.size()];
    Arrays.setAll(all, i -> i);
    return new ElementLoop(inputs, output, List.of(new Step(body, all)));
  }

  /// The loop of numbers of one type, which a keyword may ask for.
  public static ElementLoop ofNumbers(ScalarOp op, ElementType type) {
    List<Expr> operands = new ArrayList<>();
    for (int i = 0; i < op.arity(); i++) {
      operands.add(new Expr.Arg(i, type));
    }
    Expr body = Expr.apply(op, operands.toArray(Expr[]::new));
    return of(Collections.nCopies(op.arity(), DType.of(type)), DType.of(body.type()), body);
  }

  /// What the last step computes.
  Primitive.Map last() {
    return new Primitive.Map(steps.getLast().body());
  }

  /// What the last step computes with, once those before it are done.
  ///
  /// @param mask where faults count, or null
  NDArray[] beforeLast(NDArray[] storage, @Nullable NDArray mask) {
    List<NDArray> all = new ArrayList<>();
    for (NDArray input : storage) {
      all.add(mask == null || steps.size() == 1 ? input : harmless(input, mask));
    }
    for (Step step : steps.subList(0, steps.size() - 1)) {
      all.add(Dispatch.apply(new Primitive.Map(step.body()), given(step, all)));
    }
    return given(steps.getLast(), all);
  }

  private static NDArray[] given(Step step, List<NDArray> all) {
    return Arrays.stream(step.of()).mapToObj(all::get).toArray(NDArray[]::new);
  }

  /// The input with ones, which are never at fault, outside of the mask.
  private static NDArray harmless(NDArray input, NDArray mask) {
    ElementType type = input.dtype().element();
    Expr one = new Expr.Const(1, type);
    Expr here = new Expr.Arg(1, ElementType.BOOL);
    Expr chosen = Expr.apply(ScalarOp.SELECT, here, new Expr.Arg(0, type), one);
    return Dispatch.apply(new Primitive.Map(chosen), input, mask);
  }
}
