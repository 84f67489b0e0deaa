package org.panarray.internal.statistics;

import org.panarray.Complex;
import org.panarray.ErrorScope;
import org.panarray.ErrorState;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MathKeyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
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
    Np np = Np.np;
    Object x = Weak.of(a) == null ? ArrayLike.of(a) : a;
    Object y = Weak.of(b) == null ? inexact(ArrayLike.of(b)) : inexactScalar(b);
    NDArray result;
    try (ErrorScope _ =
        np.errstate(
            new ErrorState(
                np.geterr().divide(),
                np.geterr().over(),
                np.geterr().under(),
                ErrorState.Mode.IGNORE))) {
      NDArray distance =
          Elementwise.apply(ScalarOp.ABSOLUTE, Elementwise.apply(ScalarOp.SUBTRACT, x, y));
      Object limit =
          Elementwise.apply(
              ScalarOp.ADD,
              absolute,
              Elementwise.apply(
                  ScalarOp.MULTIPLY, relative, Elementwise.apply(ScalarOp.ABSOLUTE, y)));
      if (Weak.of(y) != null && Weak.of(relative) != null && Weak.of(absolute) != null) {
        limit = ((NDArray) limit).asDouble(); // as weak as what it is made of
      }
      NDArray near =
          Elementwise.apply(
              ScalarOp.LOGICAL_AND,
              Elementwise.apply(ScalarOp.LESS_EQUAL, distance, limit),
              Elementwise.apply(ScalarOp.ISFINITE, y));
      result =
          Elementwise.apply(ScalarOp.LOGICAL_OR, near, Elementwise.apply(ScalarOp.EQUAL, x, y));
    }
    return equalNan != null && equalNan.value()
        ? Elementwise.apply(
            ScalarOp.LOGICAL_OR,
            result,
            Elementwise.apply(
                ScalarOp.LOGICAL_AND,
                Elementwise.apply(ScalarOp.ISNAN, x),
                Elementwise.apply(ScalarOp.ISNAN, y)))
        : result;
  }

  private static Object inexactScalar(Object value) {
    return value instanceof Complex ? value : (Object) ArrayLike.of(value).asDouble();
  }

  private static NDArray inexact(NDArray array) {
    return array.dtype().element().isInexact()
        ? array
        : Casts.to(array, ElementType.promote(array.dtype().element(), ElementType.FLOAT64));
  }

  public static NDArray equal(NDArray a, NDArray b, boolean equalNan) {
    NDArray equal = Elementwise.apply(ScalarOp.EQUAL, a, b);
    boolean mayBeNan = a.dtype().element().isInexact() && b.dtype().element().isInexact();
    return equalNan && mayBeNan
        ? Elementwise.apply(
            ScalarOp.LOGICAL_OR,
            equal,
            Elementwise.apply(
                ScalarOp.LOGICAL_AND,
                Elementwise.apply(ScalarOp.ISNAN, a),
                Elementwise.apply(ScalarOp.ISNAN, b)))
        : equal;
  }

  /// An array whose elements have an order.
  ///
  /// @throws TypeError of a complex array, whose elements have no order
  public static NDArray ordered(Object x) {
    NDArray array = ArrayLike.of(x);
    if (array.dtype().element().isComplex()) {
      throw new TypeError(
          "This operation is not supported for "
              + array.dtype()
              + " values because it would be ambiguous.");
    }
    return array;
  }
}
