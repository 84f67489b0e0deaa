package org.panarray.random;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.panarray.error.Required;

/// PCG64, the generator of `default_rng`: a 128-bit linear congruential generator whose state is
/// folded to 64 bits by XSL-RR (xor of the halves, rotated by the top six bits).
///
/// @see <a href="https://www.pcg-random.org/">M. E. O'Neill, PCG</a>
public final class Pcg64 extends BitGenerator {
  private static final long MULTIPLIER_HIGH = CongruentialState.MULTIPLIER.high();
  private static final long MULTIPLIER_LOW = CongruentialState.MULTIPLIER.low();

  private long high;
  private long low;
  private final long incrementHigh;
  private final long incrementLow;

  /// `PCG64(seed)`.
  public Pcg64(SeedSequence seed) {
    this(seed, CongruentialState.seeded(seed));
  }

  private Pcg64(@Nullable SeedSequence seed, CongruentialState state) {
    super(seed);
    high = state.state().high();
    low = state.state().low();
    incrementHigh = state.increment().high();
    incrementLow = state.increment().low();
    keepHalf(state.halfKept(), state.keptHalf());
  }

  /// A generator in the given state, as `bit_generator.state = ...` sets it.
  public static Pcg64 of(CongruentialState state) {
    return new Pcg64(null, state);
  }

  /// What `bit_generator.state` holds.
  public CongruentialState state() {
    return new CongruentialState(
        new Word128(high, low), new Word128(incrementHigh, incrementLow), halfKept(), keptHalf());
  }

  /// Moves on by `delta` steps (modulo 2^128; negative goes back) and forgets a kept half word.
  public void advance(BigInteger delta) {
    Word128 moved = state().advanced(delta, CongruentialState.MULTIPLIER);
    high = moved.high();
    low = moved.low();
    keepHalf(false, 0);
  }

  /// A generator `jumps` times 2^127 / phi steps ahead.
  public Pcg64 jumped(int jumps) {
    Pcg64 copy = copy();
    copy.advance(CongruentialState.JUMP.multiply(BigInteger.valueOf(jumps)));
    return copy;
  }

  @Override
  public long nextLong() {
    long l = low;
    long h =
        Math.unsignedMultiplyHigh(l, MULTIPLIER_LOW) + high * MULTIPLIER_LOW + l * MULTIPLIER_HIGH;
    l *= MULTIPLIER_LOW;
    l += incrementLow;
    h += incrementHigh + (Long.compareUnsigned(l, incrementLow) < 0 ? 1 : 0);
    low = l;
    high = h;
    return Long.rotateRight(h ^ l, (int) (h >>> 58));
  }

  // The state in local variables: C2 stores fields in every round of the loop otherwise.
  @Override
  public void fill(double[] out, int from, int to) {
    requireInside(from, to, Required.argument(out, "out").length);
    long h = high;
    long l = low;
    for (int i = from; i < to; i++) {
      h = Math.unsignedMultiplyHigh(l, MULTIPLIER_LOW) + h * MULTIPLIER_LOW + l * MULTIPLIER_HIGH;
      l = l * MULTIPLIER_LOW + incrementLow;
      h += incrementHigh + (Long.compareUnsigned(l, incrementLow) < 0 ? 1 : 0);
      out[i] = (Long.rotateRight(h ^ l, (int) (h >>> 58)) >>> 11) * 0x1p-53;
    }
    high = h;
    low = l;
  }

  @Override
  public Pcg64 copy() {
    return new Pcg64(seedSeq(), state());
  }

  @Override
  Pcg64 seeded(SeedSequence seed) {
    return new Pcg64(seed);
  }

  @Override
  public String name() {
    return "PCG64";
  }
}
