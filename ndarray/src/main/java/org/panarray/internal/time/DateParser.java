package org.panarray.internal.time;

import java.time.Instant;
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
  private int zone;
  private TimeUnit unit = TimeUnit.YEAR;

  private DateParser(String text) {
    this.text = text;
  }

  /// A date and the unit that its text tells.
  record Parsed(TimeUnit unit, Moment moment) {}

  /// @throws ValueError `Error parsing datetime string "x" at position 0`
  static @Nullable Parsed parse(String text) {
    if (isNat(text)) {
      return null;
    }
    if (text.equalsIgnoreCase("today")) {
      LocalDate day = LocalDate.now(ZoneId.systemDefault());
      return new Parsed(TimeUnit.DAY, new Moment(CivilDate.ofDays(day.toEpochDay()), 0, 0));
    }
    if (text.equalsIgnoreCase("now")) {
      return new Parsed(TimeUnit.SECOND, Moment.ofSeconds(Instant.now().getEpochSecond(), 0));
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
    Moment told =
        new Moment(
            new CivilDate(year, month, day), hour * 3600 + minute * 60 + second, attoseconds);
    return new Parsed(unit, told.plusMinutes(zone));
  }

  private void readDay() {
    boolean negative = peek('-');
    boolean signed = negative || peek('+');
    at += signed ? 1 : 0;
    int start = at;
    while (digit()) {
      year = 10 * year + (text.charAt(at++) - '0');
    }
    if (at == start) {
      throw wrong(signed && at < text.length() ? at + 1 : at);
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
    zone = sign * (hours * 60 + minutes);
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
