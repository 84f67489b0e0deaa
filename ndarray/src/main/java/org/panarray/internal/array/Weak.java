package org.panarray.internal.array;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.panarray.Complex;
import org.panarray.error.Required;
import org.panarray.prim.ElementType;

/// The kinds of Python scalar, which Java's primitives and boxes stand for: they adapt to the dtype of
/// the arrays beside them (NEP 50).
public enum Weak {
  BOOL(ElementType.BOOL),
  INT(ElementType.INT64),
  FLOAT(ElementType.FLOAT64),
  COMPLEX(ElementType.COMPLEX128);

  private final ElementType alone;

  Weak(ElementType alone) {
    this.alone = alone;
  }

  /// The kind of a Java value, or null where it is no scalar.
  ///
  /// @throws org.panarray.error.TypeError of null
  public static @Nullable Weak of(@Nullable Object value) {
    return switch (value) {
      case Double _, Float _ -> FLOAT;
      case Integer _, Long _, Short _, Byte _, BigInteger _ -> INT;
      case Boolean _ -> BOOL;
      case Complex _ -> COMPLEX;
      case null -> throw Required.missing(ArrayLike.EXPECTED);
      default -> null;
    };
  }

  /// What NumPy's messages call the scalar's dtype.
  String className() {
    return switch (this) {
      case BOOL -> "BoolDType";
      case INT -> "_PyLongDType";
      case FLOAT -> "_PyFloatDType";
      case COMPLEX -> "_PyComplexDType";
    };
  }

  /// The type that the scalar takes with no array beside it.
  ElementType alone() {
    return alone;
  }

  /// The type that results from the scalar beside arrays of this type.
  public ElementType beside(ElementType strong) {
    return switch (this) {
      case BOOL -> strong;
      case INT -> strong.isBool() ? ElementType.INT64 : strong;
      case FLOAT -> strong.isInexact() ? strong : ElementType.FLOAT64;
      case COMPLEX ->
          strong.isComplex()
              ? strong
              : strong.isFloat() ? strong.complexCounterpart() : ElementType.COMPLEX128;
    };
  }
}
