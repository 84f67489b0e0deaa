package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_SHORT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ElementCopy;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.LoopNest;

/// Ascending order along an axis: lines go through a Java array of their type, sorted by the JDK
/// (with vector instructions where the processor has them).
///
/// Lines too long for the heap are sorted in runs, see [RunMerge].
///
/// The JDK puts -0 before 0, NumPy takes them as equal; so zeros are put back in their old order.
public final class SortKernel {
  private SortKernel() {}

  /// Sorts so many elements from an input offset into an output offset.
  @FunctionalInterface
  private interface LineSort {
    void sort(long start, long place, int count);
  }

  static void sort(int axis, Operand input, Operand output) {
    Layout layout = input.layout();
    if (layout.size() == 0) {
      return;
    }
    ElementType type = input.type();
    long count = layout.dim(axis);
    long step = layout.stride(axis);
    long outStep = output.layout().stride(axis);
    int run = RunMerge.runLength(count, bytesOfLine(type));
    LineSort runs = lineSort(input, step, output, outStep, run);
    MemorySegment out = ScalarMemory.segment(output);
    ArgSortKernel.forEachLine(
        LoopNest.of(output.layout().select(axis, 0), layout.select(axis, 0)),
        (place, start) -> {
          for (long at = 0; at < count; at += run) {
            int length = (int) Math.min(run, count - at);
            runs.sort(start + at * step, place + at * outStep, length);
          }
          if (run < count) {
            RunMerge.merge(out, place, outStep, count, run, type.byteShift(), order(type));
          }
        });
  }

  /// What the Java arrays take for an element.
  private static int bytesOfLine(ElementType type) {
    return isByOrder(type) ? ArgSortKernel.BYTES_OF_LINE + 2 * Long.BYTES : type.byteSize();
  }

  /// Whether elements are compared, where no array of Java's sorts them.
  private static boolean isByOrder(ElementType type) {
    return type.isComplex() || type.isNarrowFloat();
  }

  /// The order of elements of a type.
  public static RunMerge.Order order(ElementType type) {
    if (type.isComplex()) {
      return (memory, offset, other) ->
          OrderKeys.precedes(
              ElementAccess.getReal(memory, type, offset),
              ElementAccess.getImaginary(memory, type, offset),
              ElementAccess.getReal(memory, type, other),
              ElementAccess.getImaginary(memory, type, other));
    }
    return (memory, offset, other) ->
        OrderKeys.of(memory, type, offset) < OrderKeys.of(memory, type, other);
  }

  private static LineSort lineSort(
      Operand input, long step, Operand output, long outStep, int longest) {
    MemorySegment in = ScalarMemory.segment(input);
    MemorySegment out = ScalarMemory.segment(output);
    ElementType type = input.type();
    if (isByOrder(type)) {
      return byOrder(input, step, out, outStep, longest);
    }
    if (type.isFloat()) {
      return type == ElementType.FLOAT32
          ? floats(in, step, out, outStep, longest)
          : doubles(in, step, out, outStep, longest);
    }
    boolean unsigned = type.isUnsigned();
    return switch (type.byteSize()) {
      // Bools of files and views may be any byte, and are true unless it is 0.
      case 1 -> bytes(in, step, out, outStep, type == ElementType.INT8 ? 0x80 : 0);
      case 2 -> shorts(in, step, out, outStep, longest, unsigned ? Short.MIN_VALUE : 0);
      case 4 -> ints(in, step, out, outStep, longest, unsigned ? Integer.MIN_VALUE : 0);
      default -> longs(in, step, out, outStep, longest, unsigned ? Long.MIN_VALUE : 0);
    };
  }

  /// Counts how often each of the 256 values occurs; `bias` turns a byte into its rank.
  private static LineSort bytes(
      MemorySegment in, long step, MemorySegment out, long outStep, int bias) {
    return (start, place, n) -> {
      int[] counts = new int[256];
      for (long i = 0; i < n; i++) {
        counts[in.get(JAVA_BYTE, start + i * step) & 0xff ^ bias]++;
      }
      long next = place;
      for (int rank = 0; rank < 256; rank++) {
        byte value = (byte) (rank ^ bias);
        for (int left = counts[rank]; left > 0; left--) {
          out.set(JAVA_BYTE, next, value);
          next += outStep;
        }
      }
    };
  }

  private static LineSort shorts(
      MemorySegment in, long step, MemorySegment out, long outStep, int longest, int bias) {
    short[] line = new short[longest];
    return (start, place, n) -> {
      for (int i = 0; i < n; i++) {
        line[i] = (short) (in.get(JAVA_SHORT_UNALIGNED, (start + i * step) << 1) ^ bias);
      }
      Arrays.sort(line, 0, n);
      for (int i = 0; i < n; i++) {
        out.set(JAVA_SHORT_UNALIGNED, (place + i * outStep) << 1, (short) (line[i] ^ bias));
      }
    };
  }

  private static LineSort ints(
      MemorySegment in, long step, MemorySegment out, long outStep, int longest, int bias) {
    int[] line = new int[longest];
    return (start, place, n) -> {
      for (int i = 0; i < n; i++) {
        line[i] = in.get(JAVA_INT_UNALIGNED, (start + i * step) << 2) ^ bias;
      }
      Arrays.sort(line, 0, n);
      for (int i = 0; i < n; i++) {
        out.set(JAVA_INT_UNALIGNED, (place + i * outStep) << 2, line[i] ^ bias);
      }
    };
  }

  private static LineSort longs(
      MemorySegment in, long step, MemorySegment out, long outStep, int longest, long bias) {
    long[] line = new long[longest];
    return (start, place, n) -> {
      for (int i = 0; i < n; i++) {
        line[i] = in.get(JAVA_LONG_UNALIGNED, (start + i * step) << 3) ^ bias;
      }
      Arrays.sort(line, 0, n);
      for (int i = 0; i < n; i++) {
        out.set(JAVA_LONG_UNALIGNED, (place + i * outStep) << 3, line[i] ^ bias);
      }
    };
  }

  private static LineSort floats(
      MemorySegment in, long step, MemorySegment out, long outStep, int longest) {
    float[] line = new float[longest];
    return (start, place, n) -> {
      for (int i = 0; i < n; i++) {
        line[i] = in.get(JAVA_FLOAT_UNALIGNED, (start + i * step) << 2);
      }
      Arrays.sort(line, 0, n);
      int zero = Arrays.binarySearch(line, 0, n, -0f);
      if (zero >= 0 && Arrays.binarySearch(line, 0, n, 0f) >= 0) {
        while (zero > 0 && line[zero - 1] == 0) {
          zero--;
        }
        for (int i = 0; i < n; i++) {
          float value = in.get(JAVA_FLOAT_UNALIGNED, (start + i * step) << 2);
          if (value == 0) {
            line[zero++] = value;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        out.set(JAVA_FLOAT_UNALIGNED, (place + i * outStep) << 2, line[i]);
      }
    };
  }

  private static LineSort doubles(
      MemorySegment in, long step, MemorySegment out, long outStep, int longest) {
    double[] line = new double[longest];
    return (start, place, n) -> {
      for (int i = 0; i < n; i++) {
        line[i] = in.get(JAVA_DOUBLE_UNALIGNED, (start + i * step) << 3);
      }
      Arrays.sort(line, 0, n);
      int zero = Arrays.binarySearch(line, 0, n, -0.0);
      if (zero >= 0 && Arrays.binarySearch(line, 0, n, 0.0) >= 0) {
        while (zero > 0 && line[zero - 1] == 0) {
          zero--;
        }
        for (int i = 0; i < n; i++) {
          double value = in.get(JAVA_DOUBLE_UNALIGNED, (start + i * step) << 3);
          if (value == 0) {
            line[zero++] = value;
          }
        }
      }
      for (int i = 0; i < n; i++) {
        out.set(JAVA_DOUBLE_UNALIGNED, (place + i * outStep) << 3, line[i]);
      }
    };
  }

  private static LineSort byOrder(
      Operand input, long step, MemorySegment out, long outStep, int longest) {
    MemorySegment in = ScalarMemory.segment(input);
    ArgSortKernel kernel = new ArgSortKernel(input, longest);
    int shift = input.type().byteShift();
    long[] sources = new long[longest];
    long[] targets = new long[longest];
    for (int i = 0; i < longest; i++) {
      targets[i] = i * outStep;
    }
    return (start, place, n) -> {
      int[] order = kernel.order(start, step, n);
      for (int i = 0; i < n; i++) {
        sources[i] = order[i] * step;
      }
      ElementCopy.each(in, sources, start, out, targets, place, n, shift);
    };
  }
}
