package org.panarray.linalg;

/// Reflections `H = I - tau * v @ v^H` in LAPACK's conventions (larfg, geqrf, orgqr), so that signs
/// agree with LAPACK: `H^H` maps a column to a real multiple of the first unit vector.
///
/// Source: LAPACK Users' Guide, "Representation of Orthogonal or Unitary Matrices".
final class Householder {
  private final double[] tauRe;
  private final double[] tauIm;

  /// Room for `count` reflections.
  Householder(int count) {
    tauRe = new double[count];
    tauIm = new double[count];
  }

  /// The scalar factors as a column.
  Dense tau() {
    Dense tau = new Dense(tauRe.length, 1);
    System.arraycopy(tauRe, 0, tau.re(), 0, tauRe.length);
    System.arraycopy(tauIm, 0, tau.im(), 0, tauIm.length);
    return tau;
  }

  /// Overwrites `a` by R and the vectors of the reflections.
  static Householder factor(Dense a) {
    Householder reflections = new Householder(Math.min(a.rows(), a.cols()));
    for (int step = 0; step < reflections.tauRe.length; step++) {
      reflections.reflect(a, step, step, step);
      reflections.applyLeft(step, true, a, step, step, a, step + 1);
    }
    return reflections;
  }

  /// Makes reflection `index` of column `col` from `row` on: the column becomes beta and v's tail.
  void reflect(Dense a, int index, int row, int col) {
    int at = a.at(row, col);
    double re = a.re()[at];
    double im = a.im()[at];
    double tail = row + 1 < a.rows() ? a.columnNorm(col, row + 1) : 0;
    if (tail == 0 && im == 0) {
      return;
    }
    double beta = -Math.copySign(Math.hypot(Math.hypot(re, im), tail), re);
    tauRe[index] = (beta - re) / beta;
    tauIm[index] = -im / beta;
    double[] inverse = Complex.divide(1, 0, re - beta, im);
    if (row + 1 < a.rows()) {
      a.scaleColumn(col, row + 1, inverse[0], inverse[1]);
    }
    a.set(row, col, beta, 0);
  }

  /// Applies reflection `index`, whose vector is stored in column `col` of `v` below `row`, to the
  /// columns of `target` from `firstCol` on; its conjugate transpose if `adjoint`.
  void applyLeft(
      int index, boolean adjoint, Dense v, int row, int col, Dense target, int firstCol) {
    double re = tauRe[index];
    double im = adjoint ? -tauIm[index] : tauIm[index];
    if (re == 0 && im == 0) {
      return;
    }
    int length = v.rows() - row - 1;
    int tail = v.at(row, col) + 1;
    for (int other = firstCol; other < target.cols(); other++) {
      int at = target.at(row, other);
      double sumRe = target.re()[at];
      double sumIm = target.im()[at];
      for (int i = 0; i < length; i++) {
        double x = v.re()[tail + i];
        double y = v.im()[tail + i];
        double p = target.re()[at + 1 + i];
        double q = target.im()[at + 1 + i];
        sumRe += x * p + y * q;
        sumIm += x * q - y * p;
      }
      double factorRe = re * sumRe - im * sumIm;
      double factorIm = re * sumIm + im * sumRe;
      target.re()[at] -= factorRe;
      target.im()[at] -= factorIm;
      for (int i = 0; i < length; i++) {
        double x = v.re()[tail + i];
        double y = v.im()[tail + i];
        target.re()[at + 1 + i] -= factorRe * x - factorIm * y;
        target.im()[at + 1 + i] -= factorRe * y + factorIm * x;
      }
    }
  }

  /// Applies reflection `index` from the right, `target @ H`: with a vector that starts at `row`.
  void applyRight(int index, Dense v, int row, int col, Dense target) {
    double re = tauRe[index];
    double im = tauIm[index];
    if (re == 0 && im == 0) {
      return;
    }
    int n = target.rows();
    Dense sum = new Dense(n, 1);
    sum.addColumn(0, target, row, 0, 1, 0);
    for (int i = row + 1; i < v.rows(); i++) {
      int at = v.at(i, col);
      sum.addColumn(0, target, i, 0, v.re()[at], v.im()[at]);
    }
    sum.scaleColumn(0, 0, re, im);
    target.addColumn(row, sum, 0, 0, -1, 0);
    for (int i = row + 1; i < v.rows(); i++) {
      int at = v.at(i, col);
      target.addColumn(i, sum, 0, 0, -v.re()[at], v.im()[at]);
    }
  }

  /// The first `cols` columns of the product of all reflections, whose vectors lie in `factored`
  /// below row `shift` of their column.
  Dense product(Dense factored, int cols, int shift) {
    Dense q = Dense.identity(factored.rows()).resized(factored.rows(), cols);
    for (int index = tauRe.length - 1; index >= 0; index--) {
      applyLeft(index, false, factored, index + shift, index, q, 0);
    }
    return q;
  }

  /// Overwrites square `a` by `Q^H @ a @ Q` with zeros below the first subdiagonal; returns Q.
  ///
  /// Source: Golub and Van Loan, Matrix Computations, 7.4.2. A Hermitian matrix becomes
  /// tridiagonal.
  static Dense toHessenberg(Dense a) {
    int n = a.rows();
    Householder reflections = new Householder(Math.max(0, n - 1));
    Dense vectors = a.copy();
    for (int step = 0; step < n - 1; step++) {
      for (int row = 0; row < n; row++) {
        int at = a.at(row, step);
        vectors.set(row, step, a.re()[at], a.im()[at]);
      }
      reflections.reflect(vectors, step, step + 1, step);
      reflections.applyLeft(step, true, vectors, step + 1, step, a, step);
      reflections.applyRight(step, vectors, step + 1, step, a);
      for (int row = step + 2; row < n; row++) {
        a.set(row, step, 0, 0);
      }
    }
    return reflections.product(vectors, n, 1);
  }
}
