package org.panarray.prim;

/// The logarithm and its relatives.
///
/// `x = 2^k m` with `m` between the roots of 1/2 and of 2, `f = m - 1`, `s = f / (2 + f)`; then
/// `log(m) = 2 atanh(s) = f - f^2/2 + s (f^2/2 + R(s^2))`, of which the first term is exact and the
/// others are small (P. T. P. Tang, "Table-driven implementation of the logarithm function", ACM
/// TOMS 16, 1990, without the table). The polynomials are minimax fits (Remez) made for this file.
final class Logarithms {
  private Logarithms() {}

  /// `k` and `f` of a positive number.
  record Reduced(Term exponent, Term rest) {}

  static Term log(Term x) {
    Draft draft = x.draft();
    Reduced parts = reduce(x);
    Term f = parts.rest();
    Term half = f.times(f).times(0.5);
    Term inner = series(f, half);
    Term k = parts.exponent();
    Term low = k.timesPlus(draft.pick(7.440617110012397e-11, -2.121944400546905e-4), inner);
    Term near = half.minus(low).minus(f);
    Term value = k.times(draft.pick(0.6931471804855391, 0.693359375)).minus(near);
    return special(x, value);
  }

  /// `s (f^2/2 + R)`.
  private static Term series(Term f, Term half) {
    Draft draft = f.draft();
    Term s = f.over(f.plus(2));
    Term square = s.times(s);
    Term tail =
        draft.isDouble()
            ? draft.polynomial(
                square,
                0.666666666666667,
                0.3999999999989789,
                0.2857142862665141,
                0.22222211031749325,
                0.18182896207631685,
                0.15331497764506818,
                0.1461909699201228)
            : draft.polynomial(square, 0.6666668653488159, 0.39988696575164795, 0.2958308756351471);
    return s.times(square.timesPlus(tail, half));
  }

  private static Reduced reduce(Term x) {
    Draft draft = x.draft();
    int fraction = draft.fractionBits();
    double lift = draft.pick(0x1p54, 0x1p25);
    Term tiny = x.isLess(draft.pick(Double.MIN_NORMAL, Float.MIN_NORMAL));
    Term bits = tiny.choose(x.times(lift), x).bits();
    // The bits of the root of a half: what is above it counts as the next power of two.
    Term above = bits.minus(draft.pick(0x3fe6a09ep32, 0x3f3504f3));
    Term exponent = above.shiftedRight(fraction);
    Term mantissa = bits.minus(exponent.shiftedLeft(fraction)).ofBits();
    double rounding = draft.pick(0x1.8p52, 0x1.8p23);
    Term number = exponent.plus(draft.pick(0x4338p48, 0x4b400000)).ofBits().minus(rounding);
    Term lifted = tiny.choose(draft.pick(-54, -25), draft.number(0));
    return new Reduced(number.plus(lifted), mantissa.minus(1));
  }

  /// The value where there is a finite one.
  private static Term special(Term x, Term value) {
    Term beyond = x.isLess(0).choose(Double.NaN, x);
    Term pole = x.isEqual(0).choose(Double.NEGATIVE_INFINITY, beyond);
    Term ordinary = x.isGreater(0).andAlso(x.isLess(Double.POSITIVE_INFINITY));
    return ordinary.choose(value, pole);
  }
}
