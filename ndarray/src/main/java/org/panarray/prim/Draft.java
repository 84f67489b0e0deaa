package org.panarray.prim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A formula that is being written. What was computed before is not computed again.
final class Draft {
  private final ElementType type;
  private final int arity;
  private final List<Expr> steps = new ArrayList<>();
  private final Map<Expr, Expr> values = new HashMap<>();

  /// @param type of the arguments, float32 or float64
  Draft(ElementType type, int arity) {
    this.type = type;
    this.arity = arity;
  }

  boolean isDouble() {
    return type == ElementType.FLOAT64;
  }

  FloatFormat format() {
    return type.format();
  }

  /// The digits behind the leading one.
  int fractionBits() {
    return type.format().mantissaBits();
  }

  /// The exponent of 1 as it is stored.
  int bias() {
    return type.format().bias();
  }

  ElementType wholeType() {
    return isDouble() ? ElementType.INT64 : ElementType.INT32;
  }

  Term argument(int index) {
    return new Term(this, new Expr.Arg(index, type));
  }

  Term number(double value) {
    return new Term(this, new Expr.Const(value, type));
  }

  Term whole(double value) {
    return new Term(this, new Expr.Const(value, wholeType()));
  }

  /// One of two numbers by the type.
  double pick(double ofDouble, double ofFloat) {
    return isDouble() ? ofDouble : ofFloat;
  }

  Term step(Expr step) {
    Expr known = values.get(step);
    if (known == null) {
      known = new Expr.Arg(arity + steps.size(), step.type());
      steps.add(step);
      values.put(step, known);
    }
    return new Term(this, known);
  }

  /// The polynomial in a term, the coefficient of the lowest power first.
  Term polynomial(Term x, double... coefficients) {
    Term sum = number(coefficients[coefficients.length - 1]);
    for (int i = coefficients.length - 2; i >= 0; i--) {
      sum = sum.timesPlus(x, number(coefficients[i]));
    }
    return sum;
  }

  /// The formula whose value is this term, without steps that it does not need.
  Formula finish(Term result) {
    int last = ((Expr.Arg) result.expr()).index() - arity;
    return new Formula(arity, steps.subList(0, last + 1));
  }
}
