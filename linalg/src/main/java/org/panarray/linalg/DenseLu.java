package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Gaussian elimination with partial pivoting and Cholesky's factorization.
final class DenseLu {
  private DenseLu() {}

  /// Overwrites `a` by L and U. Returns pivots and info as [LuFactors] says.
  ///
  /// Source: Golub and Van Loan, Matrix Computations, 3.4 (outer product form); the pivot is chosen
  /// by |re| + |im|, as in LAPACK.
  static LuFactors factor(Dense a) {
    int count = Math.min(a.rows(), a.cols());
    int[] pivots = new int[count];
    int info = 0;
    for (int step = 0; step < count; step++) {
      int pivot = pivotRow(a, step);
      pivots[step] = pivot;
      int at = a.at(pivot, step);
      if (a.re()[at] == 0 && a.im()[at] == 0) {
        info = info == 0 ? step + 1 : info;
        continue;
      }
      a.swapRows(step, pivot);
      at = a.at(step, step);
      double[] inverse = Complex.divide(1, 0, a.re()[at], a.im()[at]);
      a.scaleColumn(step, step + 1, inverse[0], inverse[1]);
      for (int col = step + 1; col < a.cols(); col++) {
        int factor = a.at(step, col);
        a.addColumn(col, a, step, step + 1, -a.re()[factor], -a.im()[factor]);
      }
    }
    return new LuFactors(pivots, info);
  }

  private static int pivotRow(Dense a, int col) {
    int best = col;
    double largest = -1;
    for (int row = col; row < a.rows(); row++) {
      int at = a.at(row, col);
      double size = Math.abs(a.re()[at]) + Math.abs(a.im()[at]);
      if (size > largest) {
        largest = size;
        best = row;
      }
    }
    return best;
  }

  /// Solves with the factors; `b` is overwritten.
  static void solve(Dense lu, int[] pivots, Dense b) {
    for (int i = 0; i < pivots.length; i++) {
      b.swapRows(i, pivots[i]);
    }
    triangularSolve(lu, Triangle.LOWER, true, b);
    triangularSolve(lu, Triangle.UPPER, false, b);
  }

  /// Replaces `b` by the solution of `a @ x = b`, reading only the named triangle of `a`.
  static void triangularSolve(Dense a, Triangle triangle, boolean unitDiagonal, Dense b) {
    int n = a.rows();
    for (int col = 0; col < b.cols(); col++) {
      for (int step = 0; step < n; step++) {
        int row = triangle == Triangle.LOWER ? step : n - 1 - step;
        int at = b.at(row, col);
        if (!unitDiagonal) {
          int diagonal = a.at(row, row);
          double[] quotient =
              Complex.divide(b.re()[at], b.im()[at], a.re()[diagonal], a.im()[diagonal]);
          b.re()[at] = quotient[0];
          b.im()[at] = quotient[1];
        }
        int first = triangle == Triangle.LOWER ? row + 1 : 0;
        int last = triangle == Triangle.LOWER ? n : row;
        double re = b.re()[at];
        double im = b.im()[at];
        for (int other = first; other < last; other++) {
          int from = a.at(other, row);
          int to = b.at(other, col);
          b.re()[to] -= re * a.re()[from] - im * a.im()[from];
          b.im()[to] -= re * a.im()[from] + im * a.re()[from];
        }
      }
    }
  }

  /// The lower factor of the Hermitian matrix whose lower triangle `a` holds, or null; the order of
  /// the minor that is not positive definite is then put into `info[0]`.
  static @Nullable Dense cholesky(Dense a, int[] info) {
    int n = a.rows();
    Dense lower = a.copy();
    for (int col = 0; col < n; col++) {
      int at = lower.at(col, col);
      double pivot = lower.re()[at];
      if (!(pivot > 0)) {
        info[0] = col + 1;
        return null;
      }
      double root = Math.sqrt(pivot);
      lower.scaleColumn(col, col, 1 / root, 0);
      lower.set(col, col, root, 0);
      for (int next = col + 1; next < n; next++) {
        int factor = lower.at(next, col);
        lower.addColumn(next, lower, col, next, -lower.re()[factor], lower.im()[factor]);
      }
    }
    for (int col = 1; col < n; col++) {
      for (int row = 0; row < col; row++) {
        lower.set(row, col, 0, 0);
      }
    }
    return lower;
  }
}
