package org.panarray.internal.statistics;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Warnings;
import org.panarray.prim.ElementType;
import org.panarray.result.Histogram;

/// Rules for the number of a histogram's bins, by NumPy's names.
public final class BinRules {
  private BinRules() {}

  /// The number of bins that a rule gives for data between two edges.
  ///
  /// @throws ValueError `'x' is not a valid estimator for `bins``
  static long count(String rule, NDArray data, double[] outer) {
    if (data.size() == 0) {
      width(rule, NewArrays.ones(1), outer); // an unknown rule is refused in any case
      return 1;
    }
    double width = width(rule, Casts.to(data, ElementType.FLOAT64), outer);
    if (width == 0) {
      return 1;
    }
    if (data.dtype().isInteger() && width < 1) {
      width = 1;
    }
    return (long) Math.ceil((outer[1] - outer[0]) / width);
  }

  private static double width(String rule, NDArray x, double[] outer) {
    double n = x.size();
    double range = Aggregates.range(x).asDouble();
    return switch (rule) {
      case "sqrt" -> range / Math.sqrt(n);
      case "sturges" -> range / (log2(n) + 1);
      case "rice" -> range / (2 * Math.cbrt(n));
      case "scott" -> Math.cbrt(24 * Math.sqrt(Math.PI) / n) * Moments.std(x).asDouble();
      case "fd" -> freedmanDiaconis(x, n);
      case "doane" -> doane(x, n, range);
      case "stone" -> stone(x, range, outer);
      case "auto" -> {
        double fd = freedmanDiaconis(x, n);
        double sturges = range / (log2(n) + 1);
        yield fd == 0 ? sturges : Math.min(Math.max(fd, range / Math.sqrt(n) / 2), sturges);
      }
      default -> throw new ValueError("'" + rule + "' is not a valid estimator for `bins`");
    };
  }

  private static double log2(double n) {
    return Math.log(n) / Math.log(2);
  }

  private static double freedmanDiaconis(NDArray x, double n) {
    double[] quartiles = Quantiles.percentile(x, new double[] {75, 25}).toDoubleArray();
    return 2 * (quartiles[0] - quartiles[1]) / Math.cbrt(n);
  }

  /// The number of bins of the least estimated risk (C. J. Stone, "An asymptotically optimal
  /// histogram selection rule", 1984): by cross-validation, each element left out in turn.
  private static double stone(NDArray x, double range, double[] outer) {
    long n = x.size();
    if (n <= 1 || range == 0) {
      return 0;
    }
    long most = Math.max(100, (long) Math.sqrt(n));
    long best = 1;
    double least = Double.POSITIVE_INFINITY;
    for (long bins = 1; bins <= most; bins++) {
      Histogram counted = Histograms.histogram(x, Kw.bins(bins), Kw.range(outer[0], outer[1]));
      NDArray share = counted.hist().div((double) n);
      double risk = (2 - (n + 1) * share.dot(share).asDouble()) / (range / bins);
      if (risk < least) {
        least = risk;
        best = bins;
      }
    }
    if (best == most) {
      Warnings.warn("RuntimeWarning", "The number of bins estimated may be suboptimal.");
    }
    return range / best;
  }

  private static double doane(NDArray x, double n, double range) {
    double deviation = Moments.std(x).asDouble();
    if (n <= 2 || deviation == 0) {
      return 0;
    }
    double spread = Math.sqrt(6 * (n - 2) / ((n + 1) * (n + 3)));
    NDArray scaled = x.minus(Moments.mean(x)).div(deviation);
    double skewness = Moments.mean(scaled.times(scaled).times(scaled)).asDouble();
    return range / (1 + log2(n) + log2(1 + Math.abs(skewness) / spread));
  }
}
