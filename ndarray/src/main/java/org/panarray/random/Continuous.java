package org.panarray.random;

/// The continuous distributions of `Generator`, one double (or float) a call. Parameters are taken
/// as valid; their checks belong to the caller. Every operation is in NumPy's order, since its
/// rounding is part of the stream.
///
/// @see <a href="https://numpy.org/doc/stable/reference/random/generator.html#distributions">NumPy's
///     distributions</a>
public final class Continuous {
  /// Below this, Jöhnk's powers underflow with near certainty and beta is a coin of 0 and 1.
  private static final double TINY_BETA = 3e-103;

  private Continuous() {}

  /// Uniform on `[low, low + range)`.
  public static double uniform(BitGenerator bits, double low, double range) {
    return low + range * bits.nextDouble();
  }

  /// Normal with mean `loc` and standard deviation `scale`.
  public static double normal(BitGenerator bits, double loc, double scale) {
    return loc + scale * Ziggurat.normal(bits);
  }

  /// Exponential with mean `scale`.
  public static double exponential(BitGenerator bits, double scale) {
    return scale * Ziggurat.exponential(bits);
  }

  /// Gamma with scale 1 (Marsaglia and Tsang; for shapes below 1 Ahrens and Dieter's GS).
  public static double standardGamma(BitGenerator bits, double shape) {
    if (shape == 1.0) {
      return Ziggurat.exponential(bits);
    }
    if (shape == 0.0) {
      return 0.0;
    }
    return shape < 1.0 ? smallGamma(bits, shape) : largeGamma(bits, shape);
  }

  private static double smallGamma(BitGenerator bits, double shape) {
    while (true) {
      double u = bits.nextDouble();
      double v = Ziggurat.exponential(bits);
      if (u <= 1.0 - shape) {
        double x = SystemMath.pow(u, 1.0 / shape);
        if (x <= v) {
          return x;
        }
      } else {
        double y = -SystemMath.log((1 - u) / shape);
        double x = SystemMath.pow(1.0 - shape + shape * y, 1.0 / shape);
        if (x <= v + y) {
          return x;
        }
      }
    }
  }

  private static double largeGamma(BitGenerator bits, double shape) {
    double b = shape - 1.0 / 3.0;
    double c = 1.0 / Math.sqrt(9 * b);
    while (true) {
      double x;
      double v;
      do {
        x = Ziggurat.normal(bits);
        v = 1.0 + c * x;
      } while (v <= 0.0);
      v = v * v * v;
      double u = bits.nextDouble();
      if (u < 1.0 - 0.0331 * (x * x) * (x * x)
          || SystemMath.log(u) < 0.5 * x * x + b * (1.0 - v + SystemMath.log(v))) {
        return b * v;
      }
    }
  }

  /// Gamma with scale 1, in floats throughout.
  public static float standardGammaFloat(BitGenerator bits, float shape) {
    if (shape == 1.0f) {
      return Ziggurat.exponentialFloat(bits);
    }
    if (shape == 0.0f) {
      return 0.0f;
    }
    return shape < 1.0f ? smallGammaFloat(bits, shape) : largeGammaFloat(bits, shape);
  }

  private static float smallGammaFloat(BitGenerator bits, float shape) {
    while (true) {
      float u = bits.nextFloat();
      float v = Ziggurat.exponentialFloat(bits);
      if (u <= 1.0f - shape) {
        float x = SystemMath.pow(u, 1.0f / shape);
        if (x <= v) {
          return x;
        }
      } else {
        float y = -SystemMath.log((1.0f - u) / shape);
        float x = SystemMath.pow(1.0f - shape + shape * y, 1.0f / shape);
        if (x <= v + y) {
          return x;
        }
      }
    }
  }

  private static float largeGammaFloat(BitGenerator bits, float shape) {
    float b = shape - 1.0f / 3.0f;
    float c = 1.0f / (float) Math.sqrt(9.0f * b);
    while (true) {
      float x;
      float v;
      do {
        x = Ziggurat.normalFloat(bits);
        v = 1.0f + c * x;
      } while (v <= 0.0f);
      v = v * v * v;
      float u = bits.nextFloat();
      if (u < 1.0f - 0.0331f * (x * x) * (x * x)
          || SystemMath.log(u) < 0.5f * x * x + b * (1.0f - v + SystemMath.log(v))) {
        return b * v;
      }
    }
  }

  /// Gamma with the given scale.
  public static double gamma(BitGenerator bits, double shape, double scale) {
    return scale * standardGamma(bits, shape);
  }

  /// Beta: Jöhnk's method where both parameters are at most 1, else from two gammas.
  public static double beta(BitGenerator bits, double a, double b) {
    if (!(a <= 1.0 && b <= 1.0)) { // NaN too
      double ga = standardGamma(bits, a);
      double gb = standardGamma(bits, b);
      return ga / (ga + gb);
    }
    if (a < TINY_BETA && b < TINY_BETA) {
      return (a + b) * bits.nextDouble() < a ? 1.0 : 0.0;
    }
    while (true) {
      double u = bits.nextDouble();
      double v = bits.nextDouble();
      double x = SystemMath.pow(u, 1.0 / a);
      double y = SystemMath.pow(v, 1.0 / b);
      if (x + y <= 1.0 && u + v > 0.0) {
        return x > 0.0 && y > 0.0
            ? x / (x + y)
            : logistic(SystemMath.log(u) / a - SystemMath.log(v) / b);
      }
    }
  }

  /// `1 / (1 + e^-x)`, where Jöhnk's powers underflow and `x` is the logarithm of their ratio.
  private static double logistic(double x) {
    return x > 0
        ? SystemMath.exp(-SystemMath.log1p(SystemMath.exp(-x)))
        : SystemMath.exp(x - SystemMath.log1p(SystemMath.exp(x)));
  }

  /// Chi-square with `df` degrees of freedom.
  public static double chisquare(BitGenerator bits, double df) {
    return 2.0 * standardGamma(bits, df / 2.0);
  }

  /// Fisher's F.
  public static double f(BitGenerator bits, double dfnum, double dfden) {
    double numerator = chisquare(bits, dfnum) * dfden;
    return numerator / (chisquare(bits, dfden) * dfnum);
  }

  /// Noncentral chi-square.
  public static double noncentralChisquare(BitGenerator bits, double df, double nonc) {
    if (Double.isNaN(nonc)) {
      return Double.NaN;
    }
    if (nonc == 0) {
      return chisquare(bits, df);
    }
    if (1 < df) {
      double central = chisquare(bits, df - 1);
      double n = Ziggurat.normal(bits) + Math.sqrt(nonc);
      return central + n * n;
    }
    long i = Discrete.poisson(bits, nonc / 2.0);
    return chisquare(bits, df + 2 * i);
  }

  /// Noncentral F.
  public static double noncentralF(BitGenerator bits, double dfnum, double dfden, double nonc) {
    double t = noncentralChisquare(bits, dfnum, nonc) * dfden;
    return t / (chisquare(bits, dfden) * dfnum);
  }

  /// Standard Cauchy, a ratio of normals.
  public static double standardCauchy(BitGenerator bits) {
    double numerator = Ziggurat.normal(bits);
    return numerator / Ziggurat.normal(bits);
  }

  /// Pareto II (Lomax).
  public static double pareto(BitGenerator bits, double a) {
    return SystemMath.expm1(Ziggurat.exponential(bits) / a);
  }

  /// Weibull with scale 1.
  public static double weibull(BitGenerator bits, double a) {
    return a == 0.0 ? 0.0 : SystemMath.pow(Ziggurat.exponential(bits), 1.0 / a);
  }

  /// The power function distribution on [0, 1].
  public static double power(BitGenerator bits, double a) {
    return SystemMath.pow(-SystemMath.expm1(-Ziggurat.exponential(bits)), 1.0 / a);
  }

  /// Laplace, the double exponential.
  public static double laplace(BitGenerator bits, double loc, double scale) {
    double u;
    do {
      u = bits.nextDouble();
    } while (u == 0.0);
    return u >= 0.5
        ? loc - scale * SystemMath.log(2.0 - u - u)
        : loc + scale * SystemMath.log(u + u);
  }

  /// Gumbel.
  public static double gumbel(BitGenerator bits, double loc, double scale) {
    double u;
    do {
      u = 1.0 - bits.nextDouble();
    } while (u == 1.0);
    return loc - scale * SystemMath.log(-SystemMath.log(u));
  }

  /// Logistic.
  public static double logistic(BitGenerator bits, double loc, double scale) {
    double u;
    do {
      u = bits.nextDouble();
    } while (u == 0.0);
    return loc + scale * SystemMath.log(u / (1.0 - u));
  }

  /// Log-normal.
  public static double lognormal(BitGenerator bits, double mean, double sigma) {
    return SystemMath.exp(normal(bits, mean, sigma));
  }

  /// Rayleigh.
  public static double rayleigh(BitGenerator bits, double scale) {
    return scale * Math.sqrt(2.0 * Ziggurat.exponential(bits));
  }

  /// Student's t.
  public static double standardT(BitGenerator bits, double df) {
    double numerator = Ziggurat.normal(bits);
    double denominator = standardGamma(bits, df / 2);
    return Math.sqrt(df / 2) * numerator / Math.sqrt(denominator);
  }

  /// Wald, the inverse Gaussian (Michael, Schucany and Haas).
  public static double wald(BitGenerator bits, double mean, double scale) {
    double y = Ziggurat.normal(bits);
    y = mean * y * y;
    double d = 1 + Math.sqrt(1 + 4 * scale / y);
    double x = mean * (1 - 2 / d);
    double u = bits.nextDouble();
    return u <= mean / (mean + x) ? x : mean * mean / x;
  }

  /// Triangular.
  public static double triangular(BitGenerator bits, double left, double mode, double right) {
    double base = right - left;
    double leftBase = mode - left;
    double u = bits.nextDouble();
    return u <= leftBase / base
        ? left + Math.sqrt(u * (leftBase * base))
        : right - Math.sqrt((1.0 - u) * ((right - mode) * base));
  }

  /// Von Mises, the normal distribution of the circle (Best and Fisher), in [-pi, pi].
  public static double vonmises(BitGenerator bits, double mu, double kappa) {
    if (kappa > 1e6) {
      return wrappedNormal(bits, mu, kappa);
    }
    return circularNormal(bits, mu, kappa);
  }

  private static double wrappedNormal(BitGenerator bits, double mu, double kappa) {
    double angle = mu + Math.sqrt(1.0 / kappa) * Ziggurat.normal(bits);
    if (angle < -Math.PI) {
      angle += 2 * Math.PI;
    }
    if (angle > Math.PI) {
      angle -= 2 * Math.PI;
    }
    return angle;
  }

  static double circularNormal(BitGenerator bits, double mu, double kappa) {
    if (Double.isNaN(kappa)) {
      return Double.NaN;
    }
    if (kappa < 1e-8) {
      return Math.PI * (2 * bits.nextDouble() - 1);
    }
    double s;
    if (kappa < 1e-5) {
      s = 1.0 / kappa + kappa;
    } else {
      double r = 1 + Math.sqrt(1 + 4 * kappa * kappa);
      double rho = (r - Math.sqrt(2 * r)) / (2 * kappa);
      s = (1 + rho * rho) / (2 * rho);
    }
    if (!(s > 1)) {
      return mu; // no angle is left between the numbers, and NumPy's loop would not end
    }
    double w;
    double y;
    double v;
    do {
      double z = SystemMath.cos(Math.PI * bits.nextDouble());
      w = (1 + s * z) / (s + z);
      y = kappa * (s - w);
      v = bits.nextDouble();
    } while (!(y * (2 - y) - v >= 0 || SystemMath.log(y / v) + 1 - y >= 0));
    double angle = SystemMath.acos(w);
    if (bits.nextDouble() < 0.5) {
      angle = -angle;
    }
    angle += mu;
    double wrapped = (Math.abs(angle) + Math.PI) % (2 * Math.PI) - Math.PI;
    return angle < 0 ? -wrapped : wrapped;
  }
}
