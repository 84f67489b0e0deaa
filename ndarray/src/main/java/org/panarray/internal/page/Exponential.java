package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Exponents, logarithms and roots, element by element.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a
/// href="https://numpy.org/doc/2.4/reference/routines.math.html#exponents-and-logarithms">NumPy's
/// page</a>
public sealed interface Exponential permits Np {

  /// `e**x`: `numpy.exp`.
  ///
  /// ```java
  /// np.exp(new double[] {0, 1}) // [1.         2.71828183]
  /// ```
  default NDArray exp(Object x) {
    return Elementwise.apply(ScalarOp.EXP, x);
  }

  /// As [#exp(Object)], with keywords.
  default NDArray exp(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.EXP, new Object[] {x}, keywords);
  }

  /// `exp(x) - 1`, accurate near zero: `numpy.expm1`.
  default NDArray expm1(Object x) {
    return Elementwise.apply(ScalarOp.EXPM1, x);
  }

  /// As [#expm1(Object)], with keywords.
  default NDArray expm1(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.EXPM1, new Object[] {x}, keywords);
  }

  /// `2**x`: `numpy.exp2`.
  default NDArray exp2(Object x) {
    return Elementwise.apply(ScalarOp.EXP2, x);
  }

  /// As [#exp2(Object)], with keywords.
  default NDArray exp2(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.EXP2, new Object[] {x}, keywords);
  }

  /// The natural logarithm; of negative numbers NaN: `numpy.log`.
  default NDArray log(Object x) {
    return Elementwise.apply(ScalarOp.LOG, x);
  }

  /// As [#log(Object)], with keywords.
  default NDArray log(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOG, new Object[] {x}, keywords);
  }

  /// The logarithm to base 10: `numpy.log10`.
  default NDArray log10(Object x) {
    return Elementwise.apply(ScalarOp.LOG10, x);
  }

  /// As [#log10(Object)], with keywords.
  default NDArray log10(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOG10, new Object[] {x}, keywords);
  }

  /// The logarithm to base 2: `numpy.log2`.
  default NDArray log2(Object x) {
    return Elementwise.apply(ScalarOp.LOG2, x);
  }

  /// As [#log2(Object)], with keywords.
  default NDArray log2(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOG2, new Object[] {x}, keywords);
  }

  /// `log(1 + x)`, accurate near zero: `numpy.log1p`.
  default NDArray log1p(Object x) {
    return Elementwise.apply(ScalarOp.LOG1P, x);
  }

  /// As [#log1p(Object)], with keywords.
  default NDArray log1p(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOG1P, new Object[] {x}, keywords);
  }

  /// `log(exp(x1) + exp(x2))` without overflow: `numpy.logaddexp`.
  default NDArray logaddexp(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGADDEXP, x1, x2);
  }

  /// As [#logaddexp(Object, Object)], with keywords.
  default NDArray logaddexp(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGADDEXP, new Object[] {x1, x2}, keywords);
  }

  /// `log2(2**x1 + 2**x2)` without overflow: `numpy.logaddexp2`.
  default NDArray logaddexp2(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGADDEXP2, x1, x2);
  }

  /// As [#logaddexp2(Object, Object)], with keywords.
  default NDArray logaddexp2(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGADDEXP2, new Object[] {x1, x2}, keywords);
  }

  /// The square root that is not negative; of negative numbers NaN: `numpy.sqrt`.
  default NDArray sqrt(Object x) {
    return Elementwise.apply(ScalarOp.SQRT, x);
  }

  /// As [#sqrt(Object)], with keywords.
  default NDArray sqrt(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SQRT, new Object[] {x}, keywords);
  }

  /// The cube root: `numpy.cbrt`.
  default NDArray cbrt(Object x) {
    return Elementwise.apply(ScalarOp.CBRT, x);
  }

  /// As [#cbrt(Object)], with keywords.
  default NDArray cbrt(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.CBRT, new Object[] {x}, keywords);
  }

  /// `x * x`: `numpy.square`.
  default NDArray square(Object x) {
    return Elementwise.apply(ScalarOp.SQUARE, x);
  }

  /// As [#square(Object)], with keywords.
  default NDArray square(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.SQUARE, new Object[] {x}, keywords);
  }
}
