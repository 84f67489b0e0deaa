package org.panarray;

import org.panarray.internal.time.BusinessDays;
import org.panarray.internal.time.BusinessWeek;

/// Which days are business days: `numpy.busdaycalendar`.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.busdaycalendar.html">
///   numpy.busdaycalendar</a>
public final class Busdaycalendar {
  private final BusinessWeek week;
  private final NDArray holidays;

  /// @param weekmask `1111100`, `Mon Tue`, or seven truth values
  /// @param holidays dates along one axis, in any order
  /// @throws org.panarray.error.ValueError `holidays must be a provided as a one-dimensional array`
  public Busdaycalendar(Object weekmask, Object holidays) {
    week =
        BusinessWeek.of(
            weekmask, "Cannot construct a numpy.busdaycal with a weekmask of all zeros");
    this.holidays = BusinessDays.holidays(week, holidays);
  }

  /// Whether Monday to Sunday are business days: a new array of seven bools.
  public NDArray weekmask() {
    return week.mask();
  }

  /// The holidays that fall on business days, in order: a new array of `datetime64[D]`.
  public NDArray holidays() {
    return holidays.copy();
  }
}
