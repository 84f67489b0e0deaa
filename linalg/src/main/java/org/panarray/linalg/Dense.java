package org.panarray.linalg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A matrix on the heap for the portable algorithms: column-major, real and imaginary parts apart,
/// always in 64 bits. One representation for all four kinds, so that each algorithm is written
/// once; `F32` and `C64` inputs come out more accurate than from single-precision arithmetic.
final class Dense {
  private final int rows;
  private final int cols;
  private final double[] re;
  private final double[] im;

  /// All zeros.
  Dense(int rows, int cols) {
    this(rows, cols, new double[Math.multiplyExact(rows, cols)], new double[rows * cols]);
  }

  private Dense(int rows, int cols, double[] re, double[] im) {
    this.rows = rows;
    this.cols = cols;
    this.re = re;
    this.im = im;
  }

  static Dense identity(int size) {
    Dense identity = new Dense(size, size);
    for (int i = 0; i < size; i++) {
      identity.re[i * size + i] = 1;
    }
    return identity;
  }

  /// A copy of `a`.
  static Dense load(StridedMatrix a) {
    if (a.rows() > Integer.MAX_VALUE
        || a.cols() > Integer.MAX_VALUE
        || (double) a.rows() * a.cols() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "(" + a.rows() + ", " + a.cols() + ") is more than the portable implementation holds");
    }
    Dense dense = new Dense((int) a.rows(), (int) a.cols());
    MemorySegment segment = a.segment();
    long step = a.rowStride() * a.kind().byteSize();
    for (int col = 0; col < dense.cols; col++) {
      int at = col * dense.rows;
      long from = a.byteOffsetOf(0, col);
      for (int row = 0; row < dense.rows; row++, at++, from += step) {
        switch (a.kind()) {
          case F32 -> dense.re[at] = segment.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from);
          case F64 -> dense.re[at] = segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, from);
          case C64 -> {
            dense.re[at] = segment.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from);
            dense.im[at] = segment.get(ValueLayout.JAVA_FLOAT_UNALIGNED, from + 4);
          }
          case C128 -> {
            dense.re[at] = segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, from);
            dense.im[at] = segment.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, from + 8);
          }
        }
      }
    }
    return dense;
  }

  /// Writes this, rounded to the kind of `a`, whose shape may be smaller; imaginary parts are lost
  /// in real kinds.
  void store(StridedMatrix a) {
    MemorySegment segment = a.segment();
    long step = a.rowStride() * a.kind().byteSize();
    for (int col = 0; col < a.cols(); col++) {
      int at = col * rows;
      long to = a.byteOffsetOf(0, col);
      for (int row = 0; row < a.rows(); row++, at++, to += step) {
        switch (a.kind()) {
          case F32 -> segment.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to, (float) re[at]);
          case F64 -> segment.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to, re[at]);
          case C64 -> {
            segment.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to, (float) re[at]);
            segment.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + 4, (float) im[at]);
          }
          case C128 -> {
            segment.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to, re[at]);
            segment.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to + 8, im[at]);
          }
        }
      }
    }
  }

  /// Writes the first elements of this one-column matrix.
  void store(StridedVector x) {
    store(x.asColumn());
  }

  int rows() {
    return rows;
  }

  int cols() {
    return cols;
  }

  /// The real parts; element (row, col) is at `col * rows + row`.
  double[] re() {
    return re;
  }

  /// The imaginary parts.
  double[] im() {
    return im;
  }

  int at(int row, int col) {
    return col * rows + row;
  }

  void set(int row, int col, double real, double imaginary) {
    int at = col * rows + row;
    re[at] = real;
    im[at] = imaginary;
  }

  Dense copy() {
    return new Dense(rows, cols, re.clone(), im.clone());
  }

  /// The top left corner of the given shape, padded with zeros where it is larger; a copy.
  Dense resized(int newRows, int newCols) {
    Dense result = new Dense(newRows, newCols);
    int count = Math.min(rows, newRows);
    for (int col = 0; col < Math.min(cols, newCols); col++) {
      System.arraycopy(re, col * rows, result.re, col * newRows, count);
      System.arraycopy(im, col * rows, result.im, col * newRows, count);
    }
    return result;
  }

  /// Zeros below the diagonal.
  void keepUpper() {
    for (int col = 0; col < cols; col++) {
      for (int row = col + 1; row < rows; row++) {
        set(row, col, 0, 0);
      }
    }
  }

  Dense transposed(boolean conjugate) {
    Dense result = new Dense(cols, rows);
    for (int col = 0; col < cols; col++) {
      for (int row = 0; row < rows; row++) {
        int from = col * rows + row;
        result.set(col, row, re[from], conjugate ? -im[from] : im[from]);
      }
    }
    return result;
  }

  Dense with(Op op) {
    return switch (op) {
      case NONE -> this;
      case TRANSPOSE -> transposed(false);
      case CONJUGATE_TRANSPOSE -> transposed(true);
    };
  }

  void scale(double factor) {
    for (int i = 0; i < re.length; i++) {
      re[i] *= factor;
      im[i] *= factor;
    }
  }

  /// The largest magnitude of any part; NaN if there is one.
  double largest() {
    double largest = 0;
    for (int i = 0; i < re.length; i++) {
      largest = Math.max(largest, Math.max(Math.abs(re[i]), Math.abs(im[i])));
    }
    return largest;
  }

  /// The Euclidean norm of column `col` from row `from` on, without overflow on the way.
  double columnNorm(int col, int from) {
    double largest = 0;
    for (int at = at(from, col); at < (col + 1) * rows; at++) {
      largest = Math.max(largest, Math.max(Math.abs(re[at]), Math.abs(im[at])));
    }
    if (largest == 0 || !(largest < Double.POSITIVE_INFINITY)) {
      return largest;
    }
    double sum = 0;
    for (int at = at(from, col); at < (col + 1) * rows; at++) {
      double x = re[at] / largest;
      double y = im[at] / largest;
      sum += x * x + y * y;
    }
    return largest * Math.sqrt(sum);
  }

  /// For each column the sum of its squared magnitudes from row `from` on, as a column.
  Dense columnSquares(int from) {
    Dense squares = new Dense(cols, 1);
    for (int col = 0; col < cols; col++) {
      double sum = 0;
      for (int at = at(from, col); at < (col + 1) * rows; at++) {
        sum += re[at] * re[at] + im[at] * im[at];
      }
      squares.re[col] = sum;
    }
    return squares;
  }

  /// Multiplies column `col` from row `from` on by `real + i * imaginary`.
  void scaleColumn(int col, int from, double real, double imaginary) {
    for (int at = at(from, col); at < (col + 1) * rows; at++) {
      double x = re[at];
      double y = im[at];
      re[at] = x * real - y * imaginary;
      im[at] = x * imaginary + y * real;
    }
  }

  /// Adds `factor` times column `from` of `other` to column `to`, from row `first` on.
  void addColumn(int to, Dense other, int from, int first, double real, double imaginary) {
    int source = other.at(first, from);
    int target = at(first, to);
    int end = (to + 1) * rows;
    if (imaginary == 0) {
      for (; target < end; target++, source++) {
        re[target] += real * other.re[source];
        im[target] += real * other.im[source];
      }
      return;
    }
    for (; target < end; target++, source++) {
      double x = other.re[source];
      double y = other.im[source];
      re[target] += real * x - imaginary * y;
      im[target] += real * y + imaginary * x;
    }
  }

  void swapRows(int first, int second) {
    if (first != second) {
      for (int col = 0; col < cols; col++) {
        swap(re, at(first, col), at(second, col));
        swap(im, at(first, col), at(second, col));
      }
    }
  }

  void swapColumns(int first, int second) {
    if (first != second) {
      for (int row = 0; row < rows; row++) {
        swap(re, at(row, first), at(row, second));
        swap(im, at(row, first), at(row, second));
      }
    }
  }

  private static void swap(double[] array, int first, int second) {
    double kept = array[first];
    array[first] = array[second];
    array[second] = kept;
  }
}
