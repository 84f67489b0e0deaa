package org.panarray;

/// Trigonometric and hyperbolic functions, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a
/// href="https://numpy.org/doc/2.4/reference/routines.math.html#trigonometric-functions">NumPy's
/// page</a>
sealed interface Trigonometric permits Np {

  /// The sine of angles in radians: `numpy.sin`.
  ///
  /// ```java
  /// np.sin(np.array(new double[] {0, np.pi / 2})) // [0. 1.]
  /// ```
  default NDArray sin(Object x) {
    return ((Np) this).sin.call(x);
  }

  /// As [#sin(Object)], with keywords.
  default NDArray sin(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).sin.callWith(new Object[] {x}, keywords);
  }

  /// The cosine of angles in radians: `numpy.cos`.
  default NDArray cos(Object x) {
    return ((Np) this).cos.call(x);
  }

  /// As [#cos(Object)], with keywords.
  default NDArray cos(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).cos.callWith(new Object[] {x}, keywords);
  }

  /// The tangent of angles in radians: `numpy.tan`.
  default NDArray tan(Object x) {
    return ((Np) this).tan.call(x);
  }

  /// As [#tan(Object)], with keywords.
  default NDArray tan(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).tan.callWith(new Object[] {x}, keywords);
  }

  /// The angle in `[-pi/2, pi/2]` whose sine is `x`; NaN outside `[-1, 1]`: `numpy.arcsin`.
  default NDArray arcsin(Object x) {
    return ((Np) this).arcsin.call(x);
  }

  /// As [#arcsin(Object)], with keywords.
  default NDArray arcsin(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arcsin.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arcsin]: the angle in `[-pi/2, pi/2]` whose sine is `x`; NaN outside `[-1,
  /// 1]`: `numpy.asin`.
  default NDArray asin(Object x) {
    return ((Np) this).arcsin.call(x);
  }

  /// As [#asin(Object)], with keywords.
  default NDArray asin(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arcsin.callWith(new Object[] {x}, keywords);
  }

  /// The angle in `[0, pi]` whose cosine is `x`; NaN outside `[-1, 1]`: `numpy.arccos`.
  default NDArray arccos(Object x) {
    return ((Np) this).arccos.call(x);
  }

  /// As [#arccos(Object)], with keywords.
  default NDArray arccos(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arccos.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arccos]: the angle in `[0, pi]` whose cosine is `x`; NaN outside `[-1, 1]`:
  /// `numpy.acos`.
  default NDArray acos(Object x) {
    return ((Np) this).arccos.call(x);
  }

  /// As [#acos(Object)], with keywords.
  default NDArray acos(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arccos.callWith(new Object[] {x}, keywords);
  }

  /// The angle in `(-pi/2, pi/2)` whose tangent is `x`: `numpy.arctan`.
  default NDArray arctan(Object x) {
    return ((Np) this).arctan.call(x);
  }

  /// As [#arctan(Object)], with keywords.
  default NDArray arctan(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctan.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arctan]: the angle in `(-pi/2, pi/2)` whose tangent is `x`: `numpy.atan`.
  default NDArray atan(Object x) {
    return ((Np) this).arctan.call(x);
  }

  /// As [#atan(Object)], with keywords.
  default NDArray atan(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctan.callWith(new Object[] {x}, keywords);
  }

  /// The angle in `[-pi, pi]` of the point `(x2, x1)`: `x1` is the ordinate: `numpy.arctan2`.
  default NDArray arctan2(Object x1, Object x2) {
    return ((Np) this).arctan2.call(x1, x2);
  }

  /// As [#arctan2(Object, Object)], with keywords.
  default NDArray arctan2(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctan2.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#arctan2]: the angle in `[-pi, pi]` of the point `(x2, x1)`: `x1` is the
  /// ordinate: `numpy.atan2`.
  default NDArray atan2(Object x1, Object x2) {
    return ((Np) this).arctan2.call(x1, x2);
  }

  /// As [#atan2(Object, Object)], with keywords.
  default NDArray atan2(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctan2.callWith(new Object[] {x1, x2}, keywords);
  }

  /// `sqrt(x1**2 + x2**2)` without overflow in between: `numpy.hypot`.
  default NDArray hypot(Object x1, Object x2) {
    return ((Np) this).hypot.call(x1, x2);
  }

  /// As [#hypot(Object, Object)], with keywords.
  default NDArray hypot(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).hypot.callWith(new Object[] {x1, x2}, keywords);
  }

  /// The hyperbolic sine: `numpy.sinh`.
  default NDArray sinh(Object x) {
    return ((Np) this).sinh.call(x);
  }

  /// As [#sinh(Object)], with keywords.
  default NDArray sinh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).sinh.callWith(new Object[] {x}, keywords);
  }

  /// The hyperbolic cosine: `numpy.cosh`.
  default NDArray cosh(Object x) {
    return ((Np) this).cosh.call(x);
  }

  /// As [#cosh(Object)], with keywords.
  default NDArray cosh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).cosh.callWith(new Object[] {x}, keywords);
  }

  /// The hyperbolic tangent: `numpy.tanh`.
  default NDArray tanh(Object x) {
    return ((Np) this).tanh.call(x);
  }

  /// As [#tanh(Object)], with keywords.
  default NDArray tanh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).tanh.callWith(new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic sine: `numpy.arcsinh`.
  default NDArray arcsinh(Object x) {
    return ((Np) this).arcsinh.call(x);
  }

  /// As [#arcsinh(Object)], with keywords.
  default NDArray arcsinh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arcsinh.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arcsinh]: the inverse hyperbolic sine: `numpy.asinh`.
  default NDArray asinh(Object x) {
    return ((Np) this).arcsinh.call(x);
  }

  /// As [#asinh(Object)], with keywords.
  default NDArray asinh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arcsinh.callWith(new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic cosine; NaN below 1: `numpy.arccosh`.
  default NDArray arccosh(Object x) {
    return ((Np) this).arccosh.call(x);
  }

  /// As [#arccosh(Object)], with keywords.
  default NDArray arccosh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arccosh.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arccosh]: the inverse hyperbolic cosine; NaN below 1: `numpy.acosh`.
  default NDArray acosh(Object x) {
    return ((Np) this).arccosh.call(x);
  }

  /// As [#acosh(Object)], with keywords.
  default NDArray acosh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arccosh.callWith(new Object[] {x}, keywords);
  }

  /// The inverse hyperbolic tangent; NaN outside `[-1, 1]`: `numpy.arctanh`.
  default NDArray arctanh(Object x) {
    return ((Np) this).arctanh.call(x);
  }

  /// As [#arctanh(Object)], with keywords.
  default NDArray arctanh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctanh.callWith(new Object[] {x}, keywords);
  }

  /// Another name of [#arctanh]: the inverse hyperbolic tangent; NaN outside `[-1, 1]`:
  /// `numpy.atanh`.
  default NDArray atanh(Object x) {
    return ((Np) this).arctanh.call(x);
  }

  /// As [#atanh(Object)], with keywords.
  default NDArray atanh(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).arctanh.callWith(new Object[] {x}, keywords);
  }

  /// Radians to degrees: `numpy.degrees`.
  default NDArray degrees(Object x) {
    return ((Np) this).degrees.call(x);
  }

  /// As [#degrees(Object)], with keywords.
  default NDArray degrees(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).degrees.callWith(new Object[] {x}, keywords);
  }

  /// Degrees to radians: `numpy.radians`.
  default NDArray radians(Object x) {
    return ((Np) this).radians.call(x);
  }

  /// As [#radians(Object)], with keywords.
  default NDArray radians(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).radians.callWith(new Object[] {x}, keywords);
  }

  /// Degrees to radians: `numpy.deg2rad`.
  default NDArray deg2rad(Object x) {
    return ((Np) this).deg2rad.call(x);
  }

  /// As [#deg2rad(Object)], with keywords.
  default NDArray deg2rad(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).deg2rad.callWith(new Object[] {x}, keywords);
  }

  /// Radians to degrees: `numpy.rad2deg`.
  default NDArray rad2deg(Object x) {
    return ((Np) this).rad2deg.call(x);
  }

  /// As [#rad2deg(Object)], with keywords.
  default NDArray rad2deg(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).rad2deg.callWith(new Object[] {x}, keywords);
  }
}
