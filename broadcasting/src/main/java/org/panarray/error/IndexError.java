package org.panarray.error;

/// An index outside of its axis, too many indices, a mask of the wrong length. Python's
/// `IndexError`.
public final class IndexError extends IndexOutOfBoundsException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public IndexError(String message) {
    super(message);
  }
}
