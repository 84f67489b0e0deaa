package org.panarray.prim;

/// Signs and choices of floats, as steps for lanes, which lack instructions for them.
final class Signs {
  private Signs() {}

  static Term copysign(Term x, Term sign) {
    return given(x.size(), sign);
  }

  /// @param size whose own sign is plus
  static Term given(Term size, Term sign) {
    double bit = -Math.scalb(1.0, size.draft().format().bits() - 1);
    return size.bits().or(sign.bits().and(bit)).ofBits();
  }

  static Term sign(Term x) {
    Draft draft = x.draft();
    Term positive = x.isGreater(0).choose(draft.number(1), draft.number(0));
    return x.isNan().choose(x, x.isLess(0).choose(-1, positive));
  }

  static Term fmax(Term x, Term y) {
    return y.isLess(x).orElse(y.isNan()).choose(x, y);
  }

  static Term fmin(Term x, Term y) {
    return x.isLess(y).orElse(y.isNan()).choose(x, y);
  }
}
