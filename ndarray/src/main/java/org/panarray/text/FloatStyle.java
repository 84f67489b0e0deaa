package org.panarray.text;

import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// How one floating-point number is written: the arguments of NumPy's `format_float_positional`
/// and `format_float_scientific`. A count of -1 means that it was not given.
///
/// @param precision most digits after the point, or in all if not `fractional`
/// @param unique whether the shortest identifying digits are used where `precision` allows
/// @param fractional whether `precision` and `minDigits` count from the point; positional only
/// @param trim what happens to trailing zeros
/// @param sign whether positive numbers get a `+`
/// @param padLeft width to the left of the point, filled with spaces
/// @param padRight width to the right of the point, filled with spaces; positional only
/// @param expDigits fewest digits of the exponent; scientific only
/// @param minDigits fewest digits, where `unique`
public record FloatStyle(
    int precision,
    boolean unique,
    boolean fractional,
    Trim trim,
    boolean sign,
    int padLeft,
    int padRight,
    int expDigits,
    int minDigits) {

  /// NumPy's defaults: shortest digits, everything else not given.
  public static final FloatStyle DEFAULT =
      new FloatStyle(-1, true, true, Trim.KEEP, false, -1, -1, -1, -1);

  /// Checks what NumPy checks.
  ///
  /// @throws TypeError if neither `unique` nor a precision is given
  /// @throws ValueError if fewer digits are allowed than demanded, or none at all
  public FloatStyle {
    if (!fractional && precision == 0) {
      throw new ValueError("precision must be greater than 0 if fractional=False");
    }
    if (!unique && precision < 0) {
      throw new TypeError("in non-unique mode `precision` must be supplied");
    }
    if (minDigits > 0 && precision >= 0 && minDigits > precision) {
      throw new ValueError("min_digits must be less than or equal to precision");
    }
  }

  /// This style with another precision; -1 for none.
  public FloatStyle withPrecision(int newPrecision) {
    return new FloatStyle(
        newPrecision, unique, fractional, trim, sign, padLeft, padRight, expDigits, minDigits);
  }

  /// This style with or without the search for the shortest digits.
  public FloatStyle withUnique(boolean newUnique) {
    return new FloatStyle(
        precision, newUnique, fractional, trim, sign, padLeft, padRight, expDigits, minDigits);
  }

  /// This style with another treatment of trailing zeros.
  public FloatStyle withTrim(Trim newTrim) {
    return new FloatStyle(
        precision, unique, fractional, newTrim, sign, padLeft, padRight, expDigits, minDigits);
  }

  /// This style with or without a plus sign.
  public FloatStyle withSign(boolean newSign) {
    return new FloatStyle(
        precision, unique, fractional, trim, newSign, padLeft, padRight, expDigits, minDigits);
  }

  /// This style padded to widths on both sides of the point; -1 for no padding.
  public FloatStyle withPadding(int newPadLeft, int newPadRight) {
    return new FloatStyle(
        precision, unique, fractional, trim, sign, newPadLeft, newPadRight, expDigits, minDigits);
  }

  /// This style with at least so many digits in the exponent.
  public FloatStyle withExpDigits(int newExpDigits) {
    return new FloatStyle(
        precision, unique, fractional, trim, sign, padLeft, padRight, newExpDigits, minDigits);
  }

  /// This style with at least so many digits.
  public FloatStyle withMinDigits(int newMinDigits) {
    return new FloatStyle(
        precision, unique, fractional, trim, sign, padLeft, padRight, expDigits, newMinDigits);
  }
}
