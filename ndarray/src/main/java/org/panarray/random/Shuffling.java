package org.panarray.random;

import java.util.Arrays;

/// Random orders and samples without replacement, on index arrays.
public final class Shuffling {
  private static final long EMPTY = -1L;

  /// From this population on, a large sample is cheaper by shuffling the tail of all indices.
  private static final long TAIL_SHUFFLE_POPULATION = 10_000;

  private static final int TAIL_SHUFFLE_FRACTION = 50;
  private static final int TAIL_SHUFFLE_FRACTION_UNORDERED = 20;

  private Shuffling() {}

  /// Shuffles in place as `shuffle` does, legacy or not (Fisher and Yates, from the end).
  public static void shuffle(BitGenerator bits, long[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      swap(values, i, (int) BoundedIntegers.maskedWithin(bits, i));
    }
  }

  // `choice` bounds its draws by Lemire's method where `shuffle` masks and rejects.
  private static void shuffleTail(BitGenerator bits, long[] values, int first) {
    for (int i = values.length - 1; i >= first; i--) {
      swap(values, i, (int) BoundedIntegers.within(bits, i));
    }
  }

  private static void swap(long[] values, int i, int j) {
    long value = values[i];
    values[i] = values[j];
    values[j] = value;
  }

  /// `size` different indices below `population`, as `Generator.choice(replace=False)` draws them.
  ///
  /// @param shuffle whether every order is equally likely; without it only the set is random
  public static long[] sample(BitGenerator bits, long population, int size, boolean shuffle) {
    int fraction = shuffle ? TAIL_SHUFFLE_FRACTION : TAIL_SHUFFLE_FRACTION_UNORDERED;
    if (population > TAIL_SHUFFLE_POPULATION && size > population / fraction) {
      long[] indices = identity(Math.toIntExact(population));
      shuffleTail(bits, indices, Math.max(indices.length - size, 1));
      return Arrays.copyOfRange(indices, indices.length - size, indices.length);
    }
    long[] indices = byFloyd(bits, population, size);
    if (shuffle) {
      shuffleTail(bits, indices, 1);
    }
    return indices;
  }

  /// R. Floyd's sampling (Bentley, Programming Pearls, 1987) with an open hash set.
  private static long[] byFloyd(BitGenerator bits, long population, int size) {
    long[] indices = new long[size];
    int mask = (int) BoundedIntegers.mask((long) (1.2 * size));
    long[] seen = new long[mask + 1];
    Arrays.fill(seen, EMPTY);
    for (long j = population - size; j < population; j++) {
      long value = BoundedIntegers.within(bits, j);
      if (!add(seen, mask, value)) {
        value = j;
        add(seen, mask, value);
      }
      indices[(int) (j - population + size)] = value;
    }
    return indices;
  }

  private static boolean add(long[] set, int mask, long value) {
    int place = (int) (value & mask);
    while (set[place] != EMPTY && set[place] != value) {
      place = (place + 1) & mask;
    }
    boolean added = set[place] == EMPTY;
    set[place] = value;
    return added;
  }

  /// 0, 1, ..., count - 1.
  public static long[] identity(int count) {
    long[] values = new long[count];
    Arrays.setAll(values, i -> i);
    return values;
  }
}
