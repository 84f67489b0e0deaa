package org.panarray;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.page.ContinuousSampling;
import org.panarray.internal.page.DiscreteSampling;
import org.panarray.internal.sampling.Choosing;
import org.panarray.internal.sampling.IntegerSampling;
import org.panarray.internal.sampling.MultivariateHypergeometric;
import org.panarray.internal.sampling.MultivariateNormal;
import org.panarray.internal.sampling.RandomStream;
import org.panarray.internal.sampling.Sampling;
import org.panarray.internal.sampling.StandardSampling;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.random.BitGenerator;
import org.panarray.random.Ziggurat;

/// NumPy's `Generator`: random arrays from a stream of bits, made by `np.random.defaultRng(seed)`.
///
/// ```java
/// Generator rng = np.random.defaultRng(42);
/// NDArray x = rng.standardNormal(2); // [ 0.30471708 -1.03998411]
/// NDArray rolls = rng.integers(1, 6, size(10), endpoint(true));
/// ```
///
/// Equal seeds and equal calls give NumPy's values, bit for bit. Results are fresh arrays on the
/// default device; where NumPy returns a scalar, this returns a 0-d array. A generator may be
/// shared between threads: a call takes its values from the stream in one piece.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/random/generator.html">numpy.random.Generator</a>
public final class Generator implements ContinuousSampling, DiscreteSampling {
  static {
    RandomStream.handOver(Generator.class, generator -> generator.stream);
  }

  private final RandomStream stream;

  /// `Generator(bit_generator)`.
  public Generator(BitGenerator bits) {
    this.stream = RandomStream.modern(bits);
  }

  /// The source of bits; drawing from it moves this generator on.
  public BitGenerator bitGenerator() {
    return stream.bits();
  }

  /// Generators on children of the seed sequence, whose streams are independent.
  ///
  /// @throws TypeError if the bits were not seeded by a seed sequence
  public List<Generator> spawn(int nChildren) {
    return stream.bits().spawn(nChildren).stream().map(Generator::new).toList();
  }

  /// Uniform on [0, 1): `rng.random()`, `rng.random(size(3), np.float32)`. Keywords: `size`,
  /// `dtype` (float64 or float32), `out`.
  ///
  /// ```java
  /// np.random.defaultRng(42).random(size(2)) // [0.77395605 0.43887844]
  /// ```
  ///
  /// @throws TypeError `Unsupported dtype dtype('int32') for random`
  /// @throws ValueError where `out` does not fit
  public NDArray random(RandomKeyword.ForStandard... keywords) {
    BitGenerator bits = stream.bits();
    return new StandardSampling(stream, "random", keywords)
        .draw((block, n) -> bits.fill(block, 0, n), (block, n) -> bits.fill(block, 0, n));
  }

  /// As above, the shape as numbers: `rng.random(3, 4)`.
  public NDArray random(long size, long... more) {
    return random(Sampling.size(size, more));
  }

  /// Normal with mean 0 and standard deviation 1. Keywords: `size`, `dtype` (float64 or float32),
  /// `out`.
  ///
  /// @throws TypeError `Unsupported dtype dtype('int32') for standard_normal`
  /// @throws ValueError where `out` does not fit
  public NDArray standardNormal(RandomKeyword.ForStandard... keywords) {
    BitGenerator bits = stream.bits();
    return new StandardSampling(stream, "standard_normal", keywords)
        .draw(
            (block, n) -> Ziggurat.fillNormal(bits, block, 0, n),
            (block, n) -> Ziggurat.fillNormal(bits, block, 0, n));
  }

  /// As above, the shape as numbers.
  public NDArray standardNormal(long size, long... more) {
    return standardNormal(Sampling.size(size, more));
  }

  /// Exponential with mean 1. Keywords: `size`, `dtype` (float64 or float32), `method` (`zig`, or
  /// any other name for inversion), `out`.
  ///
  /// @throws TypeError `Unsupported dtype dtype('int32') for standard_exponential`
  /// @throws ValueError where `out` does not fit
  public NDArray standardExponential(RandomKeyword.ForStandardExponential... keywords) {
    BitGenerator bits = stream.bits();
    RandomKeyword.Method method = Keyword.find(RandomKeyword.Method.class, keywords);
    StandardSampling sampling = new StandardSampling(stream, "standard_exponential", keywords);
    return method == null || method.value().equals("zig")
        ? sampling.draw(
            (block, n) -> Ziggurat.fillExponential(bits, block, 0, n),
            (block, n) -> Ziggurat.fillExponential(bits, block, 0, n))
        : sampling.draw(
            (block, n) -> Ziggurat.fillExponentialByInversion(bits, block, 0, n),
            (block, n) -> Ziggurat.fillExponentialByInversion(bits, block, 0, n));
  }

  /// As above, the shape as numbers.
  public NDArray standardExponential(long size, long... more) {
    return standardExponential(Sampling.size(size, more));
  }

  /// Gamma with scale 1. Keywords: `size`, `dtype` (float64 or float32), `out`.
  ///
  /// @param shape an array-like that broadcasts with `size`
  /// @throws ValueError `shape < 0`
  public NDArray standardGamma(Object shape, RandomKeyword.ForStandard... keywords) {
    return new StandardSampling(stream, "standard_gamma", keywords).gamma(shape);
  }

  /// As above, the shape of the result as numbers.
  public NDArray standardGamma(Object shape, long size, long... more) {
    return standardGamma(shape, Sampling.size(size, more));
  }

  /// Integers from 0 up to, but without, `high`. Keywords: `size`, `dtype` (an integer dtype or
  /// bool; default int64), `endpoint` (whether `high` itself may come).
  ///
  /// @throws ValueError `high <= 0`
  public NDArray integers(Object high, RandomKeyword.ForIntegers... keywords) {
    return IntegerSampling.draw(stream, "integers", high, null, keywords);
  }

  /// Integers from `low` up to, but without, `high`; the two broadcast. Keywords: `size`, `dtype`
  /// (an integer dtype or bool; default int64), `endpoint` (whether `high` itself may come).
  ///
  /// ```java
  /// np.random.defaultRng(42).integers(0, 10, size(5)) // [0 7 6 4 4]
  /// ```
  ///
  /// @throws ValueError `low >= high`, or where a bound is outside the dtype
  /// @throws TypeError of a dtype that is not an integer's
  public NDArray integers(Object low, Object high, RandomKeyword.ForIntegers... keywords) {
    return IntegerSampling.draw(stream, "integers", low, high, keywords);
  }

  /// As above, the shape as numbers: `rng.integers(0, 10, 100)`.
  public NDArray integers(Object low, Object high, long size, long... more) {
    return integers(low, high, Sampling.size(size, more));
  }

  /// Normal vectors with the given mean `(n,)` and covariance `(n, n)`, shape `size + (n,)`.
  /// Keywords: `size`, `checkValid` (`warn`, `raise` or `ignore` a covariance that is none), `tol`
  /// (1e-8), `method` (`svd`, `eigh` or `cholesky`).
  ///
  /// The normals are NumPy's bit for bit, the covariance's factor as precise as LAPACK's.
  ///
  /// @throws ValueError where the shapes do not fit
  /// @throws TypeError `mean and cov must not be complex`
  public NDArray multivariateNormal(
      Object mean, Object cov, RandomKeyword.ForMultivariateNormal... keywords) {
    return new MultivariateNormal(stream, keywords).draw(mean, cov);
  }

  /// As above, the shape as numbers.
  public NDArray multivariateNormal(Object mean, Object cov, long size, long... more) {
    return multivariateNormal(mean, cov, Sampling.size(size, more));
  }

  /// How many of each colour are among `nsample` items drawn without replacement from `colors[i]`
  /// items of colour `i`, shape `size + (k,)`. Keywords: `size`, `method` (`marginals` or `count`).
  ///
  /// @throws ValueError `nsample > sum(colors)`, or where colors are no counts
  public NDArray multivariateHypergeometric(
      Object colors, long nsample, RandomKeyword.ForMultivariateHypergeometric... keywords) {
    return new MultivariateHypergeometric(stream, keywords).draw(colors, nsample);
  }

  /// As above, the shape as numbers.
  public NDArray multivariateHypergeometric(Object colors, long nsample, long size, long... more) {
    return multivariateHypergeometric(colors, nsample, Sampling.size(size, more));
  }

  /// `length` random bytes.
  public byte[] bytes(int length) {
    return stream.bytes(length);
  }

  /// Elements of an array, or numbers below an integer, at random. Keywords: `size`, `replace`
  /// (default true), `p` (probabilities), `axis` (default 0), `shuffle` (default true; false is
  /// faster without replacement).
  ///
  /// @param a an array-like, or the number of integers to choose from
  /// @return a copy of the chosen sub-arrays; `size` stands in place of the axis
  /// @throws ValueError where there is nothing to choose from, where `p` is not a vector of
  ///   probabilities as long as the axis, or where more elements are asked for than there are
  public NDArray choice(Object a, RandomKeyword.ForChoice... keywords) {
    return new Choosing(stream).choice(a, keywords);
  }

  /// As above, the shape as numbers.
  public NDArray choice(Object a, long size, long... more) {
    return choice(a, Sampling.size(size, more));
  }

  /// As above, `size` elements with or without replacement: `choice(a, 5, false)`.
  public NDArray choice(Object a, long size, boolean replace) {
    return choice(a, Sampling.size(size), Kw.replace(replace));
  }

  /// A copy with the sub-arrays along an axis in random order, or the integers below `x` in random
  /// order. Keyword: `axis` (default 0).
  ///
  /// ```java
  /// np.random.defaultRng(42).permutation(5) // [4 2 3 1 0]
  /// ```
  ///
  /// @throws org.panarray.error.AxisError where there is no such axis
  public NDArray permutation(Object x, Keyword.ForAxis... keywords) {
    return new Choosing(stream).permutation(x, axis(keywords));
  }

  /// Puts the sub-arrays along an axis into random order, in place. Keyword: `axis` (default 0).
  ///
  /// @throws TypeError `len() of unsized object` of a 0-d array
  /// @throws ValueError `array is read-only`
  public void shuffle(NDArray x, Keyword.ForAxis... keywords) {
    new Choosing(stream).shuffle(x, axis(keywords));
  }

  /// A copy in which every lane along an axis is shuffled on its own, or all elements where there
  /// is no axis. Keywords: `axis`, `out`.
  ///
  /// @throws ValueError `out must have the same shape as x`
  public NDArray permuted(Object x, RandomKeyword.ForPermuted... keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    Keyword.Out out = Keyword.find(Keyword.Out.class, keywords);
    @Nullable Integer along = axis == null || axis.axes() == null ? null : axis.single();
    return new Choosing(stream).permuted(x, along, out == null ? null : out.single());
  }

  private static int axis(Keyword... keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    return axis == null ? 0 : axis.single();
  }

  /// `Generator(PCG64)`.
  @Override
  public String toString() {
    return "Generator(" + stream.bits().name() + ")";
  }
}
