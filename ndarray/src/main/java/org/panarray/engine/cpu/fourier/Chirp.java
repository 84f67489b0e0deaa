package org.panarray.engine.cpu.fourier;

/// A transform of any length as a convolution with a chirp (Bluestein), which transforms of a
/// convenient longer length compute.
///
/// `j k = (j^2 + k^2 - (k - j)^2) / 2`, so result `k` is, turned by `k^2 / 2`, the sum of the
/// numbers turned by `j^2 / 2` and by `-(k - j)^2 / 2`.
final class Chirp implements Single {
  private final int length;
  private final int room;
  private final Single inner;
  private final Roots turns;
  private final Roots spectrum;

  Chirp(int length, boolean vector) {
    this.length = length;
    room = convenient(2L * length - 1);
    inner = Plan.of(room, vector).single();
    turns = new Roots(length);
    long squared = 0;
    for (int k = 0; k < length; k++) {
      turns.set(k, squared, 2L * length);
      squared = (squared + 2L * k + 1) % (2L * length);
    }
    spectrum = spectrum();
  }

  private Roots spectrum() {
    Lines lines = inner.lines(room);
    for (int k = 0; k < length; k++) {
      int back = k == 0 ? 0 : room - k;
      lines.re[k] = turns.re()[k] / room;
      lines.im[k] = -turns.im()[k] / room;
      lines.re[back] = lines.re[k];
      lines.im[back] = lines.im[k];
    }
    inner.run(lines);
    return new Roots(lines.re, lines.im);
  }

  /// The least product of 64 and powers of 2, 3 and 5 that is not below a number.
  private static int convenient(long least) {
    long best = Long.MAX_VALUE;
    for (long fives = 64; fives < best; fives *= 5) {
      for (long threes = fives; threes < best; threes *= 3) {
        long product = threes;
        while (product < least) {
          product *= 2;
        }
        best = Math.min(best, product);
      }
    }
    return Math.toIntExact(best);
  }

  @Override
  public Lines lines(int room) {
    return inner.lines(Math.max(this.room, room));
  }

  @Override
  public void run(Lines lines) {
    turn(lines, turns, length);
    java.util.Arrays.fill(lines.re, length, room, 0);
    java.util.Arrays.fill(lines.im, length, room, 0);
    inner.run(lines);
    turn(lines, spectrum, room);
    lines.exchangeParts();
    inner.run(lines);
    lines.exchangeParts();
    turn(lines, turns, length);
  }

  private static void turn(Lines lines, Roots roots, int count) {
    ScalarButterflies.INSTANCE.turn(lines, 0, count, roots, 0, 1, 0);
  }
}
