package org.panarray.internal.page;

import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;
import org.panarray.Busdaycalendar;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.array.TypeRules;
import org.panarray.internal.time.BusinessDays;
import org.panarray.internal.time.DateStrings;
import org.panarray.internal.time.TimeRanges;
import org.panarray.internal.time.TimeReading;
import org.panarray.internal.time.TimeType;
import org.panarray.keyword.DateKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ScalarOp;
import org.panarray.result.DatetimeData;

/// Dates and durations.
///
/// Arrays of them come from texts, from integers, and from objects of `java.time`, with a dtype
/// such as `np.dtype("M8[D]")`. NumPy's scalars are 0-d arrays here.
///
/// Without a unit objects get that which fits, as NumPy gives Python's: a `LocalDate` days, a
/// `LocalDateTime`, an `Instant` and a `Duration` microseconds, unless they have nanoseconds, which
/// are kept; a `YearMonth` and a `Year` theirs; a `Period` years, months or days.
///
/// ```java
/// NDArray days = np.array(List.of("2024-02-28", "NaT"), np.dtype("M8[D]"));
/// days.plus(np.timedelta64(2, "D")) // ['2024-03-01'        'NaT']
/// ```
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.datetime.html">NumPy's page</a>
public sealed interface Datetimes permits Np {

  /// A date: `numpy.datetime64`. The unit is as fine as the text.
  ///
  /// ```java
  /// np.datetime64("2024-02-29T12") // 2024-02-29T12
  /// ```
  ///
  /// @param value a text in ISO 8601, `NaT`, a date of `java.time`, or another date
  /// @throws org.panarray.error.ValueError `Error parsing datetime string "x" at position 0`
  default NDArray datetime64(@Nullable Object value) {
    return TimeReading.scalar(value, null, true);
  }

  /// A date in a unit: a count of it from the beginning of 1970, or what [#datetime64(Object)]
  /// takes.
  ///
  /// ```java
  /// np.datetime64(365, "D") // 1971-01-01
  /// ```
  ///
  /// @throws TypeError `Invalid datetime unit "x" in metadata`
  default NDArray datetime64(@Nullable Object value, String unit) {
    return TimeReading.scalar(value, unit, true);
  }

  /// A duration without a unit, or that of another: `numpy.timedelta64`.
  default NDArray timedelta64(@Nullable Object value) {
    return TimeReading.scalar(value, null, false);
  }

  /// A duration: `numpy.timedelta64`.
  ///
  /// ```java
  /// np.timedelta64(36, "h").plus(np.timedelta64(1, "D")) // 60 hours
  /// ```
  ///
  /// @throws TypeError `Cannot cast NumPy timedelta64 scalar from metadata [Y] to [D] according to
  ///   the rule 'same_kind'`
  default NDArray timedelta64(@Nullable Object value, String unit) {
    return TimeReading.scalar(value, unit, false);
  }

  /// Dates or durations from `start` below `stop`: `numpy.arange`. The first may be a text, a date
  /// of `java.time` or an array of one element; a `stop` that is an integer or a duration lies so
  /// far behind a date; `step` is an integer or a duration (default 1). The steps are those of the
  /// keyword `dtype`, else the coarsest that all can be counted in.
  ///
  /// ```java
  /// np.arange("2011-01", "2011-04", np.dtype("M8")) // ['2011-01' '2011-02' '2011-03']
  /// np.arange(np.datetime64("2011-01-30"), 3) // ['2011-01-30' '2011-01-31' '2011-02-01']
  /// ```
  ///
  /// @throws org.panarray.error.ValueError `arange: step cannot be zero`, `arange: cannot use NaT
  ///   (not-a-time) datetime values`
  /// @throws TypeError `Cannot get a common metadata divisor for Numpy datetime metadata [M] and
  ///   [D] because they have incompatible nonlinear base time units.`
  default NDArray arange(NDArray start, Object stop, Object step, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, step, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(NDArray start, Object stop, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, null, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)].
  default NDArray arange(String start, Object stop, Object step, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, step, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(String start, Object stop, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, null, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)].
  default NDArray arange(Temporal start, Object stop, Object step, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, step, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(Temporal start, Object stop, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, null, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)].
  default NDArray arange(long start, NDArray stop, Object step, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, step, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)] by steps of 1.
  default NDArray arange(long start, NDArray stop, Keyword.ForRange... keywords) {
    return TimeRanges.of(start, stop, null, keywords);
  }

  /// As [#arange(NDArray, Object, Object, Keyword.ForRange...)] from 0 by steps of 1, of durations.
  default NDArray arange(NDArray stop, Keyword.ForRange... keywords) {
    return TimeRanges.of(null, stop, null, keywords);
  }

  /// Whether elements are no times: `numpy.isnat`. Keywords: those of ufuncs.
  ///
  /// @throws TypeError `ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.`
  default NDArray isnat(Object x, Keyword.ForUfunc... keywords) {
    NDArray array = ArrayLike.of(x);
    if (array.dtype().isNumeric()) {
      throw new TypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
    }
    return Elementwise.applyWith(ScalarOp.ISNAN, new Object[] {array}, keywords);
  }

  /// Whether dates are business days: `numpy.is_busday`. NaT is none. Keywords: `weekmask` (default
  /// `1111100`), `holidays`, `busdaycal`, `out`.
  ///
  /// ```java
  /// np.isBusday(List.of("2011-07-01", "2011-07-02")) // [ True False]
  /// ```
  ///
  /// @param dates of whole days or coarser
  /// @throws TypeError `Iterator operand 0 dtype could not be cast from dtype('<M8[h]') to
  ///   dtype('<M8[D]') according to the rule 'safe'`
  default NDArray isBusday(Object dates, DateKeyword.ForBusday... keywords) {
    return BusinessDays.are(dates, keywords);
  }

  /// How many business days lie between dates, the first of them included and the last not:
  /// `numpy.busday_count`, int64. Keywords: those of [#isBusday].
  ///
  /// ```java
  /// np.busdayCount("2011-01", "2011-02") // 21
  /// ```
  ///
  /// @throws org.panarray.error.ValueError `Cannot compute a business day count with a NaT
  ///   (not-a-time) date`
  default NDArray busdayCount(
      Object begindates, Object enddates, DateKeyword.ForBusday... keywords) {
    return BusinessDays.count(begindates, enddates, keywords);
  }

  /// The business days that lie so many business days after dates: `numpy.busday_offset`.
  ///
  /// Keywords: those of [#isBusday], and `roll`, which says what stands for a date that is no
  /// business day before any are counted: `raise` an error (the default), `nat`, the next one
  /// (`forward` or `following`) or the last one before it (`backward` or `preceding`), or these
  /// within the same month (`modifiedfollowing`, `modifiedpreceding`).
  ///
  /// ```java
  /// np.busdayOffset("2011-10", 0, roll("forward")) // 2011-10-03
  /// ```
  ///
  /// @throws org.panarray.error.ValueError `Non-business day date in busday_offset`
  default NDArray busdayOffset(
      Object dates, Object offsets, DateKeyword.ForBusdayOffset... keywords) {
    return BusinessDays.offset(dates, offsets, keywords);
  }

  /// The business days of a week and the holidays among them, to be given to functions as
  /// `busdaycal`: `numpy.busdaycalendar`. Keywords: `weekmask` (default `1111100`), `holidays`.
  ///
  /// @throws org.panarray.error.ValueError `holidays must be a provided as a one-dimensional array`
  default Busdaycalendar busdaycalendar(DateKeyword.ForBusdaycalendar... keywords) {
    return new Busdaycalendar(BusinessDays.weekmask(keywords), BusinessDays.holidays(keywords));
  }

  /// Dates as texts in ISO 8601: `numpy.datetime_as_string`.
  ///
  /// There are no arrays of texts, so it gives what [NDArray#tolist()] would: a `String` for a
  /// single date, else `List`s nested as deep as the array has axes. Keywords: `unit` (how far a
  /// date is told, default that of the dtype; `auto` for what each date needs), `timezone`
  /// (`naive`, the default; `UTC`, which appends `Z`; `local` or a `ZoneId`, which shift each date
  /// and append the distance), `casting` (default `same_kind`).
  ///
  /// ```java
  /// np.datetimeAsString(np.datetime64("2011-03-12T13", "s"), unit("m"), timezone("UTC"))
  /// // 2011-03-12T13:00Z
  /// ```
  ///
  /// @throws TypeError `Cannot create a datetime string as units 'h' from a NumPy datetime with
  ///   units 'm' according to the rule 'safe'`
  default Object datetimeAsString(Object arr, DateKeyword.ForDatetimeAsString... keywords) {
    return DateStrings.of(arr, keywords);
  }

  /// The unit of a dtype of dates or durations, and how many of it one step counts:
  /// `numpy.datetime_data`. A dtype, its name, or an array.
  ///
  /// ```java
  /// np.datetimeData("M8[25s]") // DatetimeData[unit=s, count=25]
  /// ```
  ///
  /// @throws TypeError `cannot get datetime metadata from non-datetime type`
  default DatetimeData datetimeData(Object dtype) {
    if (!(TypeRules.dtype(dtype) instanceof TimeType type)) {
      throw new TypeError("cannot get datetime metadata from non-datetime type");
    }
    return new DatetimeData(type.unit().code(), type.multiple());
  }
}
