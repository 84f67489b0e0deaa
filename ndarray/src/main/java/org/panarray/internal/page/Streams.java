package org.panarray.internal.page;

import org.panarray.Generator;
import org.panarray.Random;
import org.panarray.RandomState;
import org.panarray.internal.sampling.RandomStream;
import org.panarray.internal.sampling.Sampling;

/// What the pages of random sampling draw from: each of those that they are part of has a stream.
final class Streams {
  private Streams() {}

  static Sampling sampling(Object sampled) {
    return Sampling.of(of(sampled));
  }

  static RandomStream of(Object sampled) {
    return switch (sampled) {
      case Generator generator -> generator.stream();
      case RandomState state -> state.stream();
      case Random random -> random.global().stream();
      default -> throw new IllegalArgumentException(sampled + " does not draw");
    };
  }
}
