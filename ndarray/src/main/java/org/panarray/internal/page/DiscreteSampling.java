package org.panarray.internal.page;

import org.panarray.Generator;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.sampling.Sampling;
import org.panarray.internal.sampling.VectorSampling;
import org.panarray.keyword.RandomKeyword;
import org.panarray.random.DiscreteDistribution;

/// The discrete distributions that [Generator] and the legacy functions share.
///
/// Parameters are array-likes of numbers and broadcast with each other; the result is int64 of
/// their common shape, 0-d where all are scalars, or of the shape `size` with which they must
/// agree. The size is a keyword (`rng.binomial(10, 0.5, size(10, 3))`) or stands at the end as
/// numbers (`rng.binomial(10, 0.5, 10, 3)`). The stream is NumPy's, value for value.
///
/// Besides the errors named below, parameters that do not broadcast are a [ValueError] with both
/// shapes, and a negative size is `negative dimensions are not allowed`.
public sealed interface DiscreteSampling permits Generator, LegacySampling {

  /// Binomial: how many of `n` trials succeed, each with probability `p`. Keyword: `size`.
  ///
  /// @throws ValueError `n < 0`, or `p < 0, p > 1 or p is NaN` (`contains NaNs` of arrays)
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.binomial.html">numpy.random.Generator.binomial</a>
  default NDArray binomial(Object n, Object p, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this).binomial(n, p, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray binomial(Object n, Object p, long size, long... more) {
    return binomial(n, p, Sampling.size(size, more));
  }

  /// Poisson with mean `lam`. Keyword: `size`.
  ///
  /// @throws ValueError `lam < 0 or lam is NaN`, or `lam value too large` for int64
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.poisson.html">numpy.random.Generator.poisson</a>
  default NDArray poisson(Object lam, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .discrete(DiscreteDistribution.POISSON, Sampling.shape(keywords), lam);
  }

  /// As above, the shape as numbers.
  default NDArray poisson(Object lam, long size, long... more) {
    return poisson(lam, Sampling.size(size, more));
  }

  /// Geometric: how many trials until the first success, 1 or more. Keyword: `size`.
  ///
  /// @throws ValueError `p <= 0, p > 1 or p contains NaNs`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.geometric.html">numpy.random.Generator.geometric</a>
  default NDArray geometric(Object p, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .discrete(DiscreteDistribution.GEOMETRIC, Sampling.shape(keywords), p);
  }

  /// As above, the shape as numbers.
  default NDArray geometric(Object p, long size, long... more) {
    return geometric(p, Sampling.size(size, more));
  }

  /// Negative binomial: how many failures before `n` successes; `n` need not be an integer.
  /// Keyword: `size`.
  ///
  /// @throws ValueError where `n` is not positive, `p` no probability, or the numbers would not fit
  ///   into int64
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.negative_binomial.html">numpy.random.Generator.negative_binomial</a>
  default NDArray negativeBinomial(Object n, Object p, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this).negativeBinomial(n, p, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray negativeBinomial(Object n, Object p, long size, long... more) {
    return negativeBinomial(n, p, Sampling.size(size, more));
  }

  /// Hypergeometric: how many of `nsample` draws without replacement are good ones. Keyword:
  /// `size`.
  ///
  /// @throws ValueError `ngood + nbad < nsample`, a negative number, or populations of 10^9 and
  ///   more
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.hypergeometric.html">numpy.random.Generator.hypergeometric</a>
  default NDArray hypergeometric(
      Object ngood, Object nbad, Object nsample, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this).hypergeometric(ngood, nbad, nsample, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray hypergeometric(
      Object ngood, Object nbad, Object nsample, long size, long... more) {
    return hypergeometric(ngood, nbad, nsample, Sampling.size(size, more));
  }

  /// The logarithmic series distribution on 1, 2, ... Keyword: `size`.
  ///
  /// @throws ValueError `p < 0, p >= 1 or p is NaN`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.logseries.html">numpy.random.Generator.logseries</a>
  default NDArray logseries(Object p, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .discrete(DiscreteDistribution.LOGSERIES, Sampling.shape(keywords), p);
  }

  /// As above, the shape as numbers.
  default NDArray logseries(Object p, long size, long... more) {
    return logseries(p, Sampling.size(size, more));
  }

  /// Zipf, also zeta, on 1, 2, ...: `k` has a probability proportional to `k**-a`. Keyword: `size`.
  ///
  /// @throws ValueError `a <= 1 or a is NaN`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.zipf.html">numpy.random.Generator.zipf</a>
  default NDArray zipf(Object a, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this).discrete(DiscreteDistribution.ZIPF, Sampling.shape(keywords), a);
  }

  /// As above, the shape as numbers.
  default NDArray zipf(Object a, long size, long... more) {
    return zipf(a, Sampling.size(size, more));
  }

  /// Multinomial: how often each of `k` outcomes comes up in `n` trials, shape `(..., k)`. Of a
  /// [Generator], `n` and the leading axes of `pvals` broadcast; the last probability is whatever
  /// the others leave. Keyword: `size`.
  ///
  /// @throws ValueError `sum(pvals[:-1]) > 1.0`, `n < 0`, or where `pvals` are no probabilities
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.multinomial.html">numpy.random.Generator.multinomial</a>
  default NDArray multinomial(Object n, Object pvals, RandomKeyword.ForSampling... keywords) {
    return VectorSampling.multinomial(Streams.of(this), n, pvals, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray multinomial(Object n, Object pvals, long size, long... more) {
    return multinomial(n, pvals, Sampling.size(size, more));
  }
}
