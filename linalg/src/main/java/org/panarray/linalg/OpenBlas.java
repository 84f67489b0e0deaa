package org.panarray.linalg;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// OpenBLAS, called by Panama: checks each call's arguments, then [OpenBlasProducts] or
/// [OpenBlasLapack] makes it.
final class OpenBlas implements LinearAlgebra {
  private final OpenBlasLibrary.Loaded library;
  private final int threads;
  private final OpenBlasProducts products;
  private final OpenBlasLapack lapack;

  OpenBlas(OpenBlasLibrary.Loaded library) {
    this.library = library;
    threads = Math.max(1, library.number("openblas_get_num_threads"));
    CallGate gate = new CallGate(threads, DeepStack.of(library, threads));
    products = new OpenBlasProducts(gate);
    lapack = new OpenBlasLapack(library, gate);
    ProcessEnd.prepare(gate);
  }

  @Override
  public String describe() {
    return "OpenBLAS from "
        + library.path()
        + "\n"
        + "config: "
        + library.text("openblas_get_config")
        + "\n"
        + "core: "
        + library.text("openblas_get_corename")
        + " ("
        + library.coreNote()
        + ")\n"
        + "threads: "
        + threads
        + environment();
  }

  /// OpenBLAS's own variables that are set: a cache size meant for one core type can make another
  /// three times slower (measured with `OPENBLAS_L2_SIZE=512` and the SKYLAKEX kernels).
  private static String environment() {
    String set =
        System.getenv().entrySet().stream()
            .filter(entry -> entry.getKey().startsWith("OPENBLAS_"))
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .sorted()
            .collect(Collectors.joining(", "));
    return set.isEmpty() ? "" : "\nenvironment: " + set;
  }

  @Override
  public int threads() {
    return threads;
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
    products.gemm(opA, opB, alpha, a, b, beta, c);
  }

  @Override
  public void gemv(
      Op opA, double alpha, StridedMatrix a, StridedVector x, double beta, StridedVector y) {
    Contract.gemv(opA, a, x, y);
    products.gemv(opA, alpha, a, x, beta, y);
  }

  @Override
  public void dot(boolean conjugate, StridedVector x, StridedVector y, StridedVector result) {
    Contract.dot(x, y, result);
    products.dot(conjugate, x, y, result);
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
    products.trsm(side, triangle, opA, unitDiagonal, alpha, a, b);
  }

  /// A dimension as BLAS counts it.
  static int toInt(long dimension) {
    if (dimension > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "dimension " + dimension + " exceeds the 32-bit integers of OpenBLAS");
    }
    return (int) dimension;
  }

  @Override
  public LuFactors lu(StridedMatrix a, StridedMatrix factors) {
    Contract.lu(a, factors);
    return lapack.lu(a, factors);
  }

  @Override
  public int solve(StridedMatrix a, StridedMatrix b, StridedMatrix x) {
    Contract.solve(a, b, x);
    return lapack.solve(a, b, x);
  }

  @Override
  public int inverse(StridedMatrix a, StridedMatrix inverse) {
    Contract.squareToSquare("inverse", a, inverse);
    return lapack.solve(a, null, inverse);
  }

  @Override
  public int cholesky(Triangle triangle, StridedMatrix a, StridedMatrix factor) {
    Contract.squareToSquare("cholesky", a, factor);
    return lapack.cholesky(triangle, a, factor);
  }

  @Override
  public int qr(StridedMatrix a, @Nullable StridedMatrix q, StridedMatrix r) {
    Contract.qr(a, q, r);
    return lapack.qr(a, q, r);
  }

  @Override
  public int qrRaw(StridedMatrix a, StridedMatrix h, StridedVector tau) {
    Contract.qrRaw(a, h, tau);
    return lapack.qrRaw(a, h, tau);
  }

  @Override
  public int svd(
      StridedMatrix a, @Nullable StridedMatrix u, StridedVector s, @Nullable StridedMatrix vh) {
    Contract.svd(a, u, s, vh);
    return lapack.svd(a, u, s, vh);
  }

  @Override
  public int eigenSymmetric(
      Triangle triangle, StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    Contract.eigenSymmetric(a, w, v);
    return lapack.eigenSymmetric(triangle, a, w, v);
  }

  @Override
  public int eigen(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    Contract.eigen(a, w, v);
    return lapack.eigen(a, w, v);
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
    return lapack.leastSquares(a, b, rcond, x, s, residuals);
  }
}
