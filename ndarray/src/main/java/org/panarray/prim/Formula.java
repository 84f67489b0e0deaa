package org.panarray.prim;

import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.Columns.Lanes;

/// An elementary function as simpler operations that are rounded exactly: sums, products,
/// quotients, roots, fused products, choices and operations on the bits of floats.
///
/// Whoever computes expressions computes the steps one by one as expressions of their own. So a
/// function has the same bits interpreted and compiled, on single elements, on lanes of any number
/// and on a GPU, whatever library of mathematics is there; and a new function needs no code but its
/// formula. The steps are a list and no tree: a tree would repeat what is used twice.
public final class Formula {
  private static final @Nullable Formula[][] KNOWN =
      new Formula[ScalarOp.values().length][ElementType.values().length];

  private final int arity;
  private final List<Expr> steps;

  Formula(int arity, List<Expr> steps) {
    this.arity = arity;
    this.steps = List.copyOf(steps);
  }

  /// The formula of an operation on operands of a type, or null where it is no function that is
  /// computed by one.
  public static @Nullable Formula of(ScalarOp op, ElementType type) {
    return op.lanes() == Lanes.FORMULA && type.isFloat() ? known(op, type) : null;
  }

  /// As [#of], or the formula by which lanes of floats compute an operation of which processors
  /// have an instruction for single numbers only.
  ///
  /// Vectors that are handed to a method become objects where the just-in-time compiler has inlined
  /// so much already that it leaves the method alone: `tanh`, which calls for the sign of a number
  /// once, made 36 bytes of garbage for each element and took four times as long.
  ///
  /// Its arguments are float32 numbers where the type is a narrow one.
  public static @Nullable Formula onLanes(ScalarOp op, ElementType type) {
    if (op.stepsOnLanes() == null || !type.isFloat()) {
      return of(op, type);
    }
    return known(op, type.isNarrowFloat() ? ElementType.FLOAT32 : type);
  }

  private static Formula known(ScalarOp op, ElementType type) {
    Formula[] known = KNOWN[op.ordinal()];
    Formula formula = known[type.ordinal()];
    if (formula == null) {
      BinaryOperator<Term> steps = op.stepsOnLanes();
      formula = steps == null ? Formulas.write(op, type) : Formulas.direct(op, type, steps);
      known[type.ordinal()] = formula; // a benign race: every thread writes the same formula
    }
    return formula;
  }

  /// The formula of what an expression does last, or null.
  public static @Nullable Formula of(Expr expr) {
    return expr instanceof Expr.Apply apply
        ? of(apply.op(), apply.operands().getFirst().type())
        : null;
  }

  /// Whether a function is computed by a formula in the expression.
  public static boolean isIn(Expr expr) {
    return expr.any(part -> of(part) != null);
  }

  /// How many nodes an expression counts as where the size of generated code is bounded.
  public static int nodes(Expr expr) {
    Formula formula =
        expr instanceof Expr.Apply apply
            ? onLanes(apply.op(), apply.operands().getFirst().type())
            : null;
    int nodes = formula == null ? 1 : 1 + formula.steps.size() / 3;
    for (Expr child : expr.children()) {
      nodes += nodes(child);
    }
    return nodes;
  }

  public int arity() {
    return arity;
  }

  /// What is computed, in order. The operands are constants and arguments: of the function, after
  /// them the values of the steps so far.
  public List<Expr> steps() {
    return steps;
  }

  /// The argument of further steps that stands for the value of a step.
  public Expr value(int step) {
    return new Expr.Arg(arity + step, steps.get(step).type());
  }

  /// The size of the largest number that is computed with.
  public int widestBytes() {
    int widest = 0;
    for (Expr step : steps) {
      widest = Math.max(widest, step.type().byteSize());
    }
    return widest;
  }

  /// The value for these arguments.
  Scalar evaluate(Scalar[] arguments) {
    Scalar[] values = new Scalar[arity + steps.size()];
    System.arraycopy(arguments, 0, values, 0, arity);
    for (int i = 0; i < steps.size(); i++) {
      values[arity + i] = Reference.evaluate(steps.get(i), values, NO_COORDINATES);
    }
    return values[values.length - 1];
  }

  private static final long[] NO_COORDINATES = {};
}
