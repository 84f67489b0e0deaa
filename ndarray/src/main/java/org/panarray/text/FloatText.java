package org.panarray.text;

import org.panarray.prim.FloatFormat;

/// Single floating-point numbers as text: NumPy's `format_float_positional` and
/// `format_float_scientific`.
public final class FloatText {
  private static final int NO_CUT = Integer.MIN_VALUE / 2;
  private static final int NO_FILL = Integer.MAX_VALUE / 2;
  private static final int MOST_EXPONENT_DIGITS = 5;

  private FloatText() {}

  /// The number without an exponent, as `numpy.format_float_positional`.
  ///
  /// @param value a value of the format `format`
  public static String positional(double value, FloatFormat format, FloatStyle style) {
    if (!Double.isFinite(value)) {
      return nonFinite(value, style);
    }
    DecimalDigits decimal = digits(Math.abs(value), format, style, style.fractional());
    String digits = decimal.digits();
    int wholeLength = decimal.exponent() + 1;
    String whole;
    String fraction;
    if (wholeLength <= 0) {
      whole = "0";
      fraction = "0".repeat(-wholeLength) + digits;
    } else if (wholeLength >= digits.length()) {
      whole = digits + "0".repeat(wholeLength - digits.length());
      fraction = "";
    } else {
      whole = digits.substring(0, wholeLength);
      fraction = digits.substring(wholeLength);
    }
    int wanted = style.unique() ? style.minDigits() : style.precision();
    fraction = trim(fraction, style, style.fractional() ? wanted : wanted - whole.length());

    StringBuilder text = signedAndPadded(value, whole, style);
    if (!fraction.isEmpty() || style.trim() != Trim.ALL) {
      text.append('.').append(fraction);
    } else if (style.padRight() >= 0) {
      text.append(' ');
    }
    return text.repeat(" ", Math.max(0, style.padRight() - fraction.length())).toString();
  }

  /// The number with an exponent, as `numpy.format_float_scientific`.
  ///
  /// @param value a value of the format `format`
  public static String scientific(double value, FloatFormat format, FloatStyle style) {
    if (!Double.isFinite(value)) {
      return nonFinite(value, style);
    }
    DecimalDigits decimal = digits(Math.abs(value), format, style, false);
    String generated = decimal.digits().substring(1);
    int wanted = style.unique() ? style.minDigits() : style.precision();
    String fraction = trim(generated, style, wanted);

    StringBuilder text = signedAndPadded(value, decimal.digits().substring(0, 1), style);
    // With trim='-' NumPy leaves a bare point where the trimmed zeros had been generated.
    if (!generated.isEmpty() || style.trim() != Trim.ALL) {
      text.append('.').append(fraction);
    }
    return text.append(exponent(decimal.exponent(), style.expDigits())).toString();
  }

  private static DecimalDigits digits(
      double value, FloatFormat format, FloatStyle style, boolean fromPoint) {
    // Scientific precision counts digits after the first one, total precision counts that too.
    int extra = style.fractional() ? 0 : 1;
    int origin =
        fromPoint || value == 0
            ? 0
            : needsOrigin(style) ? DecimalDigits.firstExponent(value) + extra : 0;
    int cut = style.precision() < 0 ? NO_CUT : below(origin, style.precision());
    if (!style.unique()) {
      return DecimalDigits.exact(value, cut);
    }
    int fill = style.minDigits() < 0 ? NO_FILL : below(origin, style.minDigits());
    return DecimalDigits.unique(value, format, cut, fill);
  }

  private static int below(int exponent, int digits) {
    return (int) Math.max(NO_CUT, (long) exponent - digits);
  }

  private static boolean needsOrigin(FloatStyle style) {
    return style.precision() >= 0 || style.minDigits() >= 0;
  }

  private static String trim(String fraction, FloatStyle style, int wanted) {
    if (style.trim() == Trim.KEEP) {
      return fraction + "0".repeat(Math.max(0, wanted - fraction.length()));
    }
    int end = fraction.length();
    while (end > 0 && fraction.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 && style.trim() == Trim.ONE_ZERO ? "0" : fraction.substring(0, end);
  }

  private static StringBuilder signedAndPadded(double value, String whole, FloatStyle style) {
    boolean negative = Double.doubleToRawLongBits(value) < 0;
    String sign = negative ? "-" : style.sign() ? "+" : "";
    int pad = Math.max(0, style.padLeft() - whole.length() - sign.length());
    return new StringBuilder().repeat(" ", pad).append(sign).append(whole);
  }

  private static String exponent(int exponent, int fewestDigits) {
    String digits = exponent == 0 ? "" : Integer.toString(Math.abs(exponent));
    int wanted = Math.min(fewestDigits < 0 ? 2 : fewestDigits, MOST_EXPONENT_DIGITS);
    return (exponent < 0 ? "e-" : "e+")
        + "0".repeat(Math.max(0, wanted - digits.length()))
        + digits;
  }

  private static String nonFinite(double value, FloatStyle style) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    return value < 0 ? "-inf" : style.sign() ? "+inf" : "inf";
  }
}
