package org.panarray.engine.cpu.fourier;

/// The arithmetic of passes, on lanes or one number at a time.
///
/// A pass of radix `f` takes `f * m` groups of `s` neighbours. For each `p` below `m` it transforms
/// the groups `p, p + m, p + 2 m, ...` among each other, turns result `k` by the root `p k` of `f *
/// m`, and puts it at group `f p + k` (Stockham: the order comes out right without a permutation).
sealed interface Butterflies permits LaneButterflies, ScalarButterflies {
  /// Neighbours come in multiples of this: lanes of the widest registers.
  int PADDING = 8;

  static int padded(int count) {
    return Math.addExact(count, PADDING - 1) & -PADDING;
  }

  void two(Pass pass, Lines lines, int s);

  void four(Pass pass, Lines lines, int s);

  default void three(Pass pass, Lines lines, int s) {
    odd(pass, lines, s);
  }

  default void five(Pass pass, Lines lines, int s) {
    odd(pass, lines, s);
  }

  /// Any odd radix, by its definition.
  void odd(Pass pass, Lines lines, int s);

  /// Turns `count` numbers from `at` by the roots from `from` and by one more factor.
  void turn(
      Lines lines, int at, int count, Roots roots, int from, double factorRe, double factorIm);

  /// The largest absolute value among the first numbers, or NaN.
  double largest(Lines lines, int count);
}
