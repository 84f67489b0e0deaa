package org.panarray.internal.time;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.panarray.error.OverflowError;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;

/// From counts of one unit to counts of another, as steps that Java takes for one count and an
/// engine for many. What does not fit wraps, as in NumPy; NaT stays so.
record TimeScale(List<Step> steps) {
  private static final int LONGEST_FACTOR = 56;

  /// One step of a conversion.
  sealed interface Step {
    long of(long count);

    Expr of(Expr count);
  }

  private record Times(long factor) implements Step {
    @Override
    public long of(long count) {
      return count * factor;
    }

    @Override
    public Expr of(Expr count) {
      return Calendar.times(count, factor);
    }
  }

  private record Over(long divisor) implements Step {
    @Override
    public long of(long count) {
      return Math.floorDiv(count, divisor);
    }

    @Override
    public Expr of(Expr count) {
      return Calendar.over(count, divisor);
    }
  }

  private record MonthsOfDays() implements Step {
    @Override
    public long of(long count) {
      return CivilDate.ofDays(count).months();
    }

    @Override
    public Expr of(Expr count) {
      return Calendar.monthsOfDays(count);
    }
  }

  private record DaysOfMonths() implements Step {
    @Override
    public long of(long count) {
      return CivilDate.ofMonths(count).days();
    }

    @Override
    public Expr of(Expr count) {
      return Calendar.daysOfMonths(count);
    }
  }

  private record DaysOfYears() implements Step {
    @Override
    public long of(long count) {
      return new CivilDate(count + 1970, 1, 1).days();
    }

    @Override
    public Expr of(Expr count) {
      return Calendar.daysOfYears(count);
    }
  }

  /// What converts counts of a dtype, which are times, to another of its kind.
  ///
  /// @throws OverflowError `Integer overflow while computing the conversion factor between NumPy
  ///   datetime units W and as`
  static TimeScale between(TimeType from, TimeType to) {
    List<Step> steps = new ArrayList<>();
    if (from.unit() != TimeUnit.GENERIC && to.unit() != TimeUnit.GENERIC) {
      requireFactor(from.unit(), to.unit());
      if (from.isDate()) {
        times(steps, from.multiple());
        units(steps, from.unit(), to.unit());
        over(steps, to.multiple());
      } else {
        durations(steps, from, to);
      }
    }
    return new TimeScale(List.copyOf(steps));
  }

  long of(long count) {
    if (count == TimeType.NAT) {
      return count;
    }
    long result = count;
    for (Step step : steps) {
      result = step.of(result);
    }
    return result;
  }

  /// The conversion of an engine's input.
  Expr expression() {
    Expr count = new Expr.Arg(0, ElementType.INT64);
    Expr result = count;
    for (Step step : steps) {
      result = step.of(result);
    }
    return TimeExpressions.unlessNat(result, count);
  }

  private static void times(List<Step> steps, long factor) {
    if (factor != 1) {
      steps.add(new Times(factor));
    }
  }

  private static void over(List<Step> steps, long divisor) {
    if (divisor != 1) {
      steps.add(new Over(divisor));
    }
  }

  private static void units(List<Step> steps, TimeUnit from, TimeUnit to) {
    if (from.isCalendar() == to.isCalendar()) {
      linear(steps, from, to);
    } else if (from.isCalendar()) {
      steps.add(from == TimeUnit.YEAR ? new DaysOfYears() : new DaysOfMonths());
      linear(steps, TimeUnit.DAY, to);
    } else {
      linear(steps, from, TimeUnit.DAY);
      steps.add(new MonthsOfDays());
      linear(steps, TimeUnit.MONTH, to);
    }
  }

  /// Between units of which each is a whole number of the other.
  private static void linear(List<Step> steps, TimeUnit from, TimeUnit to) {
    if (from.compareTo(to) <= 0) {
      times(steps, from.per(to).longValueExact());
    } else {
      over(steps, to.per(from).longValueExact());
    }
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

  private static void durations(List<Step> steps, TimeType from, TimeType to) {
    boolean finer = from.unit().compareTo(to.unit()) <= 0;
    BigInteger[] ratio = finer ? ratio(from.unit(), to.unit()) : ratio(to.unit(), from.unit());
    BigInteger times = ratio[finer ? 0 : 1].multiply(BigInteger.valueOf(from.multiple()));
    BigInteger parts = ratio[finer ? 1 : 0].multiply(BigInteger.valueOf(to.multiple()));
    BigInteger common = times.gcd(parts);
    times(steps, times.divide(common).longValue());
    over(steps, parts.divide(common).longValue());
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
