package org.panarray.prim;

/// The exponential function and its relatives.
///
/// `exp(x) = 2^n exp(r)` with the nearest whole `n` to `x / log(2)` and a rest that is exact up to
/// its own last digit (W. J. Cody and W. Waite, "Software Manual for the Elementary Functions",
/// 1980; with fused products the first subtraction is exact). The polynomials are minimax fits
/// (Remez) made for this file.
final class Exponentials {
  private static final double LOG2_E = 1.4426950408889634;

  private Exponentials() {}

  /// `n` and `r` of an exponent.
  ///
  /// @param shifted the number whose lowest bits are `n`
  record Reduced(Term shifted, Term whole, Term high, Term rest) {
    /// What the rest rounds away.
    Term low() {
      double logLow = rest.draft().pick(-2.3190468138462996e-17, 1.9046542121259336e-9);
      return whole.timesPlus(logLow, high.minus(rest));
    }
  }

  static Reduced reduce(Term x) {
    Draft draft = x.draft();
    double rounding = draft.pick(0x1.8p52, 0x1.8p23);
    Term shifted = x.timesPlus(LOG2_E, rounding);
    Term whole = shifted.minus(rounding);
    Term high = whole.timesPlus(draft.pick(-0.6931471805599453, -0.6931471824645996), x);
    Term rest = whole.timesPlus(draft.pick(-2.3190468138462996e-17, 1.9046542121259336e-9), high);
    return new Reduced(shifted, whole, high, rest);
  }

  static Term exp(Term x) {
    Reduced parts = reduce(x);
    Term r = parts.rest();
    Term near = r.timesPlus(r.timesPlus(quadratic(r), 1), 1);
    return bounded(x, scale(near, parts.shifted()));
  }

  /// Two to the power: what is whole in it needs no rounding.
  static Term exp2(Term x) {
    Draft draft = x.draft();
    double rounding = draft.pick(0x1.8p52, 0x1.8p23);
    Term shifted = x.plus(rounding);
    Term r = x.minus(shifted.minus(rounding));
    Term scaled = scale(r.timesPlus(ofTwo(r), 1), shifted);
    double beyond = draft.pick(1100, 200);
    Term upper = x.isAtMost(beyond).choose(scaled, x.times(Double.POSITIVE_INFINITY));
    return x.isLess(-beyond).choose(0, upper);
  }

  /// `(2^r - 1) / r` for `|r| <= 1/2`.
  private static Term ofTwo(Term r) {
    return r.draft().isDouble()
        ? r.draft()
            .polynomial(
                r,
                0.6931471805599453,
                0.24022650695910072,
                0.055504108664821625,
                0.009618129107628487,
                0.0013333558146406432,
                0.00015403530393354731,
                1.5252733841605173e-05,
                1.3215486823336039e-06,
                1.0178057063039321e-07,
                7.054891451672409e-09,
                4.455822270365521e-10,
                2.573783728096662e-11)
        : r.draft()
            .polynomial(
                r,
                0.6931471824645996,
                0.24022650718688965,
                0.05550359562039375,
                0.009618062525987625,
                0.0013390984386205673,
                0.000154628767631948);
  }

  /// The exponential of a sum whose second term is small: a logarithm times an exponent.
  static Term exp(Term x, Term small) {
    Reduced parts = reduce(x);
    Term added = parts.low().plus(small);
    Term r = parts.rest().plus(added);
    Term low = parts.rest().minus(r).plus(added);
    Term tail = r.times(r).timesPlus(quadratic(r), r.timesPlus(low, low));
    Term near = r.plus(tail).plus(1);
    return bounded(x, scale(near, parts.shifted()));
  }

  /// `(exp(x) - 1) / 4`, which is finite for twice as large an `exp(x)` as there is.
  ///
  /// With `2^n` and `exp(r) - 1` it is a sum of two terms and a small one, each of them exact or
  /// small.
  private static Pair quarterOfExpm1(Term x) {
    Reduced parts = reduce(x);
    Term r = parts.rest();
    Term low = r.times(r).timesPlus(quadratic(r), r.timesPlus(parts.low(), parts.low()));
    Draft draft = x.draft();
    int fraction = draft.fractionBits();
    Term exponent = parts.shifted().bits().shiftedLeft(fraction);
    Term scale = exponent.plus(Math.scalb(draft.bias() - 2.0, fraction)).ofBits();
    Term first = scale.minus(0.25);
    Term second = scale.times(r);
    Term sum = first.plus(second);
    Term firstLost = scale.minus(first).minus(0.25);
    Term lost = first.minus(sum).plus(second).plus(firstLost);
    return new Pair(sum, scale.timesPlus(low, lost));
  }

  static Term expm1(Term x) {
    Term value = quarterOfExpm1(x).whole().times(4);
    Draft draft = x.draft();
    double largest = draft.pick(709.782712893384, 88.72283935546875); // of finite results
    Term upper = x.isAtMost(largest).choose(value, x.times(Double.POSITIVE_INFINITY));
    Term lower = x.isLess(draft.pick(-40, -20)).choose(-1, upper);
    return x.size().isLess(draft.pick(0x1p-54, 0x1p-25)).choose(x, lower);
  }

  static Term sinh(Term x) {
    Term size = x.size();
    Pair quarter = quarterOfExpm1(size).normal();
    Term high = quarter.high().times(2);
    Term low = quarter.low().times(2);
    Term below = high.timesPlus(2, 1);
    Term belowLow = high.draft().number(1).minus(below).plus(high.times(2));
    Term quotient = Trigonometry.quotient(high, low, below, belowLow);
    Term value = high.plus(size.isGreater(x.draft().pick(22, 10)).choose(0.5, quotient).plus(low));
    Term infinite = size.times(Double.POSITIVE_INFINITY);
    Term upper = size.isAtMost(largestHalf(x.draft())).choose(value, infinite).withSignOf(x);
    return size.isLess(small(x.draft())).choose(x, upper);
  }

  static Term cosh(Term x) {
    Term size = x.size();
    Term half = quarterOfExpm1(size).whole().timesPlus(2, 0.5);
    Term value = half.plus(half.draft().number(0.25).over(half));
    Term infinite = size.times(Double.POSITIVE_INFINITY);
    return size.isAtMost(largestHalf(x.draft())).choose(value, infinite);
  }

  static Term tanh(Term x) {
    Term size = x.size();
    Pair quarter = quarterOfExpm1(size.plus(size)).normal();
    Term high = quarter.high().times(2);
    Term low = quarter.low().times(2);
    Term below = high.plus(1);
    Term belowLow = high.minus(below.minus(1)).plus(low);
    Term quotient = Trigonometry.quotient(high, low, below, belowLow);
    Term value = size.isGreater(x.draft().pick(19.1, 10)).choose(1, quotient);
    return size.isLess(small(x.draft())).choose(x, value.withSignOf(x));
  }

  /// Below, hyperbolic functions and their inverses are the number itself.
  static double small(Draft draft) {
    return draft.pick(0x1p-28, 0x1p-13);
  }

  /// The largest number with a finite half of its exponential.
  private static double largestHalf(Draft draft) {
    return draft.pick(710.4758600739439, 89.41598510742188);
  }

  /// The value where it is neither too large nor too small.
  private static Term bounded(Term x, Term scaled) {
    Draft draft = x.draft();
    double largest = draft.pick(710, 88.72283935546875);
    double smallest = draft.pick(-746, -103.97208404541016);
    Term upper = x.isAtMost(largest).choose(scaled, x.times(Double.POSITIVE_INFINITY));
    return x.isLess(smallest).choose(0, upper);
  }

  /// `(exp(r) - 1 - r) / r^2` for `|r| <= log(2) / 2`.
  private static Term quadratic(Term r) {
    return r.draft().isDouble()
        ? r.draft()
            .polynomial(
                r,
                0.5,
                0.1666666666666667,
                0.041666666666666685,
                0.008333333333326112,
                0.0013888888888874352,
                0.00019841269874904636,
                2.480158734744942e-05,
                2.755725529422524e-06,
                2.755725280625021e-07,
                2.5105260922590062e-08,
                2.0921625276615325e-09)
        : r.draft()
            .polynomial(
                r,
                0.5,
                0.1666666716337204,
                0.041666463017463684,
                0.00833328627049923,
                0.001393368816934526,
                0.00019907639943994582);
  }

  /// The number times `2^n`, in two steps: the first into the exponent, the second rounds where the
  /// result is subnormal.
  ///
  /// @param near between a half and two
  private static Term scale(Term near, Term shifted) {
    Draft draft = near.draft();
    int fraction = draft.fractionBits();
    Term whole = shifted.bits().shiftedLeft(fraction);
    Term half = whole.shiftedRight(1).and(-Math.scalb(1.0, fraction));
    Term rest = whole.minus(half).plus(Math.scalb((double) draft.bias(), fraction));
    return near.bits().plus(half).ofBits().times(rest.ofBits());
  }
}
