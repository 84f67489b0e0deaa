package org.panarray.text;

import org.panarray.prim.ElementType;

/// The three binary floating-point formats, and where NumPy switches their notation.
public enum FloatKind {
  HALF(1e3, 1e3),
  SINGLE(1e6, 1e6),
  DOUBLE(1e16, 1e8);

  private final double scalarLimit;
  private final double arrayLimit;

  FloatKind(double scalarLimit, double arrayLimit) {
    this.scalarLimit = scalarLimit;
    this.arrayLimit = arrayLimit;
  }

  /// The format of a floating type, or of the parts of a complex type.
  ///
  /// @throws IllegalArgumentException if the type has no floating-point values
  public static FloatKind of(ElementType type) {
    return switch (type) {
      case FLOAT16 -> HALF;
      case FLOAT32, COMPLEX64 -> SINGLE;
      case FLOAT64, COMPLEX128 -> DOUBLE;
      case BOOL, INT8, UINT8, INT16, UINT16, INT32, UINT32, INT64, UINT64 ->
          throw new IllegalArgumentException(type + " is not a floating type");
    };
  }

  /// The magnitude from which NumPy writes a scalar with an exponent.
  double scalarLimit() {
    return scalarLimit;
  }

  /// The magnitude from which NumPy writes all elements of an array with an exponent.
  double arrayLimit() {
    return arrayLimit;
  }

  /// The nearest value of this format.
  double nearest(double value) {
    return switch (this) {
      case HALF -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case SINGLE -> (float) value;
      case DOUBLE -> value;
    };
  }
}
