package org.panarray.engine.cpu.kernel;

import java.util.Arrays;

/// The stable order of `long` keys.
///
/// As much of a key as fits is packed above its place into one `long`, and those are sorted
/// ([KeySort]): 1e6 doubles in little more than the time of sorting them. Keys that agree in the
/// packed bits, which is rare unless they are equal, are sorted again among themselves by their
/// other bits.
final class KeyOrder implements AutoCloseable {
  private static final int INSERTION_LIMIT = 24;

  private final long[] keys;
  private final int[] order;
  private final long[] packed;
  private final long[] spare;
  private int indexBits;
  private int packedBits;
  private boolean whole; // the packed bits are all there is of the keys

  KeyOrder(int capacity) {
    keys = WorkArrays.longs(capacity);
    order = WorkArrays.ints(capacity);
    packed = WorkArrays.longs(capacity);
    spare = WorkArrays.longs(capacity < KeySort.FEW ? 0 : capacity);
  }

  @Override
  public void close() {
    WorkArrays.give(spare);
    WorkArrays.give(packed);
    WorkArrays.give(order);
    WorkArrays.give(keys);
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
    if (count <= INSERTION_LIMIT) {
      insertion(0, count);
      return order;
    }
    if (pack(0, count)) {
      if (count < KeySort.FEW) {
        Arrays.sort(packed, 0, count);
      } else {
        // Places ascend already.
        KeySort.sort(packed, spare, count, 0, indexBits, packedBits);
      }
      unpack(count);
      if (!whole) {
        sortRuns(0, count, indexBits);
      }
    }
    return order;
  }

  /// As [#sort], but only what stands at some places, in ascending order, is what a sort would put
  /// there; what comes before has no larger keys, what comes behind no smaller ones.
  int[] select(int count, int[] places) {
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    if (!pack(0, count)) {
      return order;
    }
    KeySelect.select(packed, 0, count, places);
    unpack(count);
    for (int place : places) {
      if (!whole && !isTold(count, place)) {
        return sort(count);
      }
    }
    return order;
  }

  /// Whether all keys that agree with the one at a place in the packed bits are equal to it.
  private boolean isTold(int count, int place) {
    long prefix = packed[place] >>> indexBits;
    long key = keys[order[place]];
    for (int i = 0; i < count; i++) {
      if (packed[i] >>> indexBits == prefix && keys[order[i]] != key) {
        return false;
      }
    }
    return true;
  }

  private void sort(int from, int to) {
    if (to - from <= INSERTION_LIMIT) {
      insertion(from, to);
    } else if (pack(from, to)) {
      Arrays.sort(packed, from, to);
      unpack(from, to);
    }
  }

  /// Packs keys and places, unless all keys are equal.
  private boolean pack(int from, int to) {
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
      return false;
    }
    indexBits = Integer.SIZE - Integer.numberOfLeadingZeros(to - from - 1);
    int keyBits = Long.SIZE - Long.numberOfLeadingZeros(most - least);
    int dropped = Long.numberOfTrailingZeros(used);
    whole = keyBits - dropped + indexBits < Long.SIZE;
    if (!whole) {
      dropped = keyBits + indexBits - (Long.SIZE - 1);
    }
    packedBits = keyBits - dropped + indexBits;
    for (int i = from; i < to; i++) {
      packed[i] = (keys[order[i]] - least) >>> dropped << indexBits | (i - from);
    }
    return true;
  }

  /// Turns packed keys and places into the order of all.
  private void unpack(int count) {
    int mask = (int) ((1L << indexBits) - 1);
    for (int i = 0; i < count; i++) {
      order[i] = (int) packed[i] & mask;
    }
  }

  /// Turns packed keys and places into the order of a part, whose places count from its beginning.
  private void unpack(int from, int to) {
    int mask = (int) ((1L << indexBits) - 1);
    int[] before = Arrays.copyOfRange(order, from, to);
    for (int i = from; i < to; i++) {
      order[i] = before[(int) packed[i] & mask];
    }
    if (!whole) {
      sortRuns(from, to, indexBits);
    }
  }

  /// Sorts the runs that agree in the packed bits of their keys; their range is at most as wide as
  /// the bits dropped, so this ends.
  private void sortRuns(int from, int to, int bits) {
    int start = from;
    long prefix = packed[from] >>> bits;
    for (int i = from + 1; i <= to; i++) {
      if (i == to || packed[i] >>> bits != prefix) {
        if (i - start > 1) {
          sort(start, i);
        }
        start = i;
        prefix = i < to ? packed[i] >>> bits : 0;
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
