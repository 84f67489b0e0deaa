package org.panarray.engine.cpu.kernel;

import java.util.Arrays;

/// The stable order of `long` keys.
///
/// As much of a key as fits is packed above its place into one `long`, and the JDK sorts those with
/// vector instructions: 1e6 doubles in about the time of sorting them. Keys that agree in the
/// packed bits, which is rare unless they are equal, are sorted again among themselves by their
/// other bits.
public final class KeyOrder {
  private static final int INSERTION_LIMIT = 24;

  private final long[] keys;
  private final int[] order;
  private final int[] before;
  private final long[] packed;

  KeyOrder(int capacity) {
    keys = new long[capacity];
    order = new int[capacity];
    before = new int[capacity];
    packed = new long[capacity];
  }

  /// The keys, to be filled by the caller before [#sort].
  long[] keys() {
    return keys;
  }

  /// The order of the first `count` keys: position `k` holds the index of the `k`-th smallest.
  int[] sort(int count) {
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    sort(0, count);
    return order;
  }

  private void sort(int from, int to) {
    if (to - from <= INSERTION_LIMIT) {
      insertion(from, to);
      return;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = from; i < to; i++) {
      long key = keys[order[i]];
      least = Math.min(least, key);
      most = Math.max(most, key);
    }
    long used = 0;
    for (int i = from; i < to; i++) {
      used |= keys[order[i]] - least;
    }
    if (used == 0) {
      return;
    }
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from - 1);
    int keyBits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int dropped = Long.numberOfTrailingZeros(used);
    boolean whole = keyBits - dropped + indexBits < Long.SIZE;
    if (!whole) {
      dropped = keyBits + indexBits - (Long.SIZE - 1);
    }
    for (int i = from; i < to; i++) {
      packed[i] = (keys[order[i]] - least) >>> dropped << indexBits | (i - from);
    }
    Arrays.sort(packed, from, to);
    System.arraycopy(order, from, before, from, to - from);
    int mask = (int) ((1L << indexBits) - 1);
    for (int i = from; i < to; i++) {
      order[i] = before[from + ((int) packed[i] & mask)];
    }
    if (!whole) {
      sortRuns(from, to, indexBits);
    }
  }

  /// Sorts the runs that agree in the packed bits of their keys; their range is at most as wide as
  /// the bits dropped, so this ends.
  private void sortRuns(int from, int to, int indexBits) {
    int start = from;
    long prefix = packed[from] >>> indexBits;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || packed[i] >>> indexBits != prefix) {
        if (i - start > 1) {
          sort(start, i);
        }
        start = i;
        prefix = i < to ? packed[i] >>> indexBits : 0;
      }
    }
  }

  private void insertion(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      int moved = order[i];
      long key = keys[moved];
      int j = i - 1;
      while (j >= from && keys[order[j]] > key) {
        order[j + 1] = order[j--];
      }
      order[j + 1] = moved;
    }
  }
}
