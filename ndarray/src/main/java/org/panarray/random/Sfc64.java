package org.panarray.random;

import org.jspecify.annotations.Nullable;

/// SFC64, Chris Doty-Humphrey's small fast chaotic generator: three words and a counter.
public final class Sfc64 extends BitGenerator {
  private static final int WARM_UP_ROUNDS = 12;

  private long a;
  private long b;
  private long c;
  private long counter;

  /// `SFC64(seed)`.
  public Sfc64(SeedSequence seed) {
    super(seed);
    long[] words = seed.generateState64(3);
    a = words[0];
    b = words[1];
    c = words[2];
    counter = 1;
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      nextLong();
    }
  }

  private Sfc64(@Nullable SeedSequence seed, Sfc64 other) {
    super(seed);
    a = other.a;
    b = other.b;
    c = other.c;
    counter = other.counter;
    keepHalf(other.halfKept(), other.keptHalf());
  }

  @Override
  public long nextLong() {
    long output = a + b + counter++;
    a = b ^ (b >>> 11);
    b = c + (c << 3);
    c = Long.rotateLeft(c, 24) + output;
    return output;
  }

  @Override
  public Sfc64 copy() {
    return new Sfc64(seedSeq(), this);
  }

  @Override
  Sfc64 seeded(SeedSequence seed) {
    return new Sfc64(seed);
  }

  @Override
  public String name() {
    return "SFC64";
  }
}
