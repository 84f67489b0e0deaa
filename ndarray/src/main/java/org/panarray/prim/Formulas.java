package org.panarray.prim;

import java.util.function.BinaryOperator;

/// Writes the formula of a function for a type.
final class Formulas {
  private Formulas() {}

  static Formula write(ScalarOp op, ElementType type) {
    if (type.format().isNarrow()) {
      return through(op, type, ElementType.FLOAT32); // as NumPy's loops compute
    }
    Row.Written written = op.written();
    return type == ElementType.FLOAT64 || written.isDirect()
        ? direct(op, type, written.formula())
        : through(op, type, ElementType.FLOAT64);
  }

  /// @param type float32 or float64
  static Formula direct(ScalarOp op, ElementType type, BinaryOperator<Term> formula) {
    Draft draft = new Draft(type, op.arity());
    Term first = draft.argument(0);
    Term last = draft.argument(op.arity() - 1);
    return draft.finish(formula.apply(first, last));
  }

  /// By way of a wider type.
  private static Formula through(ScalarOp op, ElementType narrow, ElementType wider) {
    Formula wide = write(op, wider);
    int arity = op.arity();
    java.util.List<Expr> steps = new java.util.ArrayList<>();
    for (int i = 0; i < arity; i++) {
      steps.add(new Expr.Cast(new Expr.Arg(i, narrow), wider));
    }
    for (Expr step : wide.steps()) {
      steps.add(
          step.replace(
              leaf ->
                  leaf instanceof Expr.Arg arg
                      ? new Expr.Arg(arg.index() + arity, arg.type())
                      : leaf));
    }
    int last = arity + steps.size() - 1;
    steps.add(new Expr.Cast(new Expr.Arg(last, wider), narrow));
    return new Formula(arity, steps);
  }
}
