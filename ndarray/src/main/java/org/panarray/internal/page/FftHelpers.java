package org.panarray.internal.page;

import org.panarray.Fft;
import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.error.ZeroDivisionError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.fft.Frequencies;
import org.panarray.keyword.FftKeyword;

/// Frequencies of a spectrum, and its order.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.fft.html#helper-routines">NumPy's
///   page</a>
public sealed interface FftHelpers permits Fft {

  /// The frequencies of the elements of a spectrum, in cycles per unit of the samples' distance 1:
  /// `numpy.fft.fftfreq`, float64, `(n,)`.
  ///
  /// ```java
  /// np.fft.fftfreq(4) // [ 0.    0.25 -0.5  -0.25]
  /// ```
  ///
  /// @throws ZeroDivisionError `float division by zero`
  /// @throws ValueError `negative dimensions are not allowed`
  default NDArray fftfreq(long n) {
    return Frequencies.all(n, 1.0);
  }

  /// As [#fftfreq(long)] of samples at a distance `d`.
  ///
  /// @throws ZeroDivisionError `float division by zero`
  /// @throws ValueError `negative dimensions are not allowed`
  default NDArray fftfreq(long n, double d) {
    return Frequencies.all(n, d);
  }

  /// The frequencies of [FftReal#rfft]: `numpy.fft.rfftfreq`, float64, `(n / 2 + 1,)`.
  ///
  /// ```java
  /// np.fft.rfftfreq(4) // [0.   0.25 0.5 ]
  /// ```
  ///
  /// @throws ZeroDivisionError `float division by zero`
  default NDArray rfftfreq(long n) {
    return Frequencies.half(n, 1.0);
  }

  /// As [#rfftfreq(long)] of samples at a distance `d`.
  ///
  /// @throws ZeroDivisionError `float division by zero`
  default NDArray rfftfreq(long n, double d) {
    return Frequencies.half(n, d);
  }

  /// The frequency zero in the middle: `numpy.fft.fftshift`. Keyword: `axes` (default all).
  ///
  /// ```java
  /// np.fft.fftshift(np.arange(5)) // [3 4 0 1 2]
  /// ```
  ///
  /// @throws IndexError `tuple index out of range`
  default NDArray fftshift(Object x, FftKeyword.ForShift... axes) {
    return Frequencies.shifted(ArrayLike.of(x), axes, 1);
  }

  /// The inverse of [#fftshift]: `numpy.fft.ifftshift`. Keyword: `axes` (default all).
  ///
  /// ```java
  /// np.fft.ifftshift(np.arange(5)) // [2 3 4 0 1]
  /// ```
  ///
  /// @throws IndexError `tuple index out of range`
  default NDArray ifftshift(Object x, FftKeyword.ForShift... axes) {
    return Frequencies.shifted(ArrayLike.of(x), axes, -1);
  }
}
