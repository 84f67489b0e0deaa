package org.panarray.engine.cpu.fourier;

import org.jspecify.annotations.Nullable;

/// Sequences side by side while they are transformed: element `k` of sequence `q` is at `k * width
/// + q`, real and imaginary parts apart, so that one operation on lanes serves as many sequences. A
///   pass reads one pair of arrays and writes the other.
public final class Lines {
  double[] re;
  double[] im;
  double[] otherRe;
  double[] otherIm;
  final @Nullable Lines tile;

  /// @param length elements of all sequences together
  /// @param tile smaller ones, for transforms that work on some columns of a matrix at a time
  Lines(int length, @Nullable Lines tile) {
    this.tile = tile;
    re = new double[length];
    im = new double[length];
    otherRe = new double[length];
    otherIm = new double[length];
  }

  /// The real parts; another array after each transform.
  public double[] re() {
    return re;
  }

  /// The imaginary parts; another array after each transform.
  public double[] im() {
    return im;
  }

  int length() {
    return re.length;
  }

  /// What was written last is read next.
  void flip() {
    double[] real = re;
    double[] imaginary = im;
    re = otherRe;
    im = otherIm;
    otherRe = real;
    otherIm = imaginary;
  }

  /// Turns the signs of the first imaginary parts; zeros stay positive.
  public void conjugate(int count) {
    for (int i = 0; i < count; i++) {
      im[i] = 0 - im[i];
    }
  }

  /// Exchanges the parts, before and after a forward transform, which makes it a backward one.
  public void exchangeParts() {
    double[] real = re;
    re = im;
    im = real;
  }
}
