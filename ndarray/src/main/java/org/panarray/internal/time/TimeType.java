package org.panarray.internal.time;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.OverflowError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ElementFold;
import org.panarray.internal.array.ElementLoop;
import org.panarray.internal.array.ElementRules;
import org.panarray.internal.array.LoopSignature;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// `datetime64` and `timedelta64`: a count of a multiple of a unit, stored as int64, whose smallest
/// value is NaT, not a time.
///
/// A date counts from the beginning of 1970; a duration counts from nothing.
public final class TimeType extends DType implements ElementRules {
  /// Not a time.
  static final long NAT = Long.MIN_VALUE;

  private final boolean date;
  private final TimeUnit unit;
  private final int multiple;

  private TimeType(boolean date, TimeUnit unit, int multiple) {
    super(ElementType.INT64);
    this.date = date;
    this.unit = unit;
    this.multiple = multiple;
  }

  public static TimeType date(TimeUnit unit) {
    return new TimeType(true, unit, 1);
  }

  public static TimeType duration(TimeUnit unit) {
    return new TimeType(false, unit, 1);
  }

  static TimeType of(boolean date, TimeUnit unit, int multiple) {
    return new TimeType(date, unit, multiple);
  }

  /// The dtype of a name such as `M8[15m]` or `timedelta64`, or null.
  ///
  /// @throws TypeError `Invalid datetime unit in metadata string "[x]"`
  public static @Nullable TimeType find(String text) {
    return TimeTypeText.find(text);
  }

  /// Whether elements are dates, not durations.
  public boolean isDate() {
    return date;
  }

  public TimeUnit unit() {
    return unit;
  }

  /// How many units one step counts.
  public int multiple() {
    return multiple;
  }

  /// Dates or durations that count as this does.
  TimeType as(boolean dates) {
    return new TimeType(dates, unit, multiple);
  }

  @Override
  public String name() {
    return (date ? "datetime64" : "timedelta64") + steps();
  }

  @Override
  public char kind() {
    return date ? 'M' : 'm';
  }

  @Override
  public char char_() {
    return kind();
  }

  @Override
  public int num() {
    return date ? 21 : 22;
  }

  @Override
  public String str() {
    return "<" + kind() + "8" + steps();
  }

  @Override
  public String repr() {
    return "dtype('" + str() + "')";
  }

  /// The step in brackets, such as `[15m]`; nothing where it is no unit.
  String steps() {
    return unit == TimeUnit.GENERIC
        ? ""
        : "[" + (multiple == 1 ? "" : multiple) + unit.code() + "]";
  }

  @Override
  public boolean canCast(DType to, Casting casting) {
    if (!(Required.argument(to, "to") instanceof TimeType type) || type.date != date) {
      return casting == Casting.UNSAFE;
    }
    boolean generic = unit == TimeUnit.GENERIC || type.unit == TimeUnit.GENERIC;
    boolean passes = date || generic || unit.isCalendar() == type.unit.isCalendar();
    return switch (casting) {
      case NO, EQUIV -> equals(type);
      case SAFE ->
          generic
              ? unit == TimeUnit.GENERIC
              : passes && unit.compareTo(type.unit) <= 0 && divides(type);
      case SAME_KIND -> generic ? unit == TimeUnit.GENERIC : passes;
      case UNSAFE -> true;
    };
  }

  /// Whether each step is a whole number of the other's.
  private boolean divides(TimeType finer) {
    if (unit.isCalendar() != finer.unit.isCalendar()) {
      return true; // no number says it
    }
    BigInteger own = unit.per(finer.unit).multiply(BigInteger.valueOf(multiple));
    return own.mod(BigInteger.valueOf(finer.multiple)).signum() == 0;
  }

  @Override
  protected boolean takes(ElementType numbers, Casting casting) {
    boolean other = casting != Casting.NO && casting != Casting.EQUIV;
    return casting == Casting.UNSAFE
        || !date && other && numbers.canCast(ElementType.INT64, casting);
  }

  /// The coarsest dtype whose steps divide those of both.
  ///
  /// @throws TypeError `Cannot get a common metadata divisor for Numpy datetime metadata [D] and
  ///   [M] because they have incompatible nonlinear base time units.`
  TimeType promote(TimeType other) {
    boolean dates = date || other.date;
    if (unit == TimeUnit.GENERIC || other.unit == TimeUnit.GENERIC) {
      return (unit == TimeUnit.GENERIC ? other : this).as(dates);
    }
    TimeType coarse = unit.compareTo(other.unit) <= 0 ? this : other;
    TimeType fine = coarse == this ? other : this;
    boolean linear = coarse.unit.isCalendar() == fine.unit.isCalendar();
    if (!linear && !dates) {
      throw new TypeError(
          "Cannot get a common metadata divisor for Numpy datetime metadata "
              + steps()
              + " and "
              + other.steps()
              + " because they have incompatible nonlinear base time units.");
    }
    BigInteger steps = BigInteger.valueOf(coarse.multiple);
    if (linear) {
      BigInteger factor = coarse.unit.per(fine.unit);
      steps = steps.multiply(factor);
      if (factor.bitLength() > 56 || steps.bitLength() > 63) {
        throw noDivisor(other);
      }
    }
    if (!linear) {
      if (TimeUnit.DAY.per(fine.unit).bitLength() > 56) {
        throw noDivisor(other);
      }
      steps = steps.multiply(TimeScale.in400Years(fine.unit));
    }
    BigInteger common = steps.gcd(BigInteger.valueOf(fine.multiple));
    return new TimeType(dates, fine.unit, common.intValueExact());
  }

  private OverflowError noDivisor(TimeType other) {
    return new OverflowError(
        "Integer overflow getting a common metadata divisor for NumPy datetime metadata "
            + steps()
            + " and "
            + other.steps()
            + ".");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeType type
        && date == type.date
        && unit == type.unit
        && multiple == type.multiple;
  }

  @Override
  public int hashCode() {
    return Objects.hash(date, unit, multiple);
  }

  @Override
  public NDArray read(List<Object> leaves, Shape shape) {
    return TimeReading.read(leaves, shape, this);
  }

  @Override
  public DType adapted(DType... sources) {
    return TimeCasts.adapted(this, sources);
  }

  @Override
  public NDArray castFrom(NDArray array) {
    return TimeCasts.to(array, this);
  }

  @Override
  public NDArray castTo(NDArray array, ElementType numbers) {
    return TimeCasts.numbers(array, numbers);
  }

  @Override
  public DType promoted(@Nullable DType other, boolean first) {
    return TimeLoops.common(this, other, first);
  }

  @Override
  public boolean hasNan() {
    return true;
  }

  @Override
  public boolean isParticular() {
    return unit != TimeUnit.GENERIC;
  }

  @Override
  public ElementLoop loop(ScalarOp op, Object[] inputs, @Nullable LoopSignature wanted) {
    return TimeLoops.loop(op, inputs, wanted);
  }

  @Override
  public @Nullable ElementFold fold(ScalarOp op) {
    return TimeFolds.of(op);
  }

  @Override
  public NDArray orderKey(NDArray array) {
    return TimeOrder.key(array);
  }

  @Override
  public NDArray ofOrderKey(NDArray key) {
    return TimeOrder.ofKey(key, this);
  }

  @Override
  public String elementText(long stored) {
    return TimeText.element(this, stored);
  }

  @Override
  public String scalarText(long stored) {
    return TimeText.scalar(this, stored);
  }

  @Override
  public String typeText() {
    return unit == TimeUnit.GENERIC ? name() : "'" + name() + "'";
  }

  @Override
  public String formatterName() {
    return date ? "datetime" : "timedelta";
  }

  @Override
  public String className() {
    return date ? "DateTime64DType" : "TimeDelta64DType";
  }
}
