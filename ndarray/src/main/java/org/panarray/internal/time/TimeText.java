package org.panarray.internal.time;

import java.util.Locale;

/// Dates and durations as text.
final class TimeText {
  private static final String NAT = "NaT";

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

  /// A date in ISO 8601, as far as its unit tells.
  static String date(TimeType type, long value) {
    TimeUnit unit = type.unit();
    long count = value * type.multiple();
    if (unit.isCalendar()) {
      boolean years = unit == TimeUnit.YEAR;
      if (years) {
        return String.format(Locale.ROOT, "%04d", count + 1970);
      }
      CivilDate day = CivilDate.ofMonths(count);
      return String.format(Locale.ROOT, "%04d-%02d", day.year(), day.month());
    }
    if (unit == TimeUnit.WEEK || unit == TimeUnit.DAY) {
      return day(unit == TimeUnit.WEEK ? count * 7 : count);
    }
    return withTime(unit, count);
  }

  private static String day(long days) {
    CivilDate day = CivilDate.ofDays(days);
    return String.format(Locale.ROOT, "%04d-%02d-%02d", day.year(), day.month(), day.day());
  }

  private static String withTime(TimeUnit unit, long count) {
    int decimals = unit.decimals();
    long perSecond = 1;
    for (int i = 0; i < decimals; i++) {
      perSecond *= 10;
    }
    long seconds =
        unit.compareTo(TimeUnit.SECOND) >= 0
            ? Math.floorDiv(count, perSecond)
            : count * unit.per(TimeUnit.SECOND).longValue();
    long days = Math.floorDiv(seconds, 86_400L);
    int rest = (int) Math.floorMod(seconds, 86_400L);
    if (unit == TimeUnit.HOUR || unit == TimeUnit.MINUTE) {
      int perDay = unit == TimeUnit.HOUR ? 24 : 1440;
      days = Math.floorDiv(count, (long) perDay);
      rest = (int) Math.floorMod(count, (long) perDay) * (86_400 / perDay);
    }
    StringBuilder text = new StringBuilder(day(days));
    text.append(String.format(Locale.ROOT, "T%02d", rest / 3600));
    if (unit != TimeUnit.HOUR) {
      text.append(String.format(Locale.ROOT, ":%02d", rest / 60 % 60));
    }
    if (unit.compareTo(TimeUnit.SECOND) >= 0) {
      text.append(String.format(Locale.ROOT, ":%02d", rest % 60));
    }
    if (decimals > 0) {
      String digits = Long.toString(Math.floorMod(count, perSecond));
      text.append('.').repeat('0', decimals - digits.length()).append(digits);
    }
    return text.toString();
  }
}
