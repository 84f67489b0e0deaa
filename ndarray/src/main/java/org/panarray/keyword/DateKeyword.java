package org.panarray.keyword;

import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.Required;

/// The keyword arguments of functions of dates, made by [Kw].
public interface DateKeyword extends Keyword {
  /// Keywords of `busdaycalendar`.
  interface ForBusdaycalendar extends Keyword {}

  /// Keywords of `isBusday` and `busdayCount`.
  interface ForBusday extends ForBusdayOffset {}

  /// Keywords of `busdayOffset`.
  interface ForBusdayOffset extends Keyword {}

  /// Keywords of `datetimeAsString`.
  interface ForDatetimeAsString extends Keyword {}

  /// `unit`: how far a date is told; null for as far as its dtype does.
  record Unit(@Nullable String value) implements ForDatetimeAsString {}

  /// `timezone`: `naive`, `UTC`, `local` or a `ZoneId`.
  record Timezone(Object value) implements ForDatetimeAsString {
    public Timezone {
      Required.argument(value, "timezone");
    }
  }

  /// `weekmask`: which days of the week, from Monday on, are business days.
  record Weekmask(Object value) implements ForBusday, ForBusdaycalendar {
    public Weekmask {
      Required.argument(value, "weekmask");
    }
  }

  /// `holidays`: dates that are no business days.
  record Holidays(Object value) implements ForBusday, ForBusdaycalendar {
    public Holidays {
      Required.argument(value, "holidays");
    }
  }

  /// `busdaycal`: the business days, instead of `weekmask` and `holidays`.
  record Busdaycal(NDArray weekmask, NDArray holidays) implements ForBusday {}

  /// `roll`: which day stands for one that is no business day.
  record Roll(String value) implements ForBusdayOffset {
    public Roll {
      Required.argument(value, "roll");
    }
  }
}
