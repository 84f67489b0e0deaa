package org.panarray.internal.time;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Warnings;

/// Reads dates as NumPy does: ISO 8601 as far as they go.
final class DateParser {
  private final String text;
  private int at;
  private long year;
  private int month = 1;
  private int day = 1;
  private int hour;
  private int minute;
  private int second;
  private long attoseconds;
  private TimeUnit unit = TimeUnit.YEAR;

  private DateParser(String text) {
    this.text = text;
  }

  /// A date and the unit that its text tells; null of NaT.
  record Parsed(TimeUnit unit, long days, int secondOfDay, long attoseconds, long months) {
    /// As a count of a dtype.
    long in(TimeType type) {
      TimeType days = TimeType.date(TimeUnit.DAY);
      if (type.unit().compareTo(TimeUnit.DAY) <= 0) {
        return type.unit().isCalendar()
            ? TimeScale.between(TimeType.date(TimeUnit.MONTH), type).of(months)
            : TimeScale.between(days, type).of(days());
      }
      TimeUnit unit = type.unit();
      int decimals = unit.decimals();
      long part = attoseconds;
      long perSecond = 1;
      for (int i = 0; i < 18; i++) {
        if (i < decimals) {
          perSecond *= 10;
        } else {
          part /= 10;
        }
      }
      long perDay = TimeUnit.DAY.per(unit).longValue();
      long ofDay =
          unit.compareTo(TimeUnit.SECOND) >= 0
              ? secondOfDay * perSecond + part
              : secondOfDay / unit.per(TimeUnit.SECOND).longValue();
      return Math.floorDiv(this.days * perDay + ofDay, (long) type.multiple());
    }
  }

  /// @throws ValueError `Error parsing datetime string "x" at position 0`
  static @Nullable Parsed parse(String text) {
    if (isNat(text)) {
      return null;
    }
    if (text.equals("today")) {
      long days = LocalDate.now(ZoneId.systemDefault()).toEpochDay();
      return new Parsed(TimeUnit.DAY, days, 0, 0, CivilDate.ofDays(days).months());
    }
    if (text.equals("now")) {
      long seconds = System.currentTimeMillis() / 1000;
      long days = Math.floorDiv(seconds, 86_400L);
      int ofDay = (int) Math.floorMod(seconds, 86_400L);
      return new Parsed(TimeUnit.SECOND, days, ofDay, 0, CivilDate.ofDays(days).months());
    }
    return new DateParser(text).read();
  }

  static boolean isNat(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("nat");
  }

  /// The dtype of a text, or null where it tells none: of NaT and of what is no date.
  static @Nullable TimeType unit(String text) {
    try {
      Parsed parsed = parse(text);
      return parsed == null ? null : TimeType.date(parsed.unit());
    } catch (ValueError e) {
      return null; // who reads the text says so
    }
  }

  private Parsed read() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    readDay();
    if (at < text.length()) {
      readTime();
    }
    CivilDate civil = new CivilDate(year, month, day);
    return new Parsed(
        unit, civil.days(), hour * 3600 + minute * 60 + second, attoseconds, civil.months());
  }

  private void readDay() {
    boolean negative = peek('-');
    if (negative || peek('+')) {
      at++;
    }
    int start = at;
    while (digit()) {
      year = 10 * year + (text.charAt(at++) - '0');
    }
    if (at == start) {
      throw wrong(at);
    }
    year = negative ? -year : year;
    if (!next('-')) {
      return;
    }
    month = two("Month", 1, 12);
    unit = TimeUnit.MONTH;
    if (!next('-')) {
      return;
    }
    day = two("Day", 1, CivilDate.lengthOfMonth(year, month));
    unit = TimeUnit.DAY;
  }

  private void readTime() {
    if (unit != TimeUnit.DAY || !(peek('T') || peek(' '))) {
      throw wrong(at);
    }
    at++;
    hour = two("Hours", 0, 23);
    unit = TimeUnit.HOUR;
    if (next(':')) {
      minute = two("Minutes", 0, 59);
      unit = TimeUnit.MINUTE;
      if (next(':')) {
        second = two("Seconds", 0, 59);
        unit = TimeUnit.SECOND;
        if (next('.')) {
          readFraction();
        }
      }
    }
    readZone();
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length()) {
      throw wrong(at);
    }
  }

  private void readFraction() {
    int digits = 0;
    while (digits < 18 && digit()) {
      attoseconds = 10 * attoseconds + (text.charAt(at++) - '0');
      digits++;
    }
    int groups = Math.max(1, (digits + 2) / 3);
    unit = TimeUnit.values()[TimeUnit.SECOND.ordinal() + groups];
    for (; digits < 18; digits++) {
      attoseconds *= 10;
    }
  }

  private void readZone() {
    if (at == text.length()) {
      return;
    }
    Warnings.warn(
        "UserWarning", "no explicit representation of timezones available for np.datetime64");
    if (next('Z') || !peek('+') && !peek('-')) {
      return;
    }
    int sign = text.charAt(at++) == '-' ? 1 : -1;
    int hours = two("Timezone hours offset", 0, 23);
    next(':');
    int minutes = digit() ? two("Timezone minutes offset", 0, 59) : 0;
    shift(sign * (hours * 60 + minutes));
  }

  private void shift(int minutes) {
    int total = hour * 60 + minute + minutes;
    CivilDate moved =
        CivilDate.ofDays(new CivilDate(year, month, day).days() + Math.floorDiv(total, 1440));
    year = moved.year();
    month = moved.month();
    day = moved.day();
    hour = Math.floorMod(total, 1440) / 60;
    minute = Math.floorMod(total, 1440) % 60;
  }

  private int two(String what, int least, int most) {
    int start = at;
    if (!digit()) {
      throw wrong(at);
    }
    int value = text.charAt(at++) - '0';
    if (!digit()) {
      throw wrong(start);
    }
    value = 10 * value + (text.charAt(at++) - '0');
    if (value < least || value > most) {
      throw new ValueError(what + " out of range in datetime string \"" + text + "\"");
    }
    return value;
  }

  private boolean digit() {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean next(char c) {
    boolean found = peek(c);
    at += found ? 1 : 0;
    return found;
  }

  private ValueError wrong(int position) {
    return new ValueError("Error parsing datetime string \"" + text + "\" at position " + position);
  }
}
