package org.panarray;

import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;

/// Equality up to tolerances and NaN.
final class Closeness {
  private Closeness() {}

  static NDArray isclose(Object a, Object b, Keyword[] keywords) {
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
      NDArray distance = np.absolute.call(np.subtract.call(x, y));
      Object limit = np.add.call(absolute, np.multiply.call(relative, np.absolute.call(y)));
      if (Weak.of(y) != null && Weak.of(relative) != null && Weak.of(absolute) != null) {
        limit = ((NDArray) limit).asDouble(); // as weak as what it is made of
      }
      NDArray near = np.logicalAnd.call(np.lessEqual.call(distance, limit), np.isfinite.call(y));
      result = np.logicalOr.call(near, np.equal.call(x, y));
    }
    return equalNan != null && equalNan.value()
        ? np.logicalOr.call(result, np.logicalAnd.call(np.isnan.call(x), np.isnan.call(y)))
        : result;
  }

  private static Object inexactScalar(Object value) {
    return value instanceof Complex ? value : (Object) ArrayLike.of(value).asDouble();
  }

  private static NDArray inexact(NDArray array) {
    return array.element().isInexact()
        ? array
        : Casts.to(array, ElementType.promote(array.element(), ElementType.FLOAT64));
  }

  static NDArray equal(NDArray a, NDArray b, boolean equalNan) {
    Np np = Np.np;
    NDArray equal = np.equal.call(a, b);
    boolean mayBeNan = a.element().isInexact() && b.element().isInexact();
    return equalNan && mayBeNan
        ? np.logicalOr.call(equal, np.logicalAnd.call(np.isnan.call(a), np.isnan.call(b)))
        : equal;
  }

  /// @throws TypeError of a complex array, whose elements have no order
  static NDArray ordered(Object x) {
    NDArray array = ArrayLike.of(x);
    if (array.element().isComplex()) {
      throw new TypeError(
          "This operation is not supported for "
              + array.dtype()
              + " values because it would be ambiguous.");
    }
    return array;
  }
}
