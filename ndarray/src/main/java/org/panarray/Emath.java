package org.panarray;

import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.prim.ElementType;

/// `np.emath`: functions that answer in complex numbers where real ones have no answer.
///
/// ```java
/// np.emath.sqrt(-4) // 2j
/// ```
///
/// The result is complex as soon as one element lies outside of the real function's domain.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.emath.html">numpy.emath</a>
public final class Emath {
  Emath() {}

  /// The square root, complex where an element is negative: `numpy.emath.sqrt`.
  public NDArray sqrt(Object x) {
    return Np.np.sqrt(orComplexBelowZero(x));
  }

  /// The natural logarithm, complex where an element is negative: `numpy.emath.log`.
  public NDArray log(Object x) {
    return Np.np.log(orComplexBelowZero(x));
  }

  /// The logarithm to base 2, complex where an element is negative: `numpy.emath.log2`.
  public NDArray log2(Object x) {
    return Np.np.log2(orComplexBelowZero(x));
  }

  /// The logarithm to base 10, complex where an element is negative: `numpy.emath.log10`.
  public NDArray log10(Object x) {
    return Np.np.log10(orComplexBelowZero(x));
  }

  /// The logarithm to base `n`, complex where `x` or `n` is negative: `numpy.emath.logn`.
  public NDArray logn(Object n, Object x) {
    return Np.np.divide(log(x), log(n));
  }

  /// `x ** p`, complex where an element of `x` is negative: `numpy.emath.power`. Integer powers
  /// that are negative are taken in floating point.
  public NDArray power(Object x, Object p) {
    NDArray exponent = ArrayLike.of(p);
    return Np.np.power(
        orComplexBelowZero(x), isBelowZero(exponent) ? exponent.times(1.0) : exponent);
  }

  /// The inverse cosine, complex where an element is beyond 1: `numpy.emath.arccos`.
  public NDArray arccos(Object x) {
    return Np.np.arccos(orComplexBeyondOne(x));
  }

  /// The inverse sine, complex where an element is beyond 1: `numpy.emath.arcsin`.
  public NDArray arcsin(Object x) {
    return Np.np.arcsin(orComplexBeyondOne(x));
  }

  /// The inverse hyperbolic tangent, complex where an element is beyond 1: `numpy.emath.arctanh`.
  public NDArray arctanh(Object x) {
    return Np.np.arctanh(orComplexBeyondOne(x));
  }

  private static NDArray orComplexBelowZero(Object x) {
    NDArray array = ArrayLike.of(x);
    return isBelowZero(array) ? complex(array) : array;
  }

  private static boolean isBelowZero(NDArray array) {
    NDArray below = Np.np.less(array, 0);
    return Np.np.logicalAnd(Np.np.isreal(array), below).any().asBoolean();
  }

  private static NDArray orComplexBeyondOne(Object x) {
    NDArray array = ArrayLike.of(x);
    NDArray beyond = Np.np.greater(Np.np.absolute(array), 1);
    boolean any = Np.np.logicalAnd(Np.np.isreal(array), beyond).any().asBoolean();
    return any ? complex(array) : array;
  }

  private static NDArray complex(NDArray array) {
    return Casts.to(
        array,
        switch (array.element()) {
          case FLOAT32, INT8, INT16, UINT8, UINT16, COMPLEX64 -> ElementType.COMPLEX64;
          default -> ElementType.COMPLEX128;
        });
  }
}
