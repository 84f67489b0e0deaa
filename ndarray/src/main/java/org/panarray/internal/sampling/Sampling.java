package org.panarray.internal.sampling;

import static org.panarray.random.Constraint.AT_LEAST_ONE;
import static org.panarray.random.Constraint.NONE;
import static org.panarray.random.Constraint.NON_NEGATIVE;
import static org.panarray.random.Constraint.PROBABILITY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.OverflowError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Formula;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.RandomKeyword;
import org.panarray.prim.ElementType;
import org.panarray.random.ContinuousDistribution;
import org.panarray.random.DiscreteDistribution;
import org.panarray.random.DoubleDraw;
import org.panarray.random.LongDraw;
import org.panarray.random.Parameter;
import org.panarray.shape.Shape;

/// Arrays drawn from a distribution on a stream.
public final class Sampling {
  private static final List<Parameter> NORMALIZED_UNIFORM =
      List.of(new Parameter("low", NONE), new Parameter("high - low", NON_NEGATIVE));
  private static final Parameter TRIALS = new Parameter("n", NON_NEGATIVE);
  private static final Parameter CHANCE = new Parameter("p", PROBABILITY);

  /// Beyond this the ratio-of-uniforms method loses precision; NumPy refuses it.
  private static final long LARGEST_POPULATION = 1_000_000_000;

  private final RandomStream stream;

  private Sampling(RandomStream stream) {
    this.stream = stream;
  }

  public static Sampling of(RandomStream stream) {
    return new Sampling(stream);
  }

  /// The shape that the `size` among the keywords names, or null for NumPy's `None`.
  ///
  /// @throws ValueError `negative dimensions are not allowed`
  public static @Nullable Shape shape(Keyword... keywords) {
    RandomKeyword.Size size = Keyword.find(RandomKeyword.Size.class, keywords);
    long[] dims = size == null ? null : size.dims();
    if (dims == null) {
      return null;
    }
    if (Arrays.stream(dims).anyMatch(dim -> dim < 0)) {
      throw new ValueError("negative dimensions are not allowed");
    }
    return Shape.of(dims);
  }

  /// As [#shape], where the parameters were given by position already.
  ///
  /// @throws TypeError `normal() got multiple values for keyword argument 'loc'`
  public static @Nullable Shape sizeAlone(String function, Keyword[] keywords) {
    for (Keyword keyword : Required.all(keywords, "keywords")) {
      if (!(keyword instanceof RandomKeyword.Size)) {
        throw new TypeError(
            function
                + "() got multiple values for keyword argument '"
                + keyword.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                + "'");
      }
    }
    return shape(keywords);
  }

  /// A `size` given as numbers.
  public static RandomKeyword.Size size(long first, long... more) {
    long[] dims = new long[Required.argument(more, "more").length + 1];
    dims[0] = first;
    System.arraycopy(more, 0, dims, 1, more.length);
    return new RandomKeyword.Size(dims);
  }

  public RandomStream stream() {
    return stream;
  }

  public NDArray located(ContinuousDistribution distribution, Keyword... keywords) {
    RandomKeyword.Loc loc = Keyword.find(RandomKeyword.Loc.class, keywords);
    RandomKeyword.Scale scale = Keyword.find(RandomKeyword.Scale.class, keywords);
    return continuous(
        distribution,
        shape(keywords),
        loc == null ? 0.0 : loc.value(),
        scale == null ? 1.0 : scale.value());
  }

  public NDArray scaled(ContinuousDistribution distribution, Keyword... keywords) {
    RandomKeyword.Scale scale = Keyword.find(RandomKeyword.Scale.class, keywords);
    return continuous(distribution, shape(keywords), scale == null ? 1.0 : scale.value());
  }

  public NDArray uniform(Keyword... keywords) {
    RandomKeyword.Low low = Keyword.find(RandomKeyword.Low.class, keywords);
    RandomKeyword.High high = Keyword.find(RandomKeyword.High.class, keywords);
    return uniform(
        low == null ? 0.0 : low.value(), high == null ? 1.0 : high.value(), shape(keywords));
  }

  public NDArray continuous(
      ContinuousDistribution distribution, @Nullable Shape size, Object... values) {
    SampleParameters parameters =
        SampleParameters.reals(values).checked(distribution.parameters()).over(size);
    return continuous(distribution, parameters);
  }

  private NDArray continuous(ContinuousDistribution distribution, SampleParameters parameters) {
    synchronized (stream.lock()) {
      return SampleMemory.doubles(parameters.shape(), blocks(distribution, parameters));
    }
  }

  /// The draws for a whole result, in C order.
  SampleMemory.DoubleBlocks blocks(
      ContinuousDistribution distribution, SampleParameters parameters) {
    if (parameters.isScalar()) {
      double a = parameters.real(0);
      double b = parameters.real(1);
      double c = parameters.real(2);
      return (block, count) -> stream.fill(distribution, block, count, a, b, c);
    }
    DoubleDraw draw = stream.draw(distribution);
    SampleParameters.Column a = parameters.column(0);
    SampleParameters.Column b = parameters.column(1);
    SampleParameters.Column c = parameters.column(2);
    long[] done = {0};
    return (block, count) -> {
      for (int i = 0; i < count; i++) {
        long at = done[0]++;
        block[i] = draw.next(a.real(at), b.real(at), c.real(at));
      }
    };
  }

  public NDArray discrete(
      DiscreteDistribution distribution, @Nullable Shape size, Object... values) {
    SampleParameters parameters =
        SampleParameters.reals(values).checked(distribution.parameters()).over(size);
    SampleParameters.Column first = parameters.column(0);
    SampleParameters.Column second = parameters.column(1);
    if (distribution == DiscreteDistribution.NEGATIVE_BINOMIAL) {
      requireDrawable(parameters, first, second);
    }
    synchronized (stream.lock()) {
      LongDraw draw = stream.draw(distribution);
      return integers(parameters, at -> draw.next(first.real(at), second.real(at)));
    }
  }

  public NDArray negativeBinomial(Object n, Object p, @Nullable Shape size) {
    DiscreteDistribution distribution =
        stream.isLegacy()
            ? DiscreteDistribution.LEGACY_NEGATIVE_BINOMIAL
            : DiscreteDistribution.NEGATIVE_BINOMIAL;
    return discrete(distribution, size, n, p);
  }

  private static void requireDrawable(
      SampleParameters parameters, SampleParameters.Column n, SampleParameters.Column p) {
    long pairs = n.isSingle() && p.isSingle() ? 1 : parameters.shape().size();
    for (long i = 0; i < pairs; i++) {
      if (!DiscreteDistribution.negativeBinomialFits(n.real(i), p.real(i))) {
        throw new ValueError("n too large or p too small, see Generator.negative_binomial Notes");
      }
    }
  }

  public NDArray binomial(Object n, Object p, @Nullable Shape size) {
    SampleParameters parameters =
        SampleParameters.of(
                SampleParameters.converted(n, ElementType.INT64),
                SampleParameters.converted(p, ElementType.FLOAT64))
            .checked(List.of(TRIALS, CHANCE))
            .over(size);
    SampleParameters.Column first = parameters.column(0);
    SampleParameters.Column second = parameters.column(1);
    synchronized (stream.lock()) {
      return integers(parameters, at -> stream.binomial(first.integer(at), second.real(at)));
    }
  }

  public NDArray hypergeometric(Object ngood, Object nbad, Object nsample, @Nullable Shape size) {
    SampleParameters parameters =
        SampleParameters.of(
                SampleParameters.converted(ngood, ElementType.INT64),
                SampleParameters.converted(nbad, ElementType.INT64),
                SampleParameters.converted(nsample, ElementType.INT64))
            .over(null);
    checkUrns(parameters);
    parameters
        .checked(
            List.of(
                new Parameter("ngood", NON_NEGATIVE),
                new Parameter("nbad", NON_NEGATIVE),
                new Parameter("nsample", stream.isLegacy() ? AT_LEAST_ONE : NON_NEGATIVE)))
        .over(size);
    SampleParameters.Column good = parameters.column(0);
    SampleParameters.Column bad = parameters.column(1);
    SampleParameters.Column sample = parameters.column(2);
    synchronized (stream.lock()) {
      return integers(
          parameters,
          at -> stream.hypergeometric(good.integer(at), bad.integer(at), sample.integer(at)));
    }
  }

  private void checkUrns(SampleParameters parameters) {
    SampleParameters.Column good = parameters.column(0);
    SampleParameters.Column bad = parameters.column(1);
    SampleParameters.Column sample = parameters.column(2);
    for (long i = 0; i < parameters.shape().size(); i++) {
      boolean large = good.integer(i) >= LARGEST_POPULATION || bad.integer(i) >= LARGEST_POPULATION;
      if (large && !stream.isLegacy()) {
        throw new ValueError("both ngood and nbad must be less than " + LARGEST_POPULATION);
      }
      if (good.integer(i) + bad.integer(i) < sample.integer(i)) {
        throw new ValueError("ngood + nbad < nsample");
      }
    }
  }

  /// Uniform over `[low, high)`.
  ///
  /// @throws OverflowError where the width is infinite
  public NDArray uniform(Object low, Object high, @Nullable Shape size) {
    NDArray from = SampleParameters.converted(low, ElementType.FLOAT64);
    NDArray to = SampleParameters.converted(high, ElementType.FLOAT64);
    boolean scalar = from.ndim() == 0 && to.ndim() == 0;
    NDArray width = Formula.subtract(to, from);
    for (double value : width.toDoubleArray()) {
      if (!Double.isFinite(value)) {
        throw new OverflowError(
            scalar && !stream.isLegacy()
                ? "high - low range exceeds valid bounds"
                : "Range exceeds valid bounds");
      }
    }
    SampleParameters parameters = SampleParameters.of(from, width);
    if (!stream.isLegacy()) {
      parameters.checked(NORMALIZED_UNIFORM);
    }
    return continuous(ContinuousDistribution.UNIFORM, parameters.over(size));
  }

  /// Triangular.
  ///
  /// @throws ValueError `left > mode`, `mode > right` or `left == right`
  public NDArray triangular(Object left, Object mode, Object right, @Nullable Shape size) {
    NDArray l = SampleParameters.converted(left, ElementType.FLOAT64);
    NDArray m = SampleParameters.converted(mode, ElementType.FLOAT64);
    NDArray r = SampleParameters.converted(right, ElementType.FLOAT64);
    refuse(Formula.greater(l, m), "left > mode");
    refuse(Formula.greater(m, r), "mode > right");
    refuse(Formula.equal(l, r), "left == right");
    return continuous(ContinuousDistribution.TRIANGULAR, size, l, m, r);
  }

  private static void refuse(NDArray found, String text) {
    for (boolean bad : found.toBooleanArray()) {
      if (bad) {
        throw new ValueError(text);
      }
    }
  }

  private static NDArray integers(SampleParameters parameters, IntegerAt draw) {
    long[] done = {0};
    return SampleMemory.longs(
        ElementType.INT64,
        parameters.shape(),
        (block, count) -> {
          for (int i = 0; i < count; i++) {
            block[i] = draw.next(done[0]++);
          }
        });
  }

  @FunctionalInterface
  private interface IntegerAt {
    long next(long at);
  }
}
