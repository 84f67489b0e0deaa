package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.FloatFormat;

/// Elements of 64 bits.
final class LongLine implements KeyLine {
  private final MemorySegment memory;
  private final @Nullable FloatFormat format;
  private final long bias;
  private final long[] keys;
  private final long[] spare;
  private int count;
  private int numbers; // of floats: those that are not NaN
  private boolean hasBothZeros;

  LongLine(Operand input, int longest) {
    memory = ScalarMemory.segment(input);
    format = input.type().isFloat() ? input.type().format() : null;
    bias = input.type().isUnsigned() ? Long.MIN_VALUE : 0;
    keys = WorkArrays.longs(longest);
    spare = WorkArrays.longs(longest < KeySort.FEW ? 0 : longest);
  }

  @Override
  public void load(long start, long step, int n) {
    count = n;
    numbers = n;
    if (step == 1) {
      MemorySegment.copy(memory, JAVA_LONG_UNALIGNED, start << 3, keys, 0, n);
    } else {
      for (int i = 0; i < n; i++) {
        keys[i] = memory.get(JAVA_LONG_UNALIGNED, (start + i * step) << 3);
      }
    }
    if (format != null) {
      toKeys(format.magnitudeBits(), format.infinityBits());
    } else if (bias != 0) {
      change();
    }
  }

  /// Between numbers without sign and keys, both ways.
  private void change() {
    for (int i = 0; i < count; i++) {
      keys[i] ^= bias;
    }
  }

  private void toKeys(long magnitude, long infinity) {
    long nan = 0;
    long zeros = 0;
    long negativeZeros = 0;
    for (int i = 0; i < count; i++) {
      long value = keys[i];
      long absolute = value & magnitude;
      nan -= (infinity - absolute) >> 63;
      zeros -= (absolute - 1) >> 63;
      negativeZeros -= ((absolute - 1) & value) >> 63;
      keys[i] = value ^ (value >> 63 & magnitude);
    }
    hasBothZeros = negativeZeros > 0 && zeros > negativeZeros;
    if (nan > 0) {
      moveNanBack(magnitude, infinity, (int) nan);
    }
  }

  private void moveNanBack(long magnitude, long infinity, int nan) {
    long[] last = new long[nan];
    int found = 0;
    for (int i = 0; i < count; i++) {
      long key = keys[i];
      if (((key ^ (key >> 63 & magnitude)) & magnitude) > infinity) {
        last[found++] = key;
      } else {
        keys[i - found] = key;
      }
    }
    numbers = count - nan;
    System.arraycopy(last, 0, keys, numbers, nan);
  }

  @Override
  public void sort(long start, long step) {
    KeySort.sort(keys, spare, numbers);
    if (!hasBothZeros) {
      return;
    }
    int at = Arrays.binarySearch(keys, 0, numbers, -1);
    while (at > 0 && keys[at - 1] == -1) {
      at--;
    }
    for (int i = 0; i < count; i++) {
      long value = memory.get(JAVA_LONG_UNALIGNED, (start + i * step) << 3);
      if ((value & Long.MAX_VALUE) == 0) {
        keys[at++] = value >> 63;
      }
    }
  }

  @Override
  public void select(int[] places) {
    KeySelect.select(keys, 0, numbers, places);
  }

  @Override
  public void store(MemorySegment out, long start, long step) {
    if (format != null) {
      long magnitude = format.magnitudeBits();
      for (int i = 0; i < count; i++) {
        keys[i] ^= keys[i] >> 63 & magnitude;
      }
    } else if (bias != 0) {
      change();
    }
    if (step == 1) {
      MemorySegment.copy(keys, 0, out, JAVA_LONG_UNALIGNED, start << 3, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      out.set(JAVA_LONG_UNALIGNED, (start + i * step) << 3, keys[i]);
    }
  }

  @Override
  public void close() {
    WorkArrays.give(spare);
    WorkArrays.give(keys);
  }
}
