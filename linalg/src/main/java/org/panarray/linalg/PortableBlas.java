package org.panarray.linalg;

import org.jspecify.annotations.Nullable;

/// Everything in plain Java: for machines without a native OpenBLAS, and as the other opinion that
/// tests compare with. Correct first; products are blocked, factorizations are not, and all of it
/// uses one thread.
final class PortableBlas implements LinearAlgebra {
  private final String reason;

  /// @param reason why this and not OpenBLAS is used, for people to read
  PortableBlas(String reason) {
    this.reason = reason;
  }

  @Override
  public String describe() {
    return "portable Java: " + reason;
  }

  @Override
  public int threads() {
    return 1;
  }

  @Override
  public void gemm(
      Op opA,
      Op opB,
      double alpha,
      StridedMatrix a,
      StridedMatrix b,
      double beta,
      StridedMatrix c) {
    Contract.gemm(opA, opB, a, b, c);
    Dense product = DenseProduct.of(Dense.load(a).with(opA), Dense.load(b).with(opB));
    DenseProduct.accumulate(product, alpha, beta, c);
  }

  @Override
  public void gemv(
      Op opA, double alpha, StridedMatrix a, StridedVector x, double beta, StridedVector y) {
    Contract.gemv(opA, a, x, y);
    Dense product = DenseProduct.of(Dense.load(a).with(opA), Dense.load(x.asColumn()));
    DenseProduct.accumulate(product, alpha, beta, y.asColumn());
  }

  @Override
  public void dot(boolean conjugate, StridedVector x, StridedVector y, StridedVector result) {
    Contract.dot(x, y, result);
    Dense row = Dense.load(x.asColumn()).transposed(conjugate);
    DenseProduct.of(row, Dense.load(y.asColumn())).store(result);
  }

  @Override
  public void trsm(
      Side side,
      Triangle triangle,
      Op opA,
      boolean unitDiagonal,
      double alpha,
      StridedMatrix a,
      StridedMatrix b) {
    Contract.trsm(side, a, b);
    Dense right = Dense.load(b);
    right.scale(alpha);
    // X @ op(A) = B is op(A)^T @ X^T = B^T.
    Dense left = Dense.load(a).with(opA);
    Triangle seen = opA.transposes() ? triangle.flipped() : triangle;
    if (side == Side.LEFT) {
      DenseLu.triangularSolve(left, seen, unitDiagonal, right);
      right.store(b);
    } else {
      Dense transposed = right.transposed(false);
      DenseLu.triangularSolve(left.transposed(false), seen.flipped(), unitDiagonal, transposed);
      transposed.transposed(false).store(b);
    }
  }

  @Override
  public LuFactors lu(StridedMatrix a, StridedMatrix factors) {
    Contract.lu(a, factors);
    Dense work = Dense.load(a);
    LuFactors result = DenseLu.factor(work);
    work.store(factors);
    return result;
  }

  @Override
  public int solve(StridedMatrix a, StridedMatrix b, StridedMatrix x) {
    Contract.solve(a, b, x);
    return solve(a, Dense.load(b), x);
  }

  @Override
  public int inverse(StridedMatrix a, StridedMatrix inverse) {
    Contract.squareToSquare("inverse", a, inverse);
    return solve(a, Dense.identity(Math.toIntExact(a.rows())), inverse);
  }

  private static int solve(StridedMatrix a, Dense right, StridedMatrix x) {
    if (x.isEmpty()) {
      return 0;
    }
    Dense work = Dense.load(a);
    LuFactors factors = DenseLu.factor(work);
    if (factors.info() == 0) {
      DenseLu.solve(work, factors.pivots(), right);
      right.store(x);
    }
    return factors.info();
  }

  @Override
  public int cholesky(Triangle triangle, StridedMatrix a, StridedMatrix factor) {
    Contract.squareToSquare("cholesky", a, factor);
    Dense work = Dense.load(a);
    int[] info = {0};
    Dense lower = DenseLu.cholesky(triangle == Triangle.LOWER ? work : work.transposed(true), info);
    if (lower != null) {
      (triangle == Triangle.LOWER ? lower : lower.transposed(true)).store(factor);
    }
    return info[0];
  }

  @Override
  public int qr(StridedMatrix a, @Nullable StridedMatrix q, StridedMatrix r) {
    Contract.qr(a, q, r);
    Dense work = Dense.load(a);
    Householder reflections = Householder.factor(work);
    Dense upper = work.copy();
    upper.keepUpper();
    upper.store(r);
    if (q != null) {
      reflections.product(work, (int) q.cols(), 0).store(q);
    }
    return 0;
  }

  @Override
  public int qrRaw(StridedMatrix a, StridedMatrix h, StridedVector tau) {
    Contract.qrRaw(a, h, tau);
    Dense work = Dense.load(a);
    Householder reflections = Householder.factor(work);
    work.store(h);
    reflections.tau().store(tau);
    return 0;
  }

  @Override
  public int svd(
      StridedMatrix a, @Nullable StridedMatrix u, StridedVector s, @Nullable StridedMatrix vh) {
    Contract.svd(a, u, s, vh);
    Dense work = Dense.load(a);
    double largest = work.largest();
    if (Double.isNaN(largest)) {
      // The number with which gesdd complains of its matrix.
      return -4;
    }
    DenseSvd svd = largest < Double.POSITIVE_INFINITY ? DenseSvd.of(work) : null;
    if (svd == null) {
      return 1;
    }
    svd.values().store(s);
    if (u != null && vh != null) {
      svd.u().store(u);
      svd.v().transposed(true).store(vh);
    }
    return 0;
  }

  @Override
  public int eigenSymmetric(
      Triangle triangle, StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    Contract.eigenSymmetric(a, w, v);
    DenseSymmetricEigen.Result result = DenseSymmetricEigen.of(Dense.load(a), triangle);
    if (result.values() == null) {
      return 1;
    }
    result.values().store(w);
    if (v != null) {
      result.vectors().store(v);
    }
    return 0;
  }

  @Override
  public int eigen(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    Contract.eigen(a, w, v);
    DenseEigen result = DenseEigen.of(Dense.load(a), !a.kind().isComplex(), v != null);
    if (result == null) {
      return 1;
    }
    result.values().store(w);
    if (v != null && result.vectors() != null) {
      result.vectors().store(v);
    }
    return 0;
  }

  @Override
  public LeastSquares leastSquares(
      StridedMatrix a,
      StridedMatrix b,
      double rcond,
      StridedMatrix x,
      StridedVector s,
      @Nullable StridedVector residuals) {
    Contract.leastSquares(a, b, x, s, residuals);
    Dense work = Dense.load(a);
    DenseSvd svd = work.largest() < Double.POSITIVE_INFINITY ? DenseSvd.of(work) : null;
    if (svd == null) {
      return new LeastSquares(0, 1);
    }
    double[] values = svd.values().re();
    double precision = a.kind().isDouble() ? Math.ulp(1.0) : Math.ulp(1f);
    double threshold = values.length == 0 ? 0 : (rcond < 0 ? precision : rcond) * values[0];
    int rank = 0;
    while (rank < values.length && values[rank] > threshold) {
      rank++;
    }
    Dense right = Dense.load(b);
    Dense turned = DenseProduct.of(svd.u().transposed(true), right);
    Dense scaled = turned.resized(svd.v().rows(), right.cols());
    for (int col = 0; col < scaled.cols(); col++) {
      for (int row = 0; row < scaled.rows(); row++) {
        int at = scaled.at(row, col);
        scaled.re()[at] = row < rank ? scaled.re()[at] / values[row] : 0;
        scaled.im()[at] = row < rank ? scaled.im()[at] / values[row] : 0;
      }
    }
    DenseProduct.of(svd.v(), scaled).store(x);
    svd.values().store(s);
    if (residuals != null && rank == work.cols() && work.rows() > work.cols()) {
      turned.columnSquares(work.cols()).store(residuals);
    }
    return new LeastSquares(rank, 0);
  }
}
