package org.panarray.grad;

import org.panarray.NDArray;

/// A value that a gradient rule needs was overwritten after it was recorded.
public final class StaleValueError extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  StaleValueError(String message) {
    super(message);
  }

  /// @param reader whose gradient it is
  static StaleValueError of(String reader, NDArray array) {
    return new StaleValueError(
        "the gradient of "
            + reader
            + " needs a value of shape "
            + array.shape()
            + " that was overwritten in place (write "
            + array.version()
            + " of its memory)");
  }
}
