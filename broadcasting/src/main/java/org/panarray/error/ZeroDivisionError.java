package org.panarray.error;

/// A division of a Python number by zero, such as a step of 0. Python's `ZeroDivisionError`.
public final class ZeroDivisionError extends ArithmeticException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message Python's text
  public ZeroDivisionError(String message) {
    super(message);
  }
}
