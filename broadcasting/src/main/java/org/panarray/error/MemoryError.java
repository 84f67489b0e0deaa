package org.panarray.error;

import java.util.function.Supplier;

/// Not enough memory for an array. Python's `MemoryError`; an exception rather than Java's
/// `OutOfMemoryError`, because the program can go on: nothing was allocated.
public final class MemoryError extends RuntimeException implements NumpyException {
  private static final long serialVersionUID = 1L;

  /// @param message NumPy's text, with the shapes, indices or dtypes concerned
  public MemoryError(String message) {
    super(message);
  }

  /// What is made on the Java heap, which may have no room for so much.
  ///
  /// @throws MemoryError where it has none
  public static <T> T unlessFull(Supplier<T> making) {
    try {
      return making.get();
    } catch (OutOfMemoryError e) {
      MemoryError error = new MemoryError("Unable to allocate on the Java heap: " + e.getMessage());
      error.initCause(e);
      throw error;
    }
  }
}
