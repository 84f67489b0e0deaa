package org.panarray.internal.time;

import java.math.BigInteger;
import java.util.function.LongUnaryOperator;
import org.panarray.error.OverflowError;
import org.panarray.error.ValueError;

/// From counts of one unit to counts of another. What does not fit wraps, as in NumPy.
final class TimeScale {
  private static final int LONGEST_FACTOR = 56;

  private TimeScale() {}

  /// What converts elements of a dtype to another of its kind; NaT stays so.
  static LongUnaryOperator between(TimeType from, TimeType to) {
    LongUnaryOperator rule = from.isDate() ? dates(from, to) : durations(from, to);
    return value -> value == TimeType.NAT ? value : rule.applyAsLong(value);
  }

  private static LongUnaryOperator dates(TimeType from, TimeType to) {
    if (from.unit() == TimeUnit.GENERIC && to.unit() != TimeUnit.GENERIC) {
      return _ -> {
        throw new ValueError(
            "Cannot convert a NumPy datetime value other than NaT with generic units");
      };
    }
    if (to.unit() == TimeUnit.GENERIC) {
      return value -> value;
    }
    requireFactor(from.unit(), to.unit());
    LongUnaryOperator units = units(from.unit(), to.unit());
    return value -> Math.floorDiv(units.applyAsLong(value * from.multiple()), (long) to.multiple());
  }

  private static LongUnaryOperator units(TimeUnit from, TimeUnit to) {
    if (from.isCalendar() == to.isCalendar()) {
      return linear(from, to);
    }
    if (from.isCalendar()) {
      LongUnaryOperator months = linear(from, TimeUnit.MONTH);
      LongUnaryOperator days = linear(TimeUnit.DAY, to);
      return value -> days.applyAsLong(CivilDate.ofMonths(months.applyAsLong(value)).days());
    }
    LongUnaryOperator days = linear(from, TimeUnit.DAY);
    LongUnaryOperator months = linear(TimeUnit.MONTH, to);
    return value -> months.applyAsLong(CivilDate.ofDays(days.applyAsLong(value)).months());
  }

  /// Between units of which each is a whole number of the other.
  private static LongUnaryOperator linear(TimeUnit from, TimeUnit to) {
    if (from.compareTo(to) <= 0) {
      long factor = from.per(to).longValue();
      return value -> value * factor;
    }
    BigInteger factor = to.per(from);
    if (factor.bitLength() > 63) {
      return value -> value < 0 ? -1 : 0;
    }
    long divisor = factor.longValue();
    return value -> Math.floorDiv(value, divisor);
  }

  /// @throws OverflowError where the coarser unit is 2^56 of the finer or more, which NumPy refuses
  private static void requireFactor(TimeUnit from, TimeUnit to) {
    TimeUnit coarse = from.compareTo(to) <= 0 ? from : to;
    TimeUnit fine = coarse == from ? to : from;
    boolean calendar = coarse.isCalendar() && !fine.isCalendar() && fine != TimeUnit.WEEK;
    BigInteger factor =
        calendar ? TimeUnit.DAY.per(fine) : coarse.isCalendar() ? BigInteger.ONE : coarse.per(fine);
    if (factor.bitLength() > LONGEST_FACTOR) {
      throw new OverflowError(
          "Integer overflow while computing the conversion factor between NumPy datetime units "
              + coarse.code()
              + " and "
              + fine.code());
    }
  }

  private static LongUnaryOperator durations(TimeType from, TimeType to) {
    if (from.unit() == TimeUnit.GENERIC || to.unit() == TimeUnit.GENERIC) {
      return value -> value;
    }
    requireFactor(from.unit(), to.unit());
    boolean finer = from.unit().compareTo(to.unit()) <= 0;
    BigInteger[] ratio = finer ? ratio(from.unit(), to.unit()) : ratio(to.unit(), from.unit());
    BigInteger times = ratio[finer ? 0 : 1].multiply(BigInteger.valueOf(from.multiple()));
    BigInteger parts = ratio[finer ? 1 : 0].multiply(BigInteger.valueOf(to.multiple()));
    BigInteger common = times.gcd(parts);
    times = times.divide(common);
    parts = parts.divide(common);
    long factor = times.longValue();
    long divisor = parts.longValue();
    return value -> Math.floorDiv(value * factor, divisor);
  }

  /// How many of the finer unit the coarser is, as a fraction: 400 years are 146097 days.
  private static BigInteger[] ratio(TimeUnit coarse, TimeUnit fine) {
    if (coarse.isCalendar() == fine.isCalendar()) {
      return new BigInteger[] {coarse.per(fine), BigInteger.ONE};
    }
    BigInteger units = BigInteger.valueOf(coarse == TimeUnit.YEAR ? 400 : 4800);
    return new BigInteger[] {in400Years(fine), units};
  }

  /// How many of a unit from weeks on 400 years are.
  static BigInteger in400Years(TimeUnit unit) {
    BigInteger days = BigInteger.valueOf(146_097);
    return unit == TimeUnit.WEEK
        ? days.divide(BigInteger.valueOf(7))
        : days.multiply(TimeUnit.DAY.per(unit));
  }
}
