package org.panarray.random;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/// Draws what a line of `streams.txt` names, all draws of a stream on one generator.
final class RecordedStream {
  private final BitGenerator bits;
  private final Legacy legacy;
  private final boolean isLegacy;
  private final Binomial binomial = new Binomial();

  RecordedStream(BitGenerator bits, boolean isLegacy) {
    this.bits = bits;
    this.legacy = new Legacy(bits);
    this.isLegacy = isLegacy;
  }

  /// The bits of `count` values.
  long[] draw(String operation, String[] arguments, int count) {
    return switch (operation) {
      case "integers", "randint" -> integers(operation, arguments, count);
      case "permutation" -> permutation(count);
      case "sample" ->
          Shuffling.sample(bits, Long.parseLong(arguments[0]), count, arguments[1].equals("True"));
      default -> {
        double[] a = Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        LongSupplier draw = isLegacy ? legacyDraw(operation, a) : draw(operation, a);
        long[] words = new long[count];
        Arrays.setAll(words, i -> draw.getAsLong());
        yield words;
      }
    };
  }

  private long[] permutation(int count) {
    long[] indices = Shuffling.identity(count);
    Shuffling.shuffle(bits, indices);
    return indices;
  }

  private long[] integers(String operation, String[] arguments, int count) {
    BoundedIntegers integers =
        operation.equals("randint") ? BoundedIntegers.masked(bits) : BoundedIntegers.lemire(bits);
    BigInteger low = new BigInteger(arguments[0]);
    BigInteger high = new BigInteger(arguments[1]).subtract(BigInteger.ONE);
    String type = arguments[2];
    int width = type.equals("bool") ? 1 : Integer.parseInt(type.replaceAll("\\D", ""));
    long[] words = new long[count];
    for (int i = 0; i < count; i++) {
      words[i] = integers.next(width, low.longValue(), high.subtract(low).longValue());
    }
    return words;
  }

  private static LongSupplier doubles(DoubleSupplier draw) {
    return () -> Double.doubleToRawLongBits(draw.getAsDouble());
  }

  private static LongSupplier floats(DoubleSupplier draw) {
    return () -> Integer.toUnsignedLong(Float.floatToRawIntBits((float) draw.getAsDouble()));
  }

  private LongSupplier draw(String operation, double[] a) {
    return switch (operation) {
      case "raw" -> () -> bits.randomRaw();
      case "random" -> doubles(bits::nextDouble);
      case "random_float" -> floats(bits::nextFloat);
      case "standard_normal" -> doubles(() -> Ziggurat.normal(bits));
      case "standard_normal_float" -> floats(() -> Ziggurat.normalFloat(bits));
      case "standard_exponential" -> doubles(() -> Ziggurat.exponential(bits));
      case "standard_exponential_float" -> floats(() -> Ziggurat.exponentialFloat(bits));
      case "standard_exponential_inv" -> doubles(() -> Ziggurat.exponentialByInversion(bits));
      case "standard_exponential_inv_float" ->
          floats(() -> Ziggurat.exponentialByInversionFloat(bits));
      case "standard_gamma_float" ->
          floats(() -> Continuous.standardGammaFloat(bits, (float) a[0]));
      case "uniform" -> doubles(() -> Continuous.uniform(bits, a[0], a[1] - a[0]));
      case "normal" -> doubles(() -> Continuous.normal(bits, a[0], a[1]));
      case "exponential" -> doubles(() -> Continuous.exponential(bits, a[0]));
      case "standard_gamma" -> doubles(() -> Continuous.standardGamma(bits, a[0]));
      case "gamma" -> doubles(() -> Continuous.gamma(bits, a[0], a[1]));
      case "beta" -> doubles(() -> Continuous.beta(bits, a[0], a[1]));
      case "chisquare" -> doubles(() -> Continuous.chisquare(bits, a[0]));
      case "f" -> doubles(() -> Continuous.f(bits, a[0], a[1]));
      case "noncentral_chisquare" ->
          doubles(() -> Continuous.noncentralChisquare(bits, a[0], a[1]));
      case "noncentral_f" -> doubles(() -> Continuous.noncentralF(bits, a[0], a[1], a[2]));
      case "standard_cauchy" -> doubles(() -> Continuous.standardCauchy(bits));
      case "pareto" -> doubles(() -> Continuous.pareto(bits, a[0]));
      case "weibull" -> doubles(() -> Continuous.weibull(bits, a[0]));
      case "power" -> doubles(() -> Continuous.power(bits, a[0]));
      case "laplace" -> doubles(() -> Continuous.laplace(bits, a[0], a[1]));
      case "gumbel" -> doubles(() -> Continuous.gumbel(bits, a[0], a[1]));
      case "logistic" -> doubles(() -> Continuous.logistic(bits, a[0], a[1]));
      case "lognormal" -> doubles(() -> Continuous.lognormal(bits, a[0], a[1]));
      case "rayleigh" -> doubles(() -> Continuous.rayleigh(bits, a[0]));
      case "standard_t" -> doubles(() -> Continuous.standardT(bits, a[0]));
      case "wald" -> doubles(() -> Continuous.wald(bits, a[0], a[1]));
      case "triangular" -> doubles(() -> Continuous.triangular(bits, a[0], a[1], a[2]));
      case "vonmises" -> doubles(() -> Continuous.vonmises(bits, a[0], a[1]));
      case "poisson" -> () -> Discrete.poisson(bits, a[0]);
      case "binomial" -> () -> binomial.next(bits, (long) a[0], a[1]);
      case "negative_binomial" -> () -> Discrete.negativeBinomial(bits, a[0], a[1]);
      case "geometric" -> () -> Discrete.geometric(bits, a[0]);
      case "zipf" -> () -> Discrete.zipf(bits, a[0]);
      case "logseries" -> () -> Discrete.logseries(bits, a[0]);
      case "hypergeometric" ->
          () -> Hypergeometric.next(bits, (long) a[0], (long) a[1], (long) a[2]);
      default -> throw new IllegalArgumentException(operation);
    };
  }

  private LongSupplier legacyDraw(String operation, double[] a) {
    return switch (operation) {
      case "standard_normal" -> doubles(legacy::gauss);
      case "standard_exponential" -> doubles(legacy::standardExponential);
      case "normal" -> doubles(() -> legacy.normal(a[0], a[1]));
      case "exponential" -> doubles(() -> legacy.exponential(a[0]));
      case "standard_gamma" -> doubles(() -> legacy.standardGamma(a[0]));
      case "gamma" -> doubles(() -> legacy.gamma(a[0], a[1]));
      case "beta" -> doubles(() -> legacy.beta(a[0], a[1]));
      case "chisquare" -> doubles(() -> legacy.chisquare(a[0]));
      case "f" -> doubles(() -> legacy.f(a[0], a[1]));
      case "noncentral_chisquare" -> doubles(() -> legacy.noncentralChisquare(a[0], a[1]));
      case "noncentral_f" -> doubles(() -> legacy.noncentralF(a[0], a[1], a[2]));
      case "standard_cauchy" -> doubles(legacy::standardCauchy);
      case "pareto" -> doubles(() -> legacy.pareto(a[0]));
      case "weibull" -> doubles(() -> legacy.weibull(a[0]));
      case "power" -> doubles(() -> legacy.power(a[0]));
      case "lognormal" -> doubles(() -> legacy.lognormal(a[0], a[1]));
      case "rayleigh" -> doubles(() -> legacy.rayleigh(a[0]));
      case "standard_t" -> doubles(() -> legacy.standardT(a[0]));
      case "wald" -> doubles(() -> legacy.wald(a[0], a[1]));
      case "vonmises" -> doubles(() -> legacy.vonmises(a[0], a[1]));
      case "binomial" -> () -> binomial.nextLegacy(bits, (long) a[0], a[1]);
      case "negative_binomial" -> () -> legacy.negativeBinomial(a[0], a[1]);
      case "geometric" -> () -> legacy.geometric(a[0]);
      case "zipf" -> () -> legacy.zipf(a[0]);
      case "logseries" -> () -> legacy.logseries(a[0]);
      case "hypergeometric" ->
          () -> Hypergeometric.nextLegacy(bits, (long) a[0], (long) a[1], (long) a[2]);
      default -> draw(operation, a);
    };
  }
}
