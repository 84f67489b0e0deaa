package org.panarray.text;

import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;

/// Scalars as text: what `str` and `repr` give for NumPy's scalar types and 0-d arrays.
public final class ScalarText {
  private static final double SMALLEST_POSITIONAL = 1e-4;
  private static final FloatStyle POSITIONAL = FloatStyle.DEFAULT.withTrim(Trim.ONE_ZERO);
  private static final FloatStyle COMPACT = FloatStyle.DEFAULT.withTrim(Trim.ALL);

  private ScalarText() {}

  /// NumPy's `str` of the element at a flat index, such as `0.1`, `1e+16`, `(1-2j)`, `True`.
  public static String str(PrintableArray array, long index) {
    PrintableArray.Texts texts = array.texts();
    if (texts != null) {
      return texts.scalar(index);
    }
    ElementType type = array.elementType();
    return switch (type.kind()) {
      case BOOL -> array.longAt(index) != 0 ? "True" : "False";
      case SIGNED -> Long.toString(array.longAt(index));
      case UNSIGNED -> Long.toUnsignedString(array.longAt(index));
      case FLOAT -> str(array.realAt(index), type.format());
      case COMPLEX -> str(array.realAt(index), array.imaginaryAt(index), type.format());
    };
  }

  /// NumPy's `repr` of the element at a flat index, such as `np.float64(0.1)`, `np.True_`.
  public static String repr(PrintableArray array, long index) {
    ElementType type = array.elementType();
    String text = str(array, index);
    return switch (type.kind()) {
      case BOOL -> "np." + text + "_";
      case SIGNED, UNSIGNED, FLOAT -> "np." + type.numpyName() + "(" + text + ")";
      case COMPLEX -> "np." + type.numpyName() + (text.startsWith("(") ? text : "(" + text + ")");
    };
  }

  /// NumPy's `str` of a floating-point scalar, such as `0.1`, `1e+16` or `nan`.
  public static String str(double value, FloatFormat format) {
    return part(value, format, POSITIONAL);
  }

  /// NumPy's `str` of a complex scalar, such as `(1-2j)` or `2j`.
  public static String str(double real, double imaginary, FloatFormat format) {
    String imaginaryText = part(imaginary, format, COMPACT) + "j";
    if (Double.doubleToRawLongBits(real) == 0) {
      return imaginaryText;
    }
    boolean signed = imaginaryText.startsWith("-");
    return "(" + part(real, format, COMPACT) + (signed ? "" : "+") + imaginaryText + ")";
  }

  /// The size from which NumPy writes an exponent: where whole numbers begin to be rounded, for
  /// float64 by the digits that it may hold, for the others by those that it holds for certain.
  private static double largestPositional(FloatFormat format) {
    return format.bits() == 64 ? 1e16 : Math.pow(10, format.decimals());
  }

  private static String part(double value, FloatFormat format, FloatStyle positional) {
    double size = Math.abs(value);
    boolean plain = size == 0 || (size >= SMALLEST_POSITIONAL && size < largestPositional(format));
    return plain
        ? FloatText.positional(value, format, positional)
        : FloatText.scientific(value, format, COMPACT);
  }
}
