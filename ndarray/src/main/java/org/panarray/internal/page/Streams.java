package org.panarray.internal.page;

import org.panarray.Random;
import org.panarray.internal.sampling.RandomStream;
import org.panarray.internal.sampling.Sampling;

/// What the pages of random sampling draw from: each of those that they are part of has a stream.
final class Streams {
  private Streams() {}

  static Sampling sampling(Object sampled) {
    return Sampling.of(of(sampled));
  }

  static RandomStream of(Object sampled) {
    return RandomStream.of(sampled instanceof Random random ? random.global() : sampled);
  }
}
