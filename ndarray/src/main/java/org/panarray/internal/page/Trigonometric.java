package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Trigonometric and hyperbolic functions, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a
/// href="https://numpy.org/doc/2.4/reference/routines.math.html#trigonometric-functions">NumPy's
/// page</a>
public sealed interface Trigonometric permits Np {

  /// The sine of angles in radians: `numpy.sin`.
  ///
  /// ```java
  /// np.sin(np.array(new double[] {0, np.pi / 2})) // [0. 1.]
  /// ```
  default NDArray sin(Object x) {
    return Elementwise.apply(ScalarOp.SIN, x);
  }

  /// As [#sin(Object)], with keywords.
  default NDArray sin(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SIN, new Object[] {x}, keywords);
  }

  /// The cosine of angles in radians: `numpy.cos`.
  default NDArray cos(Object x) {
    return Elementwise.apply(ScalarOp.COS, x);
  }

  /// As [#cos(Object)], with keywords.
  default NDArray cos(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.COS, new Object[] {x}, keywords);
  }

  /// The tangent of angles in radians: `numpy.tan`.
  default NDArray tan(Object x) {
    return Elementwise.apply(ScalarOp.TAN, x);
  }

  /// As [#tan(Object)], with keywords.
  default NDArray tan(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.TAN, new Object[] {x}, keywords);
  }

  /// The angle in `[-pi/2, pi/2]` whose sine is `x`; NaN outside `[-1, 1]`: `numpy.arcsin`.
  default NDArray arcsin(Object x) {
    return Elementwise.apply(ScalarOp.ARCSIN, x);
  }

  /// As [#arcsin(Object)], with keywords.
  default NDArray arcsin(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCSIN, new Object[] {x}, keywords);
  }

  /// Another name of [#arcsin]: the angle in `[-pi/2, pi/2]` whose sine is `x`; NaN outside `[-1,
  /// 1]`: `numpy.asin`.
  default NDArray asin(Object x) {
    return Elementwise.apply(ScalarOp.ARCSIN, x);
  }

  /// As [#asin(Object)], with keywords.
  default NDArray asin(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCSIN, new Object[] {x}, keywords);
  }

  /// The angle in `[0, pi]` whose cosine is `x`; NaN outside `[-1, 1]`: `numpy.arccos`.
  default NDArray arccos(Object x) {
    return Elementwise.apply(ScalarOp.ARCCOS, x);
  }

  /// As [#arccos(Object)], with keywords.
  default NDArray arccos(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCCOS, new Object[] {x}, keywords);
  }

  /// Another name of [#arccos]: the angle in `[0, pi]` whose cosine is `x`; NaN outside `[-1, 1]`:
  /// `numpy.acos`.
  default NDArray acos(Object x) {
    return Elementwise.apply(ScalarOp.ARCCOS, x);
  }

  /// As [#acos(Object)], with keywords.
  default NDArray acos(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCCOS, new Object[] {x}, keywords);
  }

  /// The angle in `(-pi/2, pi/2)` whose tangent is `x`: `numpy.arctan`.
  default NDArray arctan(Object x) {
    return Elementwise.apply(ScalarOp.ARCTAN, x);
  }

  /// As [#arctan(Object)], with keywords.
  default NDArray arctan(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTAN, new Object[] {x}, keywords);
  }

  /// Another name of [#arctan]: the angle in `(-pi/2, pi/2)` whose tangent is `x`: `numpy.atan`.
  default NDArray atan(Object x) {
    return Elementwise.apply(ScalarOp.ARCTAN, x);
  }

  /// As [#atan(Object)], with keywords.
  default NDArray atan(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTAN, new Object[] {x}, keywords);
  }

  /// The angle in `[-pi, pi]` of the point `(x2, x1)`: `x1` is the ordinate: `numpy.arctan2`.
  default NDArray arctan2(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.ARCTAN2, x1, x2);
  }

  /// As [#arctan2(Object, Object)], with keywords.
  default NDArray arctan2(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTAN2, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#arctan2]: the angle in `[-pi, pi]` of the point `(x2, x1)`: `x1` is the
  /// ordinate: `numpy.atan2`.
  default NDArray atan2(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.ARCTAN2, x1, x2);
  }

  /// As [#atan2(Object, Object)], with keywords.
  default NDArray atan2(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTAN2, new Object[] {x1, x2}, keywords);
  }

  /// `sqrt(x1**2 + x2**2)` without overflow in between: `numpy.hypot`.
  default NDArray hypot(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.HYPOT, x1, x2);
  }

  /// As [#hypot(Object, Object)], with keywords.
  default NDArray hypot(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.HYPOT, new Object[] {x1, x2}, keywords);
  }

  /// The hyperbolic sine: `numpy.sinh`.
  default NDArray sinh(Object x) {
    return Elementwise.apply(ScalarOp.SINH, x);
  }

  /// As [#sinh(Object)], with keywords.
  default NDArray sinh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SINH, new Object[] {x}, keywords);
  }

  /// The hyperbolic cosine: `numpy.cosh`.
  default NDArray cosh(Object x) {
    return Elementwise.apply(ScalarOp.COSH, x);
  }

  /// As [#cosh(Object)], with keywords.
  default NDArray cosh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.COSH, new Object[] {x}, keywords);
  }

  /// The hyperbolic tangent: `numpy.tanh`.
  default NDArray tanh(Object x) {
    return Elementwise.apply(ScalarOp.TANH, x);
  }

  /// As [#tanh(Object)], with keywords.
  default NDArray tanh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.TANH, new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic sine: `numpy.arcsinh`.
  default NDArray arcsinh(Object x) {
    return Elementwise.apply(ScalarOp.ARCSINH, x);
  }

  /// As [#arcsinh(Object)], with keywords.
  default NDArray arcsinh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCSINH, new Object[] {x}, keywords);
  }

  /// Another name of [#arcsinh]: the inverse hyperbolic sine: `numpy.asinh`.
  default NDArray asinh(Object x) {
    return Elementwise.apply(ScalarOp.ARCSINH, x);
  }

  /// As [#asinh(Object)], with keywords.
  default NDArray asinh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCSINH, new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic cosine; NaN below 1: `numpy.arccosh`.
  default NDArray arccosh(Object x) {
    return Elementwise.apply(ScalarOp.ARCCOSH, x);
  }

  /// As [#arccosh(Object)], with keywords.
  default NDArray arccosh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCCOSH, new Object[] {x}, keywords);
  }

  /// Another name of [#arccosh]: the inverse hyperbolic cosine; NaN below 1: `numpy.acosh`.
  default NDArray acosh(Object x) {
    return Elementwise.apply(ScalarOp.ARCCOSH, x);
  }

  /// As [#acosh(Object)], with keywords.
  default NDArray acosh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCCOSH, new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic tangent; NaN outside `[-1, 1]`: `numpy.arctanh`.
  default NDArray arctanh(Object x) {
    return Elementwise.apply(ScalarOp.ARCTANH, x);
  }

  /// As [#arctanh(Object)], with keywords.
  default NDArray arctanh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTANH, new Object[] {x}, keywords);
  }

  /// Another name of [#arctanh]: the inverse hyperbolic tangent; NaN outside `[-1, 1]`:
  /// `numpy.atanh`.
  default NDArray atanh(Object x) {
    return Elementwise.apply(ScalarOp.ARCTANH, x);
  }

  /// As [#atanh(Object)], with keywords.
  default NDArray atanh(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ARCTANH, new Object[] {x}, keywords);
  }

  /// Radians to degrees: `numpy.degrees`.
  default NDArray degrees(Object x) {
    return Elementwise.apply(ScalarOp.DEGREES, x);
  }

  /// As [#degrees(Object)], with keywords.
  default NDArray degrees(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.DEGREES, new Object[] {x}, keywords);
  }

  /// Degrees to radians: `numpy.radians`.
  default NDArray radians(Object x) {
    return Elementwise.apply(ScalarOp.RADIANS, x);
  }

  /// As [#radians(Object)], with keywords.
  default NDArray radians(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RADIANS, new Object[] {x}, keywords);
  }

  /// Degrees to radians: `numpy.deg2rad`.
  default NDArray deg2rad(Object x) {
    return Elementwise.apply(ScalarOp.DEG2RAD, x);
  }

  /// As [#deg2rad(Object)], with keywords.
  default NDArray deg2rad(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.DEG2RAD, new Object[] {x}, keywords);
  }

  /// Radians to degrees: `numpy.rad2deg`.
  default NDArray rad2deg(Object x) {
    return Elementwise.apply(ScalarOp.RAD2DEG, x);
  }

  /// As [#rad2deg(Object)], with keywords.
  default NDArray rad2deg(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RAD2DEG, new Object[] {x}, keywords);
  }
}
