package org.panarray.linalg;

/// The real Schur form `a = q @ t @ q^T` of a real matrix by implicit double-shift QR steps; t has
/// blocks of one real eigenvalue or of one conjugate pair on its diagonal.
///
/// Real matrices have this of their own and do not go through [DenseSchur], so that their real
/// eigenvalues come out exactly real and the others as exact pairs.
///
/// Source: Francis, The QR transformation, 1961; Golub and Van Loan, Matrix Computations, 7.5.
final class DenseRealSchur {
  private static final int STEPS_PER_VALUE = 60;

  private final int size;
  private final double[] t;
  private final double[] q;

  private DenseRealSchur(Dense t, Dense q) {
    size = t.rows();
    this.t = t.re();
    this.q = q.re();
  }

  /// Overwrites Hessenberg `t` by the real Schur form and multiplies `q` by what was done from the
  /// right. Returns whether it converged.
  static boolean iterate(Dense t, Dense q) {
    return new DenseRealSchur(t, q).iterate();
  }

  private int at(int row, int col) {
    return col * size + row;
  }

  private boolean iterate() {
    int last = size - 1;
    int steps = 0;
    while (last > 0) {
      int first = last;
      while (first > 0 && !isNegligible(first)) {
        first--;
      }
      if (first == last) {
        last--;
        steps = 0;
      } else if (first == last - 1) {
        splitIfReal(first);
        last -= 2;
        steps = 0;
      } else if (steps++ < STEPS_PER_VALUE) {
        step(first, last, steps);
      } else {
        return false;
      }
    }
    for (double value : t) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNegligible(int row) {
    double below = Math.abs(t[at(row, row - 1)]);
    double around = Math.abs(t[at(row - 1, row - 1)]) + Math.abs(t[at(row, row)]);
    if (below <= Math.ulp(1.0) * around || below < Double.MIN_NORMAL) {
      t[at(row, row - 1)] = 0;
      return true;
    }
    return false;
  }

  /// Makes the block at `k` triangular where its eigenvalues are real.
  private void splitIfReal(int k) {
    double half = (t[at(k, k)] - t[at(k + 1, k + 1)]) / 2;
    double below = t[at(k + 1, k)];
    double square = half * half + t[at(k, k + 1)] * below;
    if (square < 0) {
      return;
    }
    double reach = half + Math.copySign(Math.sqrt(square), half);
    double length = Math.hypot(reach, below);
    double[] axis = {reach / length, below / length};
    // The rotation whose first column is the eigenvector.
    for (int col = k; col < size; col++) {
      double upper = t[at(k, col)];
      double lower = t[at(k + 1, col)];
      t[at(k, col)] = axis[0] * upper + axis[1] * lower;
      t[at(k + 1, col)] = axis[0] * lower - axis[1] * upper;
    }
    rotateColumns(t, k, k + 2, axis);
    rotateColumns(q, k, size, axis);
    t[at(k + 1, k)] = 0;
  }

  private void rotateColumns(double[] values, int k, int rows, double[] axis) {
    for (int row = 0; row < rows; row++) {
      double left = values[at(row, k)];
      double right = values[at(row, k + 1)];
      values[at(row, k)] = axis[0] * left + axis[1] * right;
      values[at(row, k + 1)] = axis[0] * right - axis[1] * left;
    }
  }

  private void step(int first, int last, int steps) {
    double trace = t[at(last - 1, last - 1)] + t[at(last, last)];
    double determinant =
        t[at(last - 1, last - 1)] * t[at(last, last)]
            - t[at(last - 1, last)] * t[at(last, last - 1)];
    if (steps % 10 == 0) {
      // Breaks the cycles that some matrices fall into; the factors are Wilkinson's.
      double size = Math.abs(t[at(last, last - 1)]) + Math.abs(t[at(last - 1, last - 2)]);
      trace = 1.5 * size;
      determinant = size * size;
    }
    double corner = t[at(first, first)];
    double below = t[at(first + 1, first)];
    double x = corner * corner + t[at(first, first + 1)] * below - trace * corner + determinant;
    double y = below * (corner + t[at(first + 1, first + 1)] - trace);
    double z = below * t[at(first + 2, first + 1)];
    for (int k = first; k < last; k++) {
      boolean isShort = k == last - 1;
      reflect(first, last, k, x, y, isShort ? 0 : z, isShort ? 2 : 3);
      if (k + 1 < last) {
        x = t[at(k + 1, k)];
        y = t[at(k + 2, k)];
        z = k + 3 <= last ? t[at(k + 3, k)] : 0;
      }
    }
  }

  /// Reflects rows and columns k to k + count - 1 so that (x, y, z) becomes a multiple of the first
  /// unit vector.
  private void reflect(int first, int last, int k, double x, double y, double z, int count) {
    double largest = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
    if (largest == 0) {
      return;
    }
    double a = x / largest;
    double b = y / largest;
    double c = z / largest;
    double beta = -Math.copySign(Math.sqrt(a * a + b * b + c * c), a);
    double[] v = {1, b / (a - beta), c / (a - beta)};
    double tau = (beta - a) / beta;
    for (int col = Math.max(k - 1, first); col < size; col++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += v[i] * t[at(k + i, col)];
      }
      for (int i = 0; i < count; i++) {
        t[at(k + i, col)] -= tau * sum * v[i];
      }
    }
    reflectColumns(t, Math.min(k + 4, last + 1), k, v, tau, count);
    reflectColumns(q, size, k, v, tau, count);
    if (k > first) {
      for (int i = 1; i < count; i++) {
        t[at(k + i, k - 1)] = 0;
      }
    }
  }

  private void reflectColumns(double[] values, int rows, int k, double[] v, double tau, int count) {
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = 0; i < count; i++) {
        sum += v[i] * values[at(row, k + i)];
      }
      for (int i = 0; i < count; i++) {
        values[at(row, k + i)] -= tau * sum * v[i];
      }
    }
  }
}
