package org.panarray.shape;

import java.util.Arrays;

/// Do strided sets of elements meet? Two positions are equal where a sum of strides times bounded
/// integers hits a target, a bounded linear Diophantine equation: NP-hard in general, but with
/// strides that nest (those of every view that basic indexing makes) each step of the search has
/// one or two candidates.
final class Overlap {
  /// Candidates tried before giving up with "maybe".
  private static final int WORK_LIMIT = 2000;

  private final long[] strides;
  private final long[] bounds;
  private final long[] reach; // reach[k]: the largest sum that terms k, k+1, ... make
  private final long[] divisor; // divisor[k]: what every such sum is a multiple of
  private int work;

  /// Terms `strides[k] * x` with `0 <= x <= bounds[k]` and positive strides.
  private Overlap(long[] strides, long[] bounds, int count) {
    this.strides = Arrays.copyOf(strides, count);
    this.bounds = Arrays.copyOf(bounds, count);
    sortDescending();
    reach = new long[count + 1];
    divisor = new long[count + 1];
    for (int k = count - 1; k >= 0; k--) {
      reach[k] = reach[k + 1] + this.strides[k] * this.bounds[k];
      divisor[k] = gcd(this.strides[k], divisor[k + 1]);
    }
  }

  static boolean between(Layout a, Layout b) {
    if (a.size() == 0
        || b.size() == 0
        || a.maxOffset() < b.minOffset()
        || b.maxOffset() < a.minOffset()) {
      return false;
    }
    if (a.offset() == b.offset()) {
      return true;
    }
    // minA + sum(s*x) = minB + sum(t*y); y is replaced by its distance from the far end.
    long[] strides = new long[a.rank() + b.rank()];
    long[] bounds = new long[strides.length];
    int count = addTerms(a, strides, bounds, 0);
    count = addTerms(b, strides, bounds, count);
    return new Overlap(strides, bounds, count).reaches(0, b.maxOffset() - a.minOffset());
  }

  /// Appends the axes of `layout`, those of one stride as one term; returns the new count.
  private static int addTerms(Layout layout, long[] strides, long[] bounds, int start) {
    int count = start;
    for (int k = 0; k < layout.rank(); k++) {
      long stride = Math.abs(layout.stridesShared()[k]);
      long bound = layout.shape().dims()[k] - 1;
      if (stride == 0 || bound == 0) {
        continue;
      }
      int at = 0;
      while (at < count && strides[at] != stride) {
        at++;
      }
      strides[at] = stride;
      bounds[at] += bound;
      count = Math.max(count, at + 1);
    }
    return count;
  }

  static boolean within(Layout layout) {
    int rank = layout.rank();
    if (layout.size() < 2 || layout.isContiguous() || layout.isFortran()) {
      return false;
    }
    long[] strides = new long[rank];
    long[] bounds = new long[rank];
    int count = 0;
    for (int k = 0; k < rank; k++) {
      long dim = layout.shape().dims()[k];
      if (dim > 1) {
        strides[count] = Math.abs(layout.stridesShared()[k]);
        bounds[count++] = dim - 1;
        if (strides[count - 1] == 0) {
          return true;
        }
      }
    }
    Overlap terms = new Overlap(strides, bounds, count);
    for (int k = 0; k < count; k++) {
      if (terms.reach[k + 1] >= terms.strides[k]) {
        return terms.collides();
      }
    }
    return false;
  }

  /// Whether two different index tuples give one position. The difference of the two is a tuple `d`
  /// with `sum(s*d) = 0`; let its first nonzero entry be `d[k] > 0`, and shift the later ones by
  /// their bounds to make them nonnegative.
  private boolean collides() {
    for (int k = 0; k < strides.length; k++) {
      long[] shifted = bounds.clone();
      for (int j = k + 1; j < shifted.length; j++) {
        shifted[j] *= 2;
      }
      shifted[k]--;
      int count = strides.length - k;
      Overlap equation =
          new Overlap(
              Arrays.copyOfRange(strides, k, strides.length),
              Arrays.copyOfRange(shifted, k, shifted.length),
              count);
      if (equation.reaches(0, reach[k + 1] - strides[k])) {
        return true;
      }
    }
    return false;
  }

  /// Whether terms `k, k+1, ...` can sum to `target`; true as well once the work limit is reached.
  private boolean reaches(int k, long target) {
    if (target == 0) {
      return true;
    }
    if (target < 0 || target > reach[k] || target % divisor[k] != 0) {
      return false;
    }
    if (k == strides.length - 1) {
      return true; // divisible, and within the bound
    }
    long fewest = Math.max(0, Math.ceilDiv(target - reach[k + 1], strides[k]));
    long most = Math.min(bounds[k], target / strides[k]);
    for (long x = most; x >= fewest; x--) {
      if (++work > WORK_LIMIT || reaches(k + 1, target - x * strides[k])) {
        return true;
      }
    }
    return false;
  }

  private void sortDescending() {
    for (int i = 1; i < strides.length; i++) {
      for (int j = i; j > 0 && strides[j] > strides[j - 1]; j--) {
        long stride = strides[j];
        strides[j] = strides[j - 1];
        strides[j - 1] = stride;
        long bound = bounds[j];
        bounds[j] = bounds[j - 1];
        bounds[j - 1] = bound;
      }
    }
  }

  private static long gcd(long a, long b) {
    long x = a;
    long y = b;
    while (y != 0) {
      long rest = x % y;
      x = y;
      y = rest;
    }
    return x;
  }
}
