package org.panarray.internal.page;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.time.TimeReading;
import org.panarray.prim.ScalarOp;

/// Dates and durations.
///
/// Arrays of them come from texts, from integers, and from `LocalDate`, `LocalDateTime`, `Instant`
/// and `Duration`, with a dtype such as `np.dtype("M8[D]")`. NumPy's scalars are 0-d arrays here.
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

  /// Whether elements are no times: `numpy.isnat`.
  ///
  /// @throws TypeError `ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.`
  default NDArray isnat(Object x) {
    NDArray array = ArrayLike.of(x);
    if (array.dtype().isNumeric()) {
      throw new TypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64.");
    }
    return Elementwise.apply(ScalarOp.ISNAN, array);
  }
}
