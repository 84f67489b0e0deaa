package org.panarray.random;

import static org.panarray.random.Constraint.ABOVE_ONE;
import static org.panarray.random.Constraint.POISSON_MEAN;
import static org.panarray.random.Constraint.POSITIVE;
import static org.panarray.random.Constraint.POSITIVE_NOT_NAN;
import static org.panarray.random.Constraint.POSITIVE_PROBABILITY;
import static org.panarray.random.Constraint.PROBABILITY;
import static org.panarray.random.Constraint.PROBABILITY_BELOW_ONE;

import java.util.List;

/// The discrete distributions with real parameters; binomial and hypergeometric count in integers
/// and stand apart.
public enum DiscreteDistribution {
  GEOMETRIC(new Parameter("p", POSITIVE_PROBABILITY)),
  LOGSERIES(new Parameter("p", PROBABILITY_BELOW_ONE)),
  NEGATIVE_BINOMIAL(new Parameter("n", POSITIVE_NOT_NAN), new Parameter("p", POSITIVE_PROBABILITY)),
  LEGACY_NEGATIVE_BINOMIAL(new Parameter("n", POSITIVE), new Parameter("p", PROBABILITY)),
  POISSON(new Parameter("lam", POISSON_MEAN)),
  ZIPF(new Parameter("a", ABOVE_ONE));

  private final List<Parameter> parameters;

  DiscreteDistribution(Parameter... parameters) {
    this.parameters = List.of(parameters);
  }

  /// The parameters in NumPy's order.
  public List<Parameter> parameters() {
    return parameters;
  }

  /// How `Generator` draws.
  public LongDraw from(BitGenerator bits) {
    return switch (this) {
      case GEOMETRIC -> (p, b) -> Discrete.geometric(bits, p);
      case LOGSERIES -> (p, b) -> Discrete.logseries(bits, p);
      case NEGATIVE_BINOMIAL, LEGACY_NEGATIVE_BINOMIAL ->
          (n, p) -> Discrete.negativeBinomial(bits, n, p);
      case POISSON -> (lam, b) -> Discrete.poisson(bits, lam);
      case ZIPF -> (a, b) -> Discrete.zipf(bits, a);
    };
  }

  /// How the legacy `RandomState` draws.
  public LongDraw from(Legacy legacy) {
    return switch (this) {
      case GEOMETRIC -> (p, b) -> legacy.geometric(p);
      case LOGSERIES -> (p, b) -> legacy.logseries(p);
      case NEGATIVE_BINOMIAL, LEGACY_NEGATIVE_BINOMIAL -> legacy::negativeBinomial;
      case POISSON -> from(legacy.bits());
      case ZIPF -> (a, b) -> legacy.zipf(a);
    };
  }

  /// Whether the Poisson mean behind a negative binomial stays within what can be drawn.
  public static boolean negativeBinomialFits(double n, double p) {
    return !((1 - p) / p * (n + 10 * Math.sqrt(n)) > Constraint.LARGEST_POISSON_MEAN);
  }
}
