package org.panarray.random;

import java.math.BigInteger;
import org.panarray.error.Required;

/// Philox 4x64 with ten rounds: a counter, encrypted by a key of 128 bits.
///
/// @see <a href="https://www.thesalmons.org/john/random123/papers/random123sc11.pdf">Salmon et al.,
///     Parallel random numbers: as easy as 1, 2, 3</a>
public final class Philox extends BitGenerator {
  private static final int ROUNDS = 10;
  private static final int WORDS = 4;
  private static final long MULTIPLIER_0 = 0xD2E7470EE14C6C93L;
  private static final long MULTIPLIER_1 = 0xCA5A826395121157L;
  private static final long WEYL_0 = 0x9E3779B97F4A7C15L;
  private static final long WEYL_1 = 0xBB67AE8584CAA73BL;
  private static final BigInteger JUMP = BigInteger.ONE.shiftLeft(128);

  private final long[] counter = new long[WORDS];
  private final long key0;
  private final long key1;
  private final long[] block = new long[WORDS];
  private int used = WORDS;

  /// `Philox(seed)`.
  public Philox(SeedSequence seed) {
    super(seed);
    long[] key = seed.generateState64(2);
    key0 = key[0];
    key1 = key[1];
  }

  private Philox(Philox other) {
    super(other.seedSeq());
    key0 = other.key0;
    key1 = other.key1;
    System.arraycopy(other.counter, 0, counter, 0, WORDS);
    System.arraycopy(other.block, 0, block, 0, WORDS);
    used = other.used;
    keepHalf(other.halfKept(), other.keptHalf());
  }

  @Override
  public long nextLong() {
    if (used == WORDS) {
      encryptNextCounter();
      used = 0;
    }
    return block[used++];
  }

  /// Moves the counter on by `delta` blocks of four words (modulo 2^256) and drops what is left of
  /// the present block.
  public void advance(BigInteger delta) {
    BigInteger value = BigInteger.ZERO;
    for (int i = WORDS - 1; i >= 0; i--) {
      value = value.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(counter[i])));
    }
    value = value.add(Required.argument(delta, "delta"));
    for (int i = 0; i < WORDS; i++) {
      counter[i] = value.shiftRight(64 * i).longValue();
    }
    used = WORDS;
    keepHalf(false, 0);
  }

  /// A generator `jumps` times 2^128 blocks ahead.
  public Philox jumped(int jumps) {
    Philox copy = copy();
    copy.advance(JUMP.multiply(BigInteger.valueOf(jumps)));
    return copy;
  }

  private void encryptNextCounter() {
    for (int i = 0; i < WORDS && ++counter[i] == 0; i++) {
      // the carry goes on to the next word
    }
    long c0 = counter[0];
    long c1 = counter[1];
    long c2 = counter[2];
    long c3 = counter[3];
    long k0 = key0;
    long k1 = key1;
    for (int round = 0; round < ROUNDS; round++) {
      long high0 = Math.unsignedMultiplyHigh(MULTIPLIER_0, c0);
      long high1 = Math.unsignedMultiplyHigh(MULTIPLIER_1, c2);
      long low0 = MULTIPLIER_0 * c0;
      long low1 = MULTIPLIER_1 * c2;
      c0 = high1 ^ c1 ^ k0;
      c1 = low1;
      c2 = high0 ^ c3 ^ k1;
      c3 = low0;
      k0 += WEYL_0;
      k1 += WEYL_1;
    }
    block[0] = c0;
    block[1] = c1;
    block[2] = c2;
    block[3] = c3;
  }

  @Override
  public Philox copy() {
    return new Philox(this);
  }

  @Override
  Philox seeded(SeedSequence seed) {
    return new Philox(seed);
  }

  @Override
  public String name() {
    return "Philox";
  }
}
