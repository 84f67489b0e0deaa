package org.panarray.random;

/// The distributions of the legacy `RandomState` where they differ from those of `Generator`: the
/// polar method for normals, whose second value waits for the next call, and what is built on it.
/// Their streams are frozen by NumPy's promise.
public final class Legacy {
  private final BitGenerator bits;
  private boolean gaussKept;
  private double keptGauss;

  /// The distributions on the given generator, without a kept normal.
  public Legacy(BitGenerator bits) {
    this.bits = bits;
  }

  /// The distributions on the given generator with a kept normal, as `set_state` gives one.
  public Legacy(BitGenerator bits, boolean gaussKept, double keptGauss) {
    this.bits = bits;
    this.gaussKept = gaussKept;
    this.keptGauss = keptGauss;
  }

  /// The generator.
  public BitGenerator bits() {
    return bits;
  }

  /// Whether a normal waits for the next call (`has_gauss`).
  public boolean gaussKept() {
    return gaussKept;
  }

  /// The normal that waits, or 0 (`cached_gaussian`).
  public double keptGauss() {
    return keptGauss;
  }

  /// One standard normal by Marsaglia's polar method.
  public double gauss() {
    if (gaussKept) {
      double kept = keptGauss;
      gaussKept = false;
      keptGauss = 0.0;
      return kept;
    }
    double x1;
    double x2;
    double r2;
    do {
      x1 = 2.0 * bits.nextDouble() - 1.0;
      x2 = 2.0 * bits.nextDouble() - 1.0;
      r2 = x1 * x1 + x2 * x2;
    } while (r2 >= 1.0 || r2 == 0.0);
    double factor = Math.sqrt(-2.0 * SystemMath.log(r2) / r2);
    keptGauss = factor * x1;
    gaussKept = true;
    return factor * x2;
  }

  /// Fills `out[from, to)` with [#gauss].
  public void fillGauss(double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = gauss();
    }
  }

  /// Normal.
  public double normal(double loc, double scale) {
    return loc + scale * gauss();
  }

  /// Standard exponential by inversion.
  public double standardExponential() {
    return -SystemMath.log(1.0 - bits.nextDouble());
  }

  /// Exponential.
  public double exponential(double scale) {
    return scale * standardExponential();
  }

  /// Gamma with scale 1.
  public double standardGamma(double shape) {
    if (shape == 1.0) {
      return standardExponential();
    }
    if (shape == 0.0) {
      return 0.0;
    }
    return shape < 1.0 ? smallGamma(shape) : largeGamma(shape);
  }

  private double smallGamma(double shape) {
    while (true) {
      double u = bits.nextDouble();
      double v = standardExponential();
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

  private double largeGamma(double shape) {
    double b = shape - 1.0 / 3.0;
    double c = 1.0 / Math.sqrt(9 * b);
    while (true) {
      double x;
      double v;
      do {
        x = gauss();
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

  /// Gamma.
  public double gamma(double shape, double scale) {
    return scale * standardGamma(shape);
  }

  /// Beta.
  public double beta(double a, double b) {
    if (!(a <= 1.0 && b <= 1.0)) { // NaN, too
      double ga = standardGamma(a);
      double gb = standardGamma(b);
      return ga / (ga + gb);
    }
    while (true) {
      double u = bits.nextDouble();
      double v = bits.nextDouble();
      double x = SystemMath.pow(u, 1.0 / a);
      double y = SystemMath.pow(v, 1.0 / b);
      if (x + y <= 1.0) {
        return x + y > 0
            ? x / (x + y)
            : ratioByLogarithms(SystemMath.log(u) / a, SystemMath.log(v) / b);
      }
    }
  }

  /// `e^x / (e^x + e^y)` where both powers underflow.
  private static double ratioByLogarithms(double x, double y) {
    double larger = x > y ? x : y;
    double logX = x - larger;
    double logY = y - larger;
    return SystemMath.exp(logX - SystemMath.log(SystemMath.exp(logX) + SystemMath.exp(logY)));
  }

  /// Chi-square.
  public double chisquare(double df) {
    return 2.0 * standardGamma(df / 2.0);
  }

  /// Fisher's F.
  public double f(double dfnum, double dfden) {
    double numerator = chisquare(dfnum) * dfden;
    return numerator / (chisquare(dfden) * dfnum);
  }

  /// Noncentral chi-square.
  public double noncentralChisquare(double df, double nonc) {
    if (nonc == 0) {
      return chisquare(df);
    }
    if (1 < df) {
      double central = chisquare(df - 1);
      double n = gauss() + Math.sqrt(nonc);
      return central + n * n;
    }
    long i = Discrete.poisson(bits, nonc / 2.0);
    double result = chisquare(df + 2 * i);
    return Double.isNaN(nonc) ? Double.NaN : result;
  }

  /// Noncentral F.
  public double noncentralF(double dfnum, double dfden, double nonc) {
    double t = noncentralChisquare(dfnum, nonc) * dfden;
    return t / (chisquare(dfden) * dfnum);
  }

  /// Standard Cauchy.
  public double standardCauchy() {
    double numerator = gauss();
    return numerator / gauss();
  }

  /// Pareto II.
  public double pareto(double a) {
    return SystemMath.exp(standardExponential() / a) - 1;
  }

  /// Weibull.
  public double weibull(double a) {
    return a == 0.0 ? 0.0 : SystemMath.pow(standardExponential(), 1.0 / a);
  }

  /// The power function distribution.
  public double power(double a) {
    return SystemMath.pow(1 - SystemMath.exp(-standardExponential()), 1.0 / a);
  }

  /// Log-normal.
  public double lognormal(double mean, double sigma) {
    return SystemMath.exp(normal(mean, sigma));
  }

  /// Rayleigh.
  public double rayleigh(double scale) {
    return scale * Math.sqrt(-2.0 * SystemMath.log1p(-bits.nextDouble()));
  }

  /// Student's t.
  public double standardT(double df) {
    double numerator = gauss();
    double denominator = standardGamma(df / 2);
    return Math.sqrt(df / 2) * numerator / Math.sqrt(denominator);
  }

  /// Wald.
  public double wald(double mean, double scale) {
    double factor = mean / (2 * scale);
    double y = gauss();
    y = mean * y * y;
    double x = mean + factor * (y - Math.sqrt(4 * scale * y + y * y));
    double u = bits.nextDouble();
    return u <= mean / (mean + x) ? x : mean * mean / x;
  }

  /// Von Mises.
  public double vonmises(double mu, double kappa) {
    return Continuous.circularNormal(bits, mu, kappa);
  }

  /// Negative binomial.
  public long negativeBinomial(double n, double p) {
    return Discrete.poisson(bits, gamma(n, (1 - p) / p));
  }

  /// Geometric.
  public long geometric(double p) {
    if (p >= 1.0 / 3.0) {
      return Discrete.geometricBySearch(bits, p);
    }
    return (long) Math.ceil(SystemMath.log1p(-bits.nextDouble()) / SystemMath.log(1 - p));
  }

  /// Zipf.
  public long zipf(double a) {
    double am1 = a - 1.0;
    double b = SystemMath.pow(2.0, am1);
    if (Double.isInfinite(b)) {
      return 1; // certain, and NumPy's loop would not end
    }
    while (true) {
      double u = 1.0 - bits.nextDouble();
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

  /// The logarithmic series distribution.
  public long logseries(double p) {
    double r = SystemMath.log(1.0 - p);
    while (true) {
      double v = bits.nextDouble();
      if (v >= p) {
        return 1;
      }
      double q = 1.0 - SystemMath.exp(r * bits.nextDouble());
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
}
