package org.panarray.linalg;

/// Arithmetic on pairs of doubles that is more than one line.
final class Complex {
  private Complex() {}

  /// `(a + ib) / (c + id)` by Smith's method, which does not overflow on the way.
  static double[] divide(double a, double b, double c, double d) {
    if (d == 0) {
      return new double[] {a / c, b / c};
    }
    if (Math.abs(c) >= Math.abs(d)) {
      double ratio = d / c;
      double denominator = c + d * ratio;
      return new double[] {(a + b * ratio) / denominator, (b - a * ratio) / denominator};
    }
    double ratio = c / d;
    double denominator = c * ratio + d;
    return new double[] {(a * ratio + b) / denominator, (b * ratio - a) / denominator};
  }

  /// The square root with a real part that is not negative.
  static double[] sqrt(double re, double im) {
    double size = Math.hypot(re, im);
    if (size == 0) {
      return new double[] {0, 0};
    }
    double half = Math.sqrt((size + Math.abs(re)) / 2);
    double other = im / (2 * half);
    return re >= 0
        ? new double[] {half, other}
        : new double[] {Math.abs(other), Math.copySign(half, im)};
  }
}
