package org.panarray.error;

/// Not enough memory for an array. Python's `MemoryError`; an exception rather than Java's
/// `OutOfMemoryError`, because the program can go on: nothing was allocated.
public final class MemoryError extends RuntimeException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public MemoryError(String message) {
    super(message);
  }
}
