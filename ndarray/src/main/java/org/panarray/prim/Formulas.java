package org.panarray.prim;

/// Which formula a function has.
final class Formulas {
  private Formulas() {}

  static Formula write(ScalarOp op, ElementType type) {
    if (type == ElementType.FLOAT16) {
      return ofHalves(op);
    }
    Draft draft = new Draft(type, op.arity());
    Term x = draft.argument(0);
    return draft.finish(
        switch (op) {
          case EXP -> Exponentials.exp(x);
          case LOG -> Logarithms.log(x);
          default -> throw new IllegalArgumentException(op + " has no formula");
        });
  }

  /// By way of float32, as NumPy's loops compute.
  private static Formula ofHalves(ScalarOp op) {
    Formula wide = write(op, ElementType.FLOAT32);
    int arity = op.arity();
    java.util.List<Expr> steps = new java.util.ArrayList<>();
    for (int i = 0; i < arity; i++) {
      steps.add(new Expr.Cast(new Expr.Arg(i, ElementType.FLOAT16), ElementType.FLOAT32));
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
    steps.add(new Expr.Cast(new Expr.Arg(last, ElementType.FLOAT32), ElementType.FLOAT16));
    return new Formula(arity, steps);
  }
}
