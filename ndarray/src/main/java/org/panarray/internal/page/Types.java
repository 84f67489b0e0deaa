package org.panarray.internal.page;

import org.panarray.DType;
import org.panarray.Finfo;
import org.panarray.Iinfo;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.TypeFamily;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;

/// Data types: promotion, casting and limits.
///
/// Where a dtype is asked for, a name (`"float32"`) or an array of that dtype serves as well.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.dtype.html">NumPy's page</a>
public sealed interface Types permits Np {

  /// The dtype that NumPy reads from text: `numpy.dtype`, such as `float32`, `f4` or `<f4`.
  ///
  /// @throws TypeError `data type 'x' not understood`
  default DType dtype(String name) {
    return DType.of(name);
  }

  /// The dtype itself, or that of an array or a Java scalar.
  default DType dtype(Object dtype) {
    return TypeRules.dtype(dtype);
  }

  /// The dtype that results where arrays and dtypes meet: `numpy.result_type`. Java scalars are
  /// weak: they choose between integer, float and complex, not the width.
  ///
  /// ```java
  /// np.resultType(np.int32, np.float32) // float64
  /// np.resultType(np.ones(2).astype(np.float32), 2.0) // float32
  /// ```
  ///
  /// @throws ValueError `at least one array or dtype is required`
  default DType resultType(Object... arraysAndDtypes) {
    return TypeRules.result(arraysAndDtypes);
  }

  /// The smallest dtype to which both cast safely: `numpy.promote_types`.
  default DType promoteTypes(Object type1, Object type2) {
    return TypeRules.promoted(TypeRules.dtype(type1), TypeRules.dtype(type2));
  }

  /// Whether one dtype casts to another without loss: `numpy.can_cast`.
  default boolean canCast(Object from, Object to) {
    return canCast(from, to, new Keyword.CastingRule(Casting.SAFE));
  }

  /// Whether one dtype casts to another under a rule.
  ///
  /// @throws TypeError of a Java scalar, as NumPy of Python's
  default boolean canCast(Object from, Object to, Keyword.CastingRule casting) {
    if (Weak.of(from) != null) {
      throw new TypeError(
          "can_cast() does not support Python ints, floats, and complex because the result used to"
              + " depend on the value.\nThis change was part of adopting NEP 50, we may explicitly"
              + " allow them again in the future.");
    }
    return TypeRules.dtype(from).canCast(TypeRules.dtype(to), casting.value());
  }

  /// The smallest dtype that holds a scalar's value: `numpy.min_scalar_type`; of an array with axes
  /// its dtype.
  default DType minScalarType(Object a) {
    return TypeRules.minimal(a);
  }

  /// The floating-point dtype common to arrays: `numpy.common_type`; integers count as float64.
  ///
  /// @throws TypeError `can't get common type for non-numeric array`
  default DType commonType(Object... arrays) {
    ElementType common = null;
    for (Object each : Required.argument(arrays, "arrays")) {
      DType dtype = TypeRules.dtype(each);
      boolean whole = dtype.isInteger() || dtype.kind() == 'm';
      if (!whole && !dtype.isInexact()) {
        throw new TypeError("can't get common type for non-numeric array");
      }
      ElementType inexact = whole ? ElementType.FLOAT64 : dtype.element();
      common = common == null ? inexact : ElementType.promote(common, inexact);
    }
    return DType.of(common == null ? ElementType.FLOAT16 : common);
  }

  /// Whether a dtype is the other: `numpy.issubdtype`.
  default boolean issubdtype(Object arg1, DType arg2) {
    return TypeRules.dtype(arg1).equals(arg2);
  }

  /// Whether a dtype belongs to a family: `np.issubdtype(a.dtype(), np.floating)`.
  default boolean issubdtype(Object arg1, TypeFamily arg2) {
    return Required.argument(arg2, "arg2").contains(TypeRules.dtype(arg1));
  }

  /// Whether a dtype is of one of the kinds: `numpy.isdtype`. A kind is `bool`, `signed integer`,
  /// `unsigned integer`, `integral`, `real floating`, `complex floating` or `numeric`.
  ///
  /// @throws ValueError `kind argument is a string, but 'x' is not a known kind name.`
  default boolean isdtype(DType dtype, String... kind) {
    boolean found = false;
    for (String name : Required.all(kind, "kind")) {
      found |= TypeRules.kinds(name).indexOf(dtype.kind()) >= 0;
    }
    return found;
  }

  /// Whether a dtype is the other.
  default boolean isdtype(DType dtype, DType kind) {
    return Required.argument(dtype, "dtype").equals(kind);
  }

  /// The limits of a floating-point dtype: `numpy.finfo`.
  ///
  /// ```java
  /// np.finfo(np.float32).eps() // 1.1920928955078125E-7
  /// ```
  ///
  /// @throws ValueError `data type <class 'numpy.int32'> not inexact`
  default Finfo finfo(Object dtype) {
    return Finfo.of(TypeRules.dtype(dtype));
  }

  /// The limits of an integer dtype: `numpy.iinfo`.
  ///
  /// @throws ValueError `Invalid integer data type 'f'.`
  default Iinfo iinfo(Object type) {
    return new Iinfo(TypeRules.dtype(type));
  }

  /// A copy with elements of another dtype: `numpy.astype`. Keyword: `copy` (with false the array
  /// itself where nothing is to do).
  default NDArray astype(NDArray x, DType dtype, Keyword.Copy... copy) {
    return Required.argument(x, "x").astype(dtype, copy);
  }
}
