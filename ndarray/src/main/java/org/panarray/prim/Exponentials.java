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
  record Reduced(Term shifted, Term whole, Term rest) {}

  static Reduced reduce(Term x) {
    Draft draft = x.draft();
    double rounding = draft.pick(0x1.8p52, 0x1.8p23);
    Term shifted = x.timesPlus(LOG2_E, rounding);
    Term whole = shifted.minus(rounding);
    Term high = whole.timesPlus(draft.pick(-0.6931471805599453, -0.6931471824645996), x);
    Term rest = whole.timesPlus(draft.pick(-2.3190468138462996e-17, 1.9046542121259336e-9), high);
    return new Reduced(shifted, whole, rest);
  }

  static Term exp(Term x) {
    Draft draft = x.draft();
    Reduced parts = reduce(x);
    Term r = parts.rest();
    Term near = r.timesPlus(r.timesPlus(quadratic(r), 1), 1);
    Term scaled = scale(near, parts.shifted());
    double largest = draft.pick(709.782712893384, 88.72283935546875);
    double smallest = draft.pick(-745.1332191019412, -103.97208404541016);
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
