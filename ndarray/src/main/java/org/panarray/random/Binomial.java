package org.panarray.random;

/// The binomial distribution: inversion where the mean is at most 30, else the rejection method BTPE.
/// What depends on the parameters alone is kept from draw to draw.
///
/// @see <a href="https://doi.org/10.1145/42372.42381">Kachitvichyanukul and Schmeiser, Binomial
///     random variate generation</a>
public final class Binomial {
  private static final double INVERSION_LIMIT = 30.0;

  private long n = -1;
  private double p;
  private double q;
  // inversion
  private double zeroProbability;
  private long bound;
  // BTPE
  private long mode;
  private double center;
  private double left;
  private double right;
  private double halfWidth;
  private double c;
  private double lambdaLeft;
  private double lambdaRight;
  private double area2;
  private double area3;
  private double area4;

  /// Nothing is known of any parameters yet.
  public Binomial() {}

  /// The number of successes in `trials` with probability `probability`.
  public long next(BitGenerator bits, long trials, double probability) {
    if (trials == 0 || probability == 0.0) {
      return 0;
    }
    return nextLegacy(bits, trials, probability);
  }

  /// As [#next], without its shortcut that draws nothing for certain results.
  public long nextLegacy(BitGenerator bits, long trials, double probability) {
    if (probability <= 0.5) {
      return nextLower(bits, trials, probability);
    }
    return trials - nextLower(bits, trials, 1.0 - probability);
  }

  private long nextLower(BitGenerator bits, long trials, double probability) {
    boolean known = trials == n && probability == p;
    n = trials;
    p = probability;
    if (probability * trials <= INVERSION_LIMIT) {
      if (!known) {
        prepareInversion();
      }
      return byInversion(bits);
    }
    if (!known) {
      prepareRejection();
    }
    return byRejection(bits);
  }

  private void prepareInversion() {
    q = 1.0 - p;
    zeroProbability = SystemMath.exp(n * SystemMath.log1p(-p));
    double mean = n * p;
    bound = (long) Math.min(n, mean + 10.0 * Math.sqrt(mean * q + 1));
  }

  private long byInversion(BitGenerator bits) {
    long x = 0;
    double px = zeroProbability;
    double u = bits.nextDouble();
    while (u > px) {
      x++;
      if (x > bound) {
        x = 0;
        px = zeroProbability;
        u = bits.nextDouble();
      } else {
        u -= px;
        px = ((n - x + 1) * p * px) / (x * q);
      }
    }
    return x;
  }

  private void prepareRejection() {
    double r = Math.min(p, 1.0 - p);
    q = 1.0 - r;
    double fm = n * r + r;
    mode = (long) Math.floor(fm);
    halfWidth = Math.floor(2.195 * Math.sqrt(n * r * q) - 4.6 * q) + 0.5;
    center = mode + 0.5;
    left = center - halfWidth;
    right = center + halfWidth;
    c = 0.134 + 20.5 / (15.3 + mode);
    double a = (fm - left) / (fm - left * r);
    lambdaLeft = a * (1.0 + a / 2.0);
    a = (right - fm) / (right * q);
    lambdaRight = a * (1.0 + a / 2.0);
    area2 = halfWidth * (1.0 + 2.0 * c);
    area3 = area2 + c / lambdaLeft;
    area4 = area3 + c / lambdaRight;
  }

  private long byRejection(BitGenerator bits) {
    while (true) {
      double u = bits.nextDouble() * area4;
      double v = bits.nextDouble();
      if (u <= halfWidth) { // the triangle
        return (long) Math.floor(center - halfWidth * v + u);
      }
      long y;
      if (u <= area2) { // the parallelograms
        double x = left + (u - halfWidth) / c;
        v = v * c + 1.0 - Math.abs(mode - x + 0.5) / halfWidth;
        if (v > 1.0) {
          continue;
        }
        y = (long) Math.floor(x);
      } else if (u <= area3) { // the left tail
        y = (long) Math.floor(left + SystemMath.log(v) / lambdaLeft);
        if (y < 0 || v == 0.0) {
          continue;
        }
        v = v * (u - area2) * lambdaLeft;
      } else { // the right tail
        y = (long) Math.floor(right - SystemMath.log(v) / lambdaRight);
        if (y > n || v == 0.0) {
          continue;
        }
        v = v * (u - area3) * lambdaRight;
      }
      if (accepts(y, v)) {
        return y;
      }
    }
  }

  private boolean accepts(long y, double v) {
    double variance = n * p * q;
    long k = Math.abs(y - mode);
    if (k <= 20 || k >= variance / 2.0 - 1) {
      return v <= densityRatio(y);
    }
    double rho = (k / variance) * ((k * (k / 3.0 + 0.625) + 0.16666666666666666) / variance + 0.5);
    double t = -k * k / (2 * variance);
    double logV = SystemMath.log(v);
    if (logV < t - rho) {
      return true;
    }
    return logV <= t + rho && logV <= logDensityRatio(y);
  }

  /// f(y) / f(mode) by the recurrence of the density.
  private double densityRatio(long y) {
    double s = p / q;
    double a = s * (n + 1);
    double ratio = 1.0;
    for (long i = mode + 1; i <= y; i++) {
      ratio *= a / i - s;
    }
    for (long i = y + 1; i <= mode; i++) {
      ratio /= a / i - s;
    }
    return ratio;
  }

  private double logDensityRatio(long y) {
    double x1 = y + 1;
    double f1 = mode + 1;
    double z = n + 1 - mode;
    double w = n - y + 1;
    return center * SystemMath.log(f1 / x1)
        + (n - mode + 0.5) * SystemMath.log(z / w)
        + (y - mode) * SystemMath.log(w * p / (x1 * q))
        + stirlingRest(f1)
        + stirlingRest(z)
        + stirlingRest(x1)
        + stirlingRest(w);
  }

  private static double stirlingRest(double x) {
    double x2 = x * x;
    return (13680.0 - (462.0 - (132.0 - (99.0 - 140.0 / x2) / x2) / x2) / x2) / x / 166320.0;
  }
}
