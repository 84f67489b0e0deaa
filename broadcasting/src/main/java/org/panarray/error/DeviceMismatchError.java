package org.panarray.error;

/// Operands live on different devices. There are no implicit copies between devices, so the text
/// names both arrays. NumPy has no counterpart.
public final class DeviceMismatchError extends IllegalStateException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public DeviceMismatchError(String message) {
    super(message);
  }
}
