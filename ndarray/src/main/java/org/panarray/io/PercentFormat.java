package org.panarray.io;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.OverflowError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.prim.FloatFormat;
import org.panarray.text.FloatStyle;
import org.panarray.text.FloatText;
import org.panarray.text.Trim;

/// One conversion of Python's `%` operator for numbers, such as `%.18e`, `%5d` or `%g`.
///
/// @param flags any of `-`, `+`, space, `0`, `#`
/// @param width the least number of characters
/// @param precision the number after the point; -1 if there is none
/// @param conversion one of `d i u o x X e E f F g G s r`
record PercentFormat(String flags, int width, int precision, char conversion) {
  private static final Pattern PATTERN =
      Pattern.compile("%([-+ 0#]*)(\\d{0,4})(?:\\.(\\d{0,4}))?([diuoxXeEfFgGsr])");

  /// The conversion that starts at `start`, or null if there is none.
  static @Nullable PercentFormat at(String format, int start) {
    Matcher matcher = PATTERN.matcher(format).region(start, format.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    String precision = matcher.group(3);
    return new PercentFormat(
        matcher.group(1),
        number(matcher.group(2)),
        precision == null ? -1 : number(precision),
        matcher.group(4).charAt(0));
  }

  /// Where the conversion that starts at `start` ends.
  static int endAt(String format, int start) {
    Matcher matcher = PATTERN.matcher(format).region(start, format.length());
    return matcher.lookingAt() ? matcher.end() : start;
  }

  private static int number(String digits) {
    return digits.isEmpty() ? 0 : Integer.parseInt(digits);
  }

  /// Whether only integers can be written so.
  boolean needsInteger() {
    return "oxX".indexOf(conversion) >= 0;
  }

  /// The text of an integer.
  String format(BigInteger value) {
    return switch (conversion) {
      case 'd', 'i', 'u' -> integer(value, 10, "");
      case 'o' -> integer(value, 8, has('#') ? "0o" : "");
      case 'x' -> integer(value, 16, has('#') ? "0x" : "");
      case 'X' -> integer(value, 16, has('#') ? "0x" : "").toUpperCase(Locale.ROOT);
      case 's', 'r' -> word(value.toString());
      default -> format(value.doubleValue(), ElementType.FLOAT64, value.toString());
    };
  }

  /// The text of a floating-point number.
  ///
  /// @param plain what `%s` gives
  String format(double value, ElementType type, String plain) {
    return switch (conversion) {
      case 'd', 'i', 'u' -> format(truncated(value));
      case 'e', 'E' -> real(value, digits -> scientific(value, digits));
      case 'f', 'F' -> real(value, digits -> positional(value, digits));
      case 'g', 'G' -> real(value, digits -> general(value, digits));
      case 's' -> word(plain);
      case 'r' -> word("np." + type.numpyName() + "(" + plain + ")");
      default -> throw new IllegalStateException("integers only: %" + conversion);
    };
  }

  /// A text in the width of this conversion, cut at its precision.
  String word(String text) {
    boolean cut = precision >= 0 && precision < text.length();
    return padded(cut ? text.substring(0, precision) : text, false);
  }

  private static BigInteger truncated(double value) {
    if (Double.isNaN(value)) {
      throw new ValueError("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw new OverflowError("cannot convert float infinity to integer");
    }
    return new BigDecimal(value).toBigInteger();
  }

  private String integer(BigInteger value, int radix, String prefix) {
    String digits = value.abs().toString(radix);
    String zeros = "0".repeat(Math.max(0, precision - digits.length()));
    return padded(sign(value.signum() < 0) + prefix + zeros + digits, true);
  }

  private String real(double value, IntFunction<String> writer) {
    boolean negative = Double.doubleToRawLongBits(value) < 0 && !Double.isNaN(value);
    if (!Double.isFinite(value)) {
      String word = Double.isNaN(value) ? "nan" : "inf";
      return padded(cased(sign(negative) + word), true);
    }
    return padded(cased(sign(negative) + writer.apply(precision < 0 ? 6 : precision)), true);
  }

  private String scientific(double value, int digits) {
    String text = FloatText.scientific(Math.abs(value), FloatFormat.FLOAT64, exactly(digits));
    return digits == 0 && !has('#') ? text.replace(".", "") : text;
  }

  private String positional(double value, int digits) {
    String text = FloatText.positional(Math.abs(value), FloatFormat.FLOAT64, exactly(digits));
    return digits == 0 && !has('#') ? text.substring(0, text.length() - 1) : text;
  }

  private String general(double value, int digits) {
    int significant = Math.max(1, digits);
    double size = Math.abs(value);
    String rounded = FloatText.scientific(size, FloatFormat.FLOAT64, exactly(significant - 1));
    int mark = rounded.indexOf('e');
    int exponent = Integer.parseInt(rounded.substring(mark + 1));
    boolean plain = exponent >= -4 && exponent < significant;
    String text =
        plain
            ? FloatText.positional(size, FloatFormat.FLOAT64, exactly(significant - 1 - exponent))
            : rounded;
    if (has('#')) {
      return text;
    }
    int end = plain ? text.length() : mark;
    int last = end;
    while (text.charAt(last - 1) == '0') {
      last--;
    }
    if (text.charAt(last - 1) == '.') {
      last--;
    }
    return text.substring(0, last) + text.substring(end);
  }

  private static FloatStyle exactly(int digits) {
    return FloatStyle.DEFAULT.withPrecision(digits).withUnique(false).withTrim(Trim.KEEP);
  }

  private String cased(String text) {
    return Character.isUpperCase(conversion) ? text.toUpperCase(Locale.ROOT) : text;
  }

  private String sign(boolean negative) {
    return negative ? "-" : has('+') ? "+" : has(' ') ? " " : "";
  }

  private boolean has(char flag) {
    return flags.indexOf(flag) >= 0;
  }

  private String padded(String text, boolean number) {
    int missing = width - text.length();
    if (missing <= 0) {
      return text;
    }
    if (has('-')) {
      return text + " ".repeat(missing);
    }
    if (has('0') && number) {
      int digits = "+- ".indexOf(text.charAt(0)) >= 0 ? 1 : 0;
      digits += needsInteger() && has('#') ? 2 : 0;
      return text.substring(0, digits) + "0".repeat(missing) + text.substring(digits);
    }
    return " ".repeat(missing) + text;
  }
}
