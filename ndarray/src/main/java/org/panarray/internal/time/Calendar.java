package org.panarray.internal.time;

import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The Gregorian calendar as arithmetic on int64, for engines: [CivilDate] without branches.
///
/// Years here begin in March, so that the leap day is the last of its year, and are counted from
/// 2000, where a cycle of 400 years begins.
final class Calendar {
  private static final long DAYS_OF_400_YEARS = 146_097;

  /// Days from 1 January 1970 to 1 March 2000, and months.
  private static final long MARCH_2000 = 11_017;

  private static final long MONTHS_TO_MARCH_2000 = 362;

  private Calendar() {}

  /// The day on which a month begins, both counted from January 1970.
  static Expr daysOfMonths(Expr months) {
    Expr fromMarch = minus(months, of(MONTHS_TO_MARCH_2000));
    Expr month = modulo(fromMarch, 12);
    Expr dayOfYear = over(plus(times(month, 153), of(2)), 5);
    return plus(daysOfMarch(over(fromMarch, 12)), dayOfYear);
  }

  /// The day on which a year begins, both counted from January 1970.
  static Expr daysOfYears(Expr years) {
    long fromMarchToJanuary = 306;
    return plus(daysOfMarch(minus(years, of(31))), of(fromMarchToJanuary));
  }

  /// The month of a day, both counted from January 1970.
  static Expr monthsOfDays(Expr days) {
    Expr fromMarch = minus(days, of(MARCH_2000));
    Expr day = modulo(fromMarch, DAYS_OF_400_YEARS);
    Expr leaps = minus(plus(over(day, 36_524), minus(day, over(day, 1460))), over(day, 146_096));
    Expr year = over(leaps, 365);
    Expr dayOfYear = minus(day, daysBefore(year));
    Expr month = over(plus(times(dayOfYear, 5), of(2)), 153);
    Expr years = plus(times(over(fromMarch, DAYS_OF_400_YEARS), 400), year);
    return plus(times(years, 12), plus(month, of(MONTHS_TO_MARCH_2000)));
  }

  /// The days from the beginning of 1970 to the first of March of a year.
  private static Expr daysOfMarch(Expr year) {
    Expr cycles = times(over(year, 400), DAYS_OF_400_YEARS);
    return plus(cycles, plus(daysBefore(modulo(year, 400)), of(MARCH_2000)));
  }

  /// The days of the years of a cycle before one.
  private static Expr daysBefore(Expr year) {
    return plus(times(year, 365), minus(over(year, 4), over(year, 100)));
  }

  static Expr times(Expr value, long factor) {
    return Expr.apply(ScalarOp.MULTIPLY, value, of(factor));
  }

  /// Rounded down.
  static Expr over(Expr value, long divisor) {
    return Expr.apply(ScalarOp.FLOOR_DIVIDE, value, of(divisor));
  }

  static Expr modulo(Expr value, long divisor) {
    return Expr.apply(ScalarOp.REMAINDER, value, of(divisor));
  }

  static Expr plus(Expr a, Expr b) {
    return Expr.apply(ScalarOp.ADD, a, b);
  }

  static Expr minus(Expr a, Expr b) {
    return Expr.apply(ScalarOp.SUBTRACT, a, b);
  }

  /// A literal: of two parts where no double holds it.
  static Expr of(long value) {
    if ((long) (double) value == value && value != Long.MAX_VALUE) {
      return new Expr.Const(value, ElementType.INT64);
    }
    Expr upper = new Expr.Const(value & ~0xffffffffL, ElementType.INT64);
    return plus(upper, new Expr.Const(value & 0xffffffffL, ElementType.INT64));
  }
}
