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
    int unused = 64 - 8 * type.byteSize();
    long wrapped =
        switch (type.kind()) {
          case BOOL -> value != 0 ? 1 : 0;
          case SIGNED -> value << unused >> unused;
          case UNSIGNED -> value << unused >>> unused;
          case FLOAT, COMPLEX -> throw new IllegalArgumentException(type + " is no integer type");
        };
    return new Scalar(type, wrapped, 0, 0);
  }

  /// A float of the type, rounded; narrow ones by way of float32, as NumPy's loops compute it.
  public static Scalar ofDouble(ElementType type, double value) {
    return new Scalar(type, 0, type.format().rounded(value), 0);
  }

  /// A complex number of the type, its parts rounded.
  public static Scalar ofComplex(ElementType type, double re, double im) {
    FloatFormat part = type.format();
    return new Scalar(type, 0, part.rounded(re), part.rounded(im));
  }

  static Scalar of(ElementType type, ComplexNumber value) {
    return ofComplex(type, value.re(), value.im());
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
