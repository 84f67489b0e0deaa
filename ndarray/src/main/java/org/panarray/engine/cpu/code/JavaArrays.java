package org.panarray.engine.cpu.code;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.constant.ClassDesc;
import java.lang.foreign.MemorySegment;
import org.panarray.prim.ElementType;

/// Java arrays that hold elements bit by bit as they lie in memory, complex ones as two parts.
final class JavaArrays {
  private JavaArrays() {}

  /// The letter of the primitive type that holds an element, or a part of a complex one.
  static char kind(ElementType type) {
    int bytes = type.isComplex() ? type.byteSize() / 2 : type.byteSize();
    boolean floats = type.isInexact() && bytes >= 4;
    return switch (bytes) {
      case 1 -> 'B';
      case 2 -> 'S';
      case 4 -> floats ? 'F' : 'I';
      default -> floats ? 'D' : 'J';
    };
  }

  /// The class of arrays of a kind.
  static ClassDesc arrays(char kind) {
    return ClassDesc.ofDescriptor("[" + kind);
  }

  /// The bytes of an element of a kind, as a power of two.
  static int shift(char kind) {
    return switch (kind) {
      case 'B' -> 0;
      case 'S' -> 1;
      case 'I', 'F' -> 2;
      default -> 3;
    };
  }

  /// An array for so many elements, as a segment.
  static MemorySegment allocate(ElementType type, int elements) {
    int parts = type.isComplex() ? 2 * elements : elements;
    return switch (kind(type)) {
      case 'B' -> MemorySegment.ofArray(new byte[parts]);
      case 'S' -> MemorySegment.ofArray(new short[parts]);
      case 'I' -> MemorySegment.ofArray(new int[parts]);
      case 'F' -> MemorySegment.ofArray(new float[parts]);
      case 'J' -> MemorySegment.ofArray(new long[parts]);
      default -> MemorySegment.ofArray(new double[parts]);
    };
  }

  /// Copies elements that lie apart into an array. One loop for all kernels is soon compiled.
  static void gather(
      MemorySegment from, long at, long step, MemorySegment array, int count, int width) {
    switch (array.heapBase().orElseThrow()) {
      case double[] elements when width == Double.BYTES -> {
        for (int i = 0; i < count; i++) {
          elements[i] = from.get(JAVA_DOUBLE_UNALIGNED, at + i * step);
        }
      }
      case float[] elements when width == Float.BYTES -> {
        for (int i = 0; i < count; i++) {
          elements[i] = from.get(JAVA_FLOAT_UNALIGNED, at + i * step);
        }
      }
      case long[] elements -> {
        for (int i = 0; i < count; i++) {
          elements[i] = from.get(JAVA_LONG_UNALIGNED, at + i * step);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(from, at + i * step, array, (long) i * width, width);
        }
      }
    }
  }

  /// Copies the elements of an array to where they lie apart.
  static void scatter(
      MemorySegment array, MemorySegment to, long at, long step, int count, int width) {
    switch (array.heapBase().orElseThrow()) {
      case double[] elements when width == Double.BYTES -> {
        for (int i = 0; i < count; i++) {
          to.set(JAVA_DOUBLE_UNALIGNED, at + i * step, elements[i]);
        }
      }
      case float[] elements when width == Float.BYTES -> {
        for (int i = 0; i < count; i++) {
          to.set(JAVA_FLOAT_UNALIGNED, at + i * step, elements[i]);
        }
      }
      case long[] elements -> {
        for (int i = 0; i < count; i++) {
          to.set(JAVA_LONG_UNALIGNED, at + i * step, elements[i]);
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          MemorySegment.copy(array, (long) i * width, to, at + i * step, width);
        }
      }
    }
  }
}
