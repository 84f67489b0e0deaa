package org.panarray.prim;

/// Which formula a function has.
final class Formulas {
  private Formulas() {}

  static Formula write(ScalarOp op, ElementType type) {
    if (type.format().isNarrow()) {
      return through(op, type, ElementType.FLOAT32); // as NumPy's loops compute
    }
    boolean isDirect = type == ElementType.FLOAT64 || op == ScalarOp.EXP || op == ScalarOp.LOG;
    return isDirect ? direct(op, type) : through(op, type, ElementType.FLOAT64);
  }

  private static Formula direct(ScalarOp op, ElementType type) {
    Draft draft = new Draft(type, op.arity());
    Term x = draft.argument(0);
    Term y = draft.argument(op.arity() - 1);
    return draft.finish(
        switch (op) {
          case EXP -> Exponentials.exp(x);
          case EXP2 -> Exponentials.exp2(x);
          case EXPM1 -> Exponentials.expm1(x);
          case SINH -> Exponentials.sinh(x);
          case COSH -> Exponentials.cosh(x);
          case TANH -> Exponentials.tanh(x);
          case LOG -> Logarithms.log(x);
          case LOG2 -> Logarithms.log2(x);
          case LOG10 -> Logarithms.log10(x);
          case LOG1P -> Logarithms.log1p(x);
          case LOGADDEXP -> Logarithms.logAddExp(x, y);
          case LOGADDEXP2 -> Logarithms.logAddExp2(x, y);
          case POWER, FLOAT_POWER -> Powers.power(x, y);
          case SIN -> Trigonometry.sin(x);
          case COS -> Trigonometry.cos(x);
          case TAN -> Trigonometry.tan(x);
          case ARCSIN -> Inverses.arcsin(x);
          case ARCCOS -> Inverses.arccos(x);
          case ARCTAN -> Inverses.arctan(x);
          case ARCTAN2 -> Inverses.arctan2(x, y);
          case ARCSINH -> Inverses.arcsinh(x);
          case ARCCOSH -> Inverses.arccosh(x);
          case ARCTANH -> Inverses.arctanh(x);
          case CBRT -> Roots.cbrt(x);
          case HYPOT -> Roots.hypot(x, y);
          default -> throw new IllegalArgumentException(op + " has no formula");
        });
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
