package org.panarray.internal.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// The names of dtypes of time: `datetime64[15m]`, `<M8[D]`, `m`; and the units alone: `15m`.
final class TimeTypeText {
  private static final Pattern TYPE =
      Pattern.compile("(?:(datetime64|timedelta64)|[<=]?([Mm])8?)(\\[.*])?");
  private static final Pattern STEPS = Pattern.compile("(\\d*)([^/\\d]*)(?:/(\\d+))?");

  /// What a divisor may turn a unit into: units and how many of them it is.
  private static final Object[][] PARTS = {
    {TimeUnit.YEAR, TimeUnit.MONTH, 12, TimeUnit.WEEK, 52, TimeUnit.DAY, 365},
    {TimeUnit.MONTH, TimeUnit.WEEK, 4, TimeUnit.DAY, 30, TimeUnit.HOUR, 720},
    {TimeUnit.WEEK, TimeUnit.DAY, 7, TimeUnit.HOUR, 168, TimeUnit.MINUTE, 10080},
    {TimeUnit.DAY, TimeUnit.HOUR, 24, TimeUnit.MINUTE, 1440, TimeUnit.SECOND, 86400},
    {TimeUnit.HOUR, TimeUnit.MINUTE, 60, TimeUnit.SECOND, 3600},
    {TimeUnit.MINUTE, TimeUnit.SECOND, 60, TimeUnit.MILLISECOND, 60000}
  };

  private TimeTypeText() {}

  static @Nullable TimeType find(String text) {
    Matcher matcher = TYPE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    String word = matcher.group(1);
    boolean date = word == null ? matcher.group(2).equals("M") : word.equals("datetime64");
    String steps = matcher.group(3);
    if (steps == null) {
      return TimeType.of(date, TimeUnit.GENERIC, 1);
    }
    String bare = steps.substring(1, steps.length() - 1);
    Matcher parts = STEPS.matcher(bare);
    if (bare.isEmpty()) {
      throw new TypeError("Invalid datetime metadata string \"[]\"");
    }
    if (!parts.matches() || parts.group(2).isEmpty() || parts.group(1).equals("0")) {
      throw new TypeError("Invalid datetime metadata string \"" + steps + "\" at position 1");
    }
    TimeUnit unit = TimeUnit.find(parts.group(2));
    if (unit == null) {
      throw new TypeError("Invalid datetime unit in metadata string \"" + steps + "\"");
    }
    return type(date, unit, parts, steps);
  }

  /// The dtype of a unit as `np.datetime64` and `np.timedelta64` take it.
  ///
  /// @throws TypeError `Invalid datetime unit "x" in metadata`
  static TimeType ofUnit(boolean date, String text) {
    Matcher parts = STEPS.matcher(text);
    TimeUnit unit = parts.matches() ? TimeUnit.find(parts.group(2)) : null;
    if (unit == null) {
      throw new TypeError("Invalid datetime unit \"" + text + "\" in metadata");
    }
    return type(date, unit, parts, "[" + text + "]");
  }

  /// The unit of a code.
  ///
  /// @throws TypeError `Invalid datetime unit "x" in metadata`
  static TimeUnit unit(String code) {
    TimeUnit unit = TimeUnit.find(code);
    if (unit == null) {
      throw new TypeError("Invalid datetime unit \"" + code + "\" in metadata");
    }
    return unit;
  }

  private static TimeType type(boolean date, TimeUnit unit, Matcher parts, String steps) {
    int multiple = parts.group(1).isEmpty() ? 1 : Integer.parseInt(parts.group(1));
    if (parts.group(3) == null) {
      return TimeType.of(date, unit, multiple);
    }
    int divisor = Integer.parseInt(parts.group(3));
    if (unit.compareTo(TimeUnit.MINUTE) > 0) {
      boolean twice = divisor != 0 && 1000 % divisor != 0 && 1_000_000 % divisor == 0;
      int many = twice ? 1_000_000 : 1000;
      int finer = unit.ordinal() + (twice ? 2 : 1);
      if (divisor != 0 && many % divisor == 0 && finer <= TimeUnit.ATTOSECOND.ordinal()) {
        return TimeType.of(date, TimeUnit.values()[finer], multiple * (many / divisor));
      }
    } else {
      Object[] row = PARTS[unit.ordinal()];
      for (int i = 1; i < row.length; i += 2) {
        int many = (int) row[i + 1];
        if (divisor != 0 && many % divisor == 0) {
          return TimeType.of(date, (TimeUnit) row[i], multiple * (many / divisor));
        }
      }
    }
    throw new ValueError(
        "divisor ("
            + divisor
            + ") is not a multiple of a lower-unit in datetime metadata \""
            + steps
            + "\"");
  }
}
