package org.panarray.engine.cpu.fourier;

/// Roots of unity, `exp(-2 pi i k / n)`, to the last bits: the angle is brought into the first
/// eighth of the circle in integers, where nothing is rounded.
record Roots(double[] re, double[] im) {

  Roots(int count) {
    this(new double[count], new double[count]);
  }

  /// Writes `exp(-2 pi i k / n)` at `place`; `n` is below 2^60.
  void set(int place, long k, long n) {
    long eighths = 8 * Math.floorMod(k, n);
    int quarter = 0;
    while (eighths > n) {
      eighths -= 2 * n;
      quarter++;
    }
    double angle = Math.PI / 4 * ((double) eighths / n);
    double cos = Math.cos(angle);
    double sin = Math.sin(angle);
    switch (quarter & 3) {
      case 0 -> put(place, cos, -sin);
      case 1 -> put(place, -sin, -cos);
      case 2 -> put(place, -cos, sin);
      default -> put(place, sin, cos);
    }
  }

  private void put(int place, double real, double imaginary) {
    re[place] = real;
    im[place] = imaginary;
  }
}
