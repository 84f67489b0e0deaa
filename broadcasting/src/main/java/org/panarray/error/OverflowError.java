package org.panarray.error;

/// A Python integer that does not fit the dtype asked for. Python's `OverflowError`.
public final class OverflowError extends ArithmeticException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public OverflowError(String message) {
    super(message);
  }
}
