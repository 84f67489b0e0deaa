package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Rounding and the parts of floating-point numbers, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.math.html#rounding">NumPy's page</a>
public sealed interface Rounding permits Np {

  /// The nearest integer, ties to even: `numpy.rint`.
  default NDArray rint(Object x) {
    return Elementwise.apply(ScalarOp.RINT, x);
  }

  /// As [#rint(Object)], with keywords.
  default NDArray rint(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RINT, new Object[] {x}, keywords);
  }

  /// The largest integer not above `x`; integers stay what they are: `numpy.floor`.
  default NDArray floor(Object x) {
    return Elementwise.apply(ScalarOp.FLOOR, x);
  }

  /// As [#floor(Object)], with keywords.
  default NDArray floor(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FLOOR, new Object[] {x}, keywords);
  }

  /// The smallest integer not below `x`; integers stay what they are: `numpy.ceil`.
  default NDArray ceil(Object x) {
    return Elementwise.apply(ScalarOp.CEIL, x);
  }

  /// As [#ceil(Object)], with keywords.
  default NDArray ceil(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.CEIL, new Object[] {x}, keywords);
  }

  /// The integer towards zero; integers stay what they are: `numpy.trunc`.
  default NDArray trunc(Object x) {
    return Elementwise.apply(ScalarOp.TRUNC, x);
  }

  /// As [#trunc(Object)], with keywords.
  default NDArray trunc(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.TRUNC, new Object[] {x}, keywords);
  }

  /// Whether the sign bit is set: `numpy.signbit`.
  default NDArray signbit(Object x) {
    return Elementwise.apply(ScalarOp.SIGNBIT, x);
  }

  /// As [#signbit(Object)], with keywords.
  default NDArray signbit(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SIGNBIT, new Object[] {x}, keywords);
  }

  /// `x1` with the sign of `x2`: `numpy.copysign`.
  default NDArray copysign(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.COPYSIGN, x1, x2);
  }

  /// As [#copysign(Object, Object)], with keywords.
  default NDArray copysign(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.COPYSIGN, new Object[] {x1, x2}, keywords);
  }

  /// The next number after `x1` towards `x2`: `numpy.nextafter`.
  default NDArray nextafter(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.NEXTAFTER, x1, x2);
  }

  /// As [#nextafter(Object, Object)], with keywords.
  default NDArray nextafter(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.NEXTAFTER, new Object[] {x1, x2}, keywords);
  }

  /// The distance to the next number away from zero: `numpy.spacing`.
  default NDArray spacing(Object x) {
    return Elementwise.apply(ScalarOp.SPACING, x);
  }

  /// As [#spacing(Object)], with keywords.
  default NDArray spacing(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SPACING, new Object[] {x}, keywords);
  }

  /// `x1 * 2**x2`: `numpy.ldexp`.
  default NDArray ldexp(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LDEXP, x1, x2);
  }

  /// As [#ldexp(Object, Object)], with keywords.
  default NDArray ldexp(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LDEXP, new Object[] {x1, x2}, keywords);
  }
}
