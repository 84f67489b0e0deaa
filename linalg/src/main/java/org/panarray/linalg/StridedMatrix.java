package org.panarray.linalg;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// A matrix in memory: where element (0, 0) is and how far the next row and the next column.
///
/// Every layout of NumPy is one of these: C order, Fortran order, transposed, reversed, with steps,
/// with a zero stride from broadcasting. Checked at construction, so that whoever holds one can
/// hand its address to native code.
///
/// @param segment the memory, on or off the heap
/// @param byteOffset where element (0, 0) starts
/// @param rows the number of rows
/// @param cols the number of columns
/// @param rowStride elements of `kind` from one row to the next; may be zero or negative
/// @param colStride elements of `kind` from one column to the next; may be zero or negative
/// @param kind the kind of element
public record StridedMatrix(
    MemorySegment segment,
    long byteOffset,
    long rows,
    long cols,
    long rowStride,
    long colStride,
    ScalarKind kind) {

  /// @throws IndexOutOfBoundsException if an element would lie outside `segment`
  /// @throws IllegalArgumentException if `rows` or `cols` is negative
  public StridedMatrix {
    Objects.requireNonNull(kind);
    Bounds.check(segment, byteOffset, rows, rowStride, cols, colStride, kind);
  }

  /// A contiguous matrix in C order from the start of `segment`; a view.
  public static StridedMatrix rowMajor(
      MemorySegment segment, long rows, long cols, ScalarKind kind) {
    return new StridedMatrix(segment, 0, rows, cols, cols, 1, kind);
  }

  /// A contiguous matrix in Fortran order from the start of `segment`; a view.
  public static StridedMatrix columnMajor(
      MemorySegment segment, long rows, long cols, ScalarKind kind) {
    return new StridedMatrix(segment, 0, rows, cols, 1, rows, kind);
  }

  /// The transpose; a view.
  public StridedMatrix transposed() {
    return new StridedMatrix(segment, byteOffset, cols, rows, colStride, rowStride, kind);
  }

  /// Column `index`; a view.
  public StridedVector column(long index) {
    Objects.checkIndex(index, cols);
    return new StridedVector(segment, byteOffsetOf(0, index), rows, rowStride, kind);
  }

  /// Row `index`; a view.
  public StridedVector row(long index) {
    Objects.checkIndex(index, rows);
    return new StridedVector(segment, byteOffsetOf(index, 0), cols, colStride, kind);
  }

  /// The block of `rows` by `cols` elements whose first is (`row`, `col`); a view.
  public StridedMatrix block(long row, long col, long rows, long cols) {
    Objects.checkFromIndexSize(row, rows, this.rows);
    Objects.checkFromIndexSize(col, cols, this.cols);
    long start = rows == 0 || cols == 0 ? byteOffset : byteOffsetOf(row, col);
    return new StridedMatrix(segment, start, rows, cols, rowStride, colStride, kind);
  }

  /// The element at (`row`, `col`) starts here.
  long byteOffsetOf(long row, long col) {
    return byteOffset + (row * rowStride + col * colStride) * kind.byteSize();
  }

  boolean isEmpty() {
    return rows == 0 || cols == 0;
  }

  /// The leading dimension if BLAS can read this as row-major, else -1.
  int rowMajorLead() {
    return lead(rows, cols, rowStride, colStride);
  }

  /// The leading dimension if BLAS can read this as column-major, else -1.
  int columnMajorLead() {
    return lead(cols, rows, colStride, rowStride);
  }

  private static int lead(long lines, long length, long lineStride, long stride) {
    if (stride != 1 && length > 1) {
      return -1;
    }
    // A single line is never stepped over, so whatever its stride is does not matter.
    long lead = lines > 1 ? lineStride : Math.max(1, length);
    return lead >= Math.max(1, length) && lead <= Integer.MAX_VALUE ? (int) lead : -1;
  }

  /// The bytes from element (0, 0) to the end of the last one, where no stride is negative.
  long spanBytes() {
    return isEmpty()
        ? 0
        : ((rows - 1) * Math.abs(rowStride) + (cols - 1) * Math.abs(colStride) + 1)
            * kind.byteSize();
  }
}
