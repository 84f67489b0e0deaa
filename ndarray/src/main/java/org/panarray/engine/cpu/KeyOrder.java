package org.panarray.engine.cpu;

import java.util.Arrays;

/// The stable order of `long` keys.
///
/// As much of a key as fits is packed above its index into one `long`, and the JDK sorts those with
/// vector instructions: 1e6 doubles in about the time of sorting them. Keys that agree in the
/// packed bits, which is rare unless they are equal, are then put right by merging.
final class KeyOrder {
  private static final int INSERTION_LIMIT = 24;

  private final long[] keys;
  private final int[] order;
  private final long[] packed;
  private int[] scratch = {};

  KeyOrder(int capacity) {
    keys = new long[capacity];
    order = new int[capacity];
    packed = new long[capacity];
  }

  /// The keys, to be filled by the caller before [#sort].
  long[] keys() {
    return keys;
  }

  /// The order of the first `count` keys: position `k` holds the index of the `k`-th smallest.
  int[] sort(int count) {
    if (count <= INSERTION_LIMIT) {
      for (int i = 0; i < count; i++) {
        order[i] = i;
      }
      insertion(0, count);
      return order;
    }
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      least = Math.min(least, keys[i]);
      most = Math.max(most, keys[i]);
    }
    long used = 0;
    for (int i = 0; i < count; i++) {
      used |= keys[i] - least;
    }
    int indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(count - 1);
    int keyBits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int dropped = used == 0 ? 0 : Long.numberOfTrailingZeros(used);
    boolean whole = keyBits - dropped + indexBits < Long.SIZE;
    if (!whole) {
      dropped = keyBits + indexBits - (Long.SIZE - 1);
    }
    for (int i = 0; i < count; i++) {
      packed[i] = (keys[i] - least) >>> dropped << indexBits | i;
    }
    Arrays.sort(packed, 0, count);
    int mask = (int) ((1L << indexBits) - 1);
    for (int i = 0; i < count; i++) {
      order[i] = (int) packed[i] & mask;
    }
    if (!whole) {
      mergeEqual(count, indexBits);
    }
    return order;
  }

  private void mergeEqual(int count, int indexBits) {
    int start = 0;
    for (int i = 1; i <= count; i++) {
      if (i == count || packed[i] >>> indexBits != packed[start] >>> indexBits) {
        if (i - start > 1) {
          mergeSort(start, i);
        }
        start = i;
      }
    }
  }

  private void mergeSort(int from, int to) {
    if (to - from <= INSERTION_LIMIT) {
      insertion(from, to);
      return;
    }
    int middle = (from + to) >>> 1;
    mergeSort(from, middle);
    mergeSort(middle, to);
    if (keys[order[middle - 1]] <= keys[order[middle]]) {
      return;
    }
    int length = middle - from;
    if (scratch.length < length) {
      scratch = new int[length];
    }
    System.arraycopy(order, from, scratch, 0, length);
    int left = 0;
    int right = middle;
    int next = from;
    while (left < length) {
      boolean takeRight = right < to && keys[order[right]] < keys[scratch[left]];
      order[next++] = takeRight ? order[right++] : scratch[left++];
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
