package org.panarray.prim;

/// A value in a formula that is being written.
record Term(Draft draft, Expr expr) {

  private Term apply(ScalarOp op, Term... others) {
    Expr[] operands = new Expr[1 + others.length];
    operands[0] = expr;
    for (int i = 0; i < others.length; i++) {
      operands[1 + i] = others[i].expr;
    }
    return draft.step(Expr.apply(op, operands));
  }

  private Term like(double value) {
    return new Term(draft, new Expr.Const(value, expr.type()));
  }

  Term plus(Term other) {
    return apply(ScalarOp.ADD, other);
  }

  Term plus(double other) {
    return plus(like(other));
  }

  Term minus(Term other) {
    return apply(ScalarOp.SUBTRACT, other);
  }

  Term minus(double other) {
    return minus(like(other));
  }

  Term times(Term other) {
    return apply(ScalarOp.MULTIPLY, other);
  }

  Term times(double other) {
    return times(like(other));
  }

  Term over(Term other) {
    return apply(ScalarOp.DIVIDE, other);
  }

  /// `this * factor + term`, rounded once.
  Term timesPlus(Term factor, Term term) {
    return apply(ScalarOp.FMA, factor, term);
  }

  Term timesPlus(double factor, Term term) {
    return timesPlus(like(factor), term);
  }

  Term timesPlus(Term factor, double term) {
    return timesPlus(factor, like(term));
  }

  Term timesPlus(double factor, double term) {
    return timesPlus(like(factor), like(term));
  }

  Term negative() {
    return apply(ScalarOp.NEGATIVE);
  }

  Term size() {
    return apply(ScalarOp.FABS);
  }

  Term root() {
    return apply(ScalarOp.SQRT);
  }

  /// This number with the sign of another.
  Term withSignOf(Term other) {
    return apply(ScalarOp.COPYSIGN, other);
  }

  Term rounded() {
    return apply(ScalarOp.RINT);
  }

  Term angleQuarter() {
    return apply(ScalarOp.ANGLE_QUARTER);
  }

  Term angleRest() {
    return apply(ScalarOp.ANGLE_REST);
  }

  Term angleRestLow() {
    return apply(ScalarOp.ANGLE_REST_LOW);
  }

  Term bits() {
    return apply(ScalarOp.FLOAT_BITS);
  }

  /// The float of these bits.
  Term ofBits() {
    return apply(ScalarOp.BITS_FLOAT);
  }

  Term and(Term other) {
    return apply(ScalarOp.BITWISE_AND, other);
  }

  Term and(double mask) {
    return and(like(mask));
  }

  Term xor(Term other) {
    return apply(ScalarOp.BITWISE_XOR, other);
  }

  Term or(Term other) {
    return apply(ScalarOp.BITWISE_OR, other);
  }

  Term shiftedLeft(int count) {
    return apply(ScalarOp.LEFT_SHIFT, like(count));
  }

  Term shiftedRight(int count) {
    return apply(ScalarOp.RIGHT_SHIFT, like(count));
  }

  Term isLess(Term other) {
    return apply(ScalarOp.LESS, other);
  }

  Term isLess(double other) {
    return isLess(like(other));
  }

  Term isAtMost(Term other) {
    return apply(ScalarOp.LESS_EQUAL, other);
  }

  Term isAtMost(double other) {
    return isAtMost(like(other));
  }

  Term isGreater(double other) {
    return apply(ScalarOp.GREATER, like(other));
  }

  Term isNan() {
    return apply(ScalarOp.ISNAN);
  }

  Term isEqual(Term other) {
    return apply(ScalarOp.EQUAL, other);
  }

  Term isEqual(double other) {
    return isEqual(like(other));
  }

  Term andAlso(Term other) {
    return apply(ScalarOp.LOGICAL_AND, other);
  }

  Term not() {
    return apply(ScalarOp.LOGICAL_NOT);
  }

  Term orElse(Term other) {
    return apply(ScalarOp.LOGICAL_OR, other);
  }

  /// One term where this is true, the other where it is not.
  Term choose(Term first, Term second) {
    return apply(ScalarOp.SELECT, first, second);
  }

  Term choose(double first, Term second) {
    return choose(second.like(first), second);
  }

  Term choose(Term first, double second) {
    return choose(first, first.like(second));
  }

  Term as(ElementType type) {
    return expr.type() == type ? this : draft.step(Expr.cast(expr, type));
  }
}
