package org.panarray.internal.time;

import org.panarray.error.ValueError;

/// A date as the calendar tells it: what texts are read to and written from.
///
/// @param second of the day
/// @param attoseconds of the second
record Moment(CivilDate day, int second, long attoseconds) {
  private static final int DECIMALS = 18;

  /// What a count of a dtype, which is not NaT, stands for.
  ///
  /// @throws ValueError where it counts no unit
  static Moment of(TimeType type, long steps) {
    TimeUnit unit = type.unit();
    long count = steps * type.multiple();
    return switch (unit) {
      case YEAR -> new Moment(new CivilDate(1970 + count, 1, 1), 0, 0);
      case MONTH -> new Moment(CivilDate.ofMonths(count), 0, 0);
      case WEEK -> new Moment(CivilDate.ofDays(7 * count), 0, 0);
      case DAY -> new Moment(CivilDate.ofDays(count), 0, 0);
      case HOUR, MINUTE -> {
        int perDay = unit == TimeUnit.HOUR ? 24 : 1440;
        int rest = (int) Math.floorMod(count, (long) perDay) * (86_400 / perDay);
        yield new Moment(CivilDate.ofDays(Math.floorDiv(count, (long) perDay)), rest, 0);
      }
      case SECOND, MILLISECOND, MICROSECOND, NANOSECOND, PICOSECOND, FEMTOSECOND, ATTOSECOND -> {
        long perSecond = powerOfTen(unit.decimals());
        long part = Math.floorMod(count, perSecond) * powerOfTen(DECIMALS - unit.decimals());
        yield ofSeconds(Math.floorDiv(count, perSecond), part);
      }
      case GENERIC ->
          throw new ValueError(
              "Cannot convert a NumPy datetime value other than NaT with generic units");
    };
  }

  static Moment ofSeconds(long seconds, long attoseconds) {
    CivilDate day = CivilDate.ofDays(Math.floorDiv(seconds, 86_400L));
    return new Moment(day, (int) Math.floorMod(seconds, 86_400L), attoseconds);
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /// As a count of a dtype with a unit; what does not fit wraps.
  long in(TimeType type) {
    TimeUnit unit = type.unit();
    long count =
        switch (unit) {
          case YEAR -> day.year() - 1970;
          case MONTH -> day.months();
          case WEEK -> Math.floorDiv(day.days(), 7L);
          case DAY, GENERIC -> day.days();
          case HOUR -> day.days() * 24 + second / 3600;
          case MINUTE -> day.days() * 1440 + second / 60;
          default -> {
            long perSecond = powerOfTen(unit.decimals());
            long part = attoseconds / powerOfTen(DECIMALS - unit.decimals());
            yield (day.days() * 86_400 + second) * perSecond + part;
          }
        };
    return Math.floorDiv(count, (long) type.multiple());
  }

  Moment plusMinutes(int minutes) {
    if (minutes == 0) {
      return this; // of years too large for days, too
    }
    int shifted = second + 60 * minutes;
    CivilDate moved = CivilDate.ofDays(day.days() + Math.floorDiv(shifted, 86_400));
    return new Moment(moved, Math.floorMod(shifted, 86_400), attoseconds);
  }

  /// The coarsest unit from days on, hours excepted, that tells all of it.
  TimeUnit unit() {
    if (attoseconds != 0) {
      int zeros = 0;
      for (long rest = attoseconds; rest % 1000 == 0; rest /= 1000) {
        zeros++;
      }
      return TimeUnit.values()[TimeUnit.ATTOSECOND.ordinal() - zeros];
    }
    return second % 60 != 0 ? TimeUnit.SECOND : second != 0 ? TimeUnit.MINUTE : TimeUnit.DAY;
  }

  /// In ISO 8601, as far as a unit tells.
  String text(TimeUnit unit) {
    StringBuilder text = new StringBuilder(24);
    padded(text, day.year(), 4);
    if (unit != TimeUnit.YEAR) {
      padded(text.append('-'), day.month(), 2);
    }
    if (unit.compareTo(TimeUnit.WEEK) >= 0) {
      padded(text.append('-'), day.day(), 2);
    }
    if (unit.compareTo(TimeUnit.HOUR) >= 0) {
      padded(text.append('T'), second / 3600, 2);
    }
    if (unit.compareTo(TimeUnit.MINUTE) >= 0) {
      padded(text.append(':'), second / 60 % 60, 2);
    }
    if (unit.compareTo(TimeUnit.SECOND) >= 0) {
      padded(text.append(':'), second % 60, 2);
    }
    if (unit.decimals() > 0) {
      long part = attoseconds / powerOfTen(DECIMALS - unit.decimals());
      padded(text.append('.'), part, unit.decimals());
    }
    return text.toString();
  }

  /// Appends a number of that width at least, its sign included.
  static void padded(StringBuilder text, long number, int width) {
    String digits = Long.toString(number);
    if (number < 0) {
      text.append('-')
          .repeat('0', Math.max(0, width - digits.length()))
          .append(digits, 1, digits.length());
    } else {
      text.repeat('0', Math.max(0, width - digits.length())).append(digits);
    }
  }
}
