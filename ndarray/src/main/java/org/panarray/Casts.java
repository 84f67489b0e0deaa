package org.panarray;

import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

/// Conversions between element types.
final class Casts {
  private Casts() {}

  /// The array with elements of this type; the array itself where it has it.
  static NDArray to(NDArray array, ElementType type) {
    if (array.element() == type) {
      return array;
    }
    if (array.element().isComplex() && !type.isComplex() && !type.isBool()) {
      ErrorState.warn(
          "ComplexWarning", "Casting complex values to real discards the imaginary part");
    }
    return Dispatch.apply(
        new Primitive.Map(new Expr.Cast(new Expr.Arg(0, array.element()), type)), array);
  }

  /// @throws TypeError in NumPy's words where the rule forbids the cast
  static void require(ElementType from, ElementType to, Casting casting) {
    if (!from.canCast(to, casting)) {
      throw new TypeError(
          "Cannot cast array data from dtype('"
              + from.numpyName()
              + "') to dtype('"
              + to.numpyName()
              + "') according to the rule '"
              + casting.numpyName()
              + "'");
    }
  }
}
