package org.panarray.engine.cpu.kernel;

import java.lang.foreign.MemorySegment;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.shape.Layout;

/// Matrix products of the types that BLAS lacks. Rows are added up in the wide type of the kind:
/// sums of integers wrap the same in any width, halves are summed as floats and rounded once, as
/// NumPy does.
public final class LoopProduct {
  /// Rows of the right matrix that are used for all rows of the left before the next: they stay in
  /// the second-level cache.
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
    float[] left = new float[Math.multiplyExact(rows, inner)];
    float[] right = new float[Math.multiplyExact(inner, columns)];
    float[] sums = new float[Math.multiplyExact(rows, columns)];
    fill(
        a,
        left.length,
        (at, memory, type, offset) ->
            left[at] = (float) ElementAccess.getReal(memory, type, offset));
    fill(
        b,
        right.length,
        (at, memory, type, offset) ->
            right[at] = (float) ElementAccess.getReal(memory, type, offset));
    for (int from = 0; from < inner; from += PANEL) {
      int to = Math.min(inner, from + PANEL);
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = from; k < to; k++) {
          float factor = left[i * inner + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(
        c,
        sums.length,
        (at, memory, type, offset) -> ElementAccess.setComplex(memory, type, offset, sums[at], 0));
  }

  private static void longs(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    long[] left = new long[Math.multiplyExact(rows, inner)];
    long[] right = new long[Math.multiplyExact(inner, columns)];
    long[] sums = new long[Math.multiplyExact(rows, columns)];
    fill(
        a,
        left.length,
        (at, memory, type, offset) -> left[at] = ElementAccess.getLong(memory, type, offset));
    fill(
        b,
        right.length,
        (at, memory, type, offset) -> right[at] = ElementAccess.getLong(memory, type, offset));
    for (int from = 0; from < inner; from += PANEL) {
      int to = Math.min(inner, from + PANEL);
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = from; k < to; k++) {
          long factor = left[i * inner + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(
        c,
        sums.length,
        (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  /// Also bool: the number of pairs that are both true is zero where none is.
  private static void ints(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int[] left = new int[Math.multiplyExact(rows, inner)];
    int[] right = new int[Math.multiplyExact(inner, columns)];
    int[] sums = new int[Math.multiplyExact(rows, columns)];
    fill(
        a,
        left.length,
        (at, memory, type, offset) -> left[at] = (int) ElementAccess.getLong(memory, type, offset));
    fill(
        b,
        right.length,
        (at, memory, type, offset) ->
            right[at] = (int) ElementAccess.getLong(memory, type, offset));
    for (int from = 0; from < inner; from += PANEL) {
      int to = Math.min(inner, from + PANEL);
      for (int i = 0; i < rows; i++) {
        int row = i * columns;
        for (int k = from; k < to; k++) {
          int factor = left[i * inner + k];
          int other = k * columns;
          for (int j = 0; j < columns; j++) {
            sums[row + j] += factor * right[other + j];
          }
        }
      }
    }
    fill(
        c,
        sums.length,
        (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  @FunctionalInterface
  private interface Element {
    void visit(int at, MemorySegment memory, ElementType type, long offset);
  }

  /// Visits the elements of a matrix in C order.
  private static void fill(Operand matrix, int size, Element visitor) {
    Layout layout = matrix.layout();
    MemorySegment memory = ScalarMemory.segment(matrix);
    if (size == 0) {
      return;
    }
    int columns = (int) layout.dim(1);
    for (int i = 0; i < layout.dim(0); i++) {
      long row = layout.offset() + i * layout.stride(0);
      for (int j = 0; j < columns; j++) {
        visitor.visit(i * columns + j, memory, matrix.type(), row + j * layout.stride(1));
      }
    }
  }
}
