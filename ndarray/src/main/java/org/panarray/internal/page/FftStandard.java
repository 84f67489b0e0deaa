package org.panarray.internal.page;

import org.panarray.Fft;
import org.panarray.NDArray;
import org.panarray.error.AxisError;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.fft.Direction;
import org.panarray.internal.fft.OneAxis;
import org.panarray.internal.fft.SeveralAxes;
import org.panarray.keyword.FftKeyword;

/// The transforms of complex arrays.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.fft.html#standard-ffts">NumPy's
///   page</a>
public sealed interface FftStandard permits Fft {

  /// The transform along an axis: `numpy.fft.fft`, `(..., n, ...)`, complex. Keywords: `n` (the
  /// length), `axis` (default -1), `norm` (`backward`, `ortho` or `forward`), `out`.
  ///
  /// ```java
  /// np.fft.fft(new double[] {1, 2, 3, 4}) // [10.+0.j -2.+2.j -2.+0.j -2.-2.j]
  /// np.fft.fft(new double[] {1, 2, 3, 4}, n(2)) // [ 3.+0.j -1.+0.j]
  /// ```
  ///
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray fft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.complex(Direction.FORWARD, ArrayLike.of(a), keywords);
  }

  /// The inverse of [#fft]: `numpy.fft.ifft`, `(..., n, ...)`, complex. Keywords: `n` (the length),
  /// `axis` (default -1), `norm` (`backward`, `ortho` or `forward`), `out`.
  ///
  /// ```java
  /// np.fft.ifft(new double[] {0, 4, 0, 0}) // [ 1.+0.j  0.+1.j -1.+0.j  0.-1.j]
  /// ```
  ///
  /// @throws ValueError `Invalid number of FFT data points (0) specified.`, `Invalid norm value x;
  ///   should be "backward","ortho" or "forward".`, `output array has wrong shape.`
  /// @throws IndexError `tuple index out of range`: without `n`, of an axis that is not there
  /// @throws AxisError `axis 2 is out of bounds for array of dimension 2`
  default NDArray ifft(Object a, FftKeyword.ForTransform... keywords) {
    return OneAxis.complex(Direction.BACKWARD, ArrayLike.of(a), keywords);
  }

  /// The transform along two axes: `numpy.fft.fft2`, complex. Keywords: `s` (lengths, -1 for all of
  /// an axis), `axes` (default the last two), `norm`, `out`.
  ///
  /// ```java
  /// np.fft.fft2(new double[][] {{1, 2}, {3, 4}})
  /// // [[10.+0.j -2.+0.j]
  /// //  [-4.+0.j  0.+0.j]]
  /// ```
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray fft2(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.pair(Direction.FORWARD, ArrayLike.of(a), keywords);
  }

  /// The inverse transform along two axes: `numpy.fft.ifft2`, complex. Keywords: `s` (lengths, -1
  /// for all of an axis), `axes` (default the last two), `norm`, `out`. `out` is not written to, as
  /// in NumPy.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray ifft2(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.pair(Direction.BACKWARD, ArrayLike.of(a), keywords);
  }

  /// The transform along several axes: `numpy.fft.fftn`, complex. Keywords: `s` (lengths, -1 for
  /// all of an axis), `axes` (default all, or the last of `s`), `norm`, `out`.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray fftn(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.all(Direction.FORWARD, ArrayLike.of(a), keywords);
  }

  /// The inverse transform along several axes: `numpy.fft.ifftn`, complex. Keywords: `s` (lengths,
  /// -1 for all of an axis), `axes` (default all, or the last of `s`), `norm`, `out`.
  ///
  /// @throws ValueError `Shape and axes have different lengths.`, and as of one axis
  /// @throws IndexError `index 2 is out of bounds for axis 0 with size 2`: without `s`, of an axis
  ///   that is not there
  default NDArray ifftn(Object a, FftKeyword.ForTransforms... keywords) {
    return SeveralAxes.all(Direction.BACKWARD, ArrayLike.of(a), keywords);
  }
}
