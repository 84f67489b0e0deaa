package org.panarray.error;

/// An argument of the right type has a value that does not fit: shapes that do not broadcast, a
/// negative dimension, an empty reduction. Python's `ValueError`.
public sealed class ValueError extends IllegalArgumentException implements NumpyException
    permits AxisError, LinAlgError {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public ValueError(String message) {
    super(message);
  }
}
