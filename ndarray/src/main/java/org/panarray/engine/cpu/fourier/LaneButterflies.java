package org.panarray.engine.cpu.fourier;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// As many neighbours at once as the widest registers hold. `s` is a multiple of that.
enum LaneButterflies implements Butterflies {
  INSTANCE;

  private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
  private static final int STEP = LANES.length();

  private static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(LANES, array, at);
  }

  @Override
  public void two(Pass pass, Lines lines, int s) {
    double[] re = lines.re;
    double[] im = lines.im;
    int half = s * pass.m();
    for (int p = 0; p < pass.m(); p++) {
      double wr = pass.turns().re()[p];
      double wi = pass.turns().im()[p];
      for (int i = s * p, o = 2 * s * p, end = i + s; i < end; i += STEP, o += STEP) {
        DoubleVector aRe = load(re, i);
        DoubleVector aIm = load(im, i);
        DoubleVector bRe = load(re, i + half);
        DoubleVector bIm = load(im, i + half);
        aRe.add(bRe).intoArray(lines.otherRe, o);
        aIm.add(bIm).intoArray(lines.otherIm, o);
        put(lines, o + s, aRe.sub(bRe), aIm.sub(bIm), wr, wi);
      }
    }
  }

  private static void put(
      Lines lines, int at, DoubleVector re, DoubleVector im, double wr, double wi) {
    DoubleVector turn = DoubleVector.broadcast(LANES, wi);
    re.mul(wr).sub(im.mul(turn)).intoArray(lines.otherRe, at);
    re.fma(turn, im.mul(wr)).intoArray(lines.otherIm, at);
  }

  @Override
  public void three(Pass pass, Lines lines, int s) {
    double[] re = lines.re;
    double[] im = lines.im;
    int step = s * pass.m();
    double sin = pass.own().im()[1];
    for (int p = 0; p < pass.m(); p++) {
      double w1r = pass.turns().re()[2 * p];
      double w1i = pass.turns().im()[2 * p];
      double w2r = pass.turns().re()[2 * p + 1];
      double w2i = pass.turns().im()[2 * p + 1];
      for (int i = s * p, o = 3 * s * p, end = i + s; i < end; i += STEP, o += STEP) {
        DoubleVector aRe = load(re, i);
        DoubleVector aIm = load(im, i);
        DoubleVector bRe = load(re, i + step);
        DoubleVector bIm = load(im, i + step);
        DoubleVector cRe = load(re, i + 2 * step);
        DoubleVector cIm = load(im, i + 2 * step);
        DoubleVector sumRe = bRe.add(cRe);
        DoubleVector sumIm = bIm.add(cIm);
        aRe.add(sumRe).intoArray(lines.otherRe, o);
        aIm.add(sumIm).intoArray(lines.otherIm, o);
        DoubleVector evenRe = aRe.sub(sumRe.mul(0.5));
        DoubleVector evenIm = aIm.sub(sumIm.mul(0.5));
        DoubleVector oddRe = bRe.sub(cRe).mul(sin);
        DoubleVector oddIm = bIm.sub(cIm).mul(sin);
        put(lines, o + s, evenRe.sub(oddIm), evenIm.add(oddRe), w1r, w1i);
        put(lines, o + 2 * s, evenRe.add(oddIm), evenIm.sub(oddRe), w2r, w2i);
      }
    }
  }

  @Override
  public void four(Pass pass, Lines lines, int s) {
    double[] re = lines.re;
    double[] im = lines.im;
    int step = s * pass.m();
    double[] turnsRe = pass.turns().re();
    double[] turnsIm = pass.turns().im();
    for (int p = 0; p < pass.m(); p++) {
      int t = 3 * p;
      for (int i = s * p, o = 4 * s * p, end = i + s; i < end; i += STEP, o += STEP) {
        DoubleVector aRe = load(re, i);
        DoubleVector aIm = load(im, i);
        DoubleVector bRe = load(re, i + step);
        DoubleVector bIm = load(im, i + step);
        DoubleVector cRe = load(re, i + 2 * step);
        DoubleVector cIm = load(im, i + 2 * step);
        DoubleVector dRe = load(re, i + 3 * step);
        DoubleVector dIm = load(im, i + 3 * step);
        DoubleVector sumRe = aRe.add(cRe);
        DoubleVector sumIm = aIm.add(cIm);
        DoubleVector oddRe = bRe.add(dRe);
        DoubleVector oddIm = bIm.add(dIm);
        sumRe.add(oddRe).intoArray(lines.otherRe, o);
        sumIm.add(oddIm).intoArray(lines.otherIm, o);
        DoubleVector lessRe = aRe.sub(cRe);
        DoubleVector lessIm = aIm.sub(cIm);
        DoubleVector turnedRe = bIm.sub(dIm);
        DoubleVector turnedIm = dRe.sub(bRe);
        put(lines, o + s, lessRe.add(turnedRe), lessIm.add(turnedIm), turnsRe[t], turnsIm[t]);
        put(lines, o + 2 * s, sumRe.sub(oddRe), sumIm.sub(oddIm), turnsRe[t + 1], turnsIm[t + 1]);
        put(
            lines,
            o + 3 * s,
            lessRe.sub(turnedRe),
            lessIm.sub(turnedIm),
            turnsRe[t + 2],
            turnsIm[t + 2]);
      }
    }
  }

  @Override
  public void odd(Pass pass, Lines lines, int s) {
    int radix = pass.radix();
    double[] set = new double[2 * radix * STEP];
    for (int p = 0; p < pass.m(); p++) {
      for (int q = 0; q < s; q += STEP) {
        int o = radix * s * p + q;
        gather(lines, s * p + q, s * pass.m(), radix, set);
        DoubleVector totalRe = load(set, 0);
        DoubleVector totalIm = load(set, STEP);
        for (int j = 1; 2 * j < radix; j++) {
          totalRe = totalRe.add(load(set, 2 * j * STEP));
          totalIm = totalIm.add(load(set, (2 * j + 1) * STEP));
        }
        totalRe.intoArray(lines.otherRe, o);
        totalIm.intoArray(lines.otherIm, o);
        for (int k = 1; 2 * k < radix; k++) {
          pair(pass, p, k, set, lines, o, s);
        }
      }
    }
  }

  /// The first number of a set, then sums of opposite ones, and from the end their differences.
  private static void gather(Lines lines, int from, int step, int radix, double[] set) {
    load(lines.re, from).intoArray(set, 0);
    load(lines.im, from).intoArray(set, STEP);
    for (int j = 1; 2 * j < radix; j++) {
      DoubleVector nearRe = load(lines.re, from + j * step);
      DoubleVector nearIm = load(lines.im, from + j * step);
      DoubleVector farRe = load(lines.re, from + (radix - j) * step);
      DoubleVector farIm = load(lines.im, from + (radix - j) * step);
      nearRe.add(farRe).intoArray(set, 2 * j * STEP);
      nearIm.add(farIm).intoArray(set, (2 * j + 1) * STEP);
      nearRe.sub(farRe).intoArray(set, 2 * (radix - j) * STEP);
      nearIm.sub(farIm).intoArray(set, (2 * (radix - j) + 1) * STEP);
    }
  }

  /// Results `k` and `radix - k`, whose roots are conjugates.
  private static void pair(Pass pass, int p, int k, double[] set, Lines lines, int o, int s) {
    int radix = pass.radix();
    DoubleVector evenRe = load(set, 0);
    DoubleVector evenIm = load(set, STEP);
    DoubleVector oddRe = DoubleVector.zero(LANES);
    DoubleVector oddIm = DoubleVector.zero(LANES);
    for (int j = 1, root = k; 2 * j < radix; j++) {
      DoubleVector cos = DoubleVector.broadcast(LANES, pass.own().re()[root]);
      DoubleVector sin = DoubleVector.broadcast(LANES, pass.own().im()[root]);
      evenRe = cos.fma(load(set, 2 * j * STEP), evenRe);
      evenIm = cos.fma(load(set, (2 * j + 1) * STEP), evenIm);
      oddRe = sin.fma(load(set, 2 * (radix - j) * STEP), oddRe);
      oddIm = sin.fma(load(set, (2 * (radix - j) + 1) * STEP), oddIm);
      root = root + k < radix ? root + k : root + k - radix;
    }
    double[] turnsRe = pass.turns().re();
    double[] turnsIm = pass.turns().im();
    int near = p * (radix - 1) - 1 + k;
    int far = p * (radix - 1) - 1 + radix - k;
    put(lines, o + k * s, evenRe.sub(oddIm), evenIm.add(oddRe), turnsRe[near], turnsIm[near]);
    put(
        lines,
        o + (radix - k) * s,
        evenRe.add(oddIm),
        evenIm.sub(oddRe),
        turnsRe[far],
        turnsIm[far]);
  }

  @Override
  public void turn(
      Lines lines, int at, int count, Roots roots, int from, double factorRe, double factorIm) {
    for (int i = 0; i < count; i += STEP) {
      DoubleVector rootRe = load(roots.re(), from + i);
      DoubleVector rootIm = load(roots.im(), from + i);
      DoubleVector wr = rootRe.mul(factorRe).sub(rootIm.mul(factorIm));
      DoubleVector wi = rootRe.mul(factorIm).add(rootIm.mul(factorRe));
      DoubleVector re = load(lines.re, at + i);
      DoubleVector im = load(lines.im, at + i);
      re.mul(wr).sub(im.mul(wi)).intoArray(lines.re, at + i);
      re.mul(wi).add(im.mul(wr)).intoArray(lines.im, at + i);
    }
  }

  @Override
  public double largest(Lines lines, int count) {
    DoubleVector re = DoubleVector.zero(LANES);
    DoubleVector im = DoubleVector.zero(LANES);
    int whole = count / STEP * STEP;
    for (int i = 0; i < whole; i += STEP) {
      re = re.max(load(lines.re, i).abs());
      im = im.max(load(lines.im, i).abs());
    }
    double largest = re.max(im).reduceLanes(VectorOperators.MAX);
    return Math.max(largest, ScalarButterflies.largest(lines, whole, count));
  }
}
