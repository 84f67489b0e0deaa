package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Matrix products of the types that BLAS lacks. Rows are added up in the wide type of the kind:
/// sums of integers wrap the same in any width, halves are summed as floats and rounded once, as
/// NumPy does.
public final class LoopProduct {
  /// Rows of the right matrix that are copied and used for all rows of the left before the next:
  /// they stay in the second-level cache, and an inner product leaves no copies of its operands.
  private static final int PANEL = 64;

  private LoopProduct() {}

  static void multiply(Operand a, Operand b, Operand c) {
    int rows = Math.toIntExact(a.layout().dim(0));
    int inner = Math.toIntExact(a.layout().dim(1));
    int columns = Math.toIntExact(b.layout().dim(1));
    if (c.type().isFloat()) {
      floats(a, b, c, rows, inner, columns);
    } else if (c.type().byteSize() == Long.BYTES) {
      longs(a, b, c, rows, inner, columns);
    } else {
      ints(a, b, c, rows, inner, columns);
    }
  }

  private static void floats(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int panel = Math.min(inner, PANEL);
    float[] left = new float[Math.multiplyExact(rows, panel)];
    float[] right = new float[Math.multiplyExact(panel, columns)];
    float[] sums = new float[Math.multiplyExact(rows, columns)];
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      fill(
          columns(a, from, depth),
          (at, memory, type, offset) ->
              left[at] = (float) ElementAccess.getReal(memory, type, offset));
      fill(
          rows(b, from, depth),
          (at, memory, type, offset) ->
              right[at] = (float) ElementAccess.getReal(memory, type, offset));
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = 0; k < depth; k++) {
          float factor = left[i * depth + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(
        c,
        (at, memory, type, offset) -> ElementAccess.setComplex(memory, type, offset, sums[at], 0));
  }

  private static void longs(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int panel = Math.min(inner, PANEL);
    long[] left = new long[Math.multiplyExact(rows, panel)];
    long[] right = new long[Math.multiplyExact(panel, columns)];
    long[] sums = new long[Math.multiplyExact(rows, columns)];
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      fill(
          columns(a, from, depth),
          (at, memory, type, offset) -> left[at] = ElementAccess.getLong(memory, type, offset));
      fill(
          rows(b, from, depth),
          (at, memory, type, offset) -> right[at] = ElementAccess.getLong(memory, type, offset));
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = 0; k < depth; k++) {
          long factor = left[i * depth + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(c, (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  /// Also bool: the number of pairs that are both true is zero where none is.
  private static void ints(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int panel = Math.min(inner, PANEL);
    int[] left = new int[Math.multiplyExact(rows, panel)];
    int[] right = new int[Math.multiplyExact(panel, columns)];
    int[] sums = new int[Math.multiplyExact(rows, columns)];
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      fill(
          columns(a, from, depth),
          (at, memory, type, offset) ->
              left[at] = (int) ElementAccess.getLong(memory, type, offset));
      fill(
          rows(b, from, depth),
          (at, memory, type, offset) ->
              right[at] = (int) ElementAccess.getLong(memory, type, offset));
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = 0; k < depth; k++) {
          int factor = left[i * depth + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(c, (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  @FunctionalInterface
  private interface Element {
    void visit(int at, MemorySegment memory, ElementType type, long offset);
  }

  private static Operand columns(Operand matrix, int from, int count) {
    return part(matrix, 1, from, matrix.layout().dim(0), count);
  }

  private static Operand rows(Operand matrix, int from, int count) {
    return part(matrix, 0, from, count, matrix.layout().dim(1));
  }

  private static Operand part(Operand matrix, int axis, int from, long rows, long columns) {
    Layout layout = matrix.layout();
    long first = layout.offset() + from * layout.stride(axis);
    return matrix.with(Layout.of(Shape.of(rows, columns), layout.strides(), first));
  }

  /// Visits the elements of a matrix in C order.
  private static void fill(Operand matrix, Element visitor) {
    Layout layout = matrix.layout();
    MemorySegment memory = ScalarMemory.segment(matrix);
    int columns = (int) layout.dim(1);
    for (int i = 0; i < layout.dim(0); i++) {
      long row = layout.offset() + i * layout.stride(0);
      for (int j = 0; j < columns; j++) {
        visitor.visit(i * columns + j, memory, matrix.type(), row + j * layout.stride(1));
      }
    }
  }
}
