package org.panarray.internal.array;

import java.util.Arrays;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;

/// Conversions between element types.
public final class Casts {
  private Casts() {}

  /// The array with elements of this type; the array itself where it has it.
  public static NDArray to(NDArray array, ElementType type) {
    if (array.dtype().element() == type) {
      return array;
    }
    warnOfLoss(array.dtype().element(), type);
    return Dispatch.apply(
        new Primitive.Map(new Expr.Cast(new Expr.Arg(0, array.dtype().element()), type)), array);
  }

  /// The dtype that results where arrays are cast to a dtype: that dtype, unless it leaves open
  /// what the arrays tell.
  public static DType target(DType wanted, NDArray... arrays) {
    ElementRules rules = ElementRules.of(wanted);
    return rules == null
        ? wanted
        : rules.adapted(Arrays.stream(arrays).map(NDArray::dtype).toArray(DType[]::new));
  }

  /// The array with elements of this dtype; the array itself where it has it.
  public static NDArray to(NDArray array, DType dtype) {
    if (array.dtype().equals(dtype)) {
      return array;
    }
    ElementRules target = ElementRules.of(dtype);
    if (target != null) {
      return target.castFrom(array);
    }
    ElementRules source = ElementRules.of(array.dtype());
    return source == null ? to(array, dtype.element()) : source.castTo(array, dtype.element());
  }

  public static void warnOfLoss(ElementType from, ElementType to) {
    if (from.isComplex() && !to.isComplex() && !to.isBool()) {
      Warnings.warn("ComplexWarning", "Casting complex values to real discards the imaginary part");
    }
  }

  /// A `where` mask. Arrays must be bools; Java lists, arrays and scalars are read as truth values.
  ///
  /// @throws TypeError `Cannot cast array data from dtype('int64') to dtype('bool') according to
  ///   the rule 'safe'`
  public static NDArray mask(Object given) {
    if (given instanceof NDArray array) {
      require(array, ElementType.BOOL, Casting.SAFE);
      return array;
    }
    return ArrayLike.of(given, ElementType.BOOL);
  }

  /// Refuses a cast that a rule forbids.
  ///
  /// @throws TypeError in NumPy's words where the rule forbids the cast
  public static void require(NDArray from, ElementType to, Casting casting) {
    require(from, DType.of(to), casting);
  }

  /// As [#require(NDArray, ElementType, Casting)] for any dtype.
  public static void require(NDArray from, DType to, Casting casting) {
    require(from.ndim() == 0 ? "scalar" : "array data", from.dtype(), to, casting);
  }

  /// As [#require(NDArray, ElementType, Casting)], of what the message calls so.
  public static void require(String what, ElementType from, ElementType to, Casting casting) {
    require(what, DType.of(from), DType.of(to), casting);
  }

  /// As [#require(String, ElementType, ElementType, Casting)] for any dtypes.
  public static void require(String what, DType from, DType to, Casting casting) {
    if (!from.canCast(to, casting)) {
      throw new TypeError(
          "Cannot cast "
              + what
              + " from "
              + from.repr()
              + " to "
              + to.repr()
              + " according to the rule '"
              + casting.numpyName()
              + "'");
    }
  }
}
