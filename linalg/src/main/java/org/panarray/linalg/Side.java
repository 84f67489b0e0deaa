package org.panarray.linalg;

/// On which side of the unknown a triangular matrix stands in [Blas#trsm].
public enum Side {
  /// `op(A) @ X = alpha * B`.
  LEFT,
  /// `X @ op(A) = alpha * B`.
  RIGHT
}
