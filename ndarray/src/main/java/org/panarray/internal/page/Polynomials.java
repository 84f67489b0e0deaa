package org.panarray.internal.page;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.Poly1d;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.polynomial.PolynomialArithmetic;
import org.panarray.internal.polynomial.PolynomialFitting;
import org.panarray.keyword.PolynomialKeyword;
import org.panarray.result.Divmod;
import org.panarray.result.PolynomialCovariance;
import org.panarray.result.PolynomialFit;

/// Polynomials by their coefficients, highest power first.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.polynomials-package.html">NumPy's
///   page</a>
public sealed interface Polynomials permits Np {

  /// The values of a polynomial at `x`, of the shape of `x`: `numpy.polyval`.
  ///
  /// ```java
  /// np.polyval(new int[] {3, 0, 1}, 5) // 76
  /// ```
  default NDArray polyval(Object p, Object x) {
    NDArray at = ArrayLike.of(x);
    NDArray value = Np.np.zerosLike(at);
    for (NDArray coefficient : ArrayLike.of(p)) {
      value = Np.np.add(Np.np.multiply(value, at), coefficient);
    }
    return value;
  }

  /// The polynomial of a degree that fits points best by least squares: `numpy.polyfit`, `(deg +
  /// 1,)` or, for `y` of `(n, k)`, `(deg + 1, k)`. Keywords: `rcond`, `w`; with `full` the result
  /// is a [PolynomialFit], with `cov` a [PolynomialCovariance].
  ///
  /// ```java
  /// np.round(np.polyfit(new int[] {0, 1, 2}, new int[] {1, 3, 5}, 1), 6) // [2. 1.]
  /// ```
  ///
  /// @throws ValueError `expected deg >= 0`
  /// @throws org.panarray.error.TypeError `expected x and y to have same length` and its kin
  default NDArray polyfit(Object x, Object y, int deg, PolynomialKeyword.ForPolyfit... keywords) {
    return PolynomialFitting.of(x, y, deg, keywords).unique().c();
  }

  /// As [#polyfit(Object, Object, int, PolynomialKeyword.ForPolyfit...)], with how well it fits.
  default PolynomialFit polyfit(
      Object x, Object y, int deg, PolynomialKeyword.ForFullPolyfit... keywords) {
    return PolynomialFitting.of(x, y, deg, keywords).fit();
  }

  /// As [#polyfit(Object, Object, int, PolynomialKeyword.ForPolyfit...)], with the covariance.
  ///
  /// @throws ValueError `the number of data points must exceed order to scale the covariance
  ///   matrix`
  default PolynomialCovariance polyfit(
      Object x, Object y, int deg, PolynomialKeyword.ForPolyfitCovariance... keywords) {
    return PolynomialFitting.of(x, y, deg, keywords).withCovariance(keywords);
  }

  /// The zeros of a polynomial, by the eigenvalues of its companion matrix: `numpy.roots`.
  ///
  /// @throws ValueError `Input must be a rank-1 array.`
  default NDArray roots(Object p) {
    return PolynomialArithmetic.roots(Np.np.atleast1d(p));
  }

  /// The polynomial with these zeros, or the characteristic one of a square matrix: `numpy.poly`.
  ///
  /// ```java
  /// np.poly(new double[] {1, 2}) // [ 1. -3.  2.]
  /// ```
  ///
  /// @throws ValueError `input must be 1d or non-empty square 2d array.`
  default NDArray poly(Object seqOfZeros) {
    return PolynomialArithmetic.withZeros(Np.np.atleast1d(seqOfZeros));
  }

  /// The sum of two polynomials: `numpy.polyadd`.
  default NDArray polyadd(Object a1, Object a2) {
    NDArray[] aligned = PolynomialArithmetic.aligned(a1, a2);
    return Np.np.add(aligned[0], aligned[1]);
  }

  /// As [#polyadd(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polyadd(Poly1d a1, Object a2) {
    return Required.argument(a1, "a1").plus(a2);
  }

  /// As [#polyadd(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polyadd(Object a1, Poly1d a2) {
    return new Poly1d(ArrayLike.of(a1), "x").plus(a2);
  }

  /// As [#polyadd(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polyadd(Poly1d a1, Poly1d a2) {
    return Required.argument(a1, "a1").plus(a2);
  }

  /// The difference of two polynomials: `numpy.polysub`.
  default NDArray polysub(Object a1, Object a2) {
    NDArray[] aligned = PolynomialArithmetic.aligned(a1, a2);
    return Np.np.subtract(aligned[0], aligned[1]);
  }

  /// As [#polysub(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polysub(Poly1d a1, Object a2) {
    return Required.argument(a1, "a1").minus(a2);
  }

  /// As [#polysub(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polysub(Object a1, Poly1d a2) {
    return new Poly1d(ArrayLike.of(a1), "x").minus(a2);
  }

  /// As [#polysub(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polysub(Poly1d a1, Poly1d a2) {
    return Required.argument(a1, "a1").minus(a2);
  }

  /// The product of two polynomials: `numpy.polymul`.
  default NDArray polymul(Object a1, Object a2) {
    return Np.np.convolve(
        new Poly1d(ArrayLike.of(a1), "x").c(), new Poly1d(ArrayLike.of(a2), "x").c());
  }

  /// As [#polymul(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polymul(Poly1d a1, Object a2) {
    return Required.argument(a1, "a1").times(a2);
  }

  /// As [#polymul(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polymul(Object a1, Poly1d a2) {
    return new Poly1d(ArrayLike.of(a1), "x").times(a2);
  }

  /// As [#polymul(Object, Object)]; where one is a [Poly1d], so is the result.
  default Poly1d polymul(Poly1d a1, Poly1d a2) {
    return Required.argument(a1, "a1").times(a2);
  }

  /// The quotient of two polynomials and what is left: `numpy.polydiv`, in floating point. Those of
  /// a [Poly1d] as such are [Poly1d#div].
  default Divmod polydiv(Object u, Object v) {
    return PolynomialArithmetic.divided(u, v);
  }

  /// The derivative of a polynomial, `m` times: `numpy.polyder`.
  ///
  /// @throws ValueError `Order of derivative must be positive (see polyint)`
  default NDArray polyder(Object p, int m) {
    if (m < 0) {
      throw new ValueError("Order of derivative must be positive (see polyint)");
    }
    NDArray result = coefficients(p);
    long times = Math.min(m, Math.max(1, result.size())); // then nothing is left
    for (long i = 0; i < times; i++) {
      long degree = Math.max(result.size() - 1, 0);
      NDArray powers = Np.np.arange(degree, 0, -1);
      result = Np.np.multiply(result.get(org.panarray.shape.Index.slice(0, degree)), powers);
    }
    return result;
  }

  private static NDArray coefficients(Object p) {
    NDArray coefficients = ArrayLike.of(p);
    coefficients.len();
    return coefficients;
  }

  /// The derivative of a polynomial.
  default NDArray polyder(Object p) {
    return polyder(p, 1);
  }

  /// The integral of a polynomial, `m` times, with the constants `k` (one, or one for each; null
  /// for zeros): `numpy.polyint`.
  ///
  /// @throws ValueError `Order of integral must be positive (see polyder)`, `k must be a scalar or
  ///   a rank-1 array of length 1 or >m.`
  default NDArray polyint(Object p, int m, @Nullable Object k) {
    if (m < 0) {
      throw new ValueError("Order of integral must be positive (see polyder)");
    }
    NDArray constants = k == null ? Np.np.zeros(m) : Np.np.atleast1d(k);
    if (constants.size() == 1 && m > 1) {
      constants = Np.np.full(m, constants.get(0));
    }
    if (constants.size() < m) {
      throw new ValueError("k must be a scalar or a rank-1 array of length 1 or >m.");
    }
    NDArray result = coefficients(p);
    for (int i = 0; i < m; i++) {
      NDArray powers = Np.np.arange(result.size(), 0, -1);
      result = Np.np.append(Np.np.divide(result, powers), constants.get(i));
    }
    return result;
  }

  /// The integral of a polynomial, `m` times, with constants of zero.
  default NDArray polyint(Object p, int m) {
    return polyint(p, m, null);
  }

  /// The integral of a polynomial with a constant of zero.
  default NDArray polyint(Object p) {
    return polyint(p, 1, null);
  }

  /// The derivative of a [Poly1d] is one.
  default Poly1d polyder(Poly1d p, int m) {
    return new Poly1d(polyder((Object) p, m), "x");
  }

  /// The derivative of a [Poly1d] is one.
  default Poly1d polyder(Poly1d p) {
    return polyder(p, 1);
  }

  /// The integral of a [Poly1d] is one.
  default Poly1d polyint(Poly1d p, int m, @Nullable Object k) {
    return new Poly1d(polyint((Object) p, m, k), "x");
  }

  /// The integral of a [Poly1d] is one.
  default Poly1d polyint(Poly1d p, int m) {
    return polyint(p, m, null);
  }

  /// The integral of a [Poly1d] is one.
  default Poly1d polyint(Poly1d p) {
    return polyint(p, 1, null);
  }

  /// A polynomial with these coefficients, highest power first: `numpy.poly1d`.
  default Poly1d poly1d(Object cOrR) {
    return new Poly1d(ArrayLike.of(cOrR), "x");
  }

  /// As [#poly1d(Object)], or of these zeros where `r` is true, printed with another variable.
  default Poly1d poly1d(Object cOrR, boolean r, String variable) {
    return new Poly1d(r ? poly(cOrR) : ArrayLike.of(cOrR), variable);
  }
}
