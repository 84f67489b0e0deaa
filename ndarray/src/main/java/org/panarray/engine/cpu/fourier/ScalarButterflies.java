package org.panarray.engine.cpu.fourier;

/// One number at a time: single short sequences, and processors without lanes.
///
/// Only the radices that lengths are mostly made of have code of their own.
enum ScalarButterflies implements Butterflies {
  INSTANCE;

  @Override
  public void two(Pass pass, Lines lines, int s) {
    double[] re = lines.re;
    double[] im = lines.im;
    int half = s * pass.m();
    for (int p = 0; p < pass.m(); p++) {
      double wr = pass.turns().re()[p];
      double wi = pass.turns().im()[p];
      for (int i = s * p, o = 2 * s * p, end = i + s; i < end; i++, o++) {
        double dr = re[i] - re[i + half];
        double di = im[i] - im[i + half];
        lines.otherRe[o] = re[i] + re[i + half];
        lines.otherIm[o] = im[i] + im[i + half];
        lines.otherRe[o + s] = dr * wr - di * wi;
        lines.otherIm[o + s] = dr * wi + di * wr;
      }
    }
  }

  @Override
  public void four(Pass pass, Lines lines, int s) {
    double[] re = lines.re;
    double[] im = lines.im;
    int step = s * pass.m();
    for (int p = 0; p < pass.m(); p++) {
      for (int i = s * p, o = 4 * s * p, end = i + s; i < end; i++, o++) {
        double sumRe = re[i] + re[i + 2 * step];
        double sumIm = im[i] + im[i + 2 * step];
        double lessRe = re[i] - re[i + 2 * step];
        double lessIm = im[i] - im[i + 2 * step];
        double oddRe = re[i + step] + re[i + 3 * step];
        double oddIm = im[i + step] + im[i + 3 * step];
        double turnedRe = im[i + step] - im[i + 3 * step];
        double turnedIm = re[i + 3 * step] - re[i + step];
        lines.otherRe[o] = sumRe + oddRe;
        lines.otherIm[o] = sumIm + oddIm;
        put(lines, o + s, lessRe + turnedRe, lessIm + turnedIm, pass.turns(), 3 * p);
        put(lines, o + 2 * s, sumRe - oddRe, sumIm - oddIm, pass.turns(), 3 * p + 1);
        put(lines, o + 3 * s, lessRe - turnedRe, lessIm - turnedIm, pass.turns(), 3 * p + 2);
      }
    }
  }

  private static void put(Lines lines, int at, double re, double im, Roots turns, int turn) {
    double wr = turns.re()[turn];
    double wi = turns.im()[turn];
    lines.otherRe[at] = re * wr - im * wi;
    lines.otherIm[at] = re * wi + im * wr;
  }

  @Override
  public void odd(Pass pass, Lines lines, int s) {
    int radix = pass.radix();
    double[] set = new double[2 * radix];
    for (int p = 0; p < pass.m(); p++) {
      for (int q = 0; q < s; q++) {
        int o = radix * s * p + q;
        gather(lines, s * p + q, s * pass.m(), radix, set);
        double totalRe = set[0];
        double totalIm = set[1];
        for (int j = 1; 2 * j < radix; j++) {
          totalRe += set[2 * j];
          totalIm += set[2 * j + 1];
        }
        lines.otherRe[o] = totalRe;
        lines.otherIm[o] = totalIm;
        for (int k = 1; 2 * k < radix; k++) {
          pair(pass, p, k, set, lines, o, s);
        }
      }
    }
  }

  /// The first number of a set, then sums of opposite ones, and from the end their differences.
  private static void gather(Lines lines, int from, int step, int radix, double[] set) {
    set[0] = lines.re[from];
    set[1] = lines.im[from];
    for (int j = 1; 2 * j < radix; j++) {
      int near = from + j * step;
      int far = from + (radix - j) * step;
      set[2 * j] = lines.re[near] + lines.re[far];
      set[2 * j + 1] = lines.im[near] + lines.im[far];
      set[2 * (radix - j)] = lines.re[near] - lines.re[far];
      set[2 * (radix - j) + 1] = lines.im[near] - lines.im[far];
    }
  }

  /// Results `k` and `radix - k`, whose roots are conjugates.
  private static void pair(Pass pass, int p, int k, double[] set, Lines lines, int o, int s) {
    int radix = pass.radix();
    double evenRe = set[0];
    double evenIm = set[1];
    double oddRe = 0;
    double oddIm = 0;
    for (int j = 1, root = k; 2 * j < radix; j++) {
      double cos = pass.own().re()[root];
      double sin = pass.own().im()[root];
      evenRe += cos * set[2 * j];
      evenIm += cos * set[2 * j + 1];
      oddRe += sin * set[2 * (radix - j)];
      oddIm += sin * set[2 * (radix - j) + 1];
      root = root + k < radix ? root + k : root + k - radix;
    }
    int turn = p * (radix - 1) - 1;
    put(lines, o + k * s, evenRe - oddIm, evenIm + oddRe, pass.turns(), turn + k);
    int far = radix - k;
    put(lines, o + far * s, evenRe + oddIm, evenIm - oddRe, pass.turns(), turn + far);
  }

  @Override
  public void turn(
      Lines lines, int at, int count, Roots roots, int from, double factorRe, double factorIm) {
    for (int i = 0; i < count; i++) {
      double rootRe = roots.re()[from + i];
      double rootIm = roots.im()[from + i];
      double wr = rootRe * factorRe - rootIm * factorIm;
      double wi = rootRe * factorIm + rootIm * factorRe;
      double re = lines.re[at + i];
      double im = lines.im[at + i];
      lines.re[at + i] = re * wr - im * wi;
      lines.im[at + i] = re * wi + im * wr;
    }
  }

  @Override
  public double largest(Lines lines, int count) {
    return largest(lines, 0, count);
  }

  static double largest(Lines lines, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.max(Math.abs(lines.re[i]), Math.abs(lines.im[i])));
    }
    return largest;
  }
}
