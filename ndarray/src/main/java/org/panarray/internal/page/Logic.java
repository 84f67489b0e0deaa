package org.panarray.internal.page;

import org.panarray.Complex;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.array.Weak;
import org.panarray.internal.statistics.Closeness;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Truth value testing and array comparison.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.logic.html">NumPy's page</a>
public sealed interface Logic permits Np {

  /// Where two arrays are equal within tolerances, `|a - b| <= atol + rtol * |b|`: `numpy.isclose`,
  /// bool. Keywords: `rtol` (default 1e-5), `atol` (default 1e-8), `equalNan` (default false).
  default NDArray isclose(Object a, Object b, MathKeyword.ForClose... keywords) {
    return Closeness.isclose(a, b, keywords);
  }

  /// Whether two arrays are equal within tolerances everywhere: `numpy.allclose`. Keywords: `rtol`,
  /// `atol`, `equal_nan`.
  ///
  /// ```java
  /// np.allclose(new double[] {0.1 + 0.2}, new double[] {0.3}) // true
  /// ```
  default boolean allclose(Object a, Object b, MathKeyword.ForClose... keywords) {
    return isclose(a, b, keywords).all().asBoolean();
  }

  /// Whether two arrays have one shape and equal elements: `numpy.array_equal`.
  default boolean arrayEqual(Object a1, Object a2) {
    return arrayEqual(a1, a2, false);
  }

  /// Whether two arrays have one shape and equal elements, where NaN equals NaN if `equalNan`
  /// holds.
  default boolean arrayEqual(Object a1, Object a2, boolean equalNan) {
    return Closeness.arrayEqual(a1, a2, equalNan);
  }

  /// Whether two arrays are equal after broadcasting one to the other: `numpy.array_equiv`.
  default boolean arrayEquiv(Object a1, Object a2) {
    NDArray left = ArrayLike.of(a1);
    NDArray right = ArrayLike.of(a2);
    try {
      Shape.broadcast(left.shape(), right.shape());
    } catch (ValueError e) {
      return false;
    }
    return Elementwise.equality(ScalarOp.EQUAL, left, right).all().asBoolean();
  }

  /// Where elements are positive infinity: `numpy.isposinf`, bool. Keyword: `out`.
  ///
  /// @throws TypeError of complex arrays
  default NDArray isposinf(Object x, Keyword.ForOut... keywords) {
    NDArray array = Closeness.ordered(x);
    NDArray positive =
        Elementwise.apply(ScalarOp.LOGICAL_NOT, Elementwise.apply(ScalarOp.SIGNBIT, array));
    return Elementwise.applyWith(
        ScalarOp.LOGICAL_AND,
        new Object[] {Elementwise.apply(ScalarOp.ISINF, array), positive},
        keywords);
  }

  /// Where elements are negative infinity: `numpy.isneginf`, bool. Keyword: `out`.
  ///
  /// @throws TypeError of complex arrays
  default NDArray isneginf(Object x, Keyword.ForOut... keywords) {
    NDArray array = Closeness.ordered(x);
    return Elementwise.applyWith(
        ScalarOp.LOGICAL_AND,
        new Object[] {
          Elementwise.apply(ScalarOp.ISINF, array), Elementwise.apply(ScalarOp.SIGNBIT, array)
        },
        keywords);
  }

  /// Where elements have an imaginary part other than zero: `numpy.iscomplex`, bool.
  default NDArray iscomplex(Object x) {
    NDArray array = ArrayLike.of(x);
    return array.dtype().isComplex()
        ? Elementwise.apply(ScalarOp.NOT_EQUAL, Dispatch.apply(new Primitive.Part(true), array), 0L)
        : NewArrays.zerosLike(array, DType.of(ElementType.BOOL));
  }

  /// Where elements have no imaginary part other than zero: `numpy.isreal`, bool.
  default NDArray isreal(Object x) {
    NDArray array = ArrayLike.of(x);
    return array.dtype().isComplex()
        ? Elementwise.apply(ScalarOp.EQUAL, Dispatch.apply(new Primitive.Part(true), array), 0L)
        : NewArrays.onesLike(array, DType.of(ElementType.BOOL));
  }

  /// Whether the dtype is complex: `numpy.iscomplexobj`.
  default boolean iscomplexobj(Object x) {
    return TypeRules.dtype(x).isComplex();
  }

  /// Whether the dtype is not complex: `numpy.isrealobj`.
  default boolean isrealobj(Object x) {
    return !iscomplexobj(x);
  }

  /// Whether the object is a Java number, boolean, [Complex] or text: `numpy.isscalar`. An array is
  /// none, not even with no axes.
  default boolean isscalar(Object element) {
    return Weak.of(element) != null || element instanceof String;
  }

  /// Whether the elements are in Fortran order and not in C order: `numpy.isfortran`.
  default boolean isfortran(NDArray a) {
    return Required.argument(a, "a").flags().fContiguous() && !a.flags().cContiguous();
  }
}
