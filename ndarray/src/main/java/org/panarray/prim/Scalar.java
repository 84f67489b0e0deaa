package org.panarray.prim;

/// One element, of any type, as the reference interpreter holds it.
///
/// @param bits bools and integers: the value extended to 64 bits by its own signedness; else 0
/// @param re floats: the value, exactly; complex numbers: the real part
/// @param im complex numbers: the imaginary part; else 0
public record Scalar(ElementType type, long bits, double re, double im) {

  public static Scalar ofBool(boolean value) {
    return new Scalar(ElementType.BOOL, value ? 1 : 0, 0, 0);
  }

  /// An integer (or bool) of the type, wrapped to its width.
  public static Scalar ofLong(ElementType type, long value) {
    long wrapped =
        switch (type) {
          case BOOL -> value != 0 ? 1 : 0;
          case INT8 -> (byte) value;
          case UINT8 -> value & 0xffL;
          case INT16 -> (short) value;
          case UINT16 -> value & 0xffffL;
          case INT32 -> (int) value;
          case UINT32 -> value & 0xffff_ffffL;
          case INT64, UINT64 -> value;
          case FLOAT16, FLOAT32, FLOAT64, COMPLEX64, COMPLEX128 ->
              throw new IllegalArgumentException(type + " is no integer type");
        };
    return new Scalar(type, wrapped, 0, 0);
  }

  /// A float of the type, rounded; float16 by way of float32, as NumPy's loops compute it.
  public static Scalar ofDouble(ElementType type, double value) {
    return new Scalar(type, 0, round(type, value), 0);
  }

  /// A complex number of the type, its parts rounded.
  public static Scalar ofComplex(ElementType type, double re, double im) {
    ElementType part = type.realPart();
    return new Scalar(type, 0, round(part, re), round(part, im));
  }

  static Scalar of(ElementType type, ComplexNumber value) {
    return ofComplex(type, value.re(), value.im());
  }

  private static double round(ElementType type, double value) {
    return switch (type) {
      case FLOAT16 -> Float.float16ToFloat(Float.floatToFloat16((float) value));
      case FLOAT32 -> (float) value;
      default -> value;
    };
  }

  ComplexNumber complex() {
    return new ComplexNumber(re, im);
  }

  /// Whether Python would call it true: anything but zero, and so NaN too.
  public boolean truth() {
    return bits != 0 || re != 0 || im != 0;
  }

  boolean isNan() {
    return Double.isNaN(re) || Double.isNaN(im);
  }
}
