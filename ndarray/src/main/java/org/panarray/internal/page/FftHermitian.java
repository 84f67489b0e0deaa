package org.panarray.internal.page;

import org.panarray.Fft;
import org.panarray.NDArray;
import org.panarray.error.AxisError;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.fft.OneAxis;
import org.panarray.keyword.FftKeyword;

/// The transforms of arrays whose spectrum is real.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.fft.html#hermitian-ffts">NumPy's
///   page</a>
public sealed interface FftHermitian permits Fft {

  /// The real spectrum of numbers of which elements 0 to `n / 2` are given, the others being their
  /// conjugates: `numpy.fft.hfft`, `(..., n, ...)`. Keywords: `n` (the length), `axis` (default
  /// -1), `norm` (`backward`, `ortho` or `forward`), `out`, which is not written to, as in NumPy.
  ///
  /// ```java
  /// np.fft.hfft(new double[] {1, 2, 3}) // [ 8. -2.  0. -2.]
  /// ```
  ///
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray hfft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.hfft(ArrayLike.of(a), keywords);
  }

  /// The inverse of [#hfft]: `numpy.fft.ihfft`, `(..., n / 2 + 1, ...)`, complex. Keywords: `n`
  /// (the length), `axis` (default -1), `norm` (`backward`, `ortho` or `forward`), `out`.
  ///
  /// ```java
  /// np.fft.ihfft(new double[] {8, -2, 0, -2}) // [1.-0.j 2.-0.j 3.-0.j]
  /// ```
  ///
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray ihfft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.ihfft(ArrayLike.of(a), keywords);
  }
}
