package org.panarray.text;

import java.util.StringJoiner;
import org.panarray.error.MemoryError;
import org.panarray.prim.ElementType;

/// Arrays as text: NumPy's `array2string`, `array_str` and `array_repr`.
public final class ArrayFormatter {
  private static final String REPR_PREFIX = "array(";

  private ArrayFormatter() {}

  /// NumPy's `str` of an array; that of a scalar if it is 0-d.
  public static String str(PrintableArray array, PrintOptions options) {
    return array.shape().length == 0
        ? ScalarText.str(array, 0)
        : array2string(array, options, " ", "", "");
  }

  /// NumPy's `repr` of an array, such as `array([1, 2], dtype=int32)`.
  public static String repr(PrintableArray array, PrintOptions options) {
    long[] shape = array.shape();
    long size = size(shape);
    StringBuilder text = new StringBuilder(REPR_PREFIX);
    text.append(array2string(array, options, ", ", REPR_PREFIX, ")"));
    StringJoiner extras = new StringJoiner(", ");
    boolean emptyVector = shape.length == 1 && shape[0] == 0;
    if ((size == 0 && !emptyVector) || size > options.threshold()) {
      extras.add("shape=" + shapeText(shape));
    }
    PrintableArray.Texts texts = array.texts();
    if (texts != null) {
      extras.add("dtype=" + texts.type());
    } else if (size == 0 || !isImplied(array.elementType())) {
      extras.add("dtype=" + array.elementType().numpyName());
    }
    if (extras.length() == 0) {
      return text.append(')').toString();
    }
    text.append(',');
    int lastLine = text.length() - (text.lastIndexOf("\n") + 1);
    boolean fits = lastLine + 1 + extras.length() + 1 <= options.linewidth();
    text.append(fits ? " " : "\n" + " ".repeat(REPR_PREFIX.length()));
    return text.append(extras).append(')').toString();
  }

  /// NumPy's `array2string`.
  ///
  /// @param separator stands between elements
  /// @param prefix the text that will stand in front; only its length counts
  /// @param suffix the text that will follow; only its length counts
  public static String array2string(
      PrintableArray array, PrintOptions options, String separator, String prefix, String suffix) {
    if (size(array.shape()) == 0) {
      return "[]";
    }
    return MemoryError.unlessFull(
        () ->
            new ArrayLayout(array, options, separator, suffix.length())
                .format(" ".repeat(prefix.length() + 1)));
  }

  /// The shape as Python prints a tuple: `(2, 3)`, `(4,)`, `()`.
  public static String shapeText(long[] shape) {
    StringJoiner lengths = new StringJoiner(", ", "(", shape.length == 1 ? ",)" : ")");
    for (long length : shape) {
      lengths.add(Long.toString(length));
    }
    return lengths.toString();
  }

  static long size(long[] shape) {
    long size = 1;
    for (long length : shape) {
      size *= length;
    }
    return size;
  }

  /// Whether the elements alone tell the type when NumPy reads them back.
  private static boolean isImplied(ElementType type) {
    return switch (type) {
      case BOOL, INT64, FLOAT64, COMPLEX128 -> true;
      default -> false;
    };
  }
}
