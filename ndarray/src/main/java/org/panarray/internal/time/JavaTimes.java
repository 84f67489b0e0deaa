package org.panarray.internal.time;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType.Casting;

/// Objects of `java.time` as dates and durations.
///
/// Their units are those that NumPy gives to Python's: days for a `LocalDate`, microseconds for
/// what has a time of day and for a `Duration`; but nanoseconds where an object has any, which
/// Python's objects cannot have. What counts nothing finer has the unit that it counts.
final class JavaTimes {
  private static final BigInteger PER_SECOND = BigInteger.TEN.pow(9);

  private JavaTimes() {}

  /// The dtype of such an object, or null of any other.
  ///
  /// @throws ValueError of a `Period` that has months and days, which no one unit counts
  static @Nullable TimeType typeOf(Object leaf) {
    return switch (leaf) {
      case Year _ -> TimeType.date(TimeUnit.YEAR);
      case YearMonth _ -> TimeType.date(TimeUnit.MONTH);
      case LocalDate _ -> TimeType.date(TimeUnit.DAY);
      case LocalDateTime time -> TimeType.date(unit(time.get(ChronoField.NANO_OF_SECOND)));
      case Instant instant -> TimeType.date(unit(instant.get(ChronoField.NANO_OF_SECOND)));
      case Duration length -> TimeType.duration(unit(length.toNanosPart()));
      case Period period -> TimeType.duration(unit(period));
      default -> null;
    };
  }

  private static TimeUnit unit(int nanos) {
    return nanos % 1000 == 0 ? TimeUnit.MICROSECOND : TimeUnit.NANOSECOND;
  }

  private static TimeUnit unit(Period period) {
    boolean calendar = period.getYears() != 0 || period.getMonths() != 0;
    if (calendar && period.getDays() != 0) {
      throw new ValueError("the period " + period + " has months and days: no unit counts both");
    }
    return !calendar ? TimeUnit.DAY : period.getMonths() == 0 ? TimeUnit.YEAR : TimeUnit.MONTH;
  }

  /// An object that has a dtype, as a count of another one of that kind.
  ///
  /// @throws OverflowError where it is no `long`
  static long count(Object leaf, TimeType own, TimeType type) {
    if (own.isDate() != type.isDate()) {
      throw TimeReading.unreadable(type.isDate());
    }
    return switch (leaf) {
      case Year year -> of(year.getValue() - 1970L, own, type);
      case YearMonth month -> of(month.getYear() * 12L + month.getMonthValue() - 23_641, own, type);
      case LocalDate day -> of(day.toEpochDay(), own, type);
      case LocalDateTime time -> ofInstant(time.toInstant(ZoneOffset.UTC), type);
      case Instant instant -> ofInstant(instant, type);
      case Duration length -> scaled(nanos(length.getSeconds(), length.getNano()), type);
      case Period period ->
          of(
              own.unit() == TimeUnit.YEAR
                  ? period.getYears()
                  : own.unit() == TimeUnit.MONTH ? period.toTotalMonths() : period.getDays(),
              own,
              type);
      default -> throw TimeReading.unreadable(type.isDate());
    };
  }

  private static long of(long count, TimeType own, TimeType type) {
    if (!own.canCast(type, Casting.SAME_KIND) && type.unit() != TimeUnit.GENERIC) {
      throw new TypeError(
          "Cannot cast NumPy timedelta64 scalar from metadata "
              + own.steps()
              + " to "
              + type.steps()
              + " according to the rule 'same_kind'");
    }
    return TimeScale.between(own, type).of(count);
  }

  private static long ofInstant(Instant instant, TimeType type) {
    if (type.unit().compareTo(TimeUnit.SECOND) <= 0) {
      return TimeScale.between(TimeType.date(TimeUnit.SECOND), type).of(instant.getEpochSecond());
    }
    return scaled(nanos(instant.getEpochSecond(), instant.getNano()), type);
  }

  private static BigInteger nanos(long seconds, int nanos) {
    return BigInteger.valueOf(seconds).multiply(PER_SECOND).add(BigInteger.valueOf(nanos));
  }

  /// Nanoseconds, rounded down.
  private static long scaled(BigInteger nanos, TimeType type) {
    TimeUnit unit = type.unit() == TimeUnit.GENERIC ? TimeUnit.NANOSECOND : type.unit();
    if (unit.isCalendar()) {
      return of(0, TimeType.duration(TimeUnit.NANOSECOND), type); // says why not
    }
    BigInteger steps = BigInteger.valueOf(type.multiple());
    BigInteger count = nanos;
    if (unit.compareTo(TimeUnit.NANOSECOND) > 0) {
      count = nanos.multiply(TimeUnit.NANOSECOND.per(unit));
    } else {
      steps = steps.multiply(unit.per(TimeUnit.NANOSECOND));
    }
    BigInteger[] parts = count.divideAndRemainder(steps);
    BigInteger floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    if (floor.bitLength() > 63) {
      throw new OverflowError("the time does not fit into " + type.name());
    }
    return floor.longValue();
  }
}
