package org.panarray.text;

import java.util.function.LongToDoubleFunction;
import org.panarray.prim.FloatFormat;

/// One column of floating-point numbers: notation, digits and widths that suit all of them.
final class FloatColumn {
  private static final double SMALLEST_POSITIONAL = 1e-4;
  private static final double WIDEST_RATIO = 1000;
  private static final int MOST_DIGITS_OF_WHOLE = 8;

  private final FloatFormat format;
  private final String sign;
  private final String nanText;
  private final String infinityText;
  private final boolean scientific;
  private FloatStyle style;
  private int padLeft;
  private int padRight;

  /// A column that suits the values at the indices `printed`.
  FloatColumn(
      LongToDoubleFunction values,
      long[] printed,
      FloatFormat format,
      PrintOptions options,
      String sign) {
    this.format = format;
    this.sign = sign;
    this.nanText = options.nanstr();
    this.infinityText = options.infstr();
    double[] finite = new double[printed.length];
    int count = 0;
    boolean negativeInfinity = false;
    for (long index : printed) {
      double value = values.applyAsDouble(index);
      if (Double.isFinite(value)) {
        finite[count++] = value;
      } else {
        negativeInfinity |= value == Double.NEGATIVE_INFINITY;
      }
    }
    this.scientific = needsExponents(finite, count, options.suppress());
    boolean fixed = options.floatmode() == FloatMode.FIXED;
    int precision = options.floatmode() == FloatMode.UNIQUE ? -1 : options.precision();
    this.style =
        FloatStyle.DEFAULT
            .withPrecision(precision)
            .withUnique(!fixed)
            .withTrim(fixed ? Trim.KEEP : Trim.POINT)
            .withSign(sign.equals("+"));
    if (scientific) {
      measureScientific(finite, count);
    } else {
      measurePositional(finite, count, options.floatmode());
    }
    if (sign.equals(" ") && !anyNegative(finite, count)) {
      padLeft++;
    }
    if (count < printed.length) {
      int wholeWidth = padRight + 1;
      int infinityWidth = infinityText.length() + (!sign.equals("-") || negativeInfinity ? 1 : 0);
      padLeft = Math.max(padLeft, Math.max(nanText.length(), infinityWidth) - wholeWidth);
    }
    this.style = style.withPadding(padLeft, scientific ? -1 : padRight);
  }

  /// The text of one value, in the width of the column.
  String format(double value) {
    if (!Double.isFinite(value)) {
      String plus = sign.equals("+") ? "+" : "";
      String text = Double.isNaN(value) ? plus + nanText : (value < 0 ? "-" : plus) + infinityText;
      return " ".repeat(Math.max(0, padLeft + padRight + 1 - text.length())) + text;
    }
    return scientific
        ? FloatText.scientific(value, format, style)
        : FloatText.positional(value, format, style);
  }

  private boolean needsExponents(double[] finite, int count, boolean suppress) {
    double largest = 0;
    double smallest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      double size = Math.abs(finite[i]);
      if (size != 0) {
        largest = Math.max(largest, size);
        smallest = Math.min(smallest, size);
      }
    }
    if (largest == 0) {
      return false;
    }
    // NumPy compares and divides in the precision of the array.
    return largest >= Math.pow(10, Math.min(MOST_DIGITS_OF_WHOLE, format.decimals()))
        || (!suppress
            && (smallest < format.nearest(SMALLEST_POSITIONAL)
                || format.nearest(largest / smallest) > WIDEST_RATIO));
  }

  private void measureScientific(double[] finite, int count) {
    int exponentDigits = 0;
    int fractionDigits = 0;
    for (int i = 0; i < count; i++) {
      String text = FloatText.scientific(finite[i], format, style);
      int point = text.indexOf('.');
      int mark = text.indexOf('e');
      padLeft = Math.max(padLeft, point);
      fractionDigits = Math.max(fractionDigits, mark - point - 1);
      exponentDigits = Math.max(exponentDigits, text.length() - mark - 2);
    }
    padRight = exponentDigits + 2 + fractionDigits;
    style =
        style
            .withPrecision(fractionDigits)
            .withMinDigits(fractionDigits)
            .withTrim(Trim.KEEP)
            .withExpDigits(exponentDigits);
  }

  private void measurePositional(double[] finite, int count, FloatMode mode) {
    for (int i = 0; i < count; i++) {
      String text = FloatText.positional(finite[i], format, style);
      int point = text.indexOf('.');
      padLeft = Math.max(padLeft, point);
      padRight = Math.max(padRight, text.length() - point - 1);
    }
    switch (mode) {
      case FIXED, MAXPREC_EQUAL ->
          style = style.withPrecision(padRight).withMinDigits(padRight).withTrim(Trim.KEEP);
      case UNIQUE, MAXPREC -> {}
    }
  }

  private static boolean anyNegative(double[] finite, int count) {
    for (int i = 0; i < count; i++) {
      if (Double.doubleToRawLongBits(finite[i]) < 0) {
        return true;
      }
    }
    return false;
  }
}
