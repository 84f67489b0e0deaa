package org.panarray;

/// Comparisons and logic, element by element; the results are bools.
///
/// Inputs are array-likes that broadcast; Java primitives are weak Python scalars. Results are
/// fresh
/// arrays, or `out`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.logic.html">NumPy's page</a>
sealed interface Comparison permits Np {

  /// Whether `x1 == x2`: `numpy.equal`.
  default NDArray equal(Object x1, Object x2) {
    return ((Np) this).equal.call(x1, x2);
  }

  /// As [#equal(Object, Object)], with keywords.
  default NDArray equal(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).equal.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 != x2`: `numpy.not_equal`.
  default NDArray notEqual(Object x1, Object x2) {
    return ((Np) this).notEqual.call(x1, x2);
  }

  /// As [#notEqual(Object, Object)], with keywords.
  default NDArray notEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).notEqual.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 < x2`: `numpy.less`.
  default NDArray less(Object x1, Object x2) {
    return ((Np) this).less.call(x1, x2);
  }

  /// As [#less(Object, Object)], with keywords.
  default NDArray less(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).less.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 <= x2`: `numpy.less_equal`.
  default NDArray lessEqual(Object x1, Object x2) {
    return ((Np) this).lessEqual.call(x1, x2);
  }

  /// As [#lessEqual(Object, Object)], with keywords.
  default NDArray lessEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).lessEqual.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 > x2`: `numpy.greater`.
  default NDArray greater(Object x1, Object x2) {
    return ((Np) this).greater.call(x1, x2);
  }

  /// As [#greater(Object, Object)], with keywords.
  default NDArray greater(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).greater.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x1 >= x2`: `numpy.greater_equal`.
  default NDArray greaterEqual(Object x1, Object x2) {
    return ((Np) this).greaterEqual.call(x1, x2);
  }

  /// As [#greaterEqual(Object, Object)], with keywords.
  default NDArray greaterEqual(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).greaterEqual.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether both are not zero: `numpy.logical_and`.
  default NDArray logicalAnd(Object x1, Object x2) {
    return ((Np) this).logicalAnd.call(x1, x2);
  }

  /// As [#logicalAnd(Object, Object)], with keywords.
  default NDArray logicalAnd(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).logicalAnd.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether one is not zero: `numpy.logical_or`.
  default NDArray logicalOr(Object x1, Object x2) {
    return ((Np) this).logicalOr.call(x1, x2);
  }

  /// As [#logicalOr(Object, Object)], with keywords.
  default NDArray logicalOr(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).logicalOr.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether exactly one is not zero: `numpy.logical_xor`.
  default NDArray logicalXor(Object x1, Object x2) {
    return ((Np) this).logicalXor.call(x1, x2);
  }

  /// As [#logicalXor(Object, Object)], with keywords.
  default NDArray logicalXor(Object x1, Object x2, Keyword.ForUfunc... keywords) {
    return ((Np) this).logicalXor.callWith(new Object[] {x1, x2}, keywords);
  }

  /// Whether `x` is zero: `numpy.logical_not`.
  default NDArray logicalNot(Object x) {
    return ((Np) this).logicalNot.call(x);
  }

  /// As [#logicalNot(Object)], with keywords.
  default NDArray logicalNot(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).logicalNot.callWith(new Object[] {x}, keywords);
  }

  /// Whether `x` is neither infinite nor NaN: `numpy.isfinite`.
  default NDArray isfinite(Object x) {
    return ((Np) this).isfinite.call(x);
  }

  /// As [#isfinite(Object)], with keywords.
  default NDArray isfinite(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).isfinite.callWith(new Object[] {x}, keywords);
  }

  /// Whether `x` is infinite: `numpy.isinf`.
  default NDArray isinf(Object x) {
    return ((Np) this).isinf.call(x);
  }

  /// As [#isinf(Object)], with keywords.
  default NDArray isinf(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).isinf.callWith(new Object[] {x}, keywords);
  }

  /// Whether `x` is NaN: `numpy.isnan`.
  default NDArray isnan(Object x) {
    return ((Np) this).isnan.call(x);
  }

  /// As [#isnan(Object)], with keywords.
  default NDArray isnan(Object x, Keyword.ForUfunc... keywords) {
    return ((Np) this).isnan.callWith(new Object[] {x}, keywords);
  }
}
