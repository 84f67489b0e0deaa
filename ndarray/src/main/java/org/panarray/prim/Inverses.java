package org.panarray.prim;

/// The inverses of the trigonometric and of the hyperbolic functions.
///
/// `atan` by the angle whose tangent is 1: `atan(a / b) = pi/4 + atan((a - b) / (a + b))`; `asin`
/// by the half angle, `asin(x) = pi/2 - 2 asin(sqrt((1 - x) / 2))` (W. J. Cody and W. Waite, 1980).
/// Quotients and roots carry what they round away. The polynomials are minimax fits (Remez) made
/// for this file.
final class Inverses {
  private static final double TAN_OF_SIXTEENTH = 0.41421356237309503;

  private Inverses() {}

  /// A quarter turn.
  private static double quarter(Draft draft) {
    return draft.pick(1.5707963267948966, 1.5707963705062866);
  }

  /// What that rounds away.
  private static double quarterLow(Draft draft) {
    return draft.pick(6.123233995736766e-17, -4.371138828673793e-08);
  }

  static Term arctan(Term x) {
    Term size = x.size();
    double large = x.draft().pick(0x1p60, 0x1p30);
    Term bounded = size.isGreater(large).choose(large, size);
    Term one = x.draft().number(1);
    return angle(bounded, one).whole().withSignOf(x);
  }

  /// The angle of a point, whose coordinates are scaled so that neither sums nor quotients leave
  /// the range of numbers.
  static Term arctan2(Term y, Term x) {
    Term height = y.size();
    Term width = x.size();
    Term larger = height.isLess(width).choose(width, height);
    Draft draft = x.draft();
    double one = draft.pick(0x1p52, 0x1p23);
    double most = draft.pick(0x7ffp52, 0xffp23); // the exponent of infinity
    Term power = larger.bits().and(most).negative().plus(most - 2 * one);
    Term scale = power.isLess(one).choose(draft.whole(one), power).ofBits();
    Term zero = larger.isEqual(0);
    Term infinite = larger.isEqual(Double.POSITIVE_INFINITY);
    Term a = part(height, scale, infinite);
    Term b = zero.choose(1, part(width, scale, infinite));
    Pair ahead = angle(a, b);
    Term half = draft.number(2 * quarter(draft));
    Term high = half.minus(ahead.high());
    Term lost = half.minus(high).minus(ahead.high());
    Term behind = high.plus(lost.minus(ahead.low()).plus(2 * quarterLow(draft)));
    Term value = x.bits().isLess(0).choose(behind, ahead.whole()).withSignOf(y);
    return x.isNan().orElse(y.isNan()).choose(x.plus(y), value);
  }

  private static Term part(Term length, Term scale, Term infinite) {
    Term ofInfinite = length.isEqual(Double.POSITIVE_INFINITY).choose(1, length.times(0));
    return infinite.choose(ofInfinite, length.times(scale));
  }

  /// `atan(a / b)` of positive numbers.
  private static Pair angle(Term a, Term b) {
    Term steep = b.times(2.414213562373095).isLess(a);
    Term middle = b.times(TAN_OF_SIXTEENTH).isLess(a);
    Term difference = a.minus(b);
    Term sum = a.plus(b);
    Term above = steep.choose(b.negative(), middle.choose(difference, a));
    Term below = steep.choose(a, middle.choose(sum, b));
    Term aboveLow = lost(a, b.negative(), difference);
    Term belowLow = lost(a, b, sum);
    Term isSum = middle.andAlso(steep.not());
    Term q = above.over(below);
    Term rest = q.negative().timesPlus(below, above);
    Term further = isSum.choose(q.negative().timesPlus(belowLow, aboveLow), 0);
    Term low = rest.plus(further).over(below);
    Term square = q.times(q);
    Term tail = odd(q.draft(), square);
    Term small = q.times(square).timesPlus(tail, low.negative().timesPlus(square, low));
    double quarter = quarter(q.draft());
    double quarterLow = quarterLow(q.draft());
    Term base = steep.choose(quarter, middle.choose(quarter / 2, q.draft().number(0)));
    Term baseLow = steep.choose(quarterLow, middle.choose(quarterLow / 2, q.draft().number(0)));
    Term high = base.plus(q);
    Term lost = base.minus(high).plus(q);
    return new Pair(high, lost.plus(small.plus(baseLow)));
  }

  /// `(atan(q) / q - 1) / q^2` of a square, for `q` up to the tangent of a sixteenth turn.
  private static Term odd(Draft draft, Term square) {
    return draft.isDouble()
        ? draft.polynomial(
            square,
            -0.3333333333333333,
            0.19999999999999815,
            -0.1428571428566201,
            0.1111111110534987,
            -0.09090908762380909,
            0.0769229661160429,
            -0.06666428814029507,
            0.05878970878499534,
            -0.05230741017549498,
            0.04552811933722506,
            -0.034599823560894284,
            0.016316085404578146)
        : draft.polynomial(
            square,
            -0.33333316445350647,
            0.1999853253364563,
            -0.14244511723518372,
            0.10600187629461288,
            -0.06092788651585579);
  }

  /// What a sum rounds away (O. Moller, D. E. Knuth).
  static Term lost(Term a, Term b, Term sum) {
    Term back = sum.minus(a);
    return a.minus(sum.minus(back)).plus(b.minus(back));
  }

  /// `asin` of small arguments, and of the root for large ones, as a number and what follows it.
  ///
  /// @param isSmall whether the argument is at most a half
  private record Root(Term isSmall, Term number, Term low) {}

  private static Root root(Term size) {
    Term isSmall = size.isAtMost(0.5);
    Term square = isSmall.choose(size.times(size), size.draft().number(0.5).minus(size.times(0.5)));
    Term root = square.root();
    Term number = isSmall.choose(size, root);
    Term lost =
        root.negative().timesPlus(root, square).over(root.plus(root).plus(tiny(root.draft())));
    Term rest = isSmall.choose(0, lost);
    Term tail = arc(size.draft(), square);
    return new Root(isSmall, number, number.times(square).timesPlus(tail, rest));
  }

  /// What keeps a quotient of zeros a number.
  private static double tiny(Draft draft) {
    return draft.pick(1e-300, 1e-37);
  }

  /// `(asin(x) / x - 1) / x^2` of a square up to a quarter.
  private static Term arc(Draft draft, Term square) {
    return draft.isDouble()
        ? draft.polynomial(
            square,
            0.16666666666666666,
            0.07500000000000133,
            0.04464285714251683,
            0.030381944478637266,
            0.022372157300710505,
            0.017352820446549462,
            0.01396371146133784,
            0.011567265278329868,
            0.009615365643634547,
            0.009355292554200758,
            0.0029118731160923572,
            0.019873769192555454,
            -0.01968778315210313,
            0.02988770215634717)
        : draft.polynomial(
            square,
            0.16666659712791443,
            0.07500521093606949,
            0.04451363533735275,
            0.03183605521917343,
            0.01432918943464756,
            0.03767312690615654);
  }

  static Term arcsin(Term x) {
    Term size = x.size();
    Root root = root(size);
    Draft draft = x.draft();
    Term quarter = draft.number(quarter(draft));
    Term twice = root.number().plus(root.number());
    Term high = quarter.minus(twice);
    Term lost = quarter.minus(high).minus(twice);
    Term large = high.plus(lost.plus(root.low().timesPlus(-2, quarterLow(draft))));
    Term value = root.isSmall().choose(root.number().plus(root.low()), large).withSignOf(x);
    return size.isGreater(1)
        .choose(Double.NaN, size.isLess(Exponentials.small(x.draft())).choose(x, value));
  }

  static Term arccos(Term x) {
    Draft draft = x.draft();
    Term size = x.size();
    Root root = root(size);
    Term isNegative = x.isLess(0);
    Term twice = root.isSmall().choose(x, root.number().plus(root.number()));
    Term tail = root.isSmall().choose(root.low().withSignOf(x), root.low().plus(root.low()));
    Term isLower = isNegative.orElse(root.isSmall());
    double quarter = quarter(draft);
    double quarterLow = quarterLow(draft);
    Term base = root.isSmall().choose(quarter, isNegative.choose(2 * quarter, draft.number(0)));
    Term baseLow =
        root.isSmall().choose(quarterLow, isNegative.choose(2 * quarterLow, draft.number(0)));
    Term taken = isLower.choose(twice, twice.negative());
    Term takenLow = isLower.choose(tail, tail.negative());
    Term high = base.minus(taken);
    Term lost = base.minus(high).minus(taken);
    Term value = high.plus(lost.plus(baseLow.minus(takenLow)));
    return size.isGreater(1).choose(Double.NaN, value);
  }

  static Term arcsinh(Term x) {
    Term size = x.size();
    Term isLarge = size.isGreater(x.draft().pick(0x1p28, 0x1p13));
    Term bounded = isLarge.choose(1, size);
    Term square = bounded.times(bounded);
    Term more = square.over(square.plus(1).root().plus(1));
    Term sum = bounded.plus(more);
    Term value = logOf(size, isLarge, sum, bounded.minus(sum).plus(more));
    Term signed = value.withSignOf(x);
    return size.isLess(Exponentials.small(x.draft())).choose(x, signed);
  }

  static Term arccosh(Term x) {
    Term isLarge = x.isGreater(x.draft().pick(0x1p28, 0x1p13));
    Term bounded = isLarge.choose(1, x);
    Term above = bounded.minus(1);
    Term factor = bounded.plus(1);
    Term product = above.times(factor);
    Term lost = above.timesPlus(factor, product.negative());
    Term root = product.root();
    Term missing = root.negative().timesPlus(root, product).plus(lost);
    Term rootLow = missing.over(root.plus(root).plus(tiny(root.draft())));
    Term sum = root.plus(above);
    Term value = logOf(x, isLarge, sum, root.minus(sum).plus(above).plus(rootLow));
    return x.isLess(1).choose(Double.NaN, value);
  }

  /// `log(1 + sum)`, or `log(2 x)` where `x` is large.
  private static Term logOf(Term x, Term isLarge, Term sum, Term low) {
    Draft draft = x.draft();
    Term number = isLarge.choose(x, sum);
    Term small = isLarge.choose(-1, low);
    Term doublings = isLarge.choose(1, draft.number(0));
    Term value = Logarithms.logOfSum(number, small, doublings);
    return x.isEqual(Double.POSITIVE_INFINITY).orElse(x.isNan()).choose(x, value);
  }

  static Term arctanh(Term x) {
    Draft draft = x.draft();
    Term size = x.size();
    Term twice = size.plus(size);
    Term below = draft.number(1).minus(size);
    Term belowLow = draft.number(1).minus(below).minus(size);
    Term near = twice.over(below);
    Term rest = near.negative().timesPlus(below, twice);
    Term low = near.negative().timesPlus(belowLow, rest).over(below);
    Term value = Logarithms.logOfSum(near, low, draft.number(0)).times(0.5);
    Term pole = size.isEqual(1).choose(Double.POSITIVE_INFINITY, value).withSignOf(x);
    Term known = size.isLess(Exponentials.small(x.draft())).choose(x, pole);
    return size.isAtMost(1).choose(known, Double.NaN);
  }
}
