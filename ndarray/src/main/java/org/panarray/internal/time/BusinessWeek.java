package org.panarray.internal.time;

import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Weak;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.ScalarOp;

/// The business days of a week, and their numbers from the Monday after the beginning of 1970 on.
///
/// A table of seven small numbers is one long, three bits for each, so that an engine can look them
/// up.
public final class BusinessWeek {
  private static final List<String> NAMES =
      List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final long FIRST_MONDAY = 4;

  private final boolean[] mask;
  private final int length;
  private final long before;
  private final long weekdays;

  private BusinessWeek(boolean[] mask) {
    this.mask = mask;
    int found = 0;
    long preceding = 0;
    long days = 0;
    for (int day = 0; day < mask.length; day++) {
      preceding |= (long) found << 3 * day;
      if (mask[day]) {
        days |= (long) day << 3 * found++;
      }
    }
    length = found;
    before = preceding;
    weekdays = days;
  }

  /// Reads `1111100`, `Mon Tue`, or seven truth values.
  ///
  /// @param whenEmpty what is said where no day is left
  /// @throws ValueError `Invalid business day weekmask string "x"`; `A business day weekmask array
  ///   must have length 7`; `Couldn't convert object into a business day weekmask`
  public static BusinessWeek of(Object given, String whenEmpty) {
    BusinessWeek week = new BusinessWeek(given instanceof String text ? read(text) : read(given));
    if (week.length == 0) {
      throw new ValueError(whenEmpty);
    }
    return week;
  }

  private static boolean[] read(String text) {
    boolean[] mask = new boolean[NAMES.size()];
    if (text.matches("[01]{7}")) {
      for (int day = 0; day < mask.length; day++) {
        mask[day] = text.charAt(day) == '1';
      }
      return mask;
    }
    List<String> days = new ArrayList<>();
    for (StringTokenizer words = new StringTokenizer(text); words.hasMoreTokens(); ) {
      String word = words.nextToken();
      for (int at = 0; at < word.length(); at += 3) {
        days.add(word.substring(at, Math.min(at + 3, word.length())));
      }
    }
    for (String day : days) {
      if (!NAMES.contains(day)) {
        throw new ValueError("Invalid business day weekmask string \"" + text + "\"");
      }
      mask[NAMES.indexOf(day)] = true;
    }
    return mask;
  }

  private static boolean[] read(Object given) {
    if (Weak.of(given) != null) {
      throw new ValueError("Couldn't convert object into a business day weekmask");
    }
    NDArray truths = Casts.to(ArrayLike.of(given), DType.BOOL);
    if (truths.ndim() != 1 || truths.size() != NAMES.size()) {
      throw new ValueError("A business day weekmask array must have length 7");
    }
    boolean[] mask = new boolean[NAMES.size()];
    for (int day = 0; day < mask.length; day++) {
      mask[day] = truths.get(day).asBoolean();
    }
    return mask;
  }

  /// Whether Monday to Sunday are business days.
  public NDArray mask() {
    return ArrayLike.of(mask.clone());
  }

  /// Whether a day is one of the week's business days.
  Expr has(Expr day) {
    long bits = 0;
    for (int i = 0; i < mask.length; i++) {
      bits |= mask[i] ? 1L << 3 * i : 0;
    }
    return Expr.apply(ScalarOp.NOT_EQUAL, looked(bits, weekday(day, 7)), Calendar.of(0));
  }

  /// How many business days there are from the first Monday to a day.
  Expr number(Expr day) {
    Expr ofWeeks = Calendar.times(Calendar.over(fromMonday(day), 7), length);
    return Expr.apply(ScalarOp.ADD, ofWeeks, looked(before, weekday(day, 7)));
  }

  /// The business day that so many others precede from the first Monday on.
  Expr day(Expr number) {
    Expr weeks = Calendar.times(Calendar.over(number, length), 7);
    Expr days = looked(weekdays, Calendar.modulo(number, length));
    return Calendar.plus(weeks, Calendar.plus(days, Calendar.of(FIRST_MONDAY)));
  }

  private static Expr weekday(Expr day, int length) {
    return Calendar.modulo(fromMonday(day), length);
  }

  private static Expr fromMonday(Expr day) {
    return Calendar.minus(day, Calendar.of(FIRST_MONDAY));
  }

  private static Expr looked(long table, Expr place) {
    Expr moved = Expr.apply(ScalarOp.RIGHT_SHIFT, Calendar.of(table), Calendar.times(place, 3));
    return Expr.apply(ScalarOp.BITWISE_AND, moved, new Expr.Const(7, ElementType.INT64));
  }
}
