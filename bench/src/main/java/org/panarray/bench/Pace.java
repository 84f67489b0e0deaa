package org.panarray.bench;

/// How long to look at each row: times in nanoseconds.
///
/// @param rounds how often both sides alternate
/// @param sample how long one side is measured in a round
/// @param warm how much of the processors, the JIT compiler's share included, calls get before, at
///   least
/// @param longest and at most, while they get faster
/// @param programs how often a program is started
record Pace(int rounds, long sample, long warm, long longest, int programs) {
  /// All rows in a quarter of an hour.
  static final Pace FULL = new Pace(5, 50_000_000, 250_000_000, 2_000_000_000, 3);

  /// Some rows in two minutes.
  static final Pace SHORT = new Pace(3, 40_000_000, 200_000_000, 2_000_000_000, 1);

  /// Every how many rows a sample takes one.
  static final int STRIDE = 8;
}
