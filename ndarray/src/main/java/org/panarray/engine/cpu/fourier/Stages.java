package org.panarray.engine.cpu.fourier;

import java.util.ArrayList;
import java.util.List;

/// A transform as one pass for each factor of its length, on any number of sequences side by side.
final class Stages implements Single {
  private final int length;
  private final List<Pass> passes = new ArrayList<>();
  private final Butterflies lanes;

  Stages(int length, Butterflies lanes) {
    this.length = length;
    this.lanes = lanes;
    int rest = length;
    int before = 1;
    for (int radix : factors(length)) {
      rest /= radix;
      passes.add(Pass.of(radix, rest, before));
      before *= radix;
    }
  }

  /// Fours, then what is left in ascending order.
  static List<Integer> factors(int length) {
    List<Integer> factors = new ArrayList<>();
    int rest = length;
    while (rest % 4 == 0) {
      factors.add(4);
      rest /= 4;
    }
    for (int factor = 2; factor * factor <= rest; factor++) {
      while (rest % factor == 0) {
        factors.add(factor);
        rest /= factor;
      }
    }
    if (rest > 1) {
      factors.add(rest);
    }
    return factors;
  }

  /// Transforms `width` sequences, padded to [Butterflies#PADDING] or only one.
  void run(Lines lines, int width) {
    Butterflies butterflies = width % Butterflies.PADDING == 0 ? lanes : ScalarButterflies.INSTANCE;
    for (Pass pass : passes) {
      pass.run(butterflies, lines, width);
    }
  }

  @Override
  public Lines lines(int room) {
    return new Lines(Math.max(length, room), null);
  }

  @Override
  public void run(Lines lines) {
    run(lines, 1);
  }
}
