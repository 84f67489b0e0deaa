package org.panarray.linalg;

/// Products of strided matrices and vectors.
///
/// All operands of a call have the same [ScalarKind]. An output must not share memory with an
/// input, and its elements must lie at different places. Scale factors are real: NumPy has no use
/// for others. A `beta` of zero means that the output's old elements, NaN included, are not read.
public sealed interface Blas permits LinearAlgebra {

  /// `c = alpha * op(a) @ op(b) + beta * c`.
  ///
  /// @throws IllegalArgumentException if shapes or kinds do not fit together, or `c` is read-only
  void gemm(
      Op opA, Op opB, double alpha, StridedMatrix a, StridedMatrix b, double beta, StridedMatrix c);

  /// `y = alpha * op(a) @ x + beta * y`.
  ///
  /// @throws IllegalArgumentException if shapes or kinds do not fit together, or `y` is read-only
  void gemv(Op opA, double alpha, StridedMatrix a, StridedVector x, double beta, StridedVector y);

  /// Writes `sum(x * y)`, or `sum(conj(x) * y)` where `conjugate`, to the only element of `result`.
  ///
  /// @throws IllegalArgumentException if sizes or kinds do not fit together
  void dot(boolean conjugate, StridedVector x, StridedVector y, StridedVector result);

  /// Replaces `b` by the solution X of `op(a) @ X = alpha * b` or `X @ op(a) = alpha * b`.
  ///
  /// Only the named triangle of `a` is read; with `unitDiagonal` its diagonal is taken as ones. A
  /// zero on the diagonal gives infinities and NaN, not an error.
  ///
  /// @throws IllegalArgumentException if shapes or kinds do not fit together, or `b` is read-only
  void trsm(
      Side side,
      Triangle triangle,
      Op opA,
      boolean unitDiagonal,
      double alpha,
      StridedMatrix a,
      StridedMatrix b);
}
