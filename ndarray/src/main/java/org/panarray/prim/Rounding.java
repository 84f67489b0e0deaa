package org.panarray.prim;

/// Whole numbers near floats, as steps for lanes, which lack the processor's instructions for them.
final class Rounding {
  private Rounding() {}

  /// To the nearest whole number, ties to even, with the sign kept on zero: what is added and taken
  /// away again leaves no digits behind the point.
  static Term rint(Term x) {
    double whole = Math.scalb(1.0, x.draft().fractionBits()); // from here on every float is
    Term size = x.size();
    Term near = size.plus(whole).minus(whole);
    return size.isLess(whole).choose(Signs.given(near, x), x);
  }

  static Term floor(Term x) {
    Term near = rint(x);
    return x.isLess(near).choose(near.minus(1), near);
  }

  static Term ceil(Term x) {
    return floor(x.negative()).negative();
  }

  static Term trunc(Term x) {
    return Signs.given(floor(x.size()), x);
  }
}
