package org.panarray.text;

import org.panarray.error.ValueError;

/// How the `precision` of the print options is applied to floating elements; NumPy's `floatmode`.
public enum FloatMode {
  /// Always exactly `precision` digits.
  FIXED,
  /// As many digits as each element needs; `precision` is ignored.
  UNIQUE,
  /// As many digits as each element needs, at most `precision`.
  MAXPREC,
  /// As `MAXPREC`, but all elements get as many as the neediest.
  MAXPREC_EQUAL;

  /// The mode of this NumPy name.
  ///
  /// @throws ValueError if there is no such mode
  public static FloatMode of(String name) {
    return switch (name) {
      case "fixed" -> FIXED;
      case "unique" -> UNIQUE;
      case "maxprec" -> MAXPREC;
      case "maxprec_equal" -> MAXPREC_EQUAL;
      default ->
          throw new ValueError(
              "floatmode option must be one of \"fixed\", \"unique\", \"maxprec\","
                  + " \"maxprec_equal\"");
    };
  }
}
