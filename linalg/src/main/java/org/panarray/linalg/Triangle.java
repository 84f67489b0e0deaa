package org.panarray.linalg;

/// Which triangle of a square matrix is read or written; NumPy's `UPLO`.
public enum Triangle {
  /// On and below the diagonal.
  LOWER,
  /// On and above the diagonal.
  UPPER;

  /// The same triangle, seen after a transposition.
  Triangle flipped() {
    return this == LOWER ? UPPER : LOWER;
  }

  byte letter() {
    return (byte) (this == LOWER ? 'L' : 'U');
  }
}
