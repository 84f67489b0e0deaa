package org.panarray.text;

import org.panarray.error.Required;
import org.panarray.error.TypeError;

/// What happens to trailing zeros and the decimal point; NumPy's `trim` argument.
public enum Trim {
  /// `k`: zeros and the point stay.
  KEEP,
  /// `.`: zeros go, the point stays.
  POINT,
  /// `0`: zeros go except one after the point, which is added where it is missing.
  ONE_ZERO,
  /// `-`: zeros and a final point go.
  ALL;

  /// The trim mode that NumPy writes as this character.
  ///
  /// @throws TypeError if it is none of `k`, `.`, `0` and `-`
  public static Trim of(String code) {
    return switch (Required.argument(code, "trim")) {
      case "k" -> KEEP;
      case "." -> POINT;
      case "0" -> ONE_ZERO;
      case "-" -> ALL;
      default ->
          throw new TypeError(
              "if supplied, trim must be 'k', '.', '0' or '-' found `" + code + "`");
    };
  }
}
