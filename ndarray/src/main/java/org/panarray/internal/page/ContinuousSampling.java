package org.panarray.internal.page;

import org.panarray.Generator;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.sampling.Sampling;
import org.panarray.internal.sampling.VectorSampling;
import org.panarray.keyword.RandomKeyword;
import org.panarray.random.ContinuousDistribution;

/// The continuous distributions that [Generator] and the legacy functions share.
///
/// Parameters are array-likes of numbers and broadcast with each other; the result is float64 of
/// their common shape, 0-d where all are scalars, or of the shape `size` with which they must
/// agree. The size is a keyword (`rng.beta(2, 3, size(10, 3))`) or stands at the end as numbers
/// (`rng.beta(2, 3, 10, 3)`). The stream is NumPy's, value for value.
///
/// Besides the errors named below, parameters that do not broadcast are a [ValueError] with both
/// shapes, and a negative size is `negative dimensions are not allowed`.
public sealed interface ContinuousSampling permits Generator, LegacySampling {

  /// Normal with mean `loc` and standard deviation `scale`: `rng.normal(0, 0.1, 1000)`. Keywords:
  /// `loc` (default 0), `scale` (default 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.normal.html">numpy.random.Generator.normal</a>
  default NDArray normal(RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this).located(ContinuousDistribution.NORMAL, keywords);
  }

  /// As above, location and scale by position.
  ///
  /// ```java
  /// np.random.defaultRng(42).normal(0, 1, size(2)) // [ 0.30471708 -1.03998411]
  /// ```
  default NDArray normal(Object loc, Object scale, RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.NORMAL, Sampling.sizeAlone("normal", keywords), loc, scale);
  }

  /// As above, the shape as numbers.
  default NDArray normal(Object loc, Object scale, long size, long... more) {
    return normal(loc, scale, Sampling.size(size, more));
  }

  /// Uniform on `[low, high)`. Keywords: `low` (default 0), `high` (default 1), `size`.
  ///
  /// @throws ValueError `high - low < 0`, except of the legacy functions
  /// @throws org.panarray.error.OverflowError where `high - low` is not finite
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.uniform.html">numpy.random.Generator.uniform</a>
  default NDArray uniform(RandomKeyword.ForUniform... keywords) {
    return Streams.sampling(this).uniform(keywords);
  }

  /// As above, the ends by position.
  default NDArray uniform(Object low, Object high, RandomKeyword.ForUniform... keywords) {
    return Streams.sampling(this).uniform(low, high, Sampling.sizeAlone("uniform", keywords));
  }

  /// As above, the shape as numbers.
  default NDArray uniform(Object low, Object high, long size, long... more) {
    return uniform(low, high, Sampling.size(size, more));
  }

  /// Exponential with mean `scale`. Keywords: `scale` (default 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.exponential.html">numpy.random.Generator.exponential</a>
  default NDArray exponential(RandomKeyword.ForScaled... keywords) {
    return Streams.sampling(this).scaled(ContinuousDistribution.EXPONENTIAL, keywords);
  }

  /// As above, the scale by position.
  default NDArray exponential(Object scale, RandomKeyword.ForScaled... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.EXPONENTIAL, Sampling.sizeAlone("exponential", keywords), scale);
  }

  /// As above, the shape as numbers.
  default NDArray exponential(Object scale, long size, long... more) {
    return exponential(scale, Sampling.size(size, more));
  }

  /// Beta on [0, 1] with the shape parameters `a` and `b`. Keyword: `size`.
  ///
  /// @throws ValueError `a <= 0` or `b <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.beta.html">numpy.random.Generator.beta</a>
  default NDArray beta(Object a, Object b, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.BETA, Sampling.shape(keywords), a, b);
  }

  /// As above, the shape as numbers.
  default NDArray beta(Object a, Object b, long size, long... more) {
    return beta(a, b, Sampling.size(size, more));
  }

  /// Gamma with a shape and a scale. Keyword: `size`.
  ///
  /// @throws ValueError `shape < 0` or `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.gamma.html">numpy.random.Generator.gamma</a>
  default NDArray gamma(Object shape, Object scale, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.GAMMA, Sampling.shape(keywords), shape, scale);
  }

  /// As above, the shape as numbers.
  default NDArray gamma(Object shape, Object scale, long size, long... more) {
    return gamma(shape, scale, Sampling.size(size, more));
  }

  /// Chi-square with `df` degrees of freedom. Keyword: `size`.
  ///
  /// @throws ValueError `df <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.chisquare.html">numpy.random.Generator.chisquare</a>
  default NDArray chisquare(Object df, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.CHISQUARE, Sampling.shape(keywords), df);
  }

  /// As above, the shape as numbers.
  default NDArray chisquare(Object df, long size, long... more) {
    return chisquare(df, Sampling.size(size, more));
  }

  /// Student's t with `df` degrees of freedom. Keyword: `size`.
  ///
  /// @throws ValueError `df <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.standard_t.html">numpy.random.Generator.standard_t</a>
  default NDArray standardT(Object df, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.STANDARD_T, Sampling.shape(keywords), df);
  }

  /// As above, the shape as numbers.
  default NDArray standardT(Object df, long size, long... more) {
    return standardT(df, Sampling.size(size, more));
  }

  /// Log-normal: the exponential of a normal with mean `mean` and standard deviation `sigma`.
  /// Keyword: `size`.
  ///
  /// @throws ValueError `sigma < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.lognormal.html">numpy.random.Generator.lognormal</a>
  default NDArray lognormal(Object mean, Object sigma, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.LOGNORMAL, Sampling.shape(keywords), mean, sigma);
  }

  /// As above, the shape as numbers.
  default NDArray lognormal(Object mean, Object sigma, long size, long... more) {
    return lognormal(mean, sigma, Sampling.size(size, more));
  }

  /// Laplace, also double exponential, around `loc`. Keywords: `loc` (default 0), `scale` (default
  /// 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.laplace.html">numpy.random.Generator.laplace</a>
  default NDArray laplace(RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this).located(ContinuousDistribution.LAPLACE, keywords);
  }

  /// As above, location and scale by position.
  default NDArray laplace(Object loc, Object scale, RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.LAPLACE, Sampling.sizeAlone("laplace", keywords), loc, scale);
  }

  /// As above, the shape as numbers.
  default NDArray laplace(Object loc, Object scale, long size, long... more) {
    return laplace(loc, scale, Sampling.size(size, more));
  }

  /// Pareto II, also Lomax, with shape `a`; plus 1 it is the classical Pareto. Keyword: `size`.
  ///
  /// @throws ValueError `a <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.pareto.html">numpy.random.Generator.pareto</a>
  default NDArray pareto(Object a, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.PARETO, Sampling.shape(keywords), a);
  }

  /// As above, the shape as numbers.
  default NDArray pareto(Object a, long size, long... more) {
    return pareto(a, Sampling.size(size, more));
  }

  /// Weibull with shape `a` and scale 1. Keyword: `size`.
  ///
  /// @throws ValueError `a < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.weibull.html">numpy.random.Generator.weibull</a>
  default NDArray weibull(Object a, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.WEIBULL, Sampling.shape(keywords), a);
  }

  /// As above, the shape as numbers.
  default NDArray weibull(Object a, long size, long... more) {
    return weibull(a, Sampling.size(size, more));
  }

  /// Triangular on `[left, right]` with its peak at `mode`. Keyword: `size`.
  ///
  /// @throws ValueError `left > mode`, `mode > right` or `left == right`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.triangular.html">numpy.random.Generator.triangular</a>
  default NDArray triangular(
      Object left, Object mode, Object right, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this).triangular(left, mode, right, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray triangular(Object left, Object mode, Object right, long size, long... more) {
    return triangular(left, mode, right, Sampling.size(size, more));
  }

  /// The power function distribution on [0, 1], whose density is `a * x**(a - 1)`. Keyword: `size`.
  ///
  /// @throws ValueError `a <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.power.html">numpy.random.Generator.power</a>
  default NDArray power(Object a, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.POWER, Sampling.shape(keywords), a);
  }

  /// As above, the shape as numbers.
  default NDArray power(Object a, long size, long... more) {
    return power(a, Sampling.size(size, more));
  }

  /// Rayleigh with mode `scale`. Keywords: `scale` (default 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.rayleigh.html">numpy.random.Generator.rayleigh</a>
  default NDArray rayleigh(RandomKeyword.ForScaled... keywords) {
    return Streams.sampling(this).scaled(ContinuousDistribution.RAYLEIGH, keywords);
  }

  /// As above, the scale by position.
  default NDArray rayleigh(Object scale, RandomKeyword.ForScaled... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.RAYLEIGH, Sampling.sizeAlone("rayleigh", keywords), scale);
  }

  /// As above, the shape as numbers.
  default NDArray rayleigh(Object scale, long size, long... more) {
    return rayleigh(scale, Sampling.size(size, more));
  }

  /// Logistic around `loc`. Keywords: `loc` (default 0), `scale` (default 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.logistic.html">numpy.random.Generator.logistic</a>
  default NDArray logistic(RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this).located(ContinuousDistribution.LOGISTIC, keywords);
  }

  /// As above, location and scale by position.
  default NDArray logistic(Object loc, Object scale, RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.LOGISTIC, Sampling.sizeAlone("logistic", keywords), loc, scale);
  }

  /// As above, the shape as numbers.
  default NDArray logistic(Object loc, Object scale, long size, long... more) {
    return logistic(loc, scale, Sampling.size(size, more));
  }

  /// Gumbel, the extreme value distribution of type I, with its mode at `loc`. Keywords: `loc`
  /// (default 0), `scale` (default 1, not negative), `size`.
  ///
  /// @throws ValueError `scale < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.gumbel.html">numpy.random.Generator.gumbel</a>
  default NDArray gumbel(RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this).located(ContinuousDistribution.GUMBEL, keywords);
  }

  /// As above, location and scale by position.
  default NDArray gumbel(Object loc, Object scale, RandomKeyword.ForLocated... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.GUMBEL, Sampling.sizeAlone("gumbel", keywords), loc, scale);
  }

  /// As above, the shape as numbers.
  default NDArray gumbel(Object loc, Object scale, long size, long... more) {
    return gumbel(loc, scale, Sampling.size(size, more));
  }

  /// Von Mises on [-pi, pi] around `mu` with the concentration `kappa`. Keyword: `size`.
  ///
  /// @throws ValueError `kappa < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.vonmises.html">numpy.random.Generator.vonmises</a>
  default NDArray vonmises(Object mu, Object kappa, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.VONMISES, Sampling.shape(keywords), mu, kappa);
  }

  /// As above, the shape as numbers.
  default NDArray vonmises(Object mu, Object kappa, long size, long... more) {
    return vonmises(mu, kappa, Sampling.size(size, more));
  }

  /// Wald, also inverse Gaussian. Keyword: `size`.
  ///
  /// @throws ValueError `mean <= 0` or `scale <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.wald.html">numpy.random.Generator.wald</a>
  default NDArray wald(Object mean, Object scale, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.WALD, Sampling.shape(keywords), mean, scale);
  }

  /// As above, the shape as numbers.
  default NDArray wald(Object mean, Object scale, long size, long... more) {
    return wald(mean, scale, Sampling.size(size, more));
  }

  /// Fisher's F with the degrees of freedom of the numerator and the denominator. Keyword: `size`.
  ///
  /// @throws ValueError `dfnum <= 0` or `dfden <= 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.f.html">numpy.random.Generator.f</a>
  default NDArray f(Object dfnum, Object dfden, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.F, Sampling.shape(keywords), dfnum, dfden);
  }

  /// As above, the shape as numbers.
  default NDArray f(Object dfnum, Object dfden, long size, long... more) {
    return f(dfnum, dfden, Sampling.size(size, more));
  }

  /// Noncentral chi-square with `df` degrees of freedom and the noncentrality `nonc`. Keyword:
  /// `size`.
  ///
  /// @throws ValueError `df <= 0` or `nonc < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.noncentral_chisquare.html">numpy.random.Generator.noncentral_chisquare</a>
  default NDArray noncentralChisquare(
      Object df, Object nonc, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.NONCENTRAL_CHISQUARE, Sampling.shape(keywords), df, nonc);
  }

  /// As above, the shape as numbers.
  default NDArray noncentralChisquare(Object df, Object nonc, long size, long... more) {
    return noncentralChisquare(df, nonc, Sampling.size(size, more));
  }

  /// Noncentral F. Keyword: `size`.
  ///
  /// @throws ValueError `dfnum <= 0`, `dfden <= 0` or `nonc < 0`
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.noncentral_f.html">numpy.random.Generator.noncentral_f</a>
  default NDArray noncentralF(
      Object dfnum, Object dfden, Object nonc, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(
            ContinuousDistribution.NONCENTRAL_F, Sampling.shape(keywords), dfnum, dfden, nonc);
  }

  /// As above, the shape as numbers.
  default NDArray noncentralF(Object dfnum, Object dfden, Object nonc, long size, long... more) {
    return noncentralF(dfnum, dfden, nonc, Sampling.size(size, more));
  }

  /// Standard Cauchy, the ratio of two normals. Keyword: `size`.
  ///
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.standard_cauchy.html">numpy.random.Generator.standard_cauchy</a>
  default NDArray standardCauchy(RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.STANDARD_CAUCHY, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray standardCauchy(long size, long... more) {
    return standardCauchy(Sampling.size(size, more));
  }

  /// Dirichlet: vectors of positive numbers that sum to 1, shape `size + (k,)` for `k`
  /// concentrations. Keyword: `size`.
  ///
  /// @throws ValueError `alpha < 0`, or `alpha <= 0` of the legacy functions
  /// @see <a
  ///   href="https://numpy.org/doc/2.4/reference/random/generated/numpy.random.Generator.dirichlet.html">numpy.random.Generator.dirichlet</a>
  default NDArray dirichlet(Object alpha, RandomKeyword.ForSampling... keywords) {
    return VectorSampling.dirichlet(Streams.of(this), alpha, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray dirichlet(Object alpha, long size, long... more) {
    return dirichlet(alpha, Sampling.size(size, more));
  }
}
