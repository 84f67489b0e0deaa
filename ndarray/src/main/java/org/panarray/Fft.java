package org.panarray;

import org.panarray.internal.page.FftHelpers;
import org.panarray.internal.page.FftHermitian;
import org.panarray.internal.page.FftReal;
import org.panarray.internal.page.FftStandard;

/// `np.fft`: discrete Fourier transforms of any length, complex and real.
///
/// Integers and bools are computed in float64, float16 in float32; float32 and complex64 give
/// complex64. Computation is in float64 always, so that float32 is only rounded once. An axis that
/// is longer than asked for is cut, a shorter one gets zeros at its end.
///
/// Results are fresh arrays.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.fft.html">numpy.fft</a>
public final class Fft implements FftStandard, FftReal, FftHermitian, FftHelpers {
  Fft() {}
}
