package org.panarray.linalg;

/// The complex Schur form `a = q @ t @ q^H`, t upper triangular, by QR steps with one shift.
///
/// Source: Golub and Van Loan, Matrix Computations, 7.5, in its complex form with Givens rotations.
final class DenseSchur {
  private static final int STEPS_PER_VALUE = 60;

  private final Dense t;
  private final Dense q;
  private final int size;
  private final double[] cosines;
  private final double[] sinesRe;
  private final double[] sinesIm;

  private DenseSchur(Dense t, Dense q) {
    this.t = t;
    this.q = q;
    size = t.rows();
    cosines = new double[size];
    sinesRe = new double[size];
    sinesIm = new double[size];
  }

  /// Overwrites Hessenberg `t` by its triangular form and multiplies `q` by what was done from the
  /// right. Returns whether it converged.
  static boolean iterate(Dense t, Dense q) {
    return new DenseSchur(t, q).iterate();
  }

  private boolean iterate() {
    int steps = 0;
    int last = size - 1;
    while (last > 0) {
      int first = last;
      while (first > 0 && !isNegligible(first)) {
        first--;
      }
      if (first == last) {
        last--;
        steps = 0;
      } else if (steps++ < STEPS_PER_VALUE) {
        step(first, last, shift(last, steps));
      } else {
        return false;
      }
    }
    return !Double.isNaN(t.largest());
  }

  private boolean isNegligible(int row) {
    int below = t.at(row, row - 1);
    double around = size(t.at(row - 1, row - 1)) + size(t.at(row, row));
    if (size(below) <= Math.ulp(1.0) * around || size(below) < Double.MIN_NORMAL) {
      t.set(row, row - 1, 0, 0);
      return true;
    }
    return false;
  }

  private double size(int at) {
    return Math.abs(t.re()[at]) + Math.abs(t.im()[at]);
  }

  /// The eigenvalue of the last two rows that is nearer to the last element; now and then something
  /// else, which breaks the cycles that some matrices fall into.
  private double[] shift(int last, int steps) {
    int d = t.at(last, last);
    if (steps % 10 == 0) {
      return new double[] {t.re()[d] + size(t.at(last, last - 1)), t.im()[d]};
    }
    int a = t.at(last - 1, last - 1);
    int b = t.at(last - 1, last);
    int c = t.at(last, last - 1);
    double halfRe = (t.re()[a] - t.re()[d]) / 2;
    double halfIm = (t.im()[a] - t.im()[d]) / 2;
    double crossRe = t.re()[b] * t.re()[c] - t.im()[b] * t.im()[c];
    double crossIm = t.re()[b] * t.im()[c] + t.im()[b] * t.re()[c];
    double[] root =
        Complex.sqrt(halfRe * halfRe - halfIm * halfIm + crossRe, 2 * halfRe * halfIm + crossIm);
    double sign = halfRe * root[0] + halfIm * root[1] < 0 ? -1 : 1;
    double reachRe = halfRe + sign * root[0];
    double reachIm = halfIm + sign * root[1];
    if (reachRe == 0 && reachIm == 0) {
      return new double[] {t.re()[d], t.im()[d]};
    }
    double[] quotient = Complex.divide(crossRe, crossIm, reachRe, reachIm);
    return new double[] {t.re()[d] - quotient[0], t.im()[d] - quotient[1]};
  }

  private void step(int first, int last, double[] shift) {
    addToDiagonal(first, last, -shift[0], -shift[1]);
    for (int k = first; k < last; k++) {
      makeRotation(k);
      for (int col = k; col < size; col++) {
        int upper = t.at(k, col);
        rotate(upper, upper + 1, k);
      }
      t.set(k + 1, k, 0, 0);
    }
    for (int k = first; k < last; k++) {
      rotateColumns(t, k, Math.min(k + 2, last + 1));
      rotateColumns(q, k, size);
    }
    addToDiagonal(first, last, shift[0], shift[1]);
  }

  private void addToDiagonal(int first, int last, double re, double im) {
    for (int i = first; i <= last; i++) {
      int at = t.at(i, i);
      t.re()[at] += re;
      t.im()[at] += im;
    }
  }

  /// With x above z in column k: `cosine` real and `sine` such that the rotated z is zero.
  private void makeRotation(int k) {
    int at = t.at(k, k);
    double x = Math.hypot(t.re()[at], t.im()[at]);
    double z = Math.hypot(t.re()[at + 1], t.im()[at + 1]);
    double length = Math.hypot(x, z);
    if (length == 0) {
      cosines[k] = 1;
      sinesRe[k] = 0;
      sinesIm[k] = 0;
      return;
    }
    // sine = (x / |x|) * conj(z) / length; a zero x has phase 1.
    double phaseRe = x == 0 ? 1 : t.re()[at] / x;
    double phaseIm = x == 0 ? 0 : t.im()[at] / x;
    double zRe = t.re()[at + 1] / length;
    double zIm = t.im()[at + 1] / length;
    cosines[k] = x / length;
    sinesRe[k] = phaseRe * zRe + phaseIm * zIm;
    sinesIm[k] = phaseIm * zRe - phaseRe * zIm;
  }

  /// `upper = c * upper + s * lower`, `lower = c * lower - conj(s) * upper`.
  private void rotate(int upper, int lower, int k) {
    double[] re = t.re();
    double[] im = t.im();
    double c = cosines[k];
    double s = sinesRe[k];
    double r = sinesIm[k];
    double upperRe = re[upper];
    double upperIm = im[upper];
    double lowerRe = re[lower];
    double lowerIm = im[lower];
    re[upper] = c * upperRe + s * lowerRe - r * lowerIm;
    im[upper] = c * upperIm + s * lowerIm + r * lowerRe;
    re[lower] = c * lowerRe - s * upperRe - r * upperIm;
    im[lower] = c * lowerIm - s * upperIm + r * upperRe;
  }

  /// Multiplies columns k and k + 1 by the conjugate transpose of the rotation.
  private void rotateColumns(Dense a, int k, int rows) {
    double[] re = a.re();
    double[] im = a.im();
    double c = cosines[k];
    double s = sinesRe[k];
    double r = sinesIm[k];
    for (int row = 0; row < rows; row++) {
      int left = a.at(row, k);
      int right = a.at(row, k + 1);
      double leftRe = re[left];
      double leftIm = im[left];
      double rightRe = re[right];
      double rightIm = im[right];
      re[left] = c * leftRe + s * rightRe + r * rightIm;
      im[left] = c * leftIm + s * rightIm - r * rightRe;
      re[right] = c * rightRe - s * leftRe + r * leftIm;
      im[right] = c * rightIm - s * leftIm - r * leftRe;
    }
  }
}
