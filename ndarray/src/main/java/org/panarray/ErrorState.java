package org.panarray;

import org.panarray.error.Required;

/// What happens on a floating-point fault, for each kind of fault: NumPy's `seterr` settings.
///
/// Elementwise functions, casts, reductions, running results, products of matrices and determinants
/// tell of their faults in NumPy's words. They are told after the work, from what went in and what
/// came out: an array that is written holds its results when the error is thrown, as in NumPy. A
/// chain of `np.fuse` warns of nothing, but is not fused where a fault raises or calls. Sums of
/// more than a few thousand elements do not tell of an overflow beside elements that are infinite
/// themselves. Underflow costs time where it is asked for; it is not seen inside large products of
/// matrices. The GPU tells of nothing.
///
/// NumPy warns where its integer *scalars* overflow (`np.uint8(200) + np.uint8(100)`) and not where
/// 0-d arrays do. Here both are one type, [NDArray] without axes, and integers wrap in silence.
///
/// @param divide division by zero
/// @param over overflow
/// @param under underflow
/// @param invalid an invalid operation
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.seterr.html">numpy.seterr</a>
public record ErrorState(Mode divide, Mode over, Mode under, Mode invalid) {
  public ErrorState {
    Required.argument(divide, "divide");
    Required.argument(over, "over");
    Required.argument(under, "under");
    Required.argument(invalid, "invalid");
  }

  /// How a fault is treated.
  public enum Mode {
    IGNORE,
    WARN,
    RAISE,
    CALL,
    PRINT
  }

  /// NumPy's settings at start: warn of all but underflow.
  public static final ErrorState DEFAULT =
      new ErrorState(Mode.WARN, Mode.WARN, Mode.IGNORE, Mode.WARN);

  /// One mode for all faults.
  public static ErrorState all(Mode mode) {
    return new ErrorState(mode, mode, mode, mode);
  }
}
