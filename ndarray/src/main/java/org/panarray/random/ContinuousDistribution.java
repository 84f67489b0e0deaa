package org.panarray.random;

import static org.panarray.random.Constraint.NONE;
import static org.panarray.random.Constraint.NON_NEGATIVE;
import static org.panarray.random.Constraint.POSITIVE;

import java.util.List;

/// The continuous distributions with what NumPy asks of their parameters, and how each is drawn from
/// a generator's bits or by the legacy rules.
public enum ContinuousDistribution {
  STANDARD_NORMAL,
  STANDARD_EXPONENTIAL,
  STANDARD_CAUCHY,
  BETA(new Parameter("a", POSITIVE), new Parameter("b", POSITIVE)),
  CHISQUARE(new Parameter("df", POSITIVE)),
  EXPONENTIAL(new Parameter("scale", NON_NEGATIVE)),
  F(new Parameter("dfnum", POSITIVE), new Parameter("dfden", POSITIVE)),
  GAMMA(new Parameter("shape", NON_NEGATIVE), new Parameter("scale", NON_NEGATIVE)),
  GUMBEL(new Parameter("loc", NONE), new Parameter("scale", NON_NEGATIVE)),
  LAPLACE(new Parameter("loc", NONE), new Parameter("scale", NON_NEGATIVE)),
  LOGISTIC(new Parameter("loc", NONE), new Parameter("scale", NON_NEGATIVE)),
  LOGNORMAL(new Parameter("mean", NONE), new Parameter("sigma", NON_NEGATIVE)),
  NONCENTRAL_CHISQUARE(new Parameter("df", POSITIVE), new Parameter("nonc", NON_NEGATIVE)),
  NONCENTRAL_F(
      new Parameter("dfnum", POSITIVE),
      new Parameter("dfden", POSITIVE),
      new Parameter("nonc", NON_NEGATIVE)),
  NORMAL(new Parameter("loc", NONE), new Parameter("scale", NON_NEGATIVE)),
  PARETO(new Parameter("a", POSITIVE)),
  POWER(new Parameter("a", POSITIVE)),
  RAYLEIGH(new Parameter("scale", NON_NEGATIVE)),
  STANDARD_GAMMA(new Parameter("shape", NON_NEGATIVE)),
  STANDARD_T(new Parameter("df", POSITIVE)),
  TRIANGULAR(
      new Parameter("left", NONE), new Parameter("mode", NONE), new Parameter("right", NONE)),
  /// The second parameter is the width of the interval; the legacy `uniform` takes a negative one.
  UNIFORM(new Parameter("low", NONE), new Parameter("high - low", NONE)),
  VONMISES(new Parameter("mu", NONE), new Parameter("kappa", NON_NEGATIVE)),
  WALD(new Parameter("mean", POSITIVE), new Parameter("scale", POSITIVE)),
  WEIBULL(new Parameter("a", NON_NEGATIVE));

  private final List<Parameter> parameters;

  ContinuousDistribution(Parameter... parameters) {
    this.parameters = List.of(parameters);
  }

  /// The parameters in NumPy's order.
  public List<Parameter> parameters() {
    return parameters;
  }

  /// How `Generator` draws.
  public DoubleDraw from(BitGenerator bits) {
    return switch (this) {
      case STANDARD_NORMAL -> (a, b, c) -> Ziggurat.normal(bits);
      case STANDARD_EXPONENTIAL -> (a, b, c) -> Ziggurat.exponential(bits);
      case STANDARD_CAUCHY -> (a, b, c) -> Continuous.standardCauchy(bits);
      case BETA -> (a, b, c) -> Continuous.beta(bits, a, b);
      case CHISQUARE -> (df, b, c) -> Continuous.chisquare(bits, df);
      case EXPONENTIAL -> (scale, b, c) -> Continuous.exponential(bits, scale);
      case F -> (dfnum, dfden, c) -> Continuous.f(bits, dfnum, dfden);
      case GAMMA -> (shape, scale, c) -> Continuous.gamma(bits, shape, scale);
      case GUMBEL -> (loc, scale, c) -> Continuous.gumbel(bits, loc, scale);
      case LAPLACE -> (loc, scale, c) -> Continuous.laplace(bits, loc, scale);
      case LOGISTIC -> (loc, scale, c) -> Continuous.logistic(bits, loc, scale);
      case LOGNORMAL -> (mean, sigma, c) -> Continuous.lognormal(bits, mean, sigma);
      case NONCENTRAL_CHISQUARE -> (df, nonc, c) -> Continuous.noncentralChisquare(bits, df, nonc);
      case NONCENTRAL_F -> (dfnum, dfden, nonc) -> Continuous.noncentralF(bits, dfnum, dfden, nonc);
      case NORMAL -> (loc, scale, c) -> Continuous.normal(bits, loc, scale);
      case PARETO -> (a, b, c) -> Continuous.pareto(bits, a);
      case POWER -> (a, b, c) -> Continuous.power(bits, a);
      case RAYLEIGH -> (scale, b, c) -> Continuous.rayleigh(bits, scale);
      case STANDARD_GAMMA -> (shape, b, c) -> Continuous.standardGamma(bits, shape);
      case STANDARD_T -> (df, b, c) -> Continuous.standardT(bits, df);
      case TRIANGULAR -> (left, mode, right) -> Continuous.triangular(bits, left, mode, right);
      case UNIFORM -> (low, range, c) -> Continuous.uniform(bits, low, range);
      case VONMISES -> (mu, kappa, c) -> Continuous.vonmises(bits, mu, kappa);
      case WALD -> (mean, scale, c) -> Continuous.wald(bits, mean, scale);
      case WEIBULL -> (a, b, c) -> Continuous.weibull(bits, a);
    };
  }

  /// How the legacy `RandomState` draws.
  public DoubleDraw from(Legacy legacy) {
    return switch (this) {
      case STANDARD_NORMAL -> (a, b, c) -> legacy.gauss();
      case STANDARD_EXPONENTIAL -> (a, b, c) -> legacy.standardExponential();
      case STANDARD_CAUCHY -> (a, b, c) -> legacy.standardCauchy();
      case BETA -> (a, b, c) -> legacy.beta(a, b);
      case CHISQUARE -> (df, b, c) -> legacy.chisquare(df);
      case EXPONENTIAL -> (scale, b, c) -> legacy.exponential(scale);
      case F -> (dfnum, dfden, c) -> legacy.f(dfnum, dfden);
      case GAMMA -> (shape, scale, c) -> legacy.gamma(shape, scale);
      case LOGNORMAL -> (mean, sigma, c) -> legacy.lognormal(mean, sigma);
      case NONCENTRAL_CHISQUARE -> (df, nonc, c) -> legacy.noncentralChisquare(df, nonc);
      case NONCENTRAL_F -> legacy::noncentralF;
      case NORMAL -> (loc, scale, c) -> legacy.normal(loc, scale);
      case PARETO -> (a, b, c) -> legacy.pareto(a);
      case POWER -> (a, b, c) -> legacy.power(a);
      case RAYLEIGH -> (scale, b, c) -> legacy.rayleigh(scale);
      case STANDARD_GAMMA -> (shape, b, c) -> legacy.standardGamma(shape);
      case STANDARD_T -> (df, b, c) -> legacy.standardT(df);
      case VONMISES -> (mu, kappa, c) -> legacy.vonmises(mu, kappa);
      case WALD -> (mean, scale, c) -> legacy.wald(mean, scale);
      case WEIBULL -> (a, b, c) -> legacy.weibull(a);
      case GUMBEL, LAPLACE, LOGISTIC, TRIANGULAR, UNIFORM -> from(legacy.bits());
    };
  }

  /// Fills `out[0, count)` as repeated draws of `Generator` with the same parameters would, only
  /// faster: the common distributions have loops of their own.
  public void fill(BitGenerator bits, double[] out, int count, double a, double b, double c) {
    switch (this) {
      case STANDARD_NORMAL -> Ziggurat.fillNormal(bits, out, 0, count);
      case NORMAL -> {
        Ziggurat.fillNormal(bits, out, 0, count);
        scale(out, count, a, b);
      }
      case UNIFORM -> {
        bits.fill(out, 0, count);
        scale(out, count, a, b);
      }
      case STANDARD_EXPONENTIAL -> Ziggurat.fillExponential(bits, out, 0, count);
      case BETA,
          CHISQUARE,
          EXPONENTIAL,
          F,
          GAMMA,
          GUMBEL,
          LAPLACE,
          LOGISTIC,
          LOGNORMAL,
          NONCENTRAL_CHISQUARE,
          NONCENTRAL_F,
          PARETO,
          POWER,
          RAYLEIGH,
          STANDARD_CAUCHY,
          STANDARD_GAMMA,
          STANDARD_T,
          TRIANGULAR,
          VONMISES,
          WALD,
          WEIBULL ->
          fill(from(bits), out, count, a, b, c);
    }
  }

  /// Fills `out[0, count)` as repeated legacy draws would.
  public void fill(Legacy legacy, double[] out, int count, double a, double b, double c) {
    if (this == STANDARD_NORMAL || this == NORMAL) {
      legacy.fillGauss(out, 0, count);
      if (this == NORMAL) {
        scale(out, count, a, b);
      }
    } else if (this == UNIFORM) {
      fill(legacy.bits(), out, count, a, b, c);
    } else {
      fill(from(legacy), out, count, a, b, c);
    }
  }

  private static void scale(double[] out, int count, double loc, double scale) {
    for (int i = 0; i < count; i++) {
      out[i] = loc + scale * out[i];
    }
  }

  private static void fill(DoubleDraw draw, double[] out, int count, double a, double b, double c) {
    for (int i = 0; i < count; i++) {
      out[i] = draw.next(a, b, c);
    }
  }
}
