package org.panarray.random;

import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// The Mersenne Twister, the generator of the legacy functions: 32-bit words, of which a double
/// takes two.
///
/// @see <a href="https://doi.org/10.1145/272991.272995">Matsumoto and Nishimura, Mersenne
///     Twister</a>
public final class Mt19937 extends BitGenerator {
  private static final int LENGTH = 624;
  private static final int MIDDLE = 397;
  private static final int MATRIX = 0x9908b0df;
  private static final int UPPER = 0x80000000;
  private static final int LOWER = 0x7fffffff;
  private static final int ARRAY_START = 19650218;

  private final int[] key;
  private int position;

  /// `MT19937(seed)`: the key is the seed sequence's state.
  public Mt19937(SeedSequence seed) {
    super(seed);
    key = seed.generateState(LENGTH);
    key[0] = UPPER;
    position = LENGTH - 1;
  }

  private Mt19937(@Nullable SeedSequence seed, int[] key, int position) {
    super(seed);
    this.key = key.clone();
    this.position = position;
  }

  /// The generator of `np.random.seed(seed)` and `RandomState(seed)`.
  ///
  /// @throws ValueError if the seed does not fit into 32 bits
  public static Mt19937 legacy(long seed) {
    checkLegacySeed(seed);
    return new Mt19937(null, keyOf((int) seed), LENGTH);
  }

  /// The generator of `np.random.seed([s0, s1, ...])`.
  ///
  /// @throws ValueError if the array is empty or a word does not fit into 32 bits
  public static Mt19937 legacy(long[] seed) {
    if (seed.length == 0) {
      throw new ValueError("Seed must be non-empty");
    }
    for (long word : seed) {
      checkLegacySeed(word);
    }
    return new Mt19937(null, keyOf(seed), LENGTH);
  }

  /// A generator in the given state.
  ///
  /// @throws ValueError if the key has not 624 words
  public static Mt19937 of(int[] key, int position) {
    if (key.length != LENGTH) {
      throw new ValueError("state must be for a MT19937 PRNG");
    }
    return new Mt19937(null, key, position);
  }

  /// The 624 words of the state.
  public int[] key() {
    return key.clone();
  }

  /// Where in the key the next word is.
  public int position() {
    return position;
  }

  private static void checkLegacySeed(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new ValueError("Seed must be between 0 and 2**32 - 1");
    }
  }

  private static int[] keyOf(int seed) {
    int[] key = new int[LENGTH];
    int word = seed;
    for (int i = 0; i < LENGTH; i++) {
      key[i] = word;
      word = 1812433253 * (word ^ (word >>> 30)) + i + 1;
    }
    return key;
  }

  private static int[] keyOf(long[] seed) {
    int[] key = keyOf(ARRAY_START);
    int i = 1;
    int j = 0;
    for (int k = Math.max(LENGTH, seed.length); k > 0; k--) {
      key[i] = (key[i] ^ (key[i - 1] ^ (key[i - 1] >>> 30)) * 1664525) + (int) seed[j] + j;
      j = (j + 1) % seed.length;
      i = following(key, i);
    }
    for (int k = LENGTH - 1; k > 0; k--) {
      key[i] = (key[i] ^ (key[i - 1] ^ (key[i - 1] >>> 30)) * 1566083941) - i;
      i = following(key, i);
    }
    key[0] = UPPER;
    return key;
  }

  private static int following(int[] key, int i) {
    if (i < LENGTH - 1) {
      return i + 1;
    }
    key[0] = key[LENGTH - 1];
    return 1;
  }

  @Override
  public int nextInt() {
    if (position == LENGTH) {
      twist();
      position = 0;
    }
    int word = key[position++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return word ^ (word >>> 18);
  }

  private void twist() {
    int i = 0;
    for (; i < LENGTH - MIDDLE; i++) {
      key[i] = key[i + MIDDLE] ^ twisted(key[i], key[i + 1]);
    }
    for (; i < LENGTH - 1; i++) {
      key[i] = key[i + MIDDLE - LENGTH] ^ twisted(key[i], key[i + 1]);
    }
    key[i] = key[MIDDLE - 1] ^ twisted(key[i], key[0]);
  }

  private static int twisted(int upper, int lower) {
    int word = (upper & UPPER) | (lower & LOWER);
    return (word >>> 1) ^ (-(word & 1) & MATRIX);
  }

  @Override
  public long nextLong() {
    long high = Integer.toUnsignedLong(nextInt());
    return high << 32 | Integer.toUnsignedLong(nextInt());
  }

  @Override
  public double nextDouble() {
    int high = nextInt() >>> 5;
    return (((long) high << 26) + (nextInt() >>> 6)) * 0x1p-53;
  }

  @Override
  public long randomRaw() {
    return Integer.toUnsignedLong(nextInt());
  }

  @Override
  public Mt19937 copy() {
    return new Mt19937(seedSeq(), key, position);
  }

  @Override
  Mt19937 seeded(SeedSequence seed) {
    return new Mt19937(seed);
  }

  @Override
  public String name() {
    return "MT19937";
  }
}
