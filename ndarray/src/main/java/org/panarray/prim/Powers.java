package org.panarray.prim;

/// Powers: `x^y = exp(y log(x))` with a logarithm of some 65 binary digits.
final class Powers {
  private Powers() {}

  static Term power(Term x, Term y) {
    Term size = x.size();
    Pair log = Logarithms.precise(size);
    Term zero = size.isEqual(0);
    Term infinite = size.isEqual(Double.POSITIVE_INFINITY);
    Term high =
        infinite.choose(
            Double.POSITIVE_INFINITY, zero.choose(Double.NEGATIVE_INFINITY, log.high()));
    Term product = high.times(y);
    Term lost = high.timesPlus(y, product.negative());
    Term value = Exponentials.exp(product, log.low().timesPlus(y, lost));
    Term magnitude = size.isEqual(1).choose(1, value);
    return special(x, y, magnitude);
  }

  /// What C says of negative numbers, ones, zeros, and what is no number.
  private static Term special(Term x, Term y, Term magnitude) {
    Term half = y.times(0.5);
    Term isWhole = y.rounded().isEqual(y);
    Term isOdd = isWhole.andAlso(half.rounded().isEqual(half).not());
    Term signed = isOdd.choose(magnitude.withSignOf(x), magnitude);
    Term hasNone =
        x.isLess(0).andAlso(x.isGreater(Double.NEGATIVE_INFINITY)).andAlso(isWhole.not());
    Term real = hasNone.choose(Double.NaN, signed);
    Term known = x.isNan().orElse(y.isNan()).choose(x.plus(y), real);
    return y.isEqual(0).orElse(x.isEqual(1)).choose(1, known);
  }
}
