package org.panarray.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.OverflowError;
import org.panarray.prim.ElementType;

/// Numbers as Python's `int`, `float` and `complex` read them: with underscores between digits, and
/// in the digits of all scripts.
final class PythonNumbers {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\d+");

  private PythonNumbers() {}

  /// The text without white space at its ends and underscores, in ASCII; null if no number can be
  /// meant.
  private static @Nullable String plain(String text) {
    String stripped = strip(text);
    boolean simple = !stripped.isEmpty();
    for (int i = 0; i < stripped.length() && simple; i++) {
      simple = stripped.charAt(i) < 0x80 && stripped.charAt(i) != '_';
    }
    if (simple) {
      return stripped;
    }
    StringBuilder plain = new StringBuilder();
    int[] points = stripped.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      int point = points[i];
      if (point == '_') {
        if (i == 0
            || i + 1 == points.length
            || !isDigit(points[i - 1])
            || !isDigit(points[i + 1])) {
          return null;
        }
      } else if (point < 0x80) {
        plain.append((char) point);
      } else if (isDigit(point)) {
        plain.append(Character.digit(point, 10));
      } else {
        return null;
      }
    }
    return plain.isEmpty() ? null : plain.toString();
  }

  /// Without the white space that numbers may stand in: not that which separates records.
  private static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isSpace(char c) {
    return PythonSpace.isSpace(c) && !(c >= '\u001c' && c <= '\u001f');
  }

  private static boolean isDigit(int point) {
    return Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER;
  }

  /// Python's `float`, or null.
  static @Nullable Double real(String text) {
    String plain = plain(text);
    return plain != null && FieldReader.endOfReal(plain, 0, plain.length()) == plain.length()
        ? FieldReader.valueOf(plain, 0, plain.length())
        : null;
  }

  /// Python's `int` into 64 bits, or null.
  ///
  /// @throws OverflowError if they do not hold it
  static @Nullable Long integer(String text, ElementType type) {
    String plain = plain(text);
    if (plain == null || !INTEGER.matcher(plain).matches()) {
      return null;
    }
    BigInteger value = new BigInteger(plain.startsWith("+") ? plain.substring(1) : plain);
    if (value.bitLength() > (type.isUnsigned() && value.signum() > 0 ? 64 : 63)) {
      throw new OverflowError("Python int too large to convert to C long");
    }
    return fitted(value, type);
  }

  /// Python's `int(float(text))` into fewer than 64 bits, or null.
  ///
  /// @throws OverflowError if they do not hold it
  static @Nullable Long truncated(String text, ElementType type) {
    Double value = real(text);
    return value == null || Double.isNaN(value) ? null : fitted(value, type);
  }

  /// A number cut to an integer.
  ///
  /// @throws OverflowError if the type does not hold it
  static long fitted(double value, ElementType type) {
    if (Double.isInfinite(value)) {
      throw new OverflowError("cannot convert float infinity to integer");
    }
    return fitted(new BigDecimal(value).toBigInteger(), type);
  }

  private static long fitted(BigInteger value, ElementType type) {
    int bits = 8 * type.byteSize();
    if (value.bitLength() > Math.max(bits, 63)) {
      throw new OverflowError("Python int too large to convert to C long");
    }
    boolean fits =
        type.isUnsigned()
            ? value.signum() >= 0 && value.bitLength() <= bits
            : value.bitLength() < bits;
    if (!fits) {
      throw new OverflowError("Python integer " + value + " out of bounds for " + type.numpyName());
    }
    return value.longValue();
  }

  /// Python's `complex` as its two parts, or null.
  static double @Nullable [] complex(String text) {
    String plain = plain(text);
    if (plain == null) {
      return null;
    }
    boolean inParentheses = plain.startsWith("(") && plain.endsWith(")") && plain.length() > 2;
    return parts(inParentheses ? strip(plain.substring(1, plain.length() - 1)) : plain);
  }

  private static double @Nullable [] parts(String text) {
    int end = text.length();
    int first = FieldReader.endOfReal(text, 0, end);
    if (first == end && end > 0) {
      return new double[] {FieldReader.valueOf(text, 0, end), 0};
    }
    if (end == 0 || (text.charAt(end - 1) | 0x20) != 'j') {
      return null;
    }
    if (first == end - 1) {
      return new double[] {0, FieldReader.valueOf(text, 0, first)};
    }
    int start = Math.max(first, 0);
    String imaginary = text.substring(start, end - 1);
    Double value = imaginaryPart(imaginary, first > 0);
    return value == null
        ? null
        : new double[] {first > 0 ? FieldReader.valueOf(text, 0, first) : 0, value};
  }

  /// A bare `j` is one, and a part after another has a sign.
  private static @Nullable Double imaginaryPart(String text, boolean signed) {
    if (text.equals("+") || text.equals("-")) {
      return text.equals("+") ? 1.0 : -1.0;
    }
    if (text.isEmpty()) {
      return signed ? null : 1.0;
    }
    boolean hasSign = text.charAt(0) == '+' || text.charAt(0) == '-';
    return (hasSign || !signed) && FieldReader.endOfReal(text, 0, text.length()) == text.length()
        ? FieldReader.valueOf(text, 0, text.length())
        : null;
  }
}
