package org.panarray.random;

import static java.util.stream.Collectors.joining;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.panarray.error.MemoryError;
import org.panarray.error.OverflowError;
import org.panarray.error.ValueError;

/// NumPy's `SeedSequence`: mixes entropy of any length into the state of a bit generator, and spawns
/// independent children. The mixing is that of Melissa O'Neill's `seed_seq_fe`, so the words are
/// NumPy's, bit for bit.
///
/// Not thread safe where [#spawn] is used: it counts its children.
///
/// @see <a href="https://numpy.org/doc/stable/reference/random/bit_generators/generated/numpy.random.SeedSequence.html">numpy.random.SeedSequence</a>
public final class SeedSequence {
  /// The pool size of `SeedSequence(entropy)`, in words of 32 bits.
  public static final int DEFAULT_POOL_SIZE = 4;

  private static final int INIT_A = 0x43b0d7e5;
  private static final int MULTIPLIER_A = 0x931e8875;
  private static final int INIT_B = 0x8b51f9dd;
  private static final int MULTIPLIER_B = 0x58f38ded;
  private static final int MIX_LEFT = 0xca01f9dd;
  private static final int MIX_RIGHT = 0x4973f715;

  private final List<BigInteger> entropy;
  private final long[] spawnKey;
  private final int[] pool;
  private int nChildrenSpawned;

  private SeedSequence(
      List<BigInteger> entropy, long[] spawnKey, int poolSize, int nChildrenSpawned) {
    if (poolSize < DEFAULT_POOL_SIZE) {
      throw new ValueError("The size of the entropy pool should be at least " + DEFAULT_POOL_SIZE);
    }
    this.entropy = List.copyOf(entropy);
    this.spawnKey = spawnKey.clone();
    this.nChildrenSpawned = nChildrenSpawned;
    this.pool = mixedPool(assembledEntropy(poolSize), poolSize);
  }

  /// A sequence from 128 bits of the operating system's entropy.
  public static SeedSequence fromSystem() {
    return of(new BigInteger(128, new SecureRandom()));
  }

  /// `SeedSequence(entropy)`.
  ///
  /// @throws ValueError if the entropy is negative
  public static SeedSequence of(long entropy) {
    return of(BigInteger.valueOf(entropy));
  }

  /// `SeedSequence(entropy)` for an integer of any size.
  ///
  /// @throws ValueError if the entropy is negative
  public static SeedSequence of(BigInteger entropy) {
    return of(List.of(entropy), new long[0], DEFAULT_POOL_SIZE, 0);
  }

  /// `SeedSequence([e0, e1, ...])`.
  ///
  /// @throws ValueError if a word is negative
  public static SeedSequence of(long... entropy) {
    return of(
        Arrays.stream(entropy).mapToObj(BigInteger::valueOf).toList(),
        new long[0],
        DEFAULT_POOL_SIZE,
        0);
  }

  /// `SeedSequence(entropy, spawn_key=..., pool_size=..., n_children_spawned=...)`.
  ///
  /// @throws ValueError if an entropy word or a key is negative or the pool is smaller than 4
  public static SeedSequence of(
      List<BigInteger> entropy, long[] spawnKey, int poolSize, int nChildrenSpawned) {
    return new SeedSequence(entropy, spawnKey, poolSize, nChildrenSpawned);
  }

  /// The entropy words, as they were given.
  public List<BigInteger> entropy() {
    return entropy;
  }

  /// The path of children from the root to this sequence.
  public long[] spawnKey() {
    return spawnKey.clone();
  }

  /// The mixed entropy, words of 32 bits.
  public int[] pool() {
    return pool.clone();
  }

  /// How many words the pool has.
  public int poolSize() {
    return pool.length;
  }

  /// How many children [#spawn] has given out.
  public int nChildrenSpawned() {
    return nChildrenSpawned;
  }

  /// `generate_state(count, np.uint32)`.
  ///
  /// @throws ValueError `negative dimensions are not allowed`
  public int[] generateState(int count) {
    return words(requireCount(count));
  }

  private static int requireCount(int count) {
    if (count < 0) {
      throw new ValueError("negative dimensions are not allowed");
    }
    return count;
  }

  private int[] words(long count) {
    int[] words = MemoryError.unlessFull(() -> new int[Math.clamp(count, 0, Integer.MAX_VALUE)]);
    int hash = INIT_B;
    for (int i = 0; i < words.length; i++) {
      int word = pool[i % pool.length] ^ hash;
      hash *= MULTIPLIER_B;
      word *= hash;
      words[i] = word ^ (word >>> 16);
    }
    return words;
  }

  /// `generate_state(count, np.uint64)`: the words of [#generateState] in pairs, low word first.
  public long[] generateState64(int count) {
    int[] words = words(2L * requireCount(count));
    long[] state = MemoryError.unlessFull(() -> new long[count]);
    for (int i = 0; i < count; i++) {
      state[i] =
          Integer.toUnsignedLong(words[2 * i]) | Integer.toUnsignedLong(words[2 * i + 1]) << 32;
    }
    return state;
  }

  /// The next `count` children: sequences with this entropy and longer spawn keys.
  public List<SeedSequence> spawn(int count) {
    if (count < 0) {
      throw new OverflowError("can't convert negative value to uint32_t");
    }
    int first = nChildrenSpawned;
    List<SeedSequence> children =
        MemoryError.unlessFull(
            () -> IntStream.range(first, first + count).mapToObj(this::child).toList());
    nChildrenSpawned += count;
    return children;
  }

  private SeedSequence child(int number) {
    long[] key = Arrays.copyOf(spawnKey, spawnKey.length + 1);
    key[spawnKey.length] = number;
    return new SeedSequence(entropy, key, pool.length, 0);
  }

  private int[] assembledEntropy(int poolSize) {
    List<Integer> words = new ArrayList<>();
    entropy.forEach(e -> addWords(words, e));
    if (spawnKey.length > 0) {
      // Zeros up to the pool size keep a spawn key from passing for entropy of the parent.
      while (words.size() < poolSize) {
        words.add(0);
      }
      Arrays.stream(spawnKey).forEach(key -> addWords(words, BigInteger.valueOf(key)));
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void addWords(List<Integer> words, BigInteger value) {
    if (value.signum() < 0) {
      throw new ValueError("expected non-negative integer");
    }
    BigInteger rest = value;
    do {
      words.add(rest.intValue());
      rest = rest.shiftRight(32);
    } while (rest.signum() != 0);
  }

  /// As `repr` of NumPy: `SeedSequence(entropy=5, spawn_key=(1,))`, each argument on a line.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("SeedSequence(\n    entropy=");
    text.append(entropy.size() == 1 ? entropy.get(0) : entropy).append(",\n");
    if (spawnKey.length > 0) {
      String keys = Arrays.stream(spawnKey).mapToObj(Long::toString).collect(joining(", "));
      text.append("    spawn_key=(").append(keys).append(spawnKey.length == 1 ? ",),\n" : "),\n");
    }
    if (pool.length != DEFAULT_POOL_SIZE) {
      text.append("    pool_size=").append(pool.length).append(",\n");
    }
    if (nChildrenSpawned > 0) {
      text.append("    n_children_spawned=").append(nChildrenSpawned).append(",\n");
    }
    return text.append(")").toString();
  }

  private static int[] mixedPool(int[] entropy, int poolSize) {
    int[] pool = new int[poolSize];
    EntropyHash hash = new EntropyHash();
    for (int i = 0; i < poolSize; i++) {
      pool[i] = hash.next(i < entropy.length ? entropy[i] : 0);
    }
    for (int source = 0; source < poolSize; source++) {
      for (int target = 0; target < poolSize; target++) {
        if (source != target) {
          pool[target] = mix(pool[target], hash.next(pool[source]));
        }
      }
    }
    for (int source = poolSize; source < entropy.length; source++) {
      for (int target = 0; target < poolSize; target++) {
        pool[target] = mix(pool[target], hash.next(entropy[source]));
      }
    }
    return pool;
  }

  private static int mix(int x, int y) {
    int mixed = MIX_LEFT * x - MIX_RIGHT * y;
    return mixed ^ (mixed >>> 16);
  }

  /// A hash whose multiplier changes with every word.
  private static final class EntropyHash {
    private int multiplier = INIT_A;

    int next(int value) {
      int hashed = value ^ multiplier;
      multiplier *= MULTIPLIER_A;
      hashed *= multiplier;
      return hashed ^ (hashed >>> 16);
    }
  }
}
