package org.panarray.engine.cpu.kernel;

import java.util.Arrays;

/// Puts the numbers that a sort would put at some places there, those before not larger, those
/// behind not smaller.
///
/// Two numbers of a sorted sample enclose the one that is looked for, and almost all others are
/// passed by when they have been compared with these two: R. W. Floyd and R. L. Rivest, "Expected
/// time bounds for selection", Communications of the ACM 18 (1975). The loops have no branches that
/// depend on numbers. The sample is taken at even steps, so that equal input gives equal output; if
/// it misleads too often, what is left is sorted.
final class KeySelect {
  /// Below this many a sort is as fast.
  static final int FEW = 256;

  private static final int SAMPLE = 512;

  private KeySelect() {}

  /// Selects among the numbers from `from` to below `to`.
  ///
  /// @param places ascending; what lies behind these numbers is passed over
  static void select(long[] keys, int from, int to, int[] places) {
    int start = from;
    for (int place : places) {
      if (place >= to) {
        return;
      }
      select(keys, start, to, place);
      start = place + 1; // what is not smaller stands behind it now
    }
  }

  private static void select(long[] keys, int from, int to, int place) {
    int low = from;
    int high = to;
    long[] sample = new long[to - from > FEW ? SAMPLE : 0];
    for (int round = 0; high - low > FEW && round < 16; round++) {
      int size = Math.min(SAMPLE, (high - low) / 8);
      int step = (high - low) / size;
      for (int i = 0; i < size; i++) {
        sample[i] = keys[low + i * step + step / 2];
      }
      Arrays.sort(sample, 0, size);
      int middle = (int) ((long) (place - low) * size / (high - low));
      int distance = (int) Math.sqrt(size);
      long below = sample[Math.max(0, middle - distance)];
      long above = sample[Math.min(size - 1, middle + distance)];
      int count = high - low;
      int less = moveLess(keys, low, high, below);
      if (place < less) {
        high = less;
      } else {
        int more = moveNotMore(keys, less, high, above);
        low = place < more ? less : more;
        high = place < more ? more : high;
        if (place < more && below == above) {
          return;
        }
      }
      if (high - low == count) {
        long guess = sample[middle];
        int smaller = moveLess(keys, low, high, guess);
        if (place < smaller) {
          high = smaller;
        } else {
          int larger = moveNotMore(keys, smaller, high, guess);
          if (place < larger) {
            return;
          }
          low = larger;
        }
      }
    }
    Arrays.sort(keys, low, high);
  }

  /// Moves what is less than the bound to the front, and returns how far that reaches.
  private static int moveLess(long[] keys, int from, int to, long bound) {
    int end = from;
    for (int i = from; i < to; i++) {
      long key = keys[i];
      keys[i] = keys[end];
      keys[end] = key;
      end += isLess(key, bound);
    }
    return end;
  }

  private static int moveNotMore(long[] keys, int from, int to, long bound) {
    int end = from;
    for (int i = from; i < to; i++) {
      long key = keys[i];
      keys[i] = keys[end];
      keys[end] = key;
      end += 1 - isLess(bound, key);
    }
    return end;
  }

  /// 1 if `a` is less, else 0, without a branch.
  private static int isLess(long a, long b) {
    long difference = a - b;
    return (int) ((difference ^ ((a ^ b) & (difference ^ a))) >>> 63);
  }
}
