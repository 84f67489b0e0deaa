package org.panarray.internal.page;

import java.util.function.Function;
import org.panarray.NDArray;
import org.panarray.Np;

/// Window functions: float64, `(M,)`; empty below 1, `[1.]` for 1.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.window.html">NumPy's page</a>
public sealed interface Windows permits Np {

  /// Two straight slopes: `numpy.bartlett`.
  default NDArray bartlett(double M) {
    return window(
        M,
        n -> {
          NDArray slope = n.div(M - 1);
          return Np.np.where(Np.np.lessEqual(n, 0), Np.np.add(1, slope), Np.np.subtract(1, slope));
        });
  }

  /// Three terms of a cosine series: `numpy.blackman`.
  default NDArray blackman(double M) {
    return window(
        M,
        n -> {
          NDArray first = Np.np.cos(n.times(Math.PI).div(M - 1)).times(0.5);
          NDArray second = Np.np.cos(n.times(2.0 * Math.PI).div(M - 1)).times(0.08);
          return Np.np.add(0.42, first).plus(second);
        });
  }

  /// A raised cosine that does not reach zero: `numpy.hamming`.
  default NDArray hamming(double M) {
    return window(M, n -> raised(n, M, 0.54, 0.46));
  }

  /// A raised cosine, also called von Hann's: `numpy.hanning`.
  ///
  /// ```java
  /// np.hanning(5) // [0.  0.5 1.  0.5 0. ]
  /// ```
  default NDArray hanning(double M) {
    return window(M, n -> raised(n, M, 0.5, 0.5));
  }

  /// Kaiser's window of the shape `beta`: `numpy.kaiser`.
  default NDArray kaiser(double M, double beta) {
    return window(
        M,
        n -> {
          double alpha = (M - 1) / 2.0;
          NDArray place = Np.np.arange(0.0, M).minus(alpha).div(alpha);
          NDArray root = Np.np.sqrt(Np.np.subtract(1, Np.np.power(place, 2.0)));
          return Np.np.i0(root.times(beta)).div(Np.np.i0(beta));
        });
  }

  private static NDArray raised(NDArray n, double M, double middle, double height) {
    NDArray wave = Np.np.cos(n.times(Math.PI).div(M - 1));
    return Np.np.add(middle, wave.times(height));
  }

  /// A function of `1 - M, 3 - M, ..., M - 1`.
  private static NDArray window(double M, Function<NDArray, NDArray> shape) {
    if (M < 1) {
      return Np.np.zeros(0);
    }
    return M == 1 ? Np.np.ones(1) : shape.apply(Np.np.arange(1 - M, M, 2.0));
  }
}
