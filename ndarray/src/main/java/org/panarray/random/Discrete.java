package org.panarray.random;

/// The discrete distributions of `Generator`, one integer a call; the binomial is in [Binomial], the
/// hypergeometric in [Hypergeometric]. Parameters are taken as valid.
public final class Discrete {
  private static final double TWO_TO_63 = 0x1p63;

  /// The coefficients of Stirling's series, as printed in Zhang and Jin, Computation of Special
  /// Functions (1996): their rounding is part of NumPy's stream.
  private static final double[] STIRLING = {
    8.333333333333333e-02, -2.777777777777778e-03, 7.936507936507937e-04, -5.952380952380952e-04,
    8.417508417508418e-04, -1.917526917526918e-03, 6.410256410256410e-03, -2.955065359477124e-02,
    1.796443723688307e-01, -1.39243221690590e+00
  };

  private Discrete() {}

  /// Poisson with mean `lam`.
  public static long poisson(BitGenerator bits, double lam) {
    if (lam >= 10) {
      return poissonByRejection(bits, lam);
    }
    return lam == 0 ? 0 : poissonByProduct(bits, lam);
  }

  private static long poissonByProduct(BitGenerator bits, double lam) {
    double bound = SystemMath.exp(-lam);
    long count = 0;
    double product = bits.nextDouble();
    while (product > bound) {
      count++;
      product *= bits.nextDouble();
    }
    return count;
  }

  /// W. Hörmann, The transformed rejection method for generating Poisson random variables (1993).
  private static long poissonByRejection(BitGenerator bits, double lam) {
    double logLam = SystemMath.log(lam);
    double b = 0.931 + 2.53 * Math.sqrt(lam);
    double a = -0.059 + 0.02483 * b;
    double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
    double vr = 0.9277 - 3.6224 / (b - 2);
    if (lam >= 0x1p63) {
      return Long.MAX_VALUE; // the nearest long: what is drawn below would never be accepted
    }
    while (true) {
      double u = bits.nextDouble() - 0.5;
      double v = bits.nextDouble();
      double us = 0.5 - Math.abs(u);
      long k = (long) Math.floor((2 * a / us + b) * u + lam + 0.43);
      if (us >= 0.07 && v <= vr) {
        return k;
      }
      if (k < 0 || (us < 0.013 && v > us)) {
        continue;
      }
      double left =
          SystemMath.log(v) + SystemMath.log(inverseAlpha) - SystemMath.log(a / (us * us) + b);
      if (left <= -lam + k * logLam - logGamma(k + 1)) {
        return k;
      }
    }
  }

  /// Negative binomial: a Poisson whose mean is gamma distributed.
  public static long negativeBinomial(BitGenerator bits, double n, double p) {
    return poisson(bits, Continuous.gamma(bits, n, (1 - p) / p));
  }

  /// Geometric on 1, 2, ...
  public static long geometric(BitGenerator bits, double p) {
    if (p >= 1.0 / 3.0) {
      return geometricBySearch(bits, p);
    }
    double z = Math.ceil(-Ziggurat.exponential(bits) / SystemMath.log1p(-p));
    return z >= TWO_TO_63 ? Long.MAX_VALUE : (long) z;
  }

  static long geometricBySearch(BitGenerator bits, double p) {
    double u = bits.nextDouble();
    double product = p;
    double sum = p;
    long count = 1;
    while (u > sum) {
      product *= 1.0 - p;
      sum += product;
      count++;
    }
    return count;
  }

  /// Zipf, that is, zeta, on 1, 2, ...
  public static long zipf(BitGenerator bits, double a) {
    if (a >= 1025) {
      return 1; // 2^(1 - a) is below the least double
    }
    double am1 = a - 1.0;
    double smallest = SystemMath.pow((double) Long.MAX_VALUE, -am1);
    double b = SystemMath.pow(2.0, am1);
    while (true) {
      double u01 = bits.nextDouble();
      double u = u01 * smallest + (1 - u01);
      double v = bits.nextDouble();
      double x = Math.floor(SystemMath.pow(u, -1.0 / am1));
      if (x > (double) Long.MAX_VALUE || x < 1.0) {
        continue;
      }
      double t = SystemMath.pow(1.0 + 1.0 / x, am1);
      if (v * x * (t - 1.0) / (b - 1.0) <= t / b) {
        return (long) x;
      }
    }
  }

  /// The logarithmic series distribution on 1, 2, ...
  public static long logseries(BitGenerator bits, double p) {
    double r = SystemMath.log1p(-p);
    while (true) {
      double v = bits.nextDouble();
      if (v >= p) {
        return 1;
      }
      double q = -SystemMath.expm1(r * bits.nextDouble());
      if (v <= q * q) {
        long result = (long) Math.floor(1 + SystemMath.log(v) / SystemMath.log(q));
        if (result >= 1 && v != 0.0) {
          return result;
        }
      } else {
        return v >= q ? 1 : 2;
      }
    }
  }

  /// log(gamma(x)) by Stirling's series, from above 7 downwards by recurrence.
  static double logGamma(double x) {
    if (x == 1.0 || x == 2.0) {
      return 0.0;
    }
    long steps = x <= 7.0 ? (long) (7 - x) : 0;
    double shifted = x + steps;
    double inverseSquare = 1.0 / (shifted * shifted);
    double series = STIRLING[9];
    for (int k = 8; k >= 0; k--) {
      series *= inverseSquare;
      series += STIRLING[k];
    }
    double result =
        series / shifted
            + 0.5 * SystemMath.log(2 * Math.PI)
            + (shifted - 0.5) * SystemMath.log(shifted)
            - shifted;
    for (long k = 1; k <= steps; k++) {
      result -= SystemMath.log(shifted - 1.0);
      shifted -= 1.0;
    }
    return result;
  }
}
