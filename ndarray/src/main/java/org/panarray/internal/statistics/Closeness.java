package org.panarray.internal.statistics;

import org.panarray.Complex;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Faults;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ScalarOp;

/// Equality up to tolerances and NaN.
public final class Closeness {
  private Closeness() {}

  public static NDArray isclose(Object a, Object b, Keyword[] keywords) {
    MatrixKeyword.Rtol rtol = Keyword.find(MatrixKeyword.Rtol.class, keywords);
    MathKeyword.Atol atol = Keyword.find(MathKeyword.Atol.class, keywords);
    Keyword.EqualNan equalNan = Keyword.find(Keyword.EqualNan.class, keywords);
    Object relative = rtol == null ? (Object) 1e-5 : rtol.value();
    Object absolute = atol == null ? (Object) 1e-8 : atol.value();
    Object x = Weak.of(a) == null ? ArrayLike.of(a) : a;
    Object y = Weak.of(b) == null ? inexact(ArrayLike.of(b)) : inexactScalar(b);
    NDArray result;
    try (ErrorScope _ =
        ArrayAccess.arrays()
            .errorScope(
                new ErrorState(
                    Faults.current().divide(),
                    Faults.current().over(),
                    Faults.current().under(),
                    ErrorState.Mode.IGNORE))) {
      NDArray distance = Formula.absolute(Formula.subtract(x, y));
      Object limit = Formula.add(absolute, Formula.multiply(relative, Formula.absolute(y)));
      if (Weak.of(y) != null && Weak.of(relative) != null && Weak.of(absolute) != null) {
        limit = ((NDArray) limit).asDouble(); // as weak as what it is made of
      }
      NDArray near = Formula.logicalAnd(Formula.lessEqual(distance, limit), Formula.isfinite(y));
      result = Formula.logicalOr(near, Formula.equal(x, y));
    }
    return equalNan != null && equalNan.value()
        ? Formula.logicalOr(result, Formula.logicalAnd(Formula.isnan(x), Formula.isnan(y)))
        : result;
  }

  private static Object inexactScalar(Object value) {
    return value instanceof Complex ? value : (Object) ArrayLike.of(value).asDouble();
  }

  private static NDArray inexact(NDArray array) {
    if (array.dtype().kind() == 'm') {
      return array;
    }
    return array.dtype().isInexact()
        ? array
        : Casts.to(array, TypeRules.result(new Object[] {array, 1.0}));
  }

  public static NDArray equal(NDArray a, NDArray b, boolean equalNan) {
    NDArray equal = Elementwise.equality(ScalarOp.EQUAL, a, b);
    boolean mayBeNan = a.dtype().hasNan() && b.dtype().hasNan();
    return equalNan && mayBeNan
        ? Formula.logicalOr(equal, Formula.logicalAnd(Formula.isnan(a), Formula.isnan(b)))
        : equal;
  }

  public static boolean arrayEqual(Object a1, Object a2, boolean equalNan) {
    NDArray left = ArrayLike.of(a1);
    NDArray right = ArrayLike.of(a2);
    return left.shape().equals(right.shape()) && equal(left, right, equalNan).all().asBoolean();
  }

  /// An array whose elements have an order.
  ///
  /// @throws TypeError of a complex array, whose elements have no order
  public static NDArray ordered(Object x) {
    NDArray array = ArrayLike.of(x);
    if (array.dtype().isComplex() || !array.dtype().isNumeric()) {
      throw new TypeError(
          "This operation is not supported for "
              + array.dtype()
              + " values because it would be ambiguous.");
    }
    return array;
  }
}
