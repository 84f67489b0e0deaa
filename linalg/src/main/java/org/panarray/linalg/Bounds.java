package org.panarray.linalg;

import java.lang.foreign.MemorySegment;

/// The one check that keeps native code inside its memory.
final class Bounds {
  private Bounds() {}

  /// Below this all sums stay inside a long, so that one comparison replaces exact arithmetic.
  private static final long SAFE = 1L << 28;

  static void check(
      MemorySegment segment,
      long byteOffset,
      long rows,
      long rowStride,
      long cols,
      long colStride,
      ScalarKind kind) {
    if (rows < 0 || cols < 0) {
      throw new IllegalArgumentException("negative dimensions: " + rows + " by " + cols);
    }
    if (rows == 0 || cols == 0) {
      return;
    }
    long rowReach;
    long colReach;
    if ((rows | cols | Math.abs(rowStride) | Math.abs(colStride)) < SAFE
        && rowStride != Long.MIN_VALUE
        && colStride != Long.MIN_VALUE) {
      rowReach = (rows - 1) * rowStride;
      colReach = (cols - 1) * colStride;
    } else {
      rowReach = exactReach(rows, rowStride);
      colReach = exactReach(cols, colStride);
    }
    int size = kind.byteSize();
    // Each reach is at most 2^57 in magnitude, so that these sums cannot overflow.
    long low = (Math.min(0, rowReach) + Math.min(0, colReach)) * size;
    long high = (Math.max(0, rowReach) + Math.max(0, colReach) + 1) * size;
    if (byteOffset < 0 || byteOffset + low < 0 || byteOffset > segment.byteSize() - high) {
      throw new IndexOutOfBoundsException(
          rows
              + " by "
              + cols
              + " elements of "
              + size
              + " bytes with strides ("
              + rowStride
              + ", "
              + colStride
              + ") from byte "
              + byteOffset
              + " do not fit into "
              + segment.byteSize()
              + " bytes");
    }
  }

  private static long exactReach(long count, long stride) {
    long reach;
    try {
      reach = Math.multiplyExact(count - 1, stride);
    } catch (ArithmeticException _) {
      reach = Long.MAX_VALUE;
    }
    if (reach >= 1L << 57 || reach <= -(1L << 57)) {
      throw new IndexOutOfBoundsException(
          count + " elements with stride " + stride + " do not fit into memory");
    }
    return reach;
  }
}
