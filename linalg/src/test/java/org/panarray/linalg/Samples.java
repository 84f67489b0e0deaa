package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Random;

/// Random matrices in every layout that NumPy can produce.
final class Samples {
  /// Sizes at which blocked and unrolled code goes wrong.
  static final int[] AWKWARD = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65};

  enum Layout {
    C,
    FORTRAN,
    REVERSED,
    STEP_TWO,
    OFFSET,
    NEGATIVE_ROWS,
    ZERO_STRIDE
  }

  /// Layouts whose elements all lie at different places, as an output's must.
  static final Layout[] WRITABLE = {
    Layout.C, Layout.FORTRAN, Layout.REVERSED, Layout.STEP_TWO, Layout.OFFSET, Layout.NEGATIVE_ROWS
  };

  private final Random random;
  private final Arena arena;

  /// Memory comes from `arena`, or from the heap if that is null.
  Samples(long seed, Arena arena) {
    System.out.println("seed " + seed);
    random = new Random(seed);
    this.arena = arena;
  }

  Random random() {
    return random;
  }

  private MemorySegment memory(long bytes) {
    if (arena != null) {
      return arena.allocate(Math.max(16, bytes), 64);
    }
    return MemorySegment.ofArray(new long[Math.toIntExact((bytes + 15) / 8)]);
  }

  /// A matrix of zeros.
  StridedMatrix empty(ScalarKind kind, long rows, long cols, Layout layout) {
    int size = kind.byteSize();
    return switch (layout) {
      case C -> StridedMatrix.rowMajor(memory(rows * cols * size), rows, cols, kind);
      case FORTRAN -> StridedMatrix.columnMajor(memory(rows * cols * size), rows, cols, kind);
      case REVERSED ->
          new StridedMatrix(
              memory(rows * cols * size),
              Math.max(0, rows * cols - 1) * size,
              rows,
              cols,
              -cols,
              -1,
              kind);
      case STEP_TWO ->
          new StridedMatrix(memory(4 * rows * cols * size), 0, rows, cols, 4 * cols, 2, kind);
      case OFFSET ->
          new StridedMatrix(
              memory((rows + 1) * (cols + 3) * size), 3L * size, rows, cols, cols + 3, 1, kind);
      case NEGATIVE_ROWS ->
          new StridedMatrix(
              memory(rows * cols * size),
              Math.max(0, rows - 1) * cols * size,
              rows,
              cols,
              -cols,
              1,
              kind);
      case ZERO_STRIDE ->
          new StridedMatrix(memory(Math.max(1, cols) * size), 0, rows, cols, 0, 1, kind);
    };
  }

  /// A matrix of normal deviates; with a zero stride all rows are the same.
  StridedMatrix matrix(ScalarKind kind, long rows, long cols, Layout layout) {
    return filled(empty(kind, rows, cols, layout), dense(kind, (int) rows, (int) cols));
  }

  static StridedMatrix filled(StridedMatrix matrix, Dense values) {
    values.store(matrix);
    return matrix;
  }

  Dense dense(ScalarKind kind, int rows, int cols) {
    Dense dense = new Dense(rows, cols);
    for (int i = 0; i < rows * cols; i++) {
      dense.re()[i] = random.nextGaussian();
      dense.im()[i] = kind.isComplex() ? random.nextGaussian() : 0;
    }
    return dense;
  }

  StridedVector vector(ScalarKind kind, long size, long stride) {
    StridedVector vector = emptyVector(kind, size, stride);
    dense(kind, (int) size, 1).store(vector);
    return vector;
  }

  StridedVector emptyVector(ScalarKind kind, long size, long stride) {
    long span = Math.max(0, size - 1) * Math.abs(stride);
    long start = stride < 0 ? span * kind.byteSize() : 0;
    return new StridedVector(memory((span + 1) * kind.byteSize()), start, size, stride, kind);
  }

  /// The product by its definition.
  static Dense product(Dense a, Dense b) {
    Dense c = new Dense(a.rows(), b.cols());
    for (int row = 0; row < a.rows(); row++) {
      for (int col = 0; col < b.cols(); col++) {
        double re = 0;
        double im = 0;
        for (int k = 0; k < a.cols(); k++) {
          int x = a.at(row, k);
          int y = b.at(k, col);
          re += a.re()[x] * b.re()[y] - a.im()[x] * b.im()[y];
          im += a.re()[x] * b.im()[y] + a.im()[x] * b.re()[y];
        }
        c.set(row, col, re, im);
      }
    }
    return c;
  }

  static double distance(Dense a, Dense b) {
    if (a.rows() != b.rows() || a.cols() != b.cols()) {
      return Double.NaN;
    }
    double largest = 0;
    for (int i = 0; i < a.re().length; i++) {
      largest = Math.max(largest, Math.hypot(a.re()[i] - b.re()[i], a.im()[i] - b.im()[i]));
    }
    return largest;
  }

  /// What may go wrong in sums of `count` numbers around one.
  static double tolerance(ScalarKind kind, long count) {
    return (kind.isDouble() ? 1e-14 : 1e-5) * (10 + 3 * count);
  }
}
