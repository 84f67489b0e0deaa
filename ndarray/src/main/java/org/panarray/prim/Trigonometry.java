package org.panarray.prim;

/// Sine, cosine and tangent.
///
/// The angle is reduced to `r + low`, within an eighth of a turn, by the nearest whole number of
/// quarter turns: with three parts of `pi / 2` (Cody and Waite), the first subtraction exact by a
/// fused product; large angles by [Angles]. The sums of the first and the other terms are
/// compensated as W. Kahan and K. C. Ng do. The polynomials are minimax fits (Remez) made for this
/// file.
final class Trigonometry {
  private static final double ROUNDING = 0x1.8p52;

  private Trigonometry() {}

  /// @param quarters the number whose lowest bits count quarter turns
  record Reduced(Term quarters, Term rest, Term low) {}

  static Reduced reduce(Term x) {
    Draft draft = x.draft();
    Term isLarge = x.size().isAtMost(Angles.LARGE);
    Term shifted = x.timesPlus(0.6366197723675814, draft.number(ROUNDING));
    Term n = shifted.minus(ROUNDING);
    Term first = n.timesPlus(-1.5707963267948966, x);
    Term second = n.times(6.123233995736766e-17);
    Term error = n.timesPlus(6.123233995736766e-17, second.negative());
    Term r = first.minus(second);
    Term back = r.minus(first);
    Term lost = first.minus(r.minus(back)).minus(second.plus(back));
    Term low = n.timesPlus(1.4973849048591698e-33, lost.minus(error));
    Term quarter = isLarge.choose(shifted, x.angleQuarter().plus(ROUNDING));
    return new Reduced(
        quarter.bits(), isLarge.choose(r, x.angleRest()), isLarge.choose(low, x.angleRestLow()));
  }

  private static Pair sine(Reduced angle, Term square) {
    Term tail =
        square
            .draft()
            .polynomial(
                square,
                -0.16666666666666666,
                0.008333333333330943,
                -0.00019841269836750195,
                2.755731609804921e-06,
                -2.505113088103778e-08,
                1.5918058384700632e-10);
    return new Pair(angle.rest(), angle.rest().times(square).timesPlus(tail, angle.low()));
  }

  private static Pair cosine(Reduced angle, Term square) {
    Term tail =
        square
            .draft()
            .polynomial(
                square,
                0.041666666666666664,
                -0.0013888888888887393,
                2.4801587298760278e-05,
                -2.755731726883552e-07,
                2.0876145651076315e-09,
                -1.1382587139155319e-11);
    Term half = square.times(0.5);
    Term high = square.draft().number(1).minus(half);
    Term lost = square.draft().number(1).minus(high).minus(half);
    Term small = square.times(square).times(tail);
    Term turned = angle.rest().negative().timesPlus(angle.low(), small);
    return new Pair(high, lost.plus(turned));
  }

  static Term sin(Term x) {
    Reduced angle = reduce(x);
    return x.size().isLess(0x1p-27).choose(x, wave(x, angle, angle.quarters()));
  }

  static Term cos(Term x) {
    Reduced angle = reduce(x);
    return wave(x, angle, angle.quarters().plus(1));
  }

  private static Term wave(Term x, Reduced angle, Term quarters) {
    Term square = angle.rest().times(angle.rest());
    Term isEven = quarters.and(1).isEqual(0);
    Term value = isEven.choose(sine(angle, square).whole(), cosine(angle, square).whole());
    Term sign = quarters.and(2).shiftedLeft(62);
    return finite(x, value.bits().xor(sign).ofBits());
  }

  /// The value for finite angles: the sign of what is no number would not be the same everywhere.
  private static Term finite(Term x, Term value) {
    return x.size().isLess(Double.POSITIVE_INFINITY).choose(value, Double.NaN);
  }

  static Term tan(Term x) {
    Reduced angle = reduce(x);
    Term square = angle.rest().times(angle.rest());
    Term squareLow = angle.rest().timesPlus(angle.rest(), square.negative());
    Pair nearSine = sine(angle, square);
    Pair nearCosine = cosine(angle, square);
    Term turned = angle.low().times(square);
    Pair sine = new Pair(nearSine.high(), turned.timesPlus(-0.5, nearSine.low())).normal();
    Pair cosine = new Pair(nearCosine.high(), squareLow.timesPlus(-0.5, nearCosine.low())).normal();
    Term isEven = angle.quarters().and(1).isEqual(0);
    Term above = isEven.choose(sine.high(), cosine.high());
    Term aboveLow = isEven.choose(sine.low(), cosine.low());
    Term below = isEven.choose(cosine.high(), sine.high());
    Term belowLow = isEven.choose(cosine.low(), sine.low());
    Term value = quotient(above, aboveLow, below, belowLow);
    Term sign = angle.quarters().and(1).shiftedLeft(63);
    return x.size().isLess(0x1p-27).choose(x, finite(x, value.bits().xor(sign).ofBits()));
  }

  /// The quotient of two sums, rounded once but for a little.
  static Term quotient(Term above, Term aboveLow, Term below, Term belowLow) {
    Term reciprocal = below.draft().number(1).over(below);
    Term near = above.times(reciprocal);
    Term rest = near.negative().timesPlus(below, above);
    Term further = near.negative().timesPlus(belowLow, rest.plus(aboveLow));
    return near.plus(further.times(reciprocal));
  }
}
