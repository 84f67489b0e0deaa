package org.panarray.internal.page;

import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.array.Elementwise;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;

/// Comparisons and logic, element by element; the results are bools.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.logic.html">NumPy's page</a>
public sealed interface Comparison permits Np {

  /// Whether `x1 == x2`: `numpy.equal`.
  default NDArray equal(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.EQUAL, x1, x2);
  }

  /// As [#equal(Object, Object)], with keywords.
  default NDArray equal(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.EQUAL, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 != x2`: `numpy.not_equal`.
  default NDArray notEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.NOT_EQUAL, x1, x2);
  }

  /// As [#notEqual(Object, Object)], with keywords.
  default NDArray notEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.NOT_EQUAL, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 < x2`: `numpy.less`.
  default NDArray less(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LESS, x1, x2);
  }

  /// As [#less(Object, Object)], with keywords.
  default NDArray less(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LESS, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 <= x2`: `numpy.less_equal`.
  default NDArray lessEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LESS_EQUAL, x1, x2);
  }

  /// As [#lessEqual(Object, Object)], with keywords.
  default NDArray lessEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LESS_EQUAL, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 > x2`: `numpy.greater`.
  default NDArray greater(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.GREATER, x1, x2);
  }

  /// As [#greater(Object, Object)], with keywords.
  default NDArray greater(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.GREATER, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 >= x2`: `numpy.greater_equal`.
  default NDArray greaterEqual(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.GREATER_EQUAL, x1, x2);
  }

  /// As [#greaterEqual(Object, Object)], with keywords.
  default NDArray greaterEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.GREATER_EQUAL, new Object[] {x1, x2}, keywords);
  }

  /// Whether both are not zero: `numpy.logical_and`.
  default NDArray logicalAnd(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGICAL_AND, x1, x2);
  }

  /// As [#logicalAnd(Object, Object)], with keywords.
  default NDArray logicalAnd(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGICAL_AND, new Object[] {x1, x2}, keywords);
  }

  /// Whether one is not zero: `numpy.logical_or`.
  default NDArray logicalOr(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGICAL_OR, x1, x2);
  }

  /// As [#logicalOr(Object, Object)], with keywords.
  default NDArray logicalOr(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGICAL_OR, new Object[] {x1, x2}, keywords);
  }

  /// Whether exactly one is not zero: `numpy.logical_xor`.
  default NDArray logicalXor(Object x1, Object x2) {
    return Elementwise.apply(ScalarOp.LOGICAL_XOR, x1, x2);
  }

  /// As [#logicalXor(Object, Object)], with keywords.
  default NDArray logicalXor(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGICAL_XOR, new Object[] {x1, x2}, keywords);
  }

  /// Whether `x` is zero: `numpy.logical_not`.
  default NDArray logicalNot(Object x) {
    return Elementwise.apply(ScalarOp.LOGICAL_NOT, x);
  }

  /// As [#logicalNot(Object)], with keywords.
  default NDArray logicalNot(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.LOGICAL_NOT, new Object[] {x}, keywords);
  }

  /// Whether `x` is neither infinite nor NaN: `numpy.isfinite`.
  default NDArray isfinite(Object x) {
    return Elementwise.apply(ScalarOp.ISFINITE, x);
  }

  /// As [#isfinite(Object)], with keywords.
  default NDArray isfinite(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ISFINITE, new Object[] {x}, keywords);
  }

  /// Whether `x` is infinite: `numpy.isinf`.
  default NDArray isinf(Object x) {
    return Elementwise.apply(ScalarOp.ISINF, x);
  }

  /// As [#isinf(Object)], with keywords.
  default NDArray isinf(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ISINF, new Object[] {x}, keywords);
  }

  /// Whether `x` is NaN: `numpy.isnan`.
  default NDArray isnan(Object x) {
    return Elementwise.apply(ScalarOp.ISNAN, x);
  }

  /// As [#isnan(Object)], with keywords.
  default NDArray isnan(Object x, Keyword.ForUfunc... keywords) {
    return Elementwise.applyWith(ScalarOp.ISNAN, new Object[] {x}, keywords);
  }
}
