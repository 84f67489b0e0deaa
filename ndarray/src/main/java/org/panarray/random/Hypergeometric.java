package org.panarray.random;

import static org.panarray.random.RecordedTables.LOG_FACTORIAL;

/// The hypergeometric distribution: how many of `sample` draws without replacement are good. A simple
/// urn for small samples, else Stadlober's ratio of uniforms (HRUA, 1989).
public final class Hypergeometric {
  private static final double D1 = 1.7155277699214135; // 2 sqrt(2 / e)
  private static final double D2 = 0.8989161620588988; // 3 - 2 sqrt(3 / e)
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

  private Hypergeometric() {}

  /// The draw of `Generator.hypergeometric`.
  public static long next(BitGenerator bits, long good, long bad, long sample) {
    return sample >= 10 && sample <= good + bad - 10
        ? byRatio(bits, good, bad, sample)
        : byUrn(bits, good, bad, sample);
  }

  private static long byUrn(BitGenerator bits, long good, long bad, long sample) {
    long total = good + bad;
    boolean complement = sample > total / 2;
    long draws = complement ? total - sample : sample;
    long remaining = total;
    long remainingGood = good;
    while (draws > 0 && remainingGood > 0 && remaining > remainingGood) {
      remaining--;
      if (BoundedIntegers.maskedWithin(bits, remaining) < remainingGood) {
        remainingGood--;
      }
      draws--;
    }
    if (remaining == remainingGood) {
      remainingGood -= draws;
    }
    return complement ? remainingGood : good - remainingGood;
  }

  private static long byRatio(BitGenerator bits, long good, long bad, long sample) {
    long total = good + bad;
    long draws = Math.min(sample, total - sample);
    long fewer = Math.min(good, bad);
    long more = Math.max(good, bad);
    double p = (double) fewer / total;
    double q = (double) more / total;
    double a = draws * p + 0.5;
    double variance = (double) (total - draws) * draws * p * q / (total - 1);
    double c = Math.sqrt(variance + 0.5);
    double h = D1 * c + D2;
    long mode = (long) Math.floor((double) (draws + 1) * (fewer + 1) / (total + 2));
    double g = logTerms(mode, draws, fewer, more);
    double bound = Math.min(Math.min(draws, fewer) + 1, Math.floor(a + 16 * c));
    long k;
    while (true) {
      double u = bits.nextDouble();
      double v = bits.nextDouble();
      double x = a + h * (v - 0.5) / u;
      if (x < 0.0 || x >= bound) {
        continue;
      }
      k = (long) Math.floor(x);
      double t = g - logTerms(k, draws, fewer, more);
      if (u * (4.0 - u) - 3.0 <= t) {
        break;
      }
      if (u * (u - t) < 1 && 2.0 * SystemMath.log(u) <= t) {
        break;
      }
    }
    if (good > bad) {
      k = draws - k;
    }
    return draws < sample ? good - k : k;
  }

  private static double logTerms(long k, long draws, long fewer, long more) {
    return logFactorial(k)
        + logFactorial(fewer - k)
        + logFactorial(draws - k)
        + logFactorial(more - draws + k);
  }

  private static double logFactorial(long k) {
    if (k < LOG_FACTORIAL.length) {
      return LOG_FACTORIAL[(int) k];
    }
    return (k + 0.5) * SystemMath.log((double) k)
        - k
        + (HALF_LOG_TWO_PI + (1.0 / k) * (1 / 12.0 - 1 / (360.0 * k * k)));
  }

  /// The draw of the legacy `hypergeometric`.
  public static long nextLegacy(BitGenerator bits, long good, long bad, long sample) {
    if (sample > 10) {
      return byLegacyRatio(bits, good, bad, sample);
    }
    return sample > 0 ? byLegacyUrn(bits, good, bad, sample) : 0;
  }

  private static long byLegacyUrn(BitGenerator bits, long good, long bad, long sample) {
    long d1 = bad + good - sample;
    double d2 = Math.min(bad, good);
    double y = d2;
    long k = sample;
    while (y > 0.0) {
      double u = bits.nextDouble();
      y -= Math.floor(u + y / (d1 + k));
      k--;
      if (k == 0) {
        break;
      }
    }
    long z = (long) (d2 - y);
    return good > bad ? sample - z : z;
  }

  private static long byLegacyRatio(BitGenerator bits, long good, long bad, long sample) {
    long fewer = Math.min(good, bad);
    long total = good + bad;
    long more = Math.max(good, bad);
    long m = Math.min(sample, total - sample);
    double d4 = (double) fewer / total;
    double d5 = 1.0 - d4;
    double d6 = m * d4 + 0.5;
    double d7 = Math.sqrt((double) (total - m) * sample * d4 * d5 / (total - 1) + 0.5);
    double d8 = D1 * d7 + D2;
    long d9 = (long) Math.floor((double) (m + 1) * (fewer + 1) / (total + 2));
    double d10 = logGammaTerms(d9, m, fewer, more);
    double d11 = Math.min(Math.min(m, fewer) + 1.0, Math.floor(d6 + 16 * d7));
    long z;
    while (true) {
      double x = bits.nextDouble();
      double y = bits.nextDouble();
      double w = d6 + d8 * (y - 0.5) / x;
      if (w < 0.0 || w >= d11) {
        continue;
      }
      z = (long) Math.floor(w);
      double t = d10 - logGammaTerms(z, m, fewer, more);
      if (x * (4.0 - x) - 3.0 <= t) {
        break;
      }
      if (x * (x - t) < 1 && 2.0 * SystemMath.log(x) <= t) {
        break;
      }
    }
    if (good > bad) {
      z = m - z;
    }
    return m < sample ? good - z : z;
  }

  private static double logGammaTerms(long k, long draws, long fewer, long more) {
    return Discrete.logGamma(k + 1)
        + Discrete.logGamma(fewer - k + 1)
        + Discrete.logGamma(draws - k + 1)
        + Discrete.logGamma(more - draws + k + 1);
  }
}
