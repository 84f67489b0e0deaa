package org.panarray.internal.time;

/// A day of the Gregorian calendar, of any year: `LocalDate` ends at the year 999999999.
record CivilDate(long year, int month, int day) {
  private static final long DAYS_OF_400_YEARS = 146_097;

  /// Days from 1 January 1970 to 1 March 2000, with which a cycle begins.
  private static final long MARCH_2000 = 11_017;

  /// The day that many days after 1 January 1970.
  static CivilDate ofDays(long days) {
    long fromMarch = days - MARCH_2000; // wraps as in NumPy
    long left = Math.floorMod(fromMarch, DAYS_OF_400_YEARS);
    long yearOfCycle = (left - left / 1460 + left / 36_524 - left / 146_096) / 365;
    long dayOfYear = left - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100);
    int month = (int) ((5 * dayOfYear + 2) / 153);
    int day = (int) (dayOfYear - (153 * month + 2) / 5 + 1);
    month = month < 10 ? month + 3 : month - 9;
    long year = 2000 + yearOfCycle + Math.floorDiv(fromMarch, DAYS_OF_400_YEARS) * 400;
    return new CivilDate(year + (month <= 2 ? 1 : 0), month, day);
  }

  /// The first day of the month that many months after January 1970.
  static CivilDate ofMonths(long months) {
    return new CivilDate(1970 + Math.floorDiv(months, 12), (int) Math.floorMod(months, 12L) + 1, 1);
  }

  /// Days from 1 January 1970, modulo 2^64.
  long days() {
    long fromMarch = year - (month <= 2 ? 2001 : 2000);
    long cycle = Math.floorDiv(fromMarch, 400L);
    long yearOfCycle = Math.floorMod(fromMarch, 400L);
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear;
    return cycle * DAYS_OF_400_YEARS + dayOfCycle + MARCH_2000;
  }

  /// Months from January 1970, modulo 2^64.
  long months() {
    return (year - 1970) * 12 + month - 1;
  }

  static int lengthOfMonth(long year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return switch (month) {
      case 2 -> leap ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }
}
