package org.panarray.internal.time;

import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.OverflowError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Storage;
import org.panarray.shape.Shape;

/// Reads dates and durations of what a program gives: texts, numbers, objects of `java.time`.
public final class TimeReading {
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private TimeReading() {}

  /// `numpy.datetime64` and `numpy.timedelta64` of one value.
  ///
  /// @param unit null for the value's own
  public static NDArray scalar(@Nullable Object value, @Nullable String unit, boolean date) {
    TimeType type = unit == null ? null : TimeTypeText.ofUnit(date, unit);
    if (type == null && value instanceof String text && date) {
      DateParser.parse(
          text); // a scalar says what is wrong with its text, an array that it has no unit
    }
    if (type == null && !(value instanceof NDArray array && !array.dtype().isNumeric())) {
      type = typeOf(List.of(value == null ? "NaT" : value), date);
    }
    return scalar(value, type);
  }

  /// One value as an element of a dtype; null for its own.
  static NDArray scalar(@Nullable Object value, @Nullable TimeType type) {
    if (value instanceof NDArray array && array.dtype() instanceof TimeType from) {
      TimeType to = type == null ? from : type;
      if (!from.canCast(to, org.panarray.prim.ElementType.Casting.SAME_KIND)) {
        throw new TypeError(
            "Cannot cast NumPy "
                + (from.isDate() ? "datetime64" : "timedelta64")
                + " scalar from metadata "
                + from.steps()
                + " to "
                + to.steps()
                + " according to the rule 'same_kind'");
      }
      return Casts.to(array, to).reshape().copy();
    }
    Object leaf = value == null ? "NaT" : value;
    return stored(List.of(leaf), Shape.SCALAR, Required.argument(type, "dtype"));
  }

  /// The dtype of an array of times or of an object of `java.time`, or null.
  public static @Nullable TimeType typeOf(Object leaf) {
    if (leaf instanceof NDArray array) {
      return array.dtype() instanceof TimeType type ? type : null;
    }
    return JavaTimes.typeOf(leaf);
  }

  static NDArray read(List<Object> leaves, Shape shape, TimeType type) {
    TimeType target =
        type.unit() == TimeUnit.GENERIC
                && (type.isDate() || leaves.stream().anyMatch(leaf -> typeOf(leaf) != null))
            ? typeOf(leaves, type.isDate())
            : type;
    return stored(leaves, shape, target);
  }

  private static NDArray stored(List<Object> leaves, Shape shape, TimeType target) {
    List<Long> counts = new ArrayList<>();
    for (Object leaf : leaves) {
      append(leaf, target, counts);
    }
    long[] values = counts.stream().mapToLong(Long::longValue).toArray();
    NDArray stored = ArrayLike.of(values, DType.INT64).reshape(shape.toArray());
    return Storage.as(stored.copy(), target);
  }

  /// The coarsest type that holds all the leaves; without a unit where none has one.
  private static TimeType typeOf(List<Object> leaves, boolean date) {
    TimeType common = TimeType.of(date, TimeUnit.GENERIC, 1);
    for (Object leaf : leaves) {
      TimeType own = typeOf(leaf);
      if (own == null && date && leaf instanceof String text) {
        own = DateParser.unit(text);
      }
      common = own == null ? common : common.promote(own).as(date);
    }
    return common;
  }

  private static void append(Object leaf, TimeType type, List<Long> counts) {
    if (leaf.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(leaf); i++) {
        append(Array.get(leaf, i), type, counts);
      }
    } else if (leaf instanceof NDArray array) {
      for (long count : Storage.of(Casts.to(array, type)).toLongArray()) {
        counts.add(count);
      }
    } else {
      counts.add(count(leaf, type));
    }
  }

  private static long count(Object leaf, TimeType type) {
    TimeType own = JavaTimes.typeOf(leaf);
    if (own != null) {
      return JavaTimes.count(leaf, own, type);
    }
    return switch (leaf) {
      case String text -> ofText(text, type);
      case Boolean flag -> ofNumber(flag ? 1 : 0, type);
      case BigInteger _ -> throw new OverflowError("int too big to convert");
      case Integer _, Long _, Short _, Byte _ -> ofNumber(((Number) leaf).longValue(), type);
      default -> throw unreadable(type.isDate());
    };
  }

  static ValueError unreadable(boolean date) {
    return new ValueError("Could not convert object to NumPy " + (date ? "datetime" : "timedelta"));
  }

  private static long ofNumber(long count, TimeType type) {
    if (type.isDate() && type.unit() == TimeUnit.GENERIC) {
      throw new ValueError("Converting an integer to a NumPy datetime requires a specified unit");
    }
    return count;
  }

  private static long ofText(String text, TimeType type) {
    if (!type.isDate()) {
      if (DateParser.isNat(text)) {
        return TimeType.NAT;
      }
      if (!text.matches("\\s*[+-]?[0-9]+")) {
        throw unreadable(false);
      }
      return new BigInteger(text.strip()).min(MOST).max(MOST.not()).longValue();
    }
    if (type.unit() == TimeUnit.GENERIC && !DateParser.isNat(text)) {
      throw new ValueError("Cannot create a NumPy datetime other than NaT with generic units");
    }
    DateParser.Parsed parsed = DateParser.parse(text);
    return parsed == null ? TimeType.NAT : parsed.moment().in(type);
  }
}
