package org.panarray.linalg;

/// The four element kinds that BLAS and LAPACK know. Complex elements are stored interleaved: the
/// real part, then the imaginary part.
public enum ScalarKind {
  /// 32-bit floating point; BLAS letter `s`.
  F32('s', 4, false),
  /// 64-bit floating point; BLAS letter `d`.
  F64('d', 8, false),
  /// Two 32-bit floating-point numbers; BLAS letter `c`.
  C64('c', 8, true),
  /// Two 64-bit floating-point numbers; BLAS letter `z`.
  C128('z', 16, true);

  private final char letter;
  private final int byteSize;
  private final boolean complex;

  ScalarKind(char letter, int byteSize, boolean complex) {
    this.letter = letter;
    this.byteSize = byteSize;
    this.complex = complex;
  }

  /// The letter that names this kind in BLAS and LAPACK routine names.
  char letter() {
    return letter;
  }

  /// The bytes of one element.
  public int byteSize() {
    return byteSize;
  }

  /// Whether an element has an imaginary part.
  public boolean isComplex() {
    return complex;
  }

  /// Whether the parts of an element are 64 bits wide.
  public boolean isDouble() {
    return this == F64 || this == C128;
  }

  /// The kind of an element's real part: singular values of a `C64` matrix are `F32`.
  public ScalarKind real() {
    return isDouble() ? F64 : F32;
  }

  /// The complex kind of the same width: eigenvalues of an `F32` matrix are `C64`.
  public ScalarKind toComplex() {
    return isDouble() ? C128 : C64;
  }
}
