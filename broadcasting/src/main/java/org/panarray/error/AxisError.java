package org.panarray.error;

/// An axis that the array does not have. `numpy.exceptions.AxisError`; there it is a `ValueError`
/// and an `IndexError` at once, here the former, Java having one superclass.
public final class AxisError extends ValueError {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text
  public AxisError(String message) {
    super(message);
  }

  /// `axis 2 is out of bounds for array of dimension 2`.
  public AxisError(long axis, int rank) {
    this("axis " + axis + " is out of bounds for array of dimension " + rank);
  }

  /// The same with the name of the argument in front: `axis2: axis 2 is out of bounds ...`.
  public AxisError(String argument, long axis, int rank) {
    this(argument + ": axis " + axis + " is out of bounds for array of dimension " + rank);
  }
}
