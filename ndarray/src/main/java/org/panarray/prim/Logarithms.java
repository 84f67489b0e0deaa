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
  ///
  /// @param whole `k` as an integer, less what tiny numbers were lifted by
  record Reduced(Term whole, Term exponent, Term rest) {}

  static Term log2(Term x) {
    Draft draft = x.draft();
    double low = draft.pick(2.0355273740931033e-17, 1.925963033500011e-08);
    return ofBase(x, draft.pick(1.4426950408889634, 1.4426950216293335), low, 1, 0);
  }

  static Term log10(Term x) {
    Draft draft = x.draft();
    double high = draft.pick(0.4342944819032518, 0.4342944920063019);
    double low = draft.pick(1.098319650216765e-17, -1.0103049952192578e-08);
    double two = draft.pick(0.30102999560767785, 0.301025390625);
    return ofBase(x, high, low, two, draft.pick(5.630334806675098e-11, 4.605038981195214e-06));
  }

  /// The logarithm to another base: times a factor of twice the digits.
  ///
  /// @param factor of natural logarithms
  /// @param two the logarithm of 2
  private static Term ofBase(Term x, double factor, double factorLow, double two, double twoLow) {
    Reduced parts = reduce(x);
    Term f = parts.rest();
    Term half = f.times(f).times(0.5);
    Term high = f.minus(half);
    Term low = f.minus(high).minus(half).plus(series(f, half));
    Term product = high.times(factor);
    Term lost = high.timesPlus(factor, product.negative());
    Term rest = low.timesPlus(factor, high.timesPlus(factorLow, lost));
    Term k = parts.exponent();
    Term whole = k.times(two);
    Term sum = whole.plus(product);
    Term tail = whole.minus(sum).plus(product).plus(k.timesPlus(twoLow, rest));
    return special(x, sum.plus(tail));
  }

  /// `log(exp(a) + exp(b))`
  static Term logAddExp(Term a, Term b) {
    Term small = Exponentials.exp(a.minus(b).size().negative());
    Term value = logOfSum(small, a.draft().number(0), a.draft().number(0));
    return ofLarger(a, b, value, 0.6931471805599453);
  }

  static Term logAddExp2(Term a, Term b) {
    Term small = Exponentials.exp2(a.minus(b).size().negative());
    Term value = logOfSum(small, a.draft().number(0), a.draft().number(0));
    return ofLarger(a, b, value.times(1.4426950408889634), 1);
  }

  private static Term ofLarger(Term a, Term b, Term more, double ofEqual) {
    Term sum = a.isLess(b).choose(b, a).plus(more);
    Term value = a.isEqual(b).choose(a.plus(ofEqual), sum);
    return a.isNan().orElse(b.isNan()).choose(a.plus(b), value);
  }

  static Term log1p(Term x) {
    Term value = logOfSum(x, x.draft().number(0), x.draft().number(0));
    Term beyond = x.isLess(-1).choose(Double.NaN, x);
    Term pole = x.isEqual(-1).choose(Double.NEGATIVE_INFINITY, beyond);
    Term ordinary = x.isGreater(-1).andAlso(x.isLess(Double.POSITIVE_INFINITY));
    Term near = x.size().isLess(x.draft().pick(0x1p-54, 0x1p-25)).choose(x, value);
    return ordinary.choose(near, pole);
  }

  /// `log(1 + x + small) + doublings log(2)`, for sums above zero.
  static Term logOfSum(Term x, Term small, Term doublings) {
    Draft draft = x.draft();
    int fraction = draft.fractionBits();
    Term sum = x.plus(1);
    Term lost = x.minus(sum.minus(1)).plus(small); // exact up to where it counts
    Reduced parts = reduce(sum);
    Term power = parts.whole().shiftedLeft(fraction).negative();
    Term scale = power.plus(Math.scalb((double) draft.bias(), fraction)).ofBits();
    Term correction = x.isLess(draft.pick(0x1p53, 0x1p24)).choose(lost.times(scale), 0);
    Term f = parts.rest().plus(correction);
    Term rest = parts.rest().minus(f).plus(correction);
    Term half = f.times(f).times(0.5);
    Term inner = series(f, half).plus(f.negative().timesPlus(rest, rest));
    return total(parts.exponent().plus(doublings), f, half, inner);
  }

  private static Term total(Term k, Term f, Term half, Term inner) {
    Draft draft = f.draft();
    Term low = k.timesPlus(draft.pick(7.440617110012397e-11, -2.121944400546905e-4), inner);
    Term near = half.minus(low).minus(f);
    return k.times(draft.pick(0.6931471804855391, 0.693359375)).minus(near);
  }

  /// The logarithm of a positive number to some 65 binary digits.
  static Pair precise(Term x) {
    Draft draft = x.draft();
    Reduced parts = reduce(x);
    Term f = parts.rest();
    Term below = f.plus(2);
    Term belowLow = f.minus(below.minus(2));
    Term s = f.over(below);
    Term rest = s.negative().timesPlus(below, f);
    Term sLow = s.negative().timesPlus(belowLow, rest).over(below);
    Term square = s.times(s);
    Term squareLow = s.plus(s).timesPlus(sLow, s.timesPlus(s, square.negative()));
    Term third = square.times(0.6666666666666666);
    Term thirdLow =
        squareLow.timesPlus(
            0.6666666666666666,
            square.timesPlus(
                3.700743415417188e-17, square.timesPlus(0.6666666666666666, third.negative())));
    Term tail =
        draft.polynomial(
            square,
            0.4000000000000003,
            0.28571428571337104,
            0.22222222271686903,
            0.1818180815872342,
            0.1538558088262264,
            0.13285765619175993,
            0.12915880476170075);
    Term further = square.times(square).timesPlus(tail, thirdLow);
    Term sum = third.plus(2);
    Term sumLow = draft.number(2).minus(sum).plus(third).plus(further);
    Term log = s.times(sum);
    Term logLow = s.timesPlus(sumLow, sLow.timesPlus(sum, s.timesPlus(sum, log.negative())));
    Term k = parts.exponent();
    Term whole = k.times(0.6931471804855391);
    Term high = whole.plus(log);
    Term low = whole.minus(high).plus(log).plus(k.timesPlus(7.440617110012397e-11, logLow));
    Term value = high.plus(low);
    return new Pair(value, high.minus(value).plus(low));
  }

  static Term log(Term x) {
    Reduced parts = reduce(x);
    Term f = parts.rest();
    Term half = f.times(f).times(0.5);
    return special(x, total(parts.exponent(), f, half, series(f, half)));
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
    return new Reduced(exponent, number.plus(lifted), mantissa.minus(1));
  }

  /// The value where there is a finite one.
  private static Term special(Term x, Term value) {
    Term beyond = x.isLess(0).choose(Double.NaN, x);
    Term pole = x.isEqual(0).choose(Double.NEGATIVE_INFINITY, beyond);
    Term ordinary = x.isGreater(0).andAlso(x.isLess(Double.POSITIVE_INFINITY));
    return ordinary.choose(value, pole);
  }
}
