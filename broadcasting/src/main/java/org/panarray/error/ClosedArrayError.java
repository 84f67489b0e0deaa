package org.panarray.error;

/// An array was used after the scope that owned its memory was closed. NumPy has no counterpart.
public final class ClosedArrayError extends IllegalStateException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public ClosedArrayError(String message) {
    super(message);
  }
}
