package org.panarray.random;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Indices drawn with given probabilities, by searching the running sum of the probabilities.
public final class WeightedChoice {
  private WeightedChoice() {}

  /// `count` indices, an index possibly several times.
  public static long[] withReplacement(BitGenerator bits, double[] p, int count) {
    return search(runningSum(p), draws(bits, count));
  }

  /// `count` different indices: draws as many as are missing, keeps the new ones and gives what was
  /// found no more weight, until there are enough. At least `count` probabilities must not be zero.
  public static long[] withoutReplacement(BitGenerator bits, double[] p, int count) {
    double[] left = p.clone();
    long[] found = new long[count];
    int known = 0;
    while (known < count) {
      double[] draws = draws(bits, count - known);
      for (int i = 0; i < known; i++) {
        left[(int) found[i]] = 0;
      }
      // Among one round's draws the first of each index counts, in order of drawing.
      long[] fresh = LongStream.of(search(runningSum(left), draws)).distinct().toArray();
      System.arraycopy(fresh, 0, found, known, fresh.length);
      known += fresh.length;
    }
    return found;
  }

  /// The sum with compensation (Kahan), as NumPy checks that probabilities sum to 1.
  public static double sum(double[] p) {
    if (p.length == 0) {
      return 0;
    }
    double sum = p[0];
    double lost = 0.0;
    for (int i = 1; i < p.length; i++) {
      double y = p[i] - lost;
      double next = sum + y;
      lost = (next - sum) - y;
      sum = next;
    }
    return sum;
  }

  private static double[] draws(BitGenerator bits, int count) {
    double[] draws = new double[count];
    bits.fill(draws, 0, count);
    return draws;
  }

  private static double[] runningSum(double[] p) {
    double[] sums = p.clone();
    for (int i = 1; i < sums.length; i++) {
      sums[i] += sums[i - 1];
    }
    double last = sums[sums.length - 1];
    Arrays.setAll(sums, i -> sums[i] / last);
    return sums;
  }

  /// For each value how many of the sorted limits are not above it.
  private static long[] search(double[] limits, double[] values) {
    long[] places = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      int low = 0;
      int high = limits.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (limits[middle] <= values[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      places[i] = low;
    }
    return places;
  }
}
