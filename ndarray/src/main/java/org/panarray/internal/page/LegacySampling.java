package org.panarray.internal.page;

import java.math.BigInteger;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Random;
import org.panarray.RandomState;
import org.panarray.error.Required;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.sampling.Choosing;
import org.panarray.internal.sampling.IntegerSampling;
import org.panarray.internal.sampling.MultivariateNormal;
import org.panarray.internal.sampling.RandomStream;
import org.panarray.internal.sampling.SampleMemory;
import org.panarray.internal.sampling.Sampling;
import org.panarray.internal.sampling.Seeds;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.random.ContinuousDistribution;
import org.panarray.random.Legacy;
import org.panarray.random.Mt19937;
import org.panarray.shape.Shape;

/// The legacy functions: methods of [RandomState], and of `np.random` on a global state. Their
/// streams are those that NumPy has frozen: the Mersenne Twister, the polar method, masked
/// rejection.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/random/legacy.html">Legacy random
///   generation</a>
public sealed interface LegacySampling extends ContinuousSampling, DiscreteSampling
    permits Random, RandomState {

  /// Starts the stream from the operating system's entropy.
  default void seed() {
    Streams.of(this).restart(new Legacy(Seeds.twisterFromSystem()));
  }

  /// Starts the stream from a seed: an integer of 32 bits or a 1-d array-like of them.
  ///
  /// ```java
  /// np.random.seed(0);
  /// np.random.rand(2) // [0.5488135  0.71518937]
  /// ```
  ///
  /// @throws ValueError `Seed must be between 0 and 2**32 - 1`
  default void seed(Object seed) {
    Streams.of(this).restart(new Legacy(Seeds.legacyTwister(seed)));
  }

  /// What the stream will go on from: `get_state()`.
  default RandomState.State getState() {
    RandomStream stream = Streams.of(this);
    synchronized (stream.lock()) {
      Legacy legacy = stream.legacy();
      Mt19937 bits = (Mt19937) legacy.bits();
      return new RandomState.State(
          bits.name(), bits.key(), bits.position(), legacy.gaussKept(), legacy.keptGauss());
    }
  }

  /// Goes on from a state that [#getState] gave, here or in NumPy: `set_state(state)`.
  ///
  /// @throws ValueError where the key has not 624 words
  default void setState(RandomState.State state) {
    Mt19937 bits = Mt19937.of(Required.argument(state, "state").key(), state.pos());
    Streams.of(this).restart(new Legacy(bits, state.hasGauss(), state.cachedGaussian()));
  }

  /// Uniform on [0, 1), of the shape given: `np.random.rand(3, 2)`.
  default NDArray rand(long... dims) {
    return randomSample(new RandomKeyword.Size(dims));
  }

  /// Standard normal, of the shape given: `np.random.randn(3, 2)`.
  default NDArray randn(long... dims) {
    return standardNormal(new RandomKeyword.Size(dims));
  }

  /// Uniform on [0, 1). Keyword: `size`.
  default NDArray randomSample(RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.UNIFORM, Sampling.shape(keywords), 0.0, 1.0);
  }

  /// As above, the shape as numbers.
  default NDArray randomSample(long size, long... more) {
    return randomSample(Sampling.size(size, more));
  }

  /// Uniform on [0, 1), another name of [#randomSample].
  default NDArray random(RandomKeyword.ForSampling... keywords) {
    return randomSample(keywords);
  }

  /// As above, the shape as numbers.
  default NDArray random(long size, long... more) {
    return randomSample(Sampling.size(size, more));
  }

  /// Standard normal. Keyword: `size`.
  default NDArray standardNormal(RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.STANDARD_NORMAL, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray standardNormal(long size, long... more) {
    return standardNormal(Sampling.size(size, more));
  }

  /// Standard exponential. Keyword: `size`.
  default NDArray standardExponential(RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.STANDARD_EXPONENTIAL, Sampling.shape(keywords));
  }

  /// As above, the shape as numbers.
  default NDArray standardExponential(long size, long... more) {
    return standardExponential(Sampling.size(size, more));
  }

  /// Gamma with scale 1. Keyword: `size`.
  ///
  /// @throws ValueError `shape < 0`
  default NDArray standardGamma(Object shape, RandomKeyword.ForSampling... keywords) {
    return Streams.sampling(this)
        .continuous(ContinuousDistribution.STANDARD_GAMMA, Sampling.shape(keywords), shape);
  }

  /// As above, the shape of the result as numbers.
  default NDArray standardGamma(Object shape, long size, long... more) {
    return standardGamma(shape, Sampling.size(size, more));
  }

  /// Integers from 0 up to, but without, `high`. Keywords: `size`, `dtype` (an integer dtype or
  /// bool; default int64).
  ///
  /// @throws ValueError `high <= 0`
  default NDArray randint(Object high, RandomKeyword.ForRandint... keywords) {
    return IntegerSampling.draw(Streams.of(this), "randint", high, null, keywords);
  }

  /// Integers from `low` up to, but without, `high`; the two broadcast. Keywords: `size`, `dtype`.
  ///
  /// @throws ValueError `low >= high`, or where a bound is outside the dtype
  default NDArray randint(Object low, Object high, RandomKeyword.ForRandint... keywords) {
    return IntegerSampling.draw(Streams.of(this), "randint", low, high, keywords);
  }

  /// As above, the shape as numbers: `np.random.randint(0, 10, 100)`.
  default NDArray randint(Object low, Object high, long size, long... more) {
    return randint(low, high, Sampling.size(size, more));
  }

  /// Integers from 1 to `high` inclusive. Keyword: `size`.
  ///
  /// @throws ValueError `low > high`
  default NDArray randomIntegers(long high, RandomKeyword.ForSampling... keywords) {
    return randomIntegers(1, high, keywords);
  }

  /// Integers from `low` to `high` inclusive. Keyword: `size`.
  ///
  /// @throws ValueError `low >= high` where the range is empty
  default NDArray randomIntegers(long low, long high, RandomKeyword.ForSampling... keywords) {
    Warnings.warn(
        "DeprecationWarning",
        "This function is deprecated. Please call randint(" + low + ", " + high + " + 1) instead");
    return IntegerSampling.draw(
        Streams.of(this), "randint", low, BigInteger.valueOf(high).add(BigInteger.ONE), keywords);
  }

  /// As above, the shape as numbers.
  default NDArray randomIntegers(long low, long high, long size, long... more) {
    return randomIntegers(low, high, Sampling.size(size, more));
  }

  /// Integers from 0 to the largest int64. Keyword: `size`.
  default NDArray tomaxint(RandomKeyword.ForSampling... keywords) {
    Shape size = Sampling.shape(keywords);
    RandomStream stream = Streams.of(this);
    synchronized (stream.lock()) {
      return SampleMemory.longs(
          ElementType.INT64,
          size == null ? Shape.SCALAR : size,
          (block, count) -> {
            for (int i = 0; i < count; i++) {
              block[i] = stream.bits().nextLong() >>> 1;
            }
          });
    }
  }

  /// As above, the shape as numbers.
  default NDArray tomaxint(long size, long... more) {
    return tomaxint(Sampling.size(size, more));
  }

  /// Normal vectors with the given mean `(n,)` and covariance `(n, n)`, shape `size + (n,)`.
  /// Keywords: `size`, `checkValid` (`warn`, `raise` or `ignore` a covariance that is none), `tol`
  /// (1e-8).
  ///
  /// @throws ValueError where the shapes do not fit
  default NDArray multivariateNormal(
      Object mean, Object cov, RandomKeyword.ForLegacyMultivariateNormal... keywords) {
    return new MultivariateNormal(Streams.of(this), keywords).draw(mean, cov);
  }

  /// As above, the shape as numbers.
  default NDArray multivariateNormal(Object mean, Object cov, long size, long... more) {
    return multivariateNormal(mean, cov, Sampling.size(size, more));
  }

  /// `length` random bytes.
  default byte[] bytes(int length) {
    return Streams.of(this).bytes(length);
  }

  /// Elements of a 1-d array, or numbers below an integer, at random. Keywords: `size`, `replace`
  /// (default true), `p` (probabilities).
  ///
  /// @throws ValueError where there is nothing to choose from, where `p` is not a vector of
  ///   probabilities, or where more elements are asked for than there are
  default NDArray choice(Object a, RandomKeyword.ForLegacyChoice... keywords) {
    return new Choosing(Streams.of(this)).choice(a, keywords);
  }

  /// As above, the shape as numbers.
  default NDArray choice(Object a, long size, long... more) {
    return choice(a, Sampling.size(size, more));
  }

  /// As above, `size` elements with or without replacement: `choice(a, 5, false)`.
  default NDArray choice(Object a, long size, boolean replace) {
    return choice(a, Sampling.size(size), Kw.replace(replace));
  }

  /// A copy with the sub-arrays along the first axis in random order, or the integers below `x` in
  /// random order.
  ///
  /// @throws org.panarray.error.IndexError `x must be an integer or at least 1-dimensional`
  default NDArray permutation(Object x) {
    return new Choosing(Streams.of(this)).permutation(x, 0);
  }

  /// Puts the sub-arrays along the first axis into random order, in place.
  ///
  /// @throws org.panarray.error.TypeError `len() of unsized object` of a 0-d array
  default void shuffle(NDArray x) {
    new Choosing(Streams.of(this)).shuffle(x, 0);
  }
}
