package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Arithmetic, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a
/// href="https://numpy.org/doc/2.4/reference/routines.math.html#arithmetic-operations">NumPy's
/// page</a>
public sealed interface Arithmetic permits Np {

  /// The sum; of bools the logical or: `numpy.add`.
  ///
  /// ```java
  /// np.add(np.arange(3), new int[][] {{10}, {20}})
  /// // [[10 11 12]
  /// //  [20 21 22]]
  /// np.add(np.ones(2), np.ones(3)) // throws ValueError: operands could not be broadcast together with shapes (2,) (3,)
  /// ```
  default NDArray add(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.ADD, x1, x2);
  }

  /// As [#add(Object, Object)], with keywords.
  default NDArray add(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ADD, new Object[] {x1, x2}, keywords);
  }

  /// The difference; bools have none: `numpy.subtract`.
  default NDArray subtract(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.SUBTRACT, x1, x2);
  }

  /// As [#subtract(Object, Object)], with keywords.
  default NDArray subtract(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SUBTRACT, new Object[] {x1, x2}, keywords);
  }

  /// The product; of bools the logical and: `numpy.multiply`.
  default NDArray multiply(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MULTIPLY, x1, x2);
  }

  /// As [#multiply(Object, Object)], with keywords.
  default NDArray multiply(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.MULTIPLY, new Object[] {x1, x2}, keywords);
  }

  /// The quotient as floating-point numbers; integers give float64: `numpy.divide`.
  default NDArray divide(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.DIVIDE, x1, x2);
  }

  /// As [#divide(Object, Object)], with keywords.
  default NDArray divide(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.DIVIDE, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#divide]: the quotient as floating-point numbers; integers give float64:
  /// `numpy.true_divide`.
  default NDArray trueDivide(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.DIVIDE, x1, x2);
  }

  /// As [#trueDivide(Object, Object)], with keywords.
  default NDArray trueDivide(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.DIVIDE, new Object[] {x1, x2}, keywords);
  }

  /// The largest integer not above the quotient; integers divided by zero give 0:
  /// `numpy.floor_divide`.
  default NDArray floorDivide(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.FLOOR_DIVIDE, x1, x2);
  }

  /// As [#floorDivide(Object, Object)], with keywords.
  default NDArray floorDivide(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FLOOR_DIVIDE, new Object[] {x1, x2}, keywords);
  }

  /// The remainder of `floorDivide`, with the sign of the divisor: `numpy.remainder`.
  default NDArray remainder(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.REMAINDER, x1, x2);
  }

  /// As [#remainder(Object, Object)], with keywords.
  default NDArray remainder(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.REMAINDER, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#remainder]: the remainder of `floorDivide`, with the sign of the divisor:
  /// `numpy.mod`.
  default NDArray mod(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.REMAINDER, x1, x2);
  }

  /// As [#mod(Object, Object)], with keywords.
  default NDArray mod(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.REMAINDER, new Object[] {x1, x2}, keywords);
  }

  /// The remainder of the truncated quotient, with the sign of the dividend: `numpy.fmod`.
  default NDArray fmod(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.FMOD, x1, x2);
  }

  /// As [#fmod(Object, Object)], with keywords.
  default NDArray fmod(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FMOD, new Object[] {x1, x2}, keywords);
  }

  /// `x1**x2`; integers wrap: `numpy.power`.
  default NDArray power(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.POWER, x1, x2);
  }

  /// As [#power(Object, Object)], with keywords.
  default NDArray power(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.POWER, new Object[] {x1, x2}, keywords);
  }

  /// Another name of [#power]: `x1**x2`; integers wrap: `numpy.pow`.
  default NDArray pow(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.POWER, x1, x2);
  }

  /// As [#pow(Object, Object)], with keywords.
  default NDArray pow(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.POWER, new Object[] {x1, x2}, keywords);
  }

  /// `x1**x2` in float64 or complex128: `numpy.float_power`.
  default NDArray floatPower(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.FLOAT_POWER, x1, x2);
  }

  /// As [#floatPower(Object, Object)], with keywords.
  default NDArray floatPower(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FLOAT_POWER, new Object[] {x1, x2}, keywords);
  }

  /// `-x`; unsigned integers wrap: `numpy.negative`.
  default NDArray negative(Object x) {
    return Elementwise.apply(ScalarOp.NEGATIVE, x);
  }

  /// As [#negative(Object)], with keywords.
  default NDArray negative(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.NEGATIVE, new Object[] {x}, keywords);
  }

  /// `+x`, a copy: `numpy.positive`.
  default NDArray positive(Object x) {
    return Elementwise.apply(ScalarOp.POSITIVE, x);
  }

  /// As [#positive(Object)], with keywords.
  default NDArray positive(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.POSITIVE, new Object[] {x}, keywords);
  }

  /// `1/x`; of integers truncated: `numpy.reciprocal`.
  default NDArray reciprocal(Object x) {
    return Elementwise.apply(ScalarOp.RECIPROCAL, x);
  }

  /// As [#reciprocal(Object)], with keywords.
  default NDArray reciprocal(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.RECIPROCAL, new Object[] {x}, keywords);
  }

  /// The absolute value; of complex numbers their length: `numpy.absolute`.
  default NDArray absolute(Object x) {
    return Elementwise.apply(ScalarOp.ABSOLUTE, x);
  }

  /// As [#absolute(Object)], with keywords.
  default NDArray absolute(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ABSOLUTE, new Object[] {x}, keywords);
  }

  /// Another name of [#absolute]: the absolute value; of complex numbers their length: `numpy.abs`.
  default NDArray abs(Object x) {
    return Elementwise.apply(ScalarOp.ABSOLUTE, x);
  }

  /// As [#abs(Object)], with keywords.
  default NDArray abs(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ABSOLUTE, new Object[] {x}, keywords);
  }

  /// The absolute value as a floating-point number: `numpy.fabs`.
  default NDArray fabs(Object x) {
    return Elementwise.apply(ScalarOp.FABS, x);
  }

  /// As [#fabs(Object)], with keywords.
  default NDArray fabs(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FABS, new Object[] {x}, keywords);
  }

  /// -1, 0 or 1; of a complex number `x/|x|`: `numpy.sign`.
  default NDArray sign(Object x) {
    return Elementwise.apply(ScalarOp.SIGN, x);
  }

  /// As [#sign(Object)], with keywords.
  default NDArray sign(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SIGN, new Object[] {x}, keywords);
  }

  /// 0 below zero, 1 above, `x2` at zero: `numpy.heaviside`.
  default NDArray heaviside(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.HEAVISIDE, x1, x2);
  }

  /// As [#heaviside(Object, Object)], with keywords.
  default NDArray heaviside(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.HEAVISIDE, new Object[] {x1, x2}, keywords);
  }

  /// The larger one; NaN if either is: `numpy.maximum`.
  ///
  /// ```java
  /// np.maximum(new int[] {1, 5}, 3) // [3 5]
  /// ```
  default NDArray maximum(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MAXIMUM, x1, x2);
  }

  /// As [#maximum(Object, Object)], with keywords.
  default NDArray maximum(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.MAXIMUM, new Object[] {x1, x2}, keywords);
  }

  /// The smaller one; NaN if either is: `numpy.minimum`.
  default NDArray minimum(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.MINIMUM, x1, x2);
  }

  /// As [#minimum(Object, Object)], with keywords.
  default NDArray minimum(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.MINIMUM, new Object[] {x1, x2}, keywords);
  }

  /// The larger one; a number rather than NaN: `numpy.fmax`.
  default NDArray fmax(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.FMAX, x1, x2);
  }

  /// As [#fmax(Object, Object)], with keywords.
  default NDArray fmax(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FMAX, new Object[] {x1, x2}, keywords);
  }

  /// The smaller one; a number rather than NaN: `numpy.fmin`.
  default NDArray fmin(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.FMIN, x1, x2);
  }

  /// As [#fmin(Object, Object)], with keywords.
  default NDArray fmin(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.FMIN, new Object[] {x1, x2}, keywords);
  }

  /// The complex conjugate: `numpy.conjugate`.
  default NDArray conjugate(Object x) {
    return Elementwise.apply(ScalarOp.CONJUGATE, x);
  }

  /// As [#conjugate(Object)], with keywords.
  default NDArray conjugate(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.CONJUGATE, new Object[] {x}, keywords);
  }

  /// Another name of [#conjugate]: the complex conjugate: `numpy.conj`.
  default NDArray conj(Object x) {
    return Elementwise.apply(ScalarOp.CONJUGATE, x);
  }

  /// As [#conj(Object)], with keywords.
  default NDArray conj(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.CONJUGATE, new Object[] {x}, keywords);
  }

  /// The greatest common divisor: `numpy.gcd`.
  default NDArray gcd(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.GCD, x1, x2);
  }

  /// As [#gcd(Object, Object)], with keywords.
  default NDArray gcd(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.GCD, new Object[] {x1, x2}, keywords);
  }

  /// The lowest common multiple: `numpy.lcm`.
  default NDArray lcm(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LCM, x1, x2);
  }

  /// As [#lcm(Object, Object)], with keywords.
  default NDArray lcm(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LCM, new Object[] {x1, x2}, keywords);
  }
}
