package org.panarray.internal.time;

import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.Weak;
import org.panarray.keyword.Keyword;

/// `arange` of dates and durations, and of whatever stands in single elements of arrays.
///
/// Dates go from a date; what is no date ends so far behind it. Everything is counted in the steps
/// that the dtype says, else in those common to all that is given.
public final class TimeRanges {
  private TimeRanges() {}

  /// Whether the keywords ask for dates or durations.
  public static boolean isWanted(Keyword[] keywords) {
    return Keyword.dtypeIn(keywords) instanceof TimeType;
  }

  /// `numpy.arange`; null is what is not given.
  ///
  /// @throws ValueError `arange requires both a start and a stop for NumPy datetime64 ranges`,
  ///   `arange: step cannot be zero`, `arange: cannot use NaT (not-a-time) datetime values`
  public static NDArray of(
      @Nullable Object start, Object stop, @Nullable Object step, Keyword... keywords) {
    @Nullable Object[] given = {start, stop, step};
    DType dtype = Keyword.dtypeIn(keywords);
    TimeType named = dtype instanceof TimeType type ? type : dtype == null ? among(given) : null;
    if (named == null) {
      return ofNumbers(given, keywords);
    }
    return named.isDate() ? dates(given, named) : durations(given, named);
  }

  /// Dates or durations without a unit, as what is given wants them; null of anything else.
  private static @Nullable TimeType among(@Nullable Object[] given) {
    TimeType found = null;
    for (Object value : given) {
      TimeType own = value == null ? null : TimeReading.typeOf(value);
      if (own != null && (found == null || own.isDate())) {
        found = TimeType.of(own.isDate(), TimeUnit.GENERIC, 1);
      }
    }
    return found;
  }

  private static NDArray dates(@Nullable Object[] given, TimeType named) {
    Object start = given[0];
    Object stop = given[1];
    Object step = given[2];
    if (start == null || stop == null) {
      throw new ValueError("arange requires both a start and a stop for NumPy datetime64 ranges");
    }
    if (isDate(step)) {
      throw new ValueError("cannot use a datetime as a step in arange");
    }
    boolean distance = isDuration(stop) || whole(stop) instanceof Long;
    TimeType type = named;
    if (named.unit() == TimeUnit.GENERIC) {
      TimeType from = typeOf(start, true);
      TimeType to = distance ? null : typeOf(stop, true);
      TimeType dates = from == null || to == null ? (from == null ? to : from) : to.promote(from);
      TimeType end = !distance ? null : isDuration(stop) ? typeOf(stop, false) : dates;
      type = common(dates, end, step == null ? null : typeOf(step, false));
      if (whole(start) instanceof Long) {
        throw new ValueError("Converting an integer to a NumPy datetime requires a specified unit");
      }
    }
    long first = count(start, type);
    long last = count(stop, type.as(!distance));
    boolean moved =
        distance && first != TimeType.NAT; // wraps where the distance is NaT, as in NumPy
    return ramp(first, moved ? first + last : last, step, type);
  }

  private static NDArray durations(@Nullable Object[] given, TimeType named) {
    TimeType type = named;
    for (Object value : given) {
      TimeType own = value == null ? null : typeOf(value, false);
      if (own != null && named.unit() == TimeUnit.GENERIC) {
        type = own.promote(type);
      }
    }
    long first = given[0] == null ? 0 : count(given[0], type);
    return ramp(first, given[1] == null ? 0 : count(given[1], type), given[2], type);
  }

  private static NDArray ramp(long first, long last, @Nullable Object step, TimeType type) {
    long by = step == null ? 1 : count(step, type.as(false));
    if (by == 0) {
      throw new ValueError("arange: step cannot be zero");
    }
    if (first == TimeType.NAT || last == TimeType.NAT || by == TimeType.NAT) {
      throw new ValueError("arange: cannot use NaT (not-a-time) datetime values");
    }
    return Storage.as(NewArrays.arange(first, last, by), type);
  }

  /// The dtype of dates that all of these are counted in. Durations have to be alike among
  /// themselves, and to be no months where dates are days.
  ///
  /// @param end of the range, where it is a distance from its start
  /// @throws TypeError `Cannot get a common metadata divisor for Numpy datetime metadata [M] and
  ///   [D] because they have incompatible nonlinear base time units.`
  private static TimeType common(
      @Nullable TimeType dates, @Nullable TimeType end, @Nullable TimeType step) {
    TimeType common = dates == null ? TimeType.of(true, TimeUnit.GENERIC, 1) : dates;
    TimeType last = end == null ? null : end.as(false);
    TimeType lengths =
        step == null || last == null ? (step == null ? last : step) : step.promote(last);
    if (lengths == null) {
      return common;
    }
    boolean months = lengths.unit().isCalendar() && !common.unit().isCalendar();
    return lengths.promote(months ? common.as(false) : common).as(true);
  }

  /// The dtype of a value of that kind, or null where it tells none.
  private static @Nullable TimeType typeOf(Object value, boolean dates) {
    if (dates && value instanceof String text) {
      DateParser.Parsed parsed = DateParser.parse(text);
      return parsed == null ? null : TimeType.date(parsed.unit());
    }
    TimeType own = TimeReading.typeOf(value);
    return own != null && own.isDate() == dates ? own : null;
  }

  private static long count(Object value, TimeType type) {
    if (value instanceof NDArray array && array.ndim() > 0
        || type.isDate() && isDuration(value)
        || !type.isDate() && isDate(value)) {
      throw TimeReading.unreadable(type.isDate());
    }
    boolean nat =
        value instanceof NDArray array
            && !array.dtype().isNumeric()
            && Storage.of(array).asLong() == TimeType.NAT;
    return nat ? TimeType.NAT : Storage.of(TimeReading.scalar(whole(value), type)).asLong();
  }

  /// The number in an array, or the value itself.
  private static Object whole(Object value) {
    return value instanceof NDArray array && array.dtype().isNumeric() && array.ndim() == 0
        ? array.item()
        : value instanceof Integer || value instanceof Short || value instanceof Byte
            ? (Object) ((Number) value).longValue()
            : value;
  }

  private static boolean isDate(@Nullable Object value) {
    TimeType type = value == null ? null : TimeReading.typeOf(value);
    return type != null && type.isDate();
  }

  private static boolean isDuration(@Nullable Object value) {
    TimeType type = value == null ? null : TimeReading.typeOf(value);
    return type != null && !type.isDate();
  }

  private static NDArray ofNumbers(@Nullable Object[] given, Keyword[] keywords) {
    Number[] numbers = {0L, 0L, 1L};
    boolean integers = true;
    for (int i = 0; i < given.length; i++) {
      if (given[i] != null) {
        numbers[i] = number(given[i]);
        integers &= !(numbers[i] instanceof Double || numbers[i] instanceof Float);
      }
    }
    return integers
        ? NewArrays.arange(
            numbers[0].longValue(), numbers[1].longValue(), numbers[2].longValue(), keywords)
        : NewArrays.arange(
            numbers[0].doubleValue(), numbers[1].doubleValue(), numbers[2].doubleValue(), keywords);
  }

  private static Number number(Object value) {
    if (value instanceof String) {
      throw new TypeError(
          "arange() not supported for inputs with DType <class 'numpy.dtypes.StrDType'>.");
    }
    if (value instanceof NDArray array && array.ndim() > 0) {
      throw new TypeError("only 0-dimensional arrays can be converted to Python scalars");
    }
    Object item = whole(value);
    if (item instanceof Boolean flag) {
      return flag ? 1L : 0L;
    }
    if (item instanceof Number number && Weak.of(number) != null) {
      return number;
    }
    throw new TypeError(
        "arange() takes numbers, dates and durations, not " + value.getClass().getSimpleName());
  }
}
