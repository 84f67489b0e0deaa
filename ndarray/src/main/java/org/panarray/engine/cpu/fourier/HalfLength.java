package org.panarray.engine.cpu.fourier;

/// Real sequences of an even length `2 h` as complex ones of length `h`, whose real parts are the
/// elements at even places.
public final class HalfLength {
  private final int half;
  private final Roots roots;

  public HalfLength(int half) {
    this.half = half;
    roots = new Roots(half / 2 + 1);
    for (int k = 0; k <= half / 2; k++) {
      roots.set(k, k, 2L * half);
    }
  }

  /// What the transform of the complex sequences says of the real ones: elements 0 to `h`.
  public void unpack(Lines lines, int width) {
    double[] re = lines.re;
    double[] im = lines.im;
    for (int q = 0, last = half * width; q < width; q++, last++) {
      double even = re[q];
      double odd = im[q];
      re[q] = even + odd;
      re[last] = even - odd;
      im[q] = 0;
      im[last] = 0;
    }
    for (int k = 1; 2 * k <= half; k++) {
      double wr = roots.re()[k];
      double wi = roots.im()[k];
      for (int a = k * width, b = (half - k) * width, end = a + width; a < end; a++, b++) {
        double evenRe = 0.5 * (re[a] + re[b]);
        double evenIm = 0.5 * (im[a] - im[b]);
        double oddRe = 0.5 * (im[a] + im[b]);
        double oddIm = 0.5 * (re[b] - re[a]);
        double turnedRe = oddRe * wr - oddIm * wi;
        double turnedIm = oddRe * wi + oddIm * wr;
        re[b] = evenRe - turnedRe;
        im[b] = turnedIm - evenIm;
        re[a] = evenRe + turnedRe;
        im[a] = evenIm + turnedIm;
      }
    }
  }

  /// Elements 0 to `h` of a spectrum as the complex sequences whose backward transform is the real
  /// one; the imaginary parts of the first and the last are not looked at.
  public void pack(Lines lines, int width) {
    double[] re = lines.re;
    double[] im = lines.im;
    for (int q = 0, last = half * width; q < width; q++, last++) {
      im[q] = re[q] - re[last];
      re[q] = re[q] + re[last];
    }
    for (int k = 1; 2 * k <= half; k++) {
      double wr = roots.re()[k];
      double wi = roots.im()[k];
      for (int a = k * width, b = (half - k) * width, end = a + width; a < end; a++, b++) {
        double evenRe = re[a] + re[b];
        double evenIm = im[a] - im[b];
        double lessRe = re[a] - re[b];
        double lessIm = im[a] + im[b];
        double oddRe = lessRe * wr + lessIm * wi;
        double oddIm = lessIm * wr - lessRe * wi;
        re[b] = evenRe + oddIm;
        im[b] = oddRe - evenIm;
        re[a] = evenRe - oddIm;
        im[a] = evenIm + oddRe;
      }
    }
  }
}
