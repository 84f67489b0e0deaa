package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Singular values and vectors: a QR factorization, then Jacobi rotations of R's columns until they
/// are orthogonal (Hestenes).
///
/// Source: Golub and Van Loan, Matrix Computations, 8.6.3. Slower than LAPACK's divide and conquer,
/// short, and at least as accurate.
///
/// @param u all columns of the square left factor
/// @param values descending, one column
/// @param v all columns of the square right factor, not its conjugate transpose
record DenseSvd(Dense u, Dense values, Dense v) {
  private static final int SWEEPS = 60;

  /// Null where the sweeps did not converge, which only infinities bring about.
  static @Nullable DenseSvd of(Dense a) {
    if (a.rows() < a.cols()) {
      DenseSvd flipped = of(a.transposed(true));
      return flipped == null ? null : new DenseSvd(flipped.v, flipped.values, flipped.u);
    }
    int n = a.cols();
    Dense factored = a.copy();
    // Squares are formed below; a largest element of one keeps them in range.
    double scale = a.largest();
    if (scale > 0 && scale < Double.POSITIVE_INFINITY) {
      factored.scale(1 / scale);
    } else {
      scale = 1;
    }
    Householder reflections = Householder.factor(factored);
    Dense columns = factored.resized(n, n);
    columns.keepUpper();
    Dense v = Dense.identity(n);
    if (!orthogonalize(columns, v)) {
      return null;
    }
    Dense values = new Dense(n, 1);
    for (int col = 0; col < n; col++) {
      values.re()[col] = columns.columnNorm(col, 0);
    }
    sort(values, columns, v);
    normalize(values, columns);
    values.scale(scale);
    Dense u = Dense.identity(a.rows());
    for (int col = 0; col < n; col++) {
      System.arraycopy(columns.re(), col * n, u.re(), col * a.rows(), n);
      System.arraycopy(columns.im(), col * n, u.im(), col * a.rows(), n);
    }
    for (int index = n - 1; index >= 0; index--) {
      reflections.applyLeft(index, false, factored, index, index, u, 0);
    }
    return new DenseSvd(u, values, v);
  }

  private static boolean orthogonalize(Dense columns, Dense v) {
    int n = columns.cols();
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      boolean rotated = false;
      for (int left = 0; left < n - 1; left++) {
        for (int right = left + 1; right < n; right++) {
          rotated |= rotate(columns, v, left, right);
        }
      }
      if (!rotated) {
        return !Double.isNaN(columns.largest());
      }
    }
    return false;
  }

  private static boolean rotate(Dense columns, Dense v, int left, int right) {
    int n = columns.rows();
    double leftSquare = 0;
    double rightSquare = 0;
    double re = 0;
    double im = 0;
    int p = left * n;
    int q = right * n;
    double[] real = columns.re();
    double[] imaginary = columns.im();
    for (int i = 0; i < n; i++) {
      double a = real[p + i];
      double b = imaginary[p + i];
      double c = real[q + i];
      double d = imaginary[q + i];
      leftSquare += a * a + b * b;
      rightSquare += c * c + d * d;
      re += a * c + b * d;
      im += a * d - b * c;
    }
    double product = Math.hypot(re, im);
    // Below the smallest normal number the angle between columns has no digits left.
    if (product <= Math.ulp(1.0) * Math.sqrt(leftSquare) * Math.sqrt(rightSquare)
        || product < Double.MIN_NORMAL) {
      return false;
    }
    double zeta = (rightSquare - leftSquare) / (2 * product);
    double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    double cosine = 1 / Math.hypot(1, tangent);
    double sine = cosine * tangent;
    turn(columns, left, right, cosine, sine, re / product, im / product);
    turn(v, left, right, cosine, sine, re / product, im / product);
    return true;
  }

  /// Multiplies column `right` by the conjugate of the phase, then rotates the two.
  private static void turn(
      Dense a, int left, int right, double cosine, double sine, double re, double im) {
    int n = a.rows();
    int p = left * n;
    int q = right * n;
    for (int i = 0; i < n; i++) {
      double x = a.re()[q + i];
      double y = a.im()[q + i];
      double turnedRe = x * re + y * im;
      double turnedIm = y * re - x * im;
      double leftRe = a.re()[p + i];
      double leftIm = a.im()[p + i];
      a.re()[p + i] = cosine * leftRe - sine * turnedRe;
      a.im()[p + i] = cosine * leftIm - sine * turnedIm;
      a.re()[q + i] = sine * leftRe + cosine * turnedRe;
      a.im()[q + i] = sine * leftIm + cosine * turnedIm;
    }
  }

  private static void sort(Dense values, Dense columns, Dense v) {
    double[] sizes = values.re();
    for (int i = 0; i < sizes.length; i++) {
      int largest = i;
      for (int j = i + 1; j < sizes.length; j++) {
        if (sizes[j] > sizes[largest]) {
          largest = j;
        }
      }
      double kept = sizes[i];
      sizes[i] = sizes[largest];
      sizes[largest] = kept;
      columns.swapColumns(i, largest);
      v.swapColumns(i, largest);
    }
  }

  /// Makes the columns orthonormal. Those of negligible size, whose direction is rounding error,
  /// are replaced by any unit vectors that are orthogonal to the others.
  private static void normalize(Dense values, Dense columns) {
    int n = columns.cols();
    double[] sizes = values.re();
    double negligible = n == 0 ? 0 : sizes[0] * n * Math.ulp(1.0);
    int candidate = 0;
    for (int col = 0; col < n; col++) {
      if (sizes[col] > negligible) {
        columns.scaleColumn(col, 0, 1 / sizes[col], 0);
        continue;
      }
      double left;
      do {
        columns.scaleColumn(col, 0, 0, 0);
        columns.set(candidate++, col, 1, 0);
        project(columns, col);
        left = columns.columnNorm(col, 0);
        // Of all unit vectors one keeps at least this much outside of fewer than n dimensions.
      } while (left * left * 2 * n < 1 && candidate < n);
      columns.scaleColumn(col, 0, 1 / left, 0);
      project(columns, col);
      columns.scaleColumn(col, 0, 1 / columns.columnNorm(col, 0), 0);
    }
  }

  private static void project(Dense columns, int col) {
    int n = columns.rows();
    for (int other = 0; other < col; other++) {
      double re = 0;
      double im = 0;
      int p = other * n;
      int q = col * n;
      for (int i = 0; i < n; i++) {
        re += columns.re()[p + i] * columns.re()[q + i] + columns.im()[p + i] * columns.im()[q + i];
        im += columns.re()[p + i] * columns.im()[q + i] - columns.im()[p + i] * columns.re()[q + i];
      }
      columns.addColumn(col, columns, other, 0, -re, -im);
    }
  }
}
