package org.panarray.error;

/// A floating-point condition whose `np.errstate` is `raise`. Python's `FloatingPointError`.
public final class FloatingPointError extends ArithmeticException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public FloatingPointError(String message) {
    super(message);
  }
}
