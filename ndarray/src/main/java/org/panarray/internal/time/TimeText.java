package org.panarray.internal.time;

/// Dates and durations as arrays and scalars print them.
final class TimeText {
  static final String NAT = "NaT";

  private TimeText() {}

  /// As an element of an array: dates and NaT in quotes.
  static String element(TimeType type, long value) {
    if (value == TimeType.NAT) {
      return "'" + NAT + "'";
    }
    return type.isDate() ? "'" + date(type, value) + "'" : Long.toString(value);
  }

  /// As `str` of a scalar: `2020-01-01`, `450 minutes`.
  static String scalar(TimeType type, long value) {
    if (value == TimeType.NAT) {
      return NAT;
    }
    return type.isDate() ? date(type, value) : value * type.multiple() + " " + type.unit().plural();
  }

  private static String date(TimeType type, long value) {
    return Moment.of(type, value).text(type.unit());
  }
}
