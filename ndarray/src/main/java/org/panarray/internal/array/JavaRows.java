package org.panarray.internal.array;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.panarray.prim.ElementType;

/// Java arrays of primitives whose bytes are those of elements of some types: they are copied as
/// memory, a hundred times faster than one by one.
public final class JavaRows {
  private JavaRows() {}

  /// The type of elements that a Java type of primitives stands for.
  public static ElementType element(Class<?> primitive) {
    return switch (primitive.getName()) {
      case "boolean" -> ElementType.BOOL;
      case "byte" -> ElementType.INT8;
      case "short" -> ElementType.INT16;
      case "char" -> ElementType.UINT16;
      case "int" -> ElementType.INT32;
      case "long" -> ElementType.INT64;
      case "float" -> ElementType.FLOAT32;
      default -> ElementType.FLOAT64;
    };
  }

  /// The memory of a Java array, or null where its bytes are not elements of this type.
  static @Nullable MemorySegment of(Object row, ElementType type) {
    return switch (row) {
      case double[] values when type == ElementType.FLOAT64 -> MemorySegment.ofArray(values);
      case float[] values when type == ElementType.FLOAT32 -> MemorySegment.ofArray(values);
      case long[] values when type == ElementType.INT64 -> MemorySegment.ofArray(values);
      case int[] values when type == ElementType.INT32 -> MemorySegment.ofArray(values);
      case short[] values when type == ElementType.INT16 -> MemorySegment.ofArray(values);
      case char[] values when type == ElementType.UINT16 -> MemorySegment.ofArray(values);
      case byte[] values when type == ElementType.INT8 -> MemorySegment.ofArray(values);
      default -> null;
    };
  }
}
