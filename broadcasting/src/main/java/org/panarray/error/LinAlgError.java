package org.panarray.error;

/// A linear algebra routine cannot go on: a singular matrix, a decomposition that does not
/// converge. `numpy.linalg.LinAlgError`, which is a `ValueError` there too.
public final class LinAlgError extends ValueError {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public LinAlgError(String message) {
    super(message);
  }
}
