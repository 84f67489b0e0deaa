package org.panarray.internal.time;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// NumPy's units of time, from the coarsest to the finest, and the one that fits to all.
public enum TimeUnit {
  YEAR("Y", "years", 12),
  MONTH("M", "months", 0),
  WEEK("W", "weeks", 7),
  DAY("D", "days", 24),
  HOUR("h", "hours", 60),
  MINUTE("m", "minutes", 60),
  SECOND("s", "seconds", 1000),
  MILLISECOND("ms", "milliseconds", 1000),
  MICROSECOND("us", "microseconds", 1000),
  NANOSECOND("ns", "nanoseconds", 1000),
  PICOSECOND("ps", "picoseconds", 1000),
  FEMTOSECOND("fs", "femtoseconds", 1000),
  ATTOSECOND("as", "attoseconds", 0),
  GENERIC("generic", "generic time units", 0);

  private static final TimeUnit[] ALL = values();

  private final String code;
  private final String plural;
  private final int perNext;

  /// @param perNext how many of the next finer unit it is, 0 where no number says it
  TimeUnit(String code, String plural, int perNext) {
    this.code = code;
    this.plural = plural;
    this.perNext = perNext;
  }

  /// NumPy's code, such as `ms`.
  public String code() {
    return code;
  }

  String plural() {
    return plural;
  }

  /// The unit of a code, or null.
  static @Nullable TimeUnit find(String code) {
    if (code.equals("μs")) {
      return MICROSECOND;
    }
    for (TimeUnit unit : ALL) {
      if (unit.code.equals(code)) {
        return unit;
      }
    }
    return null;
  }

  /// Whether it is of no fixed number of days.
  boolean isCalendar() {
    return compareTo(MONTH) <= 0;
  }

  /// How many of a finer unit it is, both from years to months or both from weeks on.
  BigInteger per(TimeUnit finer) {
    BigInteger factor = BigInteger.ONE;
    for (int i = ordinal(); i < finer.ordinal(); i++) {
      factor = factor.multiply(BigInteger.valueOf(ALL[i].perNext));
    }
    return factor;
  }

  /// How many decimals of a second it counts, 0 for coarser units.
  int decimals() {
    return this == GENERIC ? 0 : Math.max(0, 3 * (ordinal() - SECOND.ordinal()));
  }
}
