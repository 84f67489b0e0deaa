package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Eigenvalues and eigenvectors of a Hermitian matrix: Householder's reduction to tridiagonal form,
/// then implicit QR steps with Wilkinson's shift.
///
/// Source: Golub and Van Loan, Matrix Computations, 8.3.
final class DenseSymmetricEigen {
  private static final int STEPS_PER_VALUE = 60;

  private final int size;
  private final double[] diagonal;
  private final double[] beside;
  private final Dense vectors;

  private DenseSymmetricEigen(Dense tridiagonal, Dense vectors) {
    size = tridiagonal.rows();
    diagonal = new double[size];
    beside = new double[Math.max(0, size - 1)];
    this.vectors = vectors;
    for (int i = 0; i < size; i++) {
      diagonal[i] = tridiagonal.re()[tridiagonal.at(i, i)];
      if (i + 1 < size) {
        // Real, because each reflection maps a column to a real multiple of a unit vector.
        beside[i] = tridiagonal.re()[tridiagonal.at(i + 1, i)];
      }
    }
  }

  /// Ascending eigenvalues in the one column of `values`, vectors in the columns of `vectors`.
  ///
  /// @param values null where the iteration did not converge
  record Result(@Nullable Dense values, Dense vectors) {}

  /// Decomposes the matrix of which `a` holds the named triangle.
  static Result of(Dense a, Triangle triangle) {
    Dense full = mirrored(a, triangle);
    Dense q = Householder.toHessenberg(full);
    var iteration = new DenseSymmetricEigen(full, q);
    if (!iteration.converges()) {
      return new Result(null, q);
    }
    iteration.sort();
    Dense values = new Dense(a.rows(), 1);
    System.arraycopy(iteration.diagonal, 0, values.re(), 0, a.rows());
    return new Result(values, q);
  }

  private static Dense mirrored(Dense a, Triangle triangle) {
    Dense full = a.copy();
    for (int col = 0; col < a.cols(); col++) {
      full.set(col, col, a.re()[a.at(col, col)], 0);
      for (int row = col + 1; row < a.rows(); row++) {
        int from = triangle == Triangle.LOWER ? a.at(row, col) : a.at(col, row);
        double re = a.re()[from];
        double im = triangle == Triangle.LOWER ? a.im()[from] : -a.im()[from];
        full.set(row, col, re, im);
        full.set(col, row, re, -im);
      }
    }
    return full;
  }

  private boolean converges() {
    int steps = 0;
    int last = size - 1;
    while (last > 0) {
      int first = last;
      while (first > 0 && !isNegligible(first - 1)) {
        first--;
      }
      if (first == last) {
        last--;
        steps = 0;
      } else if (steps++ < STEPS_PER_VALUE) {
        step(first, last);
      } else {
        return false;
      }
    }
    for (double value : diagonal) {
      if (Double.isNaN(value)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNegligible(int index) {
    double around = Math.abs(diagonal[index]) + Math.abs(diagonal[index + 1]);
    if (Math.abs(beside[index]) <= Math.ulp(1.0) * around) {
      beside[index] = 0;
      return true;
    }
    return false;
  }

  private void step(int first, int last) {
    double half = (diagonal[last - 1] - diagonal[last]) / 2;
    double corner = beside[last - 1];
    double reach = half + Math.copySign(Math.hypot(half, corner), half);
    double x = diagonal[first] - (diagonal[last] - corner / reach * corner);
    double z = beside[first];
    for (int k = first; k < last; k++) {
      double size = Math.hypot(x, z);
      double cosine = size == 0 ? 1 : x / size;
      double sine = size == 0 ? 0 : z / size;
      if (k > first) {
        beside[k - 1] = size;
      }
      double upper = diagonal[k];
      double lower = diagonal[k + 1];
      double between = beside[k];
      double cross = 2 * cosine * sine * between;
      diagonal[k] = cosine * cosine * upper + cross + sine * sine * lower;
      diagonal[k + 1] = sine * sine * upper - cross + cosine * cosine * lower;
      beside[k] = cosine * sine * (lower - upper) + (cosine - sine) * (cosine + sine) * between;
      if (k + 1 < last) {
        x = beside[k];
        z = sine * beside[k + 1];
        beside[k + 1] *= cosine;
      }
      rotate(vectors.re(), k, cosine, sine);
      rotate(vectors.im(), k, cosine, sine);
    }
  }

  private void rotate(double[] values, int col, double cosine, double sine) {
    int at = col * size;
    for (int row = 0; row < size; row++, at++) {
      double left = values[at];
      double right = values[at + size];
      values[at] = cosine * left + sine * right;
      values[at + size] = cosine * right - sine * left;
    }
  }

  private void sort() {
    for (int i = 0; i < size; i++) {
      int least = i;
      for (int j = i + 1; j < size; j++) {
        if (diagonal[j] < diagonal[least]) {
          least = j;
        }
      }
      double kept = diagonal[i];
      diagonal[i] = diagonal[least];
      diagonal[least] = kept;
      vectors.swapColumns(i, least);
    }
  }
}
