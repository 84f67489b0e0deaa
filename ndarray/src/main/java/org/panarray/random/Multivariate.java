package org.panarray.random;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/// Distributions whose draws are vectors.
public final class Multivariate {
  /// With all concentrations below this, gammas underflow and sticks are broken instead.
  private static final double SMALL_CONCENTRATION = 0.1;

  private Multivariate() {}

  /// Multinomial: `out[from + j]` is how many of `n` trials fell into category `j`.
  public static void multinomial(
      BitGenerator bits, Binomial binomial, long n, double[] pvals, long[] out, int from) {
    int last = pvals.length - 1;
    Arrays.fill(out, from, from + last + 1, 0);
    double remainingProbability = 1.0;
    long remaining = n;
    for (int j = 0; j < last; j++) {
      long count = binomial.next(bits, remaining, pvals[j] / remainingProbability);
      out[from + j] = count;
      remaining -= count;
      if (remaining <= 0) {
        return;
      }
      remainingProbability -= pvals[j];
    }
    out[from + last] = remaining;
  }

  /// Dirichlet, one vector after the other into `out`, as `Generator` draws it.
  public static void dirichlet(BitGenerator bits, double[] alpha, double[] out) {
    double largest = Arrays.stream(alpha).max().orElse(Double.NaN);
    if (largest < SMALL_CONCENTRATION) {
      dirichletByStickBreaking(bits, alpha, out);
    } else {
      dirichletByGammas(alpha, out, a -> Continuous.standardGamma(bits, a));
    }
  }

  /// Dirichlet as the legacy `RandomState` draws it.
  public static void dirichlet(Legacy legacy, double[] alpha, double[] out) {
    dirichletByGammas(alpha, out, legacy::standardGamma);
  }

  private static void dirichletByGammas(
      double[] alpha, double[] out, DoubleUnaryOperator standardGamma) {
    int k = alpha.length;
    for (int from = 0; from < out.length; from += k) {
      double sum = 0.0;
      for (int j = 0; j < k; j++) {
        out[from + j] = standardGamma.applyAsDouble(alpha[j]);
        sum += out[from + j];
      }
      double inverse = 1 / sum;
      for (int j = 0; j < k; j++) {
        out[from + j] *= inverse;
      }
    }
  }

  private static void dirichletByStickBreaking(BitGenerator bits, double[] alpha, double[] out) {
    int k = alpha.length;
    double[] sumFrom = new double[k];
    double sum = 0.0;
    for (int j = k - 1; j >= 0; j--) {
      sum += alpha[j];
      sumFrom[j] = sum;
    }
    if (sum == 0) {
      return;
    }
    for (int from = 0; from < out.length; from += k) {
      double rest = 1.0;
      for (int j = 0; j < k - 1; j++) {
        double piece = Continuous.beta(bits, alpha[j], sumFrom[j + 1]);
        out[from + j] = rest * piece;
        rest *= 1.0 - piece;
        if (sumFrom[j + 1] == 0) {
          break;
        }
      }
      out[from + k - 1] = rest;
    }
  }
}
