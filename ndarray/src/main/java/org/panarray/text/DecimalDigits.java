package org.panarray.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.panarray.error.ValueError;
import org.panarray.prim.FloatFormat;

/// Decimal digits of a finite, non-negative number: `d.ddd * 10^exponent`.
///
/// @param digits at least one digit; the first is zero only when the number rounds to zero
/// @param exponent the power of ten of the first digit
record DecimalDigits(String digits, int exponent) {
  /// More would take seconds to compute; the exact value of a double has at most 1,074 of them.
  private static final int MOST_DIGITS = 1 << 20;

  private static final DecimalDigits ZERO = new DecimalDigits("0", 0);

  /// The power of ten of the last digit.
  int lastExponent() {
    return exponent - digits.length() + 1;
  }

  /// The fewest digits that identify `value` among the numbers of its format, and among those the
  /// closest to it.
  static DecimalDigits shortest(double value, FloatFormat format) {
    if (value == 0) {
      return ZERO;
    }
    return switch (format.bits()) {
      case 32 -> oneDigitIfEnough(parse(Float.toString((float) value)), value, format);
      case 64 -> oneDigitIfEnough(parse(Double.toString(value)), value, format);
      default -> shortestOf(value, format);
    };
  }

  /// Digits as NumPy's unique mode chooses them: the shortest ones, but none below
  /// `10^cutExponent`, and at least down to `10^fillExponent`.
  ///
  /// A cut rounds the exact value, not the shortest digits, half to even. Digits that are filled in
  /// are digits of the exact value.
  static DecimalDigits unique(double value, FloatFormat format, int cutExponent, int fillExponent) {
    DecimalDigits shortest = shortest(value, format);
    if (value == 0) {
      return shortest;
    }
    if (shortest.lastExponent() < cutExponent) {
      return shortest.cut(value, cutExponent);
    }
    if (shortest.lastExponent() > fillExponent) {
      return exactly(value, fillExponent, true);
    }
    return shortest;
  }

  /// Digits of the exact value down to `10^cutExponent`, rounded half to even; fewer if the value
  /// has no more.
  static DecimalDigits exact(double value, int cutExponent) {
    return value == 0 ? ZERO : exactly(value, cutExponent, false);
  }

  /// The power of ten of the first digit of a positive value, before any rounding.
  static int firstExponent(double value) {
    if (value == 0) {
      return 0;
    }
    if (value < 0x1p62 && value == (long) value) {
      return Long.toString((long) value).length() - 1;
    }
    // 17 to 19 digits: too many for a double to be rounded up to the next power of ten.
    int scale = 17 - (int) Math.floor(Math.log10(value));
    long scaled = PowersOfTen.scaled(value, scale);
    if (scaled != 0) {
      return Long.toUnsignedString(scaled).length() - 1 - scale;
    }
    BigDecimal exact = new BigDecimal(value);
    return exact.precision() - exact.scale() - 1;
  }

  private DecimalDigits cut(double value, int cutExponent) {
    int kept = exponent - cutExponent + 1;
    if (kept < 0) {
      return new DecimalDigits("0", cutExponent);
    }
    char next = digits.charAt(kept);
    if (next == '5' && kept == digits.length() - 1) {
      // Only here can the exact value lie on the other side of the half than the shortest digits.
      return exactly(value, cutExponent, false);
    }
    if (next >= '5') {
      return roundedUp(kept, cutExponent);
    }
    return kept == 0
        ? new DecimalDigits("0", cutExponent)
        : new DecimalDigits(digits.substring(0, kept), exponent);
  }

  private DecimalDigits roundedUp(int kept, int cutExponent) {
    int last = kept - 1;
    while (last >= 0 && digits.charAt(last) == '9') {
      last--;
    }
    if (last < 0) {
      return new DecimalDigits("1", kept == 0 ? cutExponent : exponent + 1);
    }
    char raised = (char) (digits.charAt(last) + 1);
    return new DecimalDigits(digits.substring(0, last) + raised, exponent);
  }

  private static DecimalDigits exactly(double value, int cutExponent, boolean fill) {
    long scaled = PowersOfTen.scaled(value, -cutExponent);
    if (scaled != 0) {
      return ofScaled(value, scaled, cutExponent);
    }
    BigDecimal exact = new BigDecimal(value).stripTrailingZeros();
    if (exact.scale() <= -cutExponent && !fill) {
      return of(exact);
    }
    if (-cutExponent > MOST_DIGITS) {
      throw new ValueError("more than " + MOST_DIGITS + " digits are asked for");
    }
    BigDecimal down = exact.setScale(-cutExponent, RoundingMode.DOWN);
    BigDecimal nearest = exact.setScale(-cutExponent, RoundingMode.HALF_EVEN);
    if (nearest.signum() == 0) {
      return new DecimalDigits("0", cutExponent);
    }
    // NumPy drops the nines that a carry runs through, and keeps other trailing zeros.
    return of(nearest.compareTo(down) == 0 ? nearest : nearest.stripTrailingZeros());
  }

  /// Digits of a value that lies between two numbers with these last digits and on neither.
  private static DecimalDigits ofScaled(double value, long scaled, int cutExponent) {
    String digits = Long.toUnsignedString(scaled);
    int exponent = digits.length() - 1 + cutExponent;
    int end = digits.length();
    if (digits.charAt(end - 1) == '0' && scaled != PowersOfTen.scaledDown(value, -cutExponent)) {
      while (digits.charAt(end - 1) == '0') {
        end--;
      }
    }
    return new DecimalDigits(digits.substring(0, end), exponent);
  }

  private static DecimalDigits of(BigDecimal number) {
    String digits = number.unscaledValue().toString();
    return new DecimalDigits(digits, digits.length() - 1 - number.scale());
  }

  /// Reads what `Double.toString` wrote.
  private static DecimalDigits parse(String text) {
    int exponentMark = text.indexOf('E');
    int mantissaEnd = exponentMark < 0 ? text.length() : exponentMark;
    int point = text.indexOf('.');
    int exponent = exponentMark < 0 ? 0 : Integer.parseInt(text.substring(exponentMark + 1));
    String all = text.substring(0, point) + text.substring(point + 1, mantissaEnd);
    int first = 0;
    while (all.charAt(first) == '0') {
      first++;
    }
    int end = all.length();
    while (all.charAt(end - 1) == '0') {
      end--;
    }
    return new DecimalDigits(all.substring(first, end), exponent + point - 1 - first);
  }

  /// `Double.toString` writes at least two digits, and where one would be enough it may choose two
  /// that are closer (4.9E-324); NumPy prints the one.
  private static DecimalDigits oneDigitIfEnough(
      DecimalDigits found, double value, FloatFormat format) {
    if (found.digits.length() != 2) {
      return found;
    }
    DecimalDigits down = new DecimalDigits(found.digits.substring(0, 1), found.exponent);
    DecimalDigits up = found.roundedUp(1, found.exponent);
    boolean downFits = down.parsesTo(value, format);
    boolean upFits = up.parsesTo(value, format);
    if (downFits && upFits) {
      return exactly(value, found.exponent, false);
    }
    return downFits ? down : upFits ? up : found;
  }

  private boolean parsesTo(double value, FloatFormat format) {
    String text = digits + "E" + exponent;
    return format.bits() == 32
        ? Float.parseFloat(text) == (float) value
        : Double.parseDouble(text) == value;
  }

  /// By the neighbours, which are doubles, of formats that Java does not print.
  private static DecimalDigits shortestOf(double value, FloatFormat format) {
    BigDecimal exact = new BigDecimal(value);
    double step = format.ulp(value);
    boolean evenMantissa = Math.rint(value / step / 2) * 2 == value / step;
    boolean atPowerOfTwo =
        value == Math.scalb(1.0, Math.getExponent(value)) && step > format.smallestSubnormal();
    BigDecimal low = new BigDecimal(value - step / (atPowerOfTwo ? 4 : 2));
    BigDecimal high = new BigDecimal(value + step / 2);
    int first = firstExponent(value);
    for (int last = first; ; last--) {
      BigDecimal down = exact.setScale(-last, RoundingMode.DOWN);
      BigDecimal up = exact.setScale(-last, RoundingMode.UP);
      boolean downFits = down.signum() > 0 && down.compareTo(low) >= (evenMantissa ? 0 : 1);
      boolean upFits = up.compareTo(high) <= (evenMantissa ? 0 : -1);
      if (downFits || upFits) {
        BigDecimal chosen =
            downFits && upFits
                ? exact.setScale(-last, RoundingMode.HALF_EVEN)
                : downFits ? down : up;
        return of(chosen.stripTrailingZeros());
      }
    }
  }
}
