package org.panarray.prim;

import java.util.List;
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
    if (op.lanes() != Lanes.FORMULA || !type.isFloat()) {
      return null;
    }
    Formula[] known = KNOWN[op.ordinal()];
    Formula formula = known[type.ordinal()];
    if (formula == null) {
      formula = Formulas.write(op, type);
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
    Formula formula = of(expr);
    int nodes = formula == null ? 1 : formula.nodes();
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

  /// How many nodes of an expression it counts as where the size of generated code is bounded.
  public int nodes() {
    return 1 + steps.size() / 3;
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
