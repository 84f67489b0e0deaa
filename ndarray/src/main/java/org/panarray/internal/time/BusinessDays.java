package org.panarray.internal.time;

import java.util.ArrayList;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.Storing;
import org.panarray.internal.ordering.UniqueElements;
import org.panarray.keyword.DateKeyword;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// `is_busday`, `busday_count` and `busday_offset`.
///
/// Every business day has a number: what [BusinessWeek] counts, less the holidays before it. Counts
/// are differences of numbers and offsets are sums, so that an engine has nothing to walk through.
public final class BusinessDays {
  private static final TimeType DAYS = TimeType.date(TimeUnit.DAY);
  private static final Expr X = new Expr.Arg(0, ElementType.INT64);
  private static final Expr Y = new Expr.Arg(1, ElementType.INT64);
  private static final Expr Z = new Expr.Arg(2, ElementType.INT64);
  private static final Expr ONE = Calendar.of(1);

  private final BusinessWeek week;

  /// Sorted; and for each the number that it takes from the days behind it.
  private final NDArray holidays;

  private final NDArray freed;
  private final boolean anyHoliday;

  private BusinessDays(BusinessWeek week, NDArray holidays) {
    this.week = week;
    this.holidays = Storage.of(holidays);
    anyHoliday = holidays.size() > 0;
    Expr others = Calendar.minus(week.number(X), new Expr.Index(0));
    freed = anyHoliday ? Dispatch.apply(new Primitive.Map(others), this.holidays) : holidays;
  }

  /// What the keywords of a function say.
  private static BusinessDays of(String function, Keyword[] keywords) {
    DateKeyword.Busdaycal calendar = Keyword.find(DateKeyword.Busdaycal.class, keywords);
    if (calendar == null) {
      BusinessWeek week =
          BusinessWeek.of(
              weekmask(keywords),
              "the business day weekmask must have at least one valid business day");
      return new BusinessDays(week, holidays(week, holidays(keywords)));
    }
    if (Keyword.find(DateKeyword.Weekmask.class, keywords) != null
        || Keyword.find(DateKeyword.Holidays.class, keywords) != null) {
      throw new ValueError(
          "Cannot supply both the weekmask/holidays and the busdaycal parameters to "
              + function
              + "()");
    }
    return new BusinessDays(BusinessWeek.of(calendar.weekmask(), ""), calendar.holidays());
  }

  /// Which days of the week are business days, as a keyword says or by default.
  public static Object weekmask(Keyword[] keywords) {
    DateKeyword.Weekmask given = Keyword.find(DateKeyword.Weekmask.class, keywords);
    return given == null ? "1111100" : given.value();
  }

  /// The holidays as a keyword says, by default none.
  public static Object holidays(Keyword[] keywords) {
    DateKeyword.Holidays given = Keyword.find(DateKeyword.Holidays.class, keywords);
    return given == null ? new String[0] : given.value();
  }

  /// The holidays that fall on business days of the week, in order and each once.
  public static NDArray holidays(BusinessWeek week, Object given) {
    NDArray dates = dates(given);
    if (!dates.dtype().canCast(DAYS, Casting.SAFE)) {
      throw new ValueError("Cannot safely convert provided holidays input into an array of dates");
    }
    if (dates.ndim() != 1) {
      throw new ValueError("holidays must be a provided as a one-dimensional array");
    }
    NDArray days = Storage.of(Casts.to(dates, DAYS));
    Expr kept = Expr.apply(ScalarOp.NOT_EQUAL, X, Calendar.of(TimeType.NAT));
    Expr counts = Expr.apply(ScalarOp.LOGICAL_AND, kept, week.has(X));
    NDArray effective = Dispatch.apply(new Primitive.Map(counts), days);
    NDArray left = UniqueElements.of(days.get(effective), new Keyword[0]).values();
    return Storage.as(left, DAYS);
  }

  /// Dates as they are, or as texts and objects tell.
  private static NDArray dates(Object given) {
    return given instanceof NDArray array
        ? array
        : ArrayLike.of(given, TimeType.date(TimeUnit.GENERIC));
  }

  /// Days as counts.
  private static NDArray days(Object given, int place) {
    NDArray dates = dates(given);
    if (!dates.dtype().canCast(DAYS, Casting.SAFE)) {
      throw new TypeError(
          "Iterator operand "
              + place
              + " dtype could not be cast from "
              + dates.dtype().repr()
              + " to "
              + DAYS.repr()
              + " according to the rule 'safe'");
    }
    return Storage.of(Casts.to(dates, DAYS));
  }

  /// `numpy.is_busday`.
  public static NDArray are(Object dates, Keyword[] keywords) {
    BusinessDays rule = of("is_busday", keywords);
    NDArray days = days(dates, 0);
    return stored(rule.are(days), keywords, 1, days);
  }

  private NDArray are(NDArray days) {
    Expr time = Expr.apply(ScalarOp.NOT_EQUAL, X, Calendar.of(TimeType.NAT));
    Expr worked = Expr.apply(ScalarOp.LOGICAL_AND, time, week.has(X));
    if (!anyHoliday) {
      return Dispatch.apply(new Primitive.Map(worked), days);
    }
    NDArray before = Dispatch.apply(new Primitive.SearchSorted(false), holidays, days);
    NDArray until = Dispatch.apply(new Primitive.SearchSorted(true), holidays, days);
    Expr kept = Expr.apply(ScalarOp.EQUAL, Y, Z);
    Expr both = Expr.apply(ScalarOp.LOGICAL_AND, worked, kept);
    return Dispatch.apply(new Primitive.Map(both), days, before, until);
  }

  /// `numpy.busday_count`: backwards the last day counts and the first does not.
  public static NDArray count(Object begin, Object end, Keyword[] keywords) {
    BusinessDays rule = of("busday_count", keywords);
    NDArray from = days(begin, 0);
    NDArray to = days(end, 1);
    Shape.broadcast(from.shape(), to.shape()); // NumPy looks at shapes first
    if (TimeExpressions.any(TimeExpressions.isNat(X), from)
        || TimeExpressions.any(TimeExpressions.isNat(X), to)) {
      throw new ValueError("Cannot compute a business day count with a NaT (not-a-time) date");
    }
    Expr backwards = Expr.apply(ScalarOp.GREATER, X, Y);
    Expr shift = Expr.cast(backwards, ElementType.INT64);
    NDArray first = Dispatch.apply(new Primitive.Map(Calendar.plus(X, shift)), from, to);
    NDArray last = Dispatch.apply(new Primitive.Map(Calendar.plus(Y, shift)), from, to);
    NDArray[] numbers = {rule.number(last, false), rule.number(first, false)};
    return stored(
        Dispatch.apply(new Primitive.Map(Calendar.minus(X, Y)), numbers), keywords, 2, from, to);
  }

  /// `numpy.busday_offset`.
  public static NDArray offset(Object dates, Object offsets, Keyword[] keywords) {
    BusinessDays rule = of("busday_offset", keywords);
    DateKeyword.Roll named = Keyword.find(DateKeyword.Roll.class, keywords);
    Roll roll = Roll.of(named == null ? "raise" : named.value());
    NDArray days = days(dates, 0);
    NDArray steps = steps(offsets);
    NDArray rolled = rule.rolled(days, roll);
    NDArray moved = rule.day(Dispatch.apply(new Primitive.Map(Calendar.plus(X, Y)), rolled, steps));
    Expr kept = TimeExpressions.unlessNat(X, Y, Z);
    NDArray result = Dispatch.apply(new Primitive.Map(kept), moved, days, rolled);
    return stored(Storage.as(result, DAYS), keywords, 2, days, steps);
  }

  /// Offsets as counts; a single duration counts days whatever its unit, as in NumPy.
  private static NDArray steps(Object offsets) {
    NDArray steps = ArrayLike.of(offsets);
    boolean duration = steps.dtype() instanceof TimeType type && !type.isDate();
    if (offsets instanceof NDArray && !(duration && steps.ndim() == 0)) {
      Casts.require(steps, DType.INT64, Casting.SAFE);
    }
    return Casts.to(steps, DType.INT64);
  }

  /// The number of the business day that each day is rolled to, NaT where to none.
  private NDArray rolled(NDArray days, Roll roll) {
    return switch (roll) {
      case FORWARD -> number(days, false);
      case BACKWARD -> before(number(days, true));
      case NAT -> {
        Expr worked = new Expr.Arg(1, ElementType.BOOL);
        Expr nat = Expr.apply(ScalarOp.SELECT, worked, X, Calendar.of(TimeType.NAT));
        yield Dispatch.apply(new Primitive.Map(nat), number(days, false), are(days));
      }
      case RAISE -> {
        Expr free = Expr.apply(ScalarOp.LOGICAL_NOT, new Expr.Arg(0, ElementType.BOOL));
        NDArray worked = are(days);
        if (TimeExpressions.any(free, worked)) {
          throw refused(Dispatch.apply(new Primitive.Map(free), worked), days);
        }
        yield number(days, false);
      }
      case MODIFIED_FOLLOWING -> withinMonth(days, number(days, false), before(number(days, true)));
      case MODIFIED_PRECEDING -> withinMonth(days, before(number(days, true)), number(days, false));
    };
  }

  private static NDArray before(NDArray numbers) {
    return Dispatch.apply(new Primitive.Map(Calendar.minus(X, ONE)), numbers);
  }

  private static ValueError refused(NDArray wrong, NDArray days) {
    NDArray first = days.ravel().get(wrong.ravel()).get(0);
    return new ValueError(
        first.asLong() == TimeType.NAT
            ? "NaT input in busday_offset"
            : "Non-business day date in busday_offset");
  }

  /// One number, or another where the first is of a day in another month.
  private NDArray withinMonth(NDArray days, NDArray one, NDArray other) {
    Expr month = Calendar.monthsOfDays(Z);
    Expr reached = Calendar.monthsOfDays(new Expr.Arg(3, ElementType.INT64));
    Expr alike = Expr.apply(ScalarOp.EQUAL, month, reached);
    Expr chosen = Expr.apply(ScalarOp.SELECT, alike, X, Y);
    return Dispatch.apply(new Primitive.Map(chosen), one, other, days, day(one));
  }

  /// How many business days precede each day, or the one after it.
  private NDArray number(NDArray days, boolean next) {
    Expr number = week.number(next ? Calendar.plus(X, ONE) : X);
    if (!anyHoliday) {
      return Dispatch.apply(new Primitive.Map(number), days);
    }
    NDArray before = Dispatch.apply(new Primitive.SearchSorted(next), holidays, days);
    return Dispatch.apply(new Primitive.Map(Calendar.minus(number, Y)), days, before);
  }

  /// The business day of each number.
  private NDArray day(NDArray numbers) {
    if (!anyHoliday) {
      return Dispatch.apply(new Primitive.Map(week.day(X)), numbers);
    }
    NDArray before = Dispatch.apply(new Primitive.SearchSorted(true), freed, numbers);
    return Dispatch.apply(new Primitive.Map(week.day(Calendar.plus(X, Y))), numbers, before);
  }

  /// The result, or `out` with it in each element that it is stretched to.
  private static NDArray stored(
      NDArray result, Keyword[] keywords, int place, NDArray... operands) {
    Keyword.Out given = Keyword.find(Keyword.Out.class, keywords);
    if (given == null) {
      return result;
    }
    NDArray out = given.single();
    Storing.requireWriteable(out, "operand array with iterator write flag set");
    requireRoom(out.shape(), operands);
    if (!result.dtype().canCast(out.dtype(), Casting.SAFE)) {
      throw new TypeError(
          "Iterator requested dtype could not be cast from "
              + result.dtype().repr()
              + " to "
              + out.dtype().repr()
              + ", the operand "
              + place
              + " dtype, according to the rule 'safe'");
    }
    Storing.copyto(out, result, Casting.SAFE, null);
    return out;
  }

  private static void requireRoom(Shape out, NDArray... operands) {
    List<Shape> shapes = new ArrayList<>();
    for (NDArray operand : operands) {
      shapes.add(operand.shape());
    }
    shapes.add(out);
    Shape common = Shape.broadcast(shapes.toArray(Shape[]::new));
    for (int axis = 0; axis < common.rank(); axis++) {
      int own = axis - common.rank() + out.rank();
      if (own < 0 || common.dim(axis) != out.dim(own)) {
        throw new ValueError(
            "output operand requires a reduction along dimension "
                + axis
                + ", but the reduction is not enabled. The dimension size of 1 does not match the"
                + " expected output shape.");
      }
    }
  }
}
