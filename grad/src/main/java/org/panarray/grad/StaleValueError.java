package org.panarray.grad;

/// A value that a gradient rule needs was overwritten after it was recorded.
public final class StaleValueError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StaleValueError(String message) {
    super(message);
  }
}
