package org.panarray.internal.page;

import org.panarray.Fft;
import org.panarray.NDArray;
import org.panarray.error.AxisError;
import org.panarray.error.IndexError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.fft.OneAxis;
import org.panarray.internal.fft.SeveralAxes;
import org.panarray.keyword.FftKeyword;

/// The transforms of real arrays, whose spectrum is given by its first half.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.fft.html#real-ffts">NumPy's page</a>
public sealed interface FftReal permits Fft {

  /// Elements 0 to `n / 2` of the transform of real numbers: `numpy.fft.rfft`, `(..., n / 2 + 1,
  /// ...)`, complex. Keywords: `n` (the length), `axis` (default -1), `norm` (`backward`, `ortho`
  /// or `forward`), `out`.
  ///
  /// ```java
  /// np.fft.rfft(new double[] {1, 2, 3, 4}) // [10.+0.j -2.+2.j -2.+0.j]
  /// ```
  ///
  /// @throws TypeError `ufunc 'rfft_n_even' not supported for the input types, ...`: of complex
  ///   numbers
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray rfft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.real(ArrayLike.of(a), keywords);
  }

  /// The inverse of [#rfft]: `numpy.fft.irfft`, `(..., n, ...)`, real. Keywords: `n` (the length of
  /// the result, default the even one), `axis` (default -1), `norm` (`backward`, `ortho` or
  /// `forward`), `out`.
  ///
  /// ```java
  /// np.fft.irfft(new double[] {10, -2, -2}) // [1. 3. 3. 3.]
  /// ```
  ///
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray irfft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.hermitian(ArrayLike.of(a), keywords);
  }

  /// The transform of real numbers along two axes, the last of which is halved: `numpy.fft.rfft2`,
  /// complex. Keywords: `s` (lengths, -1 for all of an axis), `axes` (default the last two),
  /// `norm`, `out`.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray rfft2(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.realPair(ArrayLike.of(a), keywords);
  }

  /// The inverse of [#rfft2]: `numpy.fft.irfft2`, real. Keywords: `s` (lengths of the result, -1
  /// for all of an axis), `axes` (default the last two), `norm`, `out`. `out` is not written to, as
  /// in NumPy.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray irfft2(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.hermitianPair(ArrayLike.of(a), keywords);
  }

  /// The transform of real numbers along several axes, the last of which is halved:
  /// `numpy.fft.rfftn`, complex. Keywords: `s` (lengths, -1 for all of an axis), `axes` (default
  /// all, or the last of `s`), `norm`, `out`.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray rfftn(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.real(ArrayLike.of(a), keywords);
  }

  /// The inverse of [#rfftn]: `numpy.fft.irfftn`, real. Keywords: `s` (lengths of the result, -1
  /// for all of an axis), `axes` (default all, or the last of `s`), `norm`, `out`.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray irfftn(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.hermitian(ArrayLike.of(a), keywords);
  }
}
