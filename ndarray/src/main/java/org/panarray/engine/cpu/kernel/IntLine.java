package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.FloatFormat;

/// Elements of at most 32 bits.
///
/// Bools of files and views may be any byte, and keep it.
final class IntLine implements KeyLine {
  /// Elements of less than 32 bits are converted so many at a time.
  private static final int BLOCK = 4096;

  private final MemorySegment memory;
  private final int shift;
  private final @Nullable FloatFormat format;
  private final int bias;
  private final int[] keys;
  private final int[] spare;
  private final byte[] bytes;
  private final short[] shorts;
  private int count;
  private int numbers; // of floats: those that are not NaN
  private boolean hasBothZeros;

  IntLine(Operand input, int longest) {
    memory = ScalarMemory.segment(input);
    shift = input.type().byteShift();
    format = input.type().isFloat() ? input.type().format() : null;
    boolean unsigned = input.type().isUnsigned() || input.type().isBool();
    bias = unsigned ? Integer.MIN_VALUE >> (Integer.SIZE - (8 << shift)) : 0;
    keys = WorkArrays.ints(longest);
    spare = WorkArrays.ints(longest < KeySort.FEW ? 0 : longest);
    int block = Math.min(longest, BLOCK);
    bytes = new byte[shift == 0 ? block : 0];
    shorts = new short[shift == 1 ? block : 0];
  }

  @Override
  public void load(long start, long step, int n) {
    count = n;
    numbers = n;
    read(start, step, n);
    if (format != null) {
      toKeys((int) format.magnitudeBits(), (int) format.infinityBits());
    } else if (bias != 0) {
      change();
    }
  }

  private void read(long start, long step, int n) {
    if (step != 1) {
      for (int i = 0; i < n; i++) {
        keys[i] = value(start + i * step);
      }
      return;
    }
    if (shift == 2) {
      MemorySegment.copy(memory, JAVA_INT_UNALIGNED, start << 2, keys, 0, n);
      return;
    }
    for (int at = 0; at < n; at += BLOCK) {
      widen(start + at, at, Math.min(BLOCK, n - at));
    }
  }

  private void widen(long start, int at, int n) {
    if (shift == 0) {
      MemorySegment.copy(memory, JAVA_BYTE, start, bytes, 0, n);
      for (int i = 0; i < n; i++) {
        keys[at + i] = bytes[i];
      }
    } else {
      MemorySegment.copy(memory, JAVA_SHORT_UNALIGNED, start << 1, shorts, 0, n);
      for (int i = 0; i < n; i++) {
        keys[at + i] = shorts[i];
      }
    }
  }

  private int value(long offset) {
    return switch (shift) {
      case 0 -> memory.get(JAVA_BYTE, offset);
      case 1 -> memory.get(JAVA_SHORT_UNALIGNED, offset << 1);
      default -> memory.get(JAVA_INT_UNALIGNED, offset << 2);
    };
  }

  /// Between numbers without sign and keys, both ways.
  private void change() {
    for (int i = 0; i < count; i++) {
      keys[i] ^= bias;
    }
  }

  private void toKeys(int magnitude, int infinity) {
    int nan = 0;
    int zeros = 0;
    int negativeZeros = 0;
    for (int i = 0; i < count; i++) {
      int value = keys[i];
      int absolute = value & magnitude;
      nan -= (infinity - absolute) >> 31;
      zeros -= (absolute - 1) >> 31;
      negativeZeros -= ((absolute - 1) & value) >> 31;
      keys[i] = value ^ (value >> 31 & magnitude);
    }
    hasBothZeros = negativeZeros > 0 && zeros > negativeZeros;
    if (nan > 0) {
      moveNanBack(magnitude, infinity, nan);
    }
  }

  private void moveNanBack(int magnitude, int infinity, int nan) {
    int[] last = new int[nan];
    int found = 0;
    for (int i = 0; i < count; i++) {
      int key = keys[i];
      if (((key ^ (key >> 31 & magnitude)) & magnitude) > infinity) {
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
    int magnitude = format == null ? 0 : (int) format.magnitudeBits();
    int at = Arrays.binarySearch(keys, 0, numbers, -1);
    while (at > 0 && keys[at - 1] == -1) {
      at--;
    }
    for (int i = 0; i < count; i++) {
      int value = value(start + i * step);
      if ((value & magnitude) == 0) {
        keys[at++] = value >> 31;
      }
    }
  }

  @Override
  public void select(int[] places) {
    long[] wide = WorkArrays.longs(numbers);
    for (int i = 0; i < numbers; i++) {
      wide[i] = keys[i];
    }
    KeySelect.select(wide, 0, numbers, places);
    for (int i = 0; i < numbers; i++) {
      keys[i] = (int) wide[i];
    }
    WorkArrays.give(wide);
  }

  @Override
  public void store(MemorySegment out, long start, long step) {
    if (format != null) {
      int magnitude = (int) format.magnitudeBits();
      for (int i = 0; i < count; i++) {
        keys[i] ^= keys[i] >> 31 & magnitude;
      }
    } else if (bias != 0) {
      change();
    }
    if (step != 1) {
      for (int i = 0; i < count; i++) {
        write(out, start + i * step, keys[i]);
      }
      return;
    }
    if (shift == 2) {
      MemorySegment.copy(keys, 0, out, JAVA_INT_UNALIGNED, start << 2, count);
      return;
    }
    for (int at = 0; at < count; at += BLOCK) {
      narrow(out, start + at, at, Math.min(BLOCK, count - at));
    }
  }

  private void narrow(MemorySegment out, long start, int at, int n) {
    if (shift == 0) {
      for (int i = 0; i < n; i++) {
        bytes[i] = (byte) keys[at + i];
      }
      MemorySegment.copy(bytes, 0, out, JAVA_BYTE, start, n);
    } else {
      for (int i = 0; i < n; i++) {
        shorts[i] = (short) keys[at + i];
      }
      MemorySegment.copy(shorts, 0, out, JAVA_SHORT_UNALIGNED, start << 1, n);
    }
  }

  private void write(MemorySegment out, long offset, int value) {
    switch (shift) {
      case 0 -> out.set(JAVA_BYTE, offset, (byte) value);
      case 1 -> out.set(JAVA_SHORT_UNALIGNED, offset << 1, (short) value);
      default -> out.set(JAVA_INT_UNALIGNED, offset << 2, value);
    }
  }

  @Override
  public void close() {
    WorkArrays.give(spare);
    WorkArrays.give(keys);
  }
}
