package org.panarray.engine.cpu.kernel;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ScalarMemory;

/// Float or complex elements as numbers one after another, read into doubles and written from them.
/// Offsets and steps count numbers, of which a complex element has two.
///
/// @param single whether the numbers are floats
/// @param buffer for neighbours on their way: a `float[]` or `double[]`
record Samples(MemorySegment memory, boolean single, Object buffer) {
  /// Numbers that are copied at once where they are neighbours.
  private static final int CHUNK = 1024;

  /// @param most how many pairs are read or written at most in one go
  static Samples of(Operand operand, int most) {
    boolean single = operand.type().realPart().byteSize() == Float.BYTES;
    int room = 2 * Math.min(CHUNK, most);
    Object buffer = single ? new float[room] : new double[room];
    return new Samples(ScalarMemory.segment(operand), single, buffer);
  }

  private double get(long at) {
    return single
        ? memory.get(JAVA_FLOAT_UNALIGNED, at << 2)
        : memory.get(JAVA_DOUBLE_UNALIGNED, at << 3);
  }

  private void set(long at, double value) {
    if (single) {
      memory.set(JAVA_FLOAT_UNALIGNED, at << 2, (float) value);
    } else {
      memory.set(JAVA_DOUBLE_UNALIGNED, at << 3, value);
    }
  }

  /// Reads numbers into every `width`-th place of an array.
  void read(long from, long step, int count, double[] target, int place, int width) {
    long at = from;
    for (int k = 0, i = place; k < count; k++, i += width) {
      target[i] = get(at);
      at += step;
    }
  }

  /// Reads pairs of numbers, `apart` from each other, into two arrays.
  void readPairs(
      long from, long apart, long step, int count, double[] re, double[] im, int place, int width) {
    if (step != 2 || apart != 1) {
      read(from, step, count, re, place, width);
      read(from + apart, step, count, im, place, width);
      return;
    }
    for (int done = 0; done < count; done += CHUNK) {
      int some = Math.min(CHUNK, count - done);
      copyOut(from + 2L * done, 2 * some);
      int i = place + done * width;
      if (buffer instanceof float[] floats) {
        for (int k = 0; k < some; k++, i += width) {
          re[i] = floats[2 * k];
          im[i] = floats[2 * k + 1];
        }
      } else if (buffer instanceof double[] doubles) {
        for (int k = 0; k < some; k++, i += width) {
          re[i] = doubles[2 * k];
          im[i] = doubles[2 * k + 1];
        }
      }
    }
  }

  private void copyOut(long from, int count) {
    if (single) {
      MemorySegment.copy(memory, JAVA_FLOAT_UNALIGNED, from << 2, buffer, 0, count);
    } else {
      MemorySegment.copy(memory, JAVA_DOUBLE_UNALIGNED, from << 3, buffer, 0, count);
    }
  }

  private void copyIn(long to, int count) {
    if (single) {
      MemorySegment.copy(buffer, 0, memory, JAVA_FLOAT_UNALIGNED, to << 2, count);
    } else {
      MemorySegment.copy(buffer, 0, memory, JAVA_DOUBLE_UNALIGNED, to << 3, count);
    }
  }

  /// Writes every `width`-th number of an array, times a factor.
  void write(long to, long step, int count, double[] source, int place, int width, double factor) {
    long at = to;
    for (int k = 0, i = place; k < count; k++, i += width) {
      set(at, source[i] * factor);
      at += step;
    }
  }

  /// Writes pairs from two arrays, times a factor.
  void writePairs(
      long to,
      long apart,
      long step,
      int count,
      double[] re,
      double[] im,
      int place,
      int width,
      double factor) {
    if (step != 2 || apart != 1) {
      write(to, step, count, re, place, width, factor);
      write(to + apart, step, count, im, place, width, factor);
      return;
    }
    for (int done = 0; done < count; done += CHUNK) {
      int some = Math.min(CHUNK, count - done);
      int i = place + done * width;
      if (buffer instanceof float[] floats) {
        for (int k = 0; k < some; k++, i += width) {
          floats[2 * k] = (float) (re[i] * factor);
          floats[2 * k + 1] = (float) (im[i] * factor);
        }
      } else if (buffer instanceof double[] doubles) {
        for (int k = 0; k < some; k++, i += width) {
          doubles[2 * k] = re[i] * factor;
          doubles[2 * k + 1] = im[i] * factor;
        }
      }
      copyIn(to + 2L * done, 2 * some);
    }
  }
}
