package org.panarray.prim;

/// The cube root, and the length of a vector: a first value, and what is missing to its power by
/// exact products.
final class Roots {
  private Roots() {}

  static Term cbrt(Term x) {
    Draft draft = x.draft();
    Term size = x.size();
    int fraction = draft.fractionBits();
    Term isTiny = size.isLess(draft.pick(Double.MIN_NORMAL, Float.MIN_NORMAL));
    Term normal = isTiny.choose(size.times(draft.pick(0x1p54, 0x1p24)), size);
    Term raw = normal.bits().shiftedRight(fraction);
    double rounding = draft.pick(0x1.8p52, 0x1.8p23);
    double ofRounding = draft.pick(0x4338p48, 0x4b400000);
    Term exponent = raw.plus(ofRounding).ofBits().minus(rounding).minus(draft.bias());
    Term shifted = exponent.timesPlus(1 / 3.0, rounding);
    // The number is 8^whole m, m between 1/2 and 4.
    Term whole = shifted.bits().minus(ofRounding);
    Term threefold = whole.plus(whole).plus(whole);
    Term m = normal.bits().minus(threefold.shiftedLeft(fraction)).ofBits();
    Term near = closer(first(m), m);
    Term y = draft.isDouble() ? closer(near, m) : near;
    Term square = y.times(y);
    Term squareLow = y.timesPlus(y, square.negative());
    Term missing = square.negative().timesPlus(y, m);
    Term exact = squareLow.negative().timesPlus(y, missing);
    Term root = y.plus(exact.over(square.times(3)));
    Term lifted = isTiny.choose(draft.whole(draft.pick(-18, -8)), draft.whole(0));
    Term value = root.bits().plus(whole.plus(lifted).shiftedLeft(fraction)).ofBits().withSignOf(x);
    Term ordinary = size.isGreater(0).andAlso(size.isLess(Double.POSITIVE_INFINITY));
    return ordinary.choose(value, x);
  }

  /// Some 8 binary digits of the cube root.
  private static Term first(Term m) {
    return m.draft()
        .polynomial(
            m,
            0.46599079314788155,
            0.8350807614842455,
            -0.42674316863912315,
            0.15324929492736736,
            -0.029211437154131107,
            0.0022266694017416162);
  }

  /// Three times as many digits (E. Halley).
  private static Term closer(Term y, Term m) {
    Term cube = y.times(y).times(y);
    Term above = m.minus(cube);
    Term below = cube.timesPlus(2, m);
    return y.plus(y.times(above.over(below)));
  }

  static Term hypot(Term x, Term y) {
    Term a = x.size();
    Term b = y.size();
    Term isLess = a.isLess(b);
    Term large = isLess.choose(b, a);
    Term small = isLess.choose(a, b);
    Term exponent = large.bits().and(0x7ffp52);
    // Beyond these the scale or its reciprocal would be no normal number.
    Term least = exponent.isLess(0x2p52).choose(exponent.draft().whole(0x2p52), exponent);
    Term most = least.isGreater(0x7fdp52).choose(least.draft().whole(0x7fdp52), least);
    Term scale = most.negative().plus(0x7fep52).ofBits();
    Term p = large.times(scale);
    Term q = small.times(scale);
    Term first = p.times(p);
    Term second = q.times(q);
    Term sum = first.plus(second);
    Term low =
        first
            .minus(sum)
            .plus(second)
            .plus(p.timesPlus(p, first.negative()))
            .plus(q.timesPlus(q, second.negative()));
    Term root = sum.root();
    Term missing = root.negative().timesPlus(root, sum).plus(low);
    Term near = root.plus(missing.over(root.plus(root).plus(1e-300)));
    Term value = near.times(most.ofBits());
    Term isNan = x.isNan().orElse(y.isNan());
    Term known = isNan.choose(x.plus(y), value);
    Term isInfinite =
        a.isEqual(Double.POSITIVE_INFINITY).orElse(b.isEqual(Double.POSITIVE_INFINITY));
    return isInfinite.choose(Double.POSITIVE_INFINITY, known);
  }
}
