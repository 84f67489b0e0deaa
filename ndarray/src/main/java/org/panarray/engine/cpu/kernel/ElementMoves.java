package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;
import static org.panarray.engine.memory.Home.EVERYTHING;

import java.lang.foreign.MemorySegment;

/// Moves elements that are only known by their size, 1, 2, 4, 8 or 16 bytes (`shift` 0 to 4),
/// between addresses. Offsets and steps count bytes.
final class ElementMoves {
  /// Below this many bytes a loop beats the call of a bulk copy.
  private static final long BULK_BYTES = 64;

  private ElementMoves() {}

  /// A row of elements.
  static void row(long from, long fromStep, long to, long toStep, long count, int shift) {
    long width = 1L << shift;
    if (fromStep == width && toStep == width && count << shift >= BULK_BYTES) {
      MemorySegment.copy(EVERYTHING, from, EVERYTHING, to, count << shift);
      return;
    }
    switch (shift) {
      case 0 -> {
        for (long i = 0; i < count; i++) {
          EVERYTHING.set(
              JAVA_BYTE, to + i * toStep, EVERYTHING.get(JAVA_BYTE, from + i * fromStep));
        }
      }
      case 1 -> {
        for (long i = 0; i < count; i++) {
          short element = EVERYTHING.get(JAVA_SHORT_UNALIGNED, from + i * fromStep);
          EVERYTHING.set(JAVA_SHORT_UNALIGNED, to + i * toStep, element);
        }
      }
      case 2 -> {
        for (long i = 0; i < count; i++) {
          int element = EVERYTHING.get(JAVA_INT_UNALIGNED, from + i * fromStep);
          EVERYTHING.set(JAVA_INT_UNALIGNED, to + i * toStep, element);
        }
      }
      case 3 -> {
        for (long i = 0; i < count; i++) {
          long element = EVERYTHING.get(JAVA_LONG_UNALIGNED, from + i * fromStep);
          EVERYTHING.set(JAVA_LONG_UNALIGNED, to + i * toStep, element);
        }
      }
      default -> {
        for (long i = 0; i < count; i++) {
          pair(from + i * fromStep, to + i * toStep);
        }
      }
    }
  }

  /// The elements at `from + offsets[j]` to a row.
  static void gather(long from, long[] offsets, long to, long toStep, int count, int shift) {
    switch (shift) {
      case 0 -> {
        for (int j = 0; j < count; j++) {
          EVERYTHING.set(JAVA_BYTE, to + j * toStep, EVERYTHING.get(JAVA_BYTE, from + offsets[j]));
        }
      }
      case 1 -> {
        for (int j = 0; j < count; j++) {
          short element = EVERYTHING.get(JAVA_SHORT_UNALIGNED, from + offsets[j]);
          EVERYTHING.set(JAVA_SHORT_UNALIGNED, to + j * toStep, element);
        }
      }
      case 2 -> {
        for (int j = 0; j < count; j++) {
          int element = EVERYTHING.get(JAVA_INT_UNALIGNED, from + offsets[j]);
          EVERYTHING.set(JAVA_INT_UNALIGNED, to + j * toStep, element);
        }
      }
      case 3 -> {
        for (int j = 0; j < count; j++) {
          long element = EVERYTHING.get(JAVA_LONG_UNALIGNED, from + offsets[j]);
          EVERYTHING.set(JAVA_LONG_UNALIGNED, to + j * toStep, element);
        }
      }
      default -> {
        for (int j = 0; j < count; j++) {
          pair(from + offsets[j], to + j * toStep);
        }
      }
    }
  }

  /// A row to the elements at `to + offsets[j]`, for ascending `j`.
  static void scatter(long from, long fromStep, long to, long[] offsets, int count, int shift) {
    switch (shift) {
      case 0 -> {
        for (int j = 0; j < count; j++) {
          EVERYTHING.set(
              JAVA_BYTE, to + offsets[j], EVERYTHING.get(JAVA_BYTE, from + j * fromStep));
        }
      }
      case 1 -> {
        for (int j = 0; j < count; j++) {
          short element = EVERYTHING.get(JAVA_SHORT_UNALIGNED, from + j * fromStep);
          EVERYTHING.set(JAVA_SHORT_UNALIGNED, to + offsets[j], element);
        }
      }
      case 2 -> {
        for (int j = 0; j < count; j++) {
          int element = EVERYTHING.get(JAVA_INT_UNALIGNED, from + j * fromStep);
          EVERYTHING.set(JAVA_INT_UNALIGNED, to + offsets[j], element);
        }
      }
      case 3 -> {
        for (int j = 0; j < count; j++) {
          long element = EVERYTHING.get(JAVA_LONG_UNALIGNED, from + j * fromStep);
          EVERYTHING.set(JAVA_LONG_UNALIGNED, to + offsets[j], element);
        }
      }
      default -> {
        for (int j = 0; j < count; j++) {
          pair(from + j * fromStep, to + offsets[j]);
        }
      }
    }
  }

  private static void pair(long from, long to) {
    long first = EVERYTHING.get(JAVA_LONG_UNALIGNED, from);
    long second = EVERYTHING.get(JAVA_LONG_UNALIGNED, from + 8);
    EVERYTHING.set(JAVA_LONG_UNALIGNED, to, first);
    EVERYTHING.set(JAVA_LONG_UNALIGNED, to + 8, second);
  }
}
