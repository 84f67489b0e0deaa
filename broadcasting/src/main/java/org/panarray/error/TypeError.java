package org.panarray.error;

/// An argument is of a type that the function cannot take: a dtype without a loop, a cast that the
/// casting rule forbids. Python's `TypeError`.
public final class TypeError extends IllegalArgumentException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public TypeError(String message) {
    super(message);
  }
}
