package org.panarray.internal.time;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Storage;
import org.panarray.keyword.DateKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType.Casting;

/// `numpy.datetime_as_string`.
public final class DateStrings {
  private final TimeType type;

  /// Null for the unit that each date needs.
  private final @Nullable TimeUnit unit;

  /// Null for times as they are.
  private final @Nullable ZoneId zone;

  private final boolean utc;

  private DateStrings(TimeType type, Keyword[] keywords) {
    this.type = type;
    DateKeyword.Unit keyword = Keyword.find(DateKeyword.Unit.class, keywords);
    String named = keyword == null ? null : keyword.value();
    boolean auto = named != null && named.equals("auto");
    unit = auto ? null : named == null ? type.unit() : TimeTypeText.unit(named);
    DateKeyword.Timezone timezone = Keyword.find(DateKeyword.Timezone.class, keywords);
    Object told = timezone == null ? "naive" : timezone.value();
    zone = zone(told);
    utc = told.equals("UTC");
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    if (unit != null) {
      require(unit, rule == null ? Casting.SAME_KIND : rule.value());
    }
  }

  private static @Nullable ZoneId zone(Object told) {
    if (told instanceof ZoneId zone) {
      return zone;
    }
    return switch (told.toString()) {
      case "naive", "UTC" -> null;
      case "local" -> ZoneId.systemDefault();
      default -> throw new ValueError("Unsupported timezone input string \"" + told + "\"");
    };
  }

  private void require(TimeUnit wanted, Casting casting) {
    if (zone != null && wanted.compareTo(TimeUnit.DAY) <= 0 && casting != Casting.UNSAFE) {
      throw new TypeError(
          "Cannot create a local timezone-based date string from a NumPy datetime without forcing"
              + " 'unsafe' casting");
    }
    TimeType own = TimeType.date(type.unit());
    if (!own.canCast(TimeType.date(wanted), casting)) {
      throw new TypeError(
          "Cannot create a datetime string as units '"
              + wanted.code()
              + "' from a NumPy datetime with units '"
              + type.unit().code()
              + "' according to the rule '"
              + casting.numpyName()
              + "'");
    }
  }

  /// Texts in nested lists, as deep as the array has axes; one text of a single date.
  public static Object of(Object dates, Keyword[] keywords) {
    if (!(dates instanceof NDArray array)
        || !(array.dtype() instanceof TimeType type)
        || !type.isDate()) {
      throw new TypeError("input must have type NumPy datetime");
    }
    long[] counts = Storage.of(array).toLongArray();
    return new DateStrings(type, keywords).nested(counts, array.dims(), 0, 0);
  }

  private Object nested(long[] counts, long[] dims, int axis, long flat) {
    if (axis == dims.length) {
      return text(counts[(int) flat]);
    }
    List<Object> items = new ArrayList<>();
    for (long i = 0; i < dims[axis]; i++) {
      items.add(nested(counts, dims, axis + 1, flat * dims[axis] + i));
    }
    return items;
  }

  private String text(long count) {
    if (count == TimeType.NAT) {
      return TimeText.NAT;
    }
    Moment moment = Moment.of(type, count);
    if (zone != null) {
      return local(moment, zone);
    }
    TimeUnit shown = unit == null ? moment.unit() : unit;
    String text = moment.text(shown);
    return utc && shown.compareTo(TimeUnit.HOUR) >= 0 ? text + "Z" : text;
  }

  private String local(Moment moment, ZoneId place) {
    long seconds = moment.in(TimeType.date(TimeUnit.SECOND));
    int offset = place.getRules().getOffset(instant(seconds)).getTotalSeconds();
    int minutes = Math.floorDiv(offset, 60);
    Moment shifted = moment.plusMinutes(minutes);
    TimeUnit needed = shifted.unit() == TimeUnit.DAY ? TimeUnit.MINUTE : shifted.unit();
    TimeUnit shown = unit == null ? needed : unit;
    StringBuilder text = new StringBuilder(shifted.text(shown));
    if (shown.compareTo(TimeUnit.HOUR) >= 0) {
      int distance = Math.abs(minutes);
      text.append(minutes < 0 ? '-' : '+');
      Moment.padded(text, distance / 60, 2);
      Moment.padded(text, distance % 60, 2);
    }
    return text.toString();
  }

  private static Instant instant(long seconds) {
    return Instant.ofEpochSecond(
        Math.clamp(seconds, Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
  }
}
