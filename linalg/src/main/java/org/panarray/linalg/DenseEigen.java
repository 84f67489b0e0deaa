package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Eigenvalues and right eigenvectors of a general matrix, from its Schur form.
///
/// Vectors have norm 1 and a largest component that is real, as from LAPACK's geev.
///
/// @param values one column
/// @param vectors null where not asked for
record DenseEigen(Dense values, @Nullable Dense vectors) {

  /// Null where the iteration did not converge.
  static @Nullable DenseEigen of(Dense a, boolean real, boolean withVectors) {
    int n = a.rows();
    Dense t = a.copy();
    Dense q = Householder.toHessenberg(t);
    if (!(real ? DenseRealSchur.iterate(t, q) : DenseSchur.iterate(t, q))) {
      return null;
    }
    Dense values = new Dense(n, 1);
    for (int k = 0; k < n; k++) {
      if (real && k + 1 < n && t.re()[t.at(k + 1, k)] != 0) {
        splitPair(t, q, k);
        values.set(k, 0, t.re()[t.at(k, k)], t.im()[t.at(k, k)]);
        k++;
      }
      values.set(k, 0, t.re()[t.at(k, k)], t.im()[t.at(k, k)]);
    }
    if (!withVectors) {
      return new DenseEigen(values, null);
    }
    Dense vectors = DenseProduct.of(q, triangularVectors(t));
    for (int k = 0; k < n; k++) {
      normalize(vectors, k, real && values.im()[k] == 0);
      if (real && values.im()[k] > 0) {
        conjugateInto(vectors, k);
        k++;
      }
    }
    return new DenseEigen(values, vectors);
  }

  /// Makes the real block of a conjugate pair triangular by a unitary rotation.
  private static void splitPair(Dense t, Dense q, int k) {
    double half = (t.re()[t.at(k, k)] - t.re()[t.at(k + 1, k + 1)]) / 2;
    double below = t.re()[t.at(k + 1, k)];
    double middle = t.re()[t.at(k + 1, k + 1)] + half;
    double height = Math.sqrt(-(half * half + t.re()[t.at(k, k + 1)] * below));
    // The eigenvector of middle + i * height is (half + i * height, below).
    double length = Math.hypot(Math.hypot(half, height), below);
    double re = half / length;
    double im = height / length;
    double low = below / length;
    for (int col = k; col < t.cols(); col++) {
      int upper = t.at(k, col);
      double a = t.re()[upper];
      double b = t.im()[upper];
      double c = t.re()[upper + 1];
      double d = t.im()[upper + 1];
      t.re()[upper] = re * a + im * b + low * c;
      t.im()[upper] = re * b - im * a + low * d;
      t.re()[upper + 1] = re * c - im * d - low * a;
      t.im()[upper + 1] = re * d + im * c - low * b;
    }
    splitColumns(t, k, k + 2, re, im, low);
    splitColumns(q, k, q.rows(), re, im, low);
    t.set(k, k, middle, height);
    t.set(k + 1, k, 0, 0);
    t.set(k + 1, k + 1, middle, -height);
  }

  private static void splitColumns(
      Dense matrix, int k, int rows, double re, double im, double low) {
    for (int row = 0; row < rows; row++) {
      int left = matrix.at(row, k);
      int right = matrix.at(row, k + 1);
      double a = matrix.re()[left];
      double b = matrix.im()[left];
      double c = matrix.re()[right];
      double d = matrix.im()[right];
      matrix.re()[left] = re * a - im * b + low * c;
      matrix.im()[left] = re * b + im * a + low * d;
      matrix.re()[right] = re * c + im * d - low * a;
      matrix.im()[right] = re * d - im * c - low * b;
    }
  }

  /// The eigenvectors of upper triangular `t` in the columns of an upper triangular matrix.
  private static Dense triangularVectors(Dense t) {
    int n = t.rows();
    double smallest = Math.max(Math.ulp(1.0) * t.largest(), Double.MIN_NORMAL);
    Dense x = new Dense(n, n);
    for (int k = 0; k < n; k++) {
      x.set(k, k, 1, 0);
      double valueRe = t.re()[t.at(k, k)];
      double valueIm = t.im()[t.at(k, k)];
      for (int row = 0; row < k; row++) {
        int from = t.at(row, k);
        x.set(row, k, -t.re()[from], -t.im()[from]);
      }
      for (int row = k - 1; row >= 0; row--) {
        int diagonal = t.at(row, row);
        double re = t.re()[diagonal] - valueRe;
        double im = t.im()[diagonal] - valueIm;
        if (Math.abs(re) + Math.abs(im) < smallest) {
          // Equal eigenvalues: as if they differed by rounding.
          re = smallest;
          im = 0;
        }
        int at = x.at(row, k);
        double[] quotient = Complex.divide(x.re()[at], x.im()[at], re, im);
        x.set(row, k, quotient[0], quotient[1]);
        for (int above = 0; above < row; above++) {
          int to = x.at(above, k);
          int from = t.at(above, row);
          x.re()[to] -= t.re()[from] * quotient[0] - t.im()[from] * quotient[1];
          x.im()[to] -= t.re()[from] * quotient[1] + t.im()[from] * quotient[0];
        }
        keepInRange(x, k);
      }
    }
    return x;
  }

  private static void keepInRange(Dense x, int col) {
    double largest = 0;
    for (int at = x.at(0, col); at <= x.at(col, col); at++) {
      largest = Math.max(largest, Math.max(Math.abs(x.re()[at]), Math.abs(x.im()[at])));
    }
    if (largest > 1e100) {
      x.scaleColumn(col, 0, 1 / largest, 0);
    }
  }

  private static void normalize(Dense vectors, int col, boolean real) {
    int n = vectors.rows();
    double norm = vectors.columnNorm(col, 0);
    int largest = col * n;
    double best = -1;
    for (int at = col * n; at < (col + 1) * n; at++) {
      double size = Math.hypot(vectors.re()[at], vectors.im()[at]);
      if (size > best) {
        best = size;
        largest = at;
      }
    }
    double re = vectors.re()[largest] / best;
    double im = -vectors.im()[largest] / best;
    vectors.scaleColumn(col, 0, re / norm, im / norm);
    vectors.im()[largest] = 0;
    if (real) {
      for (int at = col * n; at < (col + 1) * n; at++) {
        vectors.im()[at] = 0;
      }
    }
  }

  private static void conjugateInto(Dense vectors, int col) {
    int n = vectors.rows();
    for (int at = col * n; at < (col + 1) * n; at++) {
      vectors.re()[at + n] = vectors.re()[at];
      vectors.im()[at + n] = -vectors.im()[at];
    }
  }
}
