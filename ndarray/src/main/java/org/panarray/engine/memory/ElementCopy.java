package org.panarray.engine.memory;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Copies of elements that are only known by their size: 1, 2, 4, 8 or 16 bytes (`shift` 0 to 4).
/// Offsets and steps count elements.
public final class ElementCopy {
  /// Below this many bytes a loop beats the call of a bulk copy.
  private static final long BULK_BYTES = 64;

  private ElementCopy() {}

  /// Copies between operands of one type and shape that do not overlap.
  public static void copy(Operand from, Operand to) {
    Layout source = from.layout();
    Layout target = to.layout();
    MemorySegment input = ScalarMemory.segment(from);
    MemorySegment output = ScalarMemory.segment(to);
    int shift = from.type().byteShift();
    LoopNest nest = LoopNest.of(target, source);
    long sourceStep = nest.innerStride(1);
    long targetStep = nest.innerStride(0);
    nest.forEachRow(
        (at, count) -> run(input, at[1], sourceStep, output, at[0], targetStep, count, shift));
  }

  /// Copies one row.
  public static void run(
      MemorySegment from,
      long source,
      long sourceStep,
      MemorySegment to,
      long target,
      long targetStep,
      long count,
      int shift) {
    if (sourceStep == 1 && targetStep == 1 && count << shift >= BULK_BYTES) {
      MemorySegment.copy(from, source << shift, to, target << shift, count << shift);
      return;
    }
    switch (shift) {
      case 0 -> {
        for (long i = 0; i < count; i++) {
          to.set(JAVA_BYTE, target + i * targetStep, from.get(JAVA_BYTE, source + i * sourceStep));
        }
      }
      case 1 -> {
        for (long i = 0; i < count; i++) {
          short element = from.get(JAVA_SHORT_UNALIGNED, (source + i * sourceStep) << 1);
          to.set(JAVA_SHORT_UNALIGNED, (target + i * targetStep) << 1, element);
        }
      }
      case 2 -> {
        for (long i = 0; i < count; i++) {
          int element = from.get(JAVA_INT_UNALIGNED, (source + i * sourceStep) << 2);
          to.set(JAVA_INT_UNALIGNED, (target + i * targetStep) << 2, element);
        }
      }
      case 3 -> {
        for (long i = 0; i < count; i++) {
          long element = from.get(JAVA_LONG_UNALIGNED, (source + i * sourceStep) << 3);
          to.set(JAVA_LONG_UNALIGNED, (target + i * targetStep) << 3, element);
        }
      }
      default -> {
        for (long i = 0; i < count; i++) {
          pair(from, (source + i * sourceStep) << 4, to, (target + i * targetStep) << 4);
        }
      }
    }
  }

  /// Copies the elements at `source + offsets[j]` to a row.
  public static void gather(
      MemorySegment from,
      long source,
      long[] offsets,
      MemorySegment to,
      long target,
      long targetStep,
      int count,
      int shift) {
    switch (shift) {
      case 0 -> {
        for (int j = 0; j < count; j++) {
          byte element = from.get(JAVA_BYTE, source + offsets[j]);
          to.set(JAVA_BYTE, target + j * targetStep, element);
        }
      }
      case 1 -> {
        for (int j = 0; j < count; j++) {
          short element = from.get(JAVA_SHORT_UNALIGNED, (source + offsets[j]) << 1);
          to.set(JAVA_SHORT_UNALIGNED, (target + j * targetStep) << 1, element);
        }
      }
      case 2 -> {
        for (int j = 0; j < count; j++) {
          int element = from.get(JAVA_INT_UNALIGNED, (source + offsets[j]) << 2);
          to.set(JAVA_INT_UNALIGNED, (target + j * targetStep) << 2, element);
        }
      }
      case 3 -> {
        for (int j = 0; j < count; j++) {
          long element = from.get(JAVA_LONG_UNALIGNED, (source + offsets[j]) << 3);
          to.set(JAVA_LONG_UNALIGNED, (target + j * targetStep) << 3, element);
        }
      }
      default -> {
        for (int j = 0; j < count; j++) {
          pair(from, (source + offsets[j]) << 4, to, (target + j * targetStep) << 4);
        }
      }
    }
  }

  /// Copies a row to the elements at `target + offsets[j]`, for ascending `j`.
  public static void scatter(
      MemorySegment from,
      long source,
      long sourceStep,
      MemorySegment to,
      long target,
      long[] offsets,
      int count,
      int shift) {
    switch (shift) {
      case 0 -> {
        for (int j = 0; j < count; j++) {
          byte element = from.get(JAVA_BYTE, source + j * sourceStep);
          to.set(JAVA_BYTE, target + offsets[j], element);
        }
      }
      case 1 -> {
        for (int j = 0; j < count; j++) {
          short element = from.get(JAVA_SHORT_UNALIGNED, (source + j * sourceStep) << 1);
          to.set(JAVA_SHORT_UNALIGNED, (target + offsets[j]) << 1, element);
        }
      }
      case 2 -> {
        for (int j = 0; j < count; j++) {
          int element = from.get(JAVA_INT_UNALIGNED, (source + j * sourceStep) << 2);
          to.set(JAVA_INT_UNALIGNED, (target + offsets[j]) << 2, element);
        }
      }
      case 3 -> {
        for (int j = 0; j < count; j++) {
          long element = from.get(JAVA_LONG_UNALIGNED, (source + j * sourceStep) << 3);
          to.set(JAVA_LONG_UNALIGNED, (target + offsets[j]) << 3, element);
        }
      }
      default -> {
        for (int j = 0; j < count; j++) {
          pair(from, (source + j * sourceStep) << 4, to, (target + offsets[j]) << 4);
        }
      }
    }
  }

  private static void pair(MemorySegment from, long at, MemorySegment to, long place) {
    long first = from.get(JAVA_LONG_UNALIGNED, at);
    long second = from.get(JAVA_LONG_UNALIGNED, at + 8);
    to.set(JAVA_LONG_UNALIGNED, place, first);
    to.set(JAVA_LONG_UNALIGNED, place + 8, second);
  }
}
