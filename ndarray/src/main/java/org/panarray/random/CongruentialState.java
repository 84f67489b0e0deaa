package org.panarray.random;

import java.math.BigInteger;

/// The state of a 128-bit linear congruential generator, as `PCG64().state` shows it.
///
/// @param state the 128-bit state
/// @param increment the odd increment that selects the stream
/// @param halfKept whether half a word waits for the next 32-bit draw (`has_uint32`)
/// @param keptHalf that half word (`uinteger`)
public record CongruentialState(Word128 state, Word128 increment, boolean halfKept, int keptHalf) {
  /// 2^128 divided by the golden ratio, made odd: NumPy's jump.
  static final BigInteger JUMP = new BigInteger("210306068529402873165736369884012333109");

  /// PCG64's multiplier; PCG64DXSM starts with it too, though it goes on with a cheaper one.
  static final Word128 MULTIPLIER = new Word128(0x2360ED051FC65DA4L, 0x4385DF649FCCF645L);

  static CongruentialState seeded(SeedSequence seed) {
    long[] words = seed.generateState64(4);
    Word128 increment = new Word128(words[2] << 1 | words[3] >>> 63, words[3] << 1 | 1);
    // The first step, from state zero, leaves the increment.
    Word128 state = increment.plus(new Word128(words[0], words[1]));
    return new CongruentialState(state.times(MULTIPLIER).plus(increment), increment, false, 0);
  }

  /// The state after `delta` steps, in as many rounds as delta has bits (F. Brown, "Random number
  /// generation with arbitrary strides", 1994).
  Word128 advanced(BigInteger delta, Word128 multiplier) {
    Word128 steps = Word128.of(delta);
    BigInteger rest = steps.toBigInteger();
    Word128 totalMultiplier = new Word128(0, 1);
    Word128 totalIncrement = new Word128(0, 0);
    Word128 power = multiplier;
    Word128 shift = increment;
    for (; rest.signum() > 0; rest = rest.shiftRight(1)) {
      if (rest.testBit(0)) {
        totalMultiplier = totalMultiplier.times(power);
        totalIncrement = totalIncrement.times(power).plus(shift);
      }
      shift = power.plus(new Word128(0, 1)).times(shift);
      power = power.times(power);
    }
    return totalMultiplier.times(state).plus(totalIncrement);
  }
}
