package org.panarray.engine.cpu.fourier;

/// One step of a transform; see [Butterflies].
///
/// @param radix how many numbers are transformed among each other
/// @param m how many such sets there are, for neighbours of one
/// @param before the product of the radices of the passes before
/// @param turns for each `p`, the roots by which results 1 to `radix - 1` are turned
/// @param own the roots of order `radix`
record Pass(int radix, int m, int before, Roots turns, Roots own) {

  static Pass of(int radix, int m, int before) {
    Roots turns = new Roots(m * (radix - 1));
    for (int p = 0; p < m; p++) {
      for (int k = 1; k < radix; k++) {
        turns.set(p * (radix - 1) + k - 1, (long) p * k, (long) radix * m);
      }
    }
    Roots own = new Roots(radix);
    for (int k = 0; k < radix; k++) {
      own.set(k, k, radix);
    }
    return new Pass(radix, m, before, turns, own);
  }

  void run(Butterflies butterflies, Lines lines, int width) {
    int s = before * width;
    switch (radix) {
      case 2 -> butterflies.two(this, lines, s);
      case 3 -> butterflies.three(this, lines, s);
      case 4 -> butterflies.four(this, lines, s);
      case 5 -> butterflies.five(this, lines, s);
      default -> butterflies.odd(this, lines, s);
    }
    lines.flip();
  }
}
