package org.panarray.linalg;

import java.util.Arrays;

/// Matrix products of [Dense] matrices.
final class DenseProduct {
  private DenseProduct() {}

  /// A panel of columns of the left matrix of this size stays in the second-level cache while it is
  /// used for all columns of the right one.
  private static final int PANEL_BYTES = 512 * 1024;

  /// `a @ b`.
  static Dense of(Dense a, Dense b) {
    Dense c = new Dense(a.rows(), b.cols());
    boolean realA = isZero(a.im());
    boolean realB = isZero(b.im());
    add(a, a.re(), b, b.re(), c.re(), 1);
    if (!realB) {
      add(a, a.re(), b, b.im(), c.im(), 1);
    }
    if (!realA) {
      // Summed apart and then added, so that a matrix times its transpose is exactly symmetric.
      Dense crossed = new Dense(a.rows(), b.cols());
      add(a, a.im(), b, b.re(), crossed.im(), 1);
      add(crossed.im(), 1, c.im());
      if (!realB) {
        add(a, a.im(), b, b.im(), c.re(), -1);
      }
    }
    return c;
  }

  private static boolean isZero(double[] values) {
    for (double value : values) {
      if (value != 0) {
        return false;
      }
    }
    return true;
  }

  private static void add(
      Dense a, double[] left, Dense b, double[] right, double[] sum, double sign) {
    int m = a.rows();
    int k = a.cols();
    int panel = Math.clamp(PANEL_BYTES / Double.BYTES / Math.max(1, m), 4, 256);
    for (int start = 0; start < k; start += panel) {
      int end = Math.min(k, start + panel);
      for (int col = 0; col < b.cols(); col++) {
        int inner = start;
        for (; inner + 3 < end; inner += 4) {
          int at = col * k + inner;
          addFour(
              left,
              inner * m,
              m,
              sum,
              col * m,
              sign * right[at],
              sign * right[at + 1],
              sign * right[at + 2],
              sign * right[at + 3]);
        }
        for (; inner < end; inner++) {
          double factor = sign * right[col * k + inner];
          for (int row = 0; row < m; row++) {
            sum[col * m + row] += factor * left[inner * m + row];
          }
        }
      }
    }
  }

  /// Four columns at once: one load and store of the sum for four multiplications.
  private static void addFour(
      double[] left,
      int from,
      int m,
      double[] sum,
      int to,
      double first,
      double second,
      double third,
      double fourth) {
    for (int row = 0; row < m; row++) {
      sum[to + row] +=
          first * left[from + row]
              + second * left[from + m + row]
              + third * left[from + 2 * m + row]
              + fourth * left[from + 3 * m + row];
    }
  }

  /// `alpha * product + beta * old`, written to `old`'s place; with a zero `beta` `c` is not read.
  static void accumulate(Dense product, double alpha, double beta, StridedMatrix c) {
    product.scale(alpha);
    if (beta != 0) {
      Dense old = Dense.load(c);
      add(old.re(), beta, product.re());
      add(old.im(), beta, product.im());
    }
    product.store(c);
  }

  private static void add(double[] old, double factor, double[] sum) {
    Arrays.setAll(sum, i -> sum[i] + factor * old[i]);
  }
}
