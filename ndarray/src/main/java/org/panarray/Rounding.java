package org.panarray;

/// Rounding and the parts of floating-point numbers, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.math.html#rounding">NumPy's page</a>
sealed interface Rounding permits Np {

  /// The nearest integer, ties to even: `numpy.rint`.
  default NDArray rint(Object x) {
    return ((Np) this).rint.call(x);
  }

  /// As [#rint(Object)], with keywords.
  default NDArray rint(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).rint.callWith(new Object[] {x}, keywords);
  }

  /// The largest integer not above `x`; integers stay what they are: `numpy.floor`.
  default NDArray floor(Object x) {
    return ((Np) this).floor.call(x);
  }

  /// As [#floor(Object)], with keywords.
  default NDArray floor(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).floor.callWith(new Object[] {x}, keywords);
  }

  /// The smallest integer not below `x`; integers stay what they are: `numpy.ceil`.
  default NDArray ceil(Object x) {
    return ((Np) this).ceil.call(x);
  }

  /// As [#ceil(Object)], with keywords.
  default NDArray ceil(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).ceil.callWith(new Object[] {x}, keywords);
  }

  /// The integer towards zero; integers stay what they are: `numpy.trunc`.
  default NDArray trunc(Object x) {
    return ((Np) this).trunc.call(x);
  }

  /// As [#trunc(Object)], with keywords.
  default NDArray trunc(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).trunc.callWith(new Object[] {x}, keywords);
  }

  /// Whether the sign bit is set: `numpy.signbit`.
  default NDArray signbit(Object x) {
    return ((Np) this).signbit.call(x);
  }

  /// As [#signbit(Object)], with keywords.
  default NDArray signbit(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).signbit.callWith(new Object[] {x}, keywords);
  }

  /// `x1` with the sign of `x2`: `numpy.copysign`.
  default NDArray copysign(Object x1, Object x2) {
    return ((Np) this).copysign.call(x1, x2);
  }

  /// As [#copysign(Object, Object)], with keywords.
  default NDArray copysign(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).copysign.callWith(new Object[] {x1, x2}, keywords);
  }

  /// The next number after `x1` towards `x2`: `numpy.nextafter`.
  default NDArray nextafter(Object x1, Object x2) {
    return ((Np) this).nextafter.call(x1, x2);
  }

  /// As [#nextafter(Object, Object)], with keywords.
  default NDArray nextafter(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).nextafter.callWith(new Object[] {x1, x2}, keywords);
  }

  /// The distance to the next number away from zero: `numpy.spacing`.
  default NDArray spacing(Object x) {
    return ((Np) this).spacing.call(x);
  }

  /// As [#spacing(Object)], with keywords.
  default NDArray spacing(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).spacing.callWith(new Object[] {x}, keywords);
  }

  /// `x1 * 2**x2`: `numpy.ldexp`.
  default NDArray ldexp(Object x1, Object x2) {
    return ((Np) this).ldexp.call(x1, x2);
  }

  /// As [#ldexp(Object, Object)], with keywords.
  default NDArray ldexp(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).ldexp.callWith(new Object[] {x1, x2}, keywords);
  }
}
