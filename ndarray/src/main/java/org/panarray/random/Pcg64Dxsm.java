package org.panarray.random;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// PCG64DXSM: PCG64 with a 64-bit multiplier and the stronger DXSM output function ("double xor
/// shift multiply"), applied to the state before the step.
public final class Pcg64Dxsm extends BitGenerator {
  private static final long CHEAP_MULTIPLIER = 0xda942042e4dd58b5L;
  private static final Word128 MULTIPLIER = new Word128(0, CHEAP_MULTIPLIER);

  private long high;
  private long low;
  private final long incrementHigh;
  private final long incrementLow;

  /// `PCG64DXSM(seed)`.
  public Pcg64Dxsm(SeedSequence seed) {
    this(seed, CongruentialState.seeded(seed));
  }

  private Pcg64Dxsm(@Nullable SeedSequence seed, CongruentialState state) {
    super(seed);
    high = state.state().high();
    low = state.state().low();
    incrementHigh = state.increment().high();
    incrementLow = state.increment().low();
    keepHalf(state.halfKept(), state.keptHalf());
  }

  /// A generator in the given state.
  public static Pcg64Dxsm of(CongruentialState state) {
    return new Pcg64Dxsm(null, state);
  }

  /// What `bit_generator.state` holds.
  public CongruentialState state() {
    return new CongruentialState(
        new Word128(high, low), new Word128(incrementHigh, incrementLow), halfKept(), keptHalf());
  }

  /// Moves on by `delta` steps (modulo 2^128) and forgets a kept half word.
  public void advance(BigInteger delta) {
    Word128 moved = state().advanced(delta, MULTIPLIER);
    high = moved.high();
    low = moved.low();
    keepHalf(false, 0);
  }

  /// A generator `jumps` times 2^127 / phi steps ahead.
  public Pcg64Dxsm jumped(int jumps) {
    Pcg64Dxsm copy = copy();
    copy.advance(CongruentialState.JUMP.multiply(BigInteger.valueOf(jumps)));
    return copy;
  }

  @Override
  public long nextLong() {
    long h = high;
    long l = low;
    long output = h ^ (h >>> 32);
    output *= CHEAP_MULTIPLIER;
    output ^= output >>> 48;
    output *= l | 1;
    h = Math.unsignedMultiplyHigh(l, CHEAP_MULTIPLIER) + h * CHEAP_MULTIPLIER;
    l = l * CHEAP_MULTIPLIER + incrementLow;
    h += incrementHigh + (Long.compareUnsigned(l, incrementLow) < 0 ? 1 : 0);
    high = h;
    low = l;
    return output;
  }

  @Override
  public Pcg64Dxsm copy() {
    return new Pcg64Dxsm(seedSeq(), state());
  }

  @Override
  Pcg64Dxsm seeded(SeedSequence seed) {
    return new Pcg64Dxsm(seed);
  }

  @Override
  public String name() {
    return "PCG64DXSM";
  }
}
