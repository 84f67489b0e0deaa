package org.panarray.random;

/// What NumPy asks of a parameter of a distribution, with the words of its refusal.
public enum Constraint {
  NONE,
  /// Not negative; a negative zero is refused and a NaN is let through, as in NumPy.
  NON_NEGATIVE,
  /// Above zero; a NaN is let through.
  POSITIVE,
  POSITIVE_NOT_NAN,
  /// In [0, 1].
  PROBABILITY,
  /// In (0, 1].
  POSITIVE_PROBABILITY,
  /// In [0, 1).
  PROBABILITY_BELOW_ONE,
  ABOVE_ONE,
  /// A mean for which a Poisson number fits into int64.
  POISSON_MEAN,
  AT_LEAST_ONE;

  static final double LARGEST_POISSON_MEAN = Long.MAX_VALUE - Math.sqrt(Long.MAX_VALUE) * 10;

  /// Whether the value may be used.
  public boolean holds(double value) {
    return switch (this) {
      case NONE -> true;
      case NON_NEGATIVE -> Double.isNaN(value) || Math.copySign(1, value) > 0;
      case POSITIVE -> !(value <= 0);
      case POSITIVE_NOT_NAN -> value > 0;
      case PROBABILITY -> value >= 0 && value <= 1;
      case POSITIVE_PROBABILITY -> value > 0 && value <= 1;
      case PROBABILITY_BELOW_ONE -> value >= 0 && value < 1;
      case ABOVE_ONE -> value > 1;
      case POISSON_MEAN -> value >= 0 && value <= LARGEST_POISSON_MEAN;
      case AT_LEAST_ONE -> value >= 1;
    };
  }

  /// NumPy's message for a value that may not be used.
  ///
  /// @param name the parameter
  /// @param value the value
  /// @param scalar whether the parameter was a scalar; NumPy words it otherwise for arrays
  public String refusal(String name, double value, boolean scalar) {
    String nan = scalar ? " is NaN" : " contains NaNs";
    return switch (this) {
      case NONE -> throw new IllegalStateException("nothing is refused");
      case NON_NEGATIVE -> name + " < 0";
      case POSITIVE -> name + " <= 0";
      case POSITIVE_NOT_NAN -> Double.isNaN(value) ? name + " must not be NaN" : name + " <= 0";
      case PROBABILITY -> name + " < 0, " + name + " > 1 or " + name + nan;
      case POSITIVE_PROBABILITY -> name + " <= 0, " + name + " > 1 or " + name + " contains NaNs";
      case PROBABILITY_BELOW_ONE -> name + " < 0, " + name + " >= 1 or " + name + nan;
      case ABOVE_ONE -> name + " <= 1 or " + name + nan;
      case POISSON_MEAN ->
          value < 0 || (scalar && Double.isNaN(value))
              ? name + " < 0 or " + name + nan
              : name + " value too large";
      case AT_LEAST_ONE -> name + " < 1 or " + name + nan;
    };
  }
}
