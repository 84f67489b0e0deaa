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
    Element toLeft =
        (at, memory, type, offset) ->
            left[at] = (float) ElementAccess.getReal(memory, type, offset);
    Element toRight =
        (at, memory, type, offset) ->
            right[at] = (float) ElementAccess.getReal(memory, type, offset);
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      visit(a, 0, rows, from, depth, toLeft);
      visit(b, from, depth, 0, columns, toRight);
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
    visit(
        c,
        0,
        rows,
        0,
        columns,
        (at, memory, type, offset) -> ElementAccess.setComplex(memory, type, offset, sums[at], 0));
  }

  private static void longs(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int panel = Math.min(inner, PANEL);
    long[] left = new long[Math.multiplyExact(rows, panel)];
    long[] right = new long[Math.multiplyExact(panel, columns)];
    long[] sums = new long[Math.multiplyExact(rows, columns)];
    Element toLeft =
        (at, memory, type, offset) -> left[at] = ElementAccess.getLong(memory, type, offset);
    Element toRight =
        (at, memory, type, offset) -> right[at] = ElementAccess.getLong(memory, type, offset);
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      visit(a, 0, rows, from, depth, toLeft);
      visit(b, from, depth, 0, columns, toRight);
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
    visit(
        c,
        0,
        rows,
        0,
        columns,
        (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  /// Also bool: the number of pairs that are both true is zero where none is.
  private static void ints(Operand a, Operand b, Operand c, int rows, int inner, int columns) {
    int panel = Math.min(inner, PANEL);
    int[] left = new int[Math.multiplyExact(rows, panel)];
    int[] right = new int[Math.multiplyExact(panel, columns)];
    int[] sums = new int[Math.multiplyExact(rows, columns)];
    Element toLeft =
        (at, memory, type, offset) -> left[at] = (int) ElementAccess.getLong(memory, type, offset);
    Element toRight =
        (at, memory, type, offset) -> right[at] = (int) ElementAccess.getLong(memory, type, offset);
    for (int from = 0; from < inner; from += PANEL) {
      int depth = Math.min(inner - from, PANEL);
      visit(a, 0, rows, from, depth, toLeft);
      visit(b, from, depth, 0, columns, toRight);
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
    visit(
        c,
        0,
        rows,
        0,
        columns,
        (at, memory, type, offset) -> ElementAccess.setLong(memory, type, offset, sums[at]));
  }

  @FunctionalInterface
  private interface Element {
    void take(int at, MemorySegment memory, ElementType type, long offset);
  }

  /// Visits the elements of a part of a matrix in C order.
  private static void visit(
      Operand matrix, int firstRow, int rows, int firstColumn, int columns, Element visitor) {
    Layout layout = matrix.layout();
    MemorySegment memory = ScalarMemory.segment(matrix);
    long first = layout.offset() + firstRow * layout.stride(0) + firstColumn * layout.stride(1);
    for (int i = 0; i < rows; i++) {
      long row = first + i * layout.stride(0);
      for (int j = 0; j < columns; j++) {
        visitor.take(i * columns + j, memory, matrix.type(), row + j * layout.stride(1));
      }
    }
  }
}
