package org.panarray.linalg;

/// What happens to a matrix operand before it takes part in a product or a solve.
public enum Op {
  /// The matrix itself.
  NONE,
  /// Its transpose.
  TRANSPOSE,
  /// The conjugate of its transpose; for real kinds the same as [#TRANSPOSE].
  CONJUGATE_TRANSPOSE;

  boolean transposes() {
    return this != NONE;
  }
}
