package org.panarray.error;

import org.jspecify.annotations.Nullable;

/// Marks every exception that carries a text of NumPy's. Catch the class for a condition, or the
/// Java class it extends; use this interface to tell such errors from errors of the program.
public sealed interface NumpyException
    permits ValueError,
        TypeError,
        IndexError,
        OverflowError,
        ZeroDivisionError,
        FloatingPointError,
        DeviceMismatchError,
        MemoryError,
        ClosedArrayError {

  /// The text, as in `Throwable`.
  @Nullable String getMessage();

  /// Python's name of the class, for printing an error as Python does.
  default String pythonName() {
    return getClass().getSimpleName();
  }
}
