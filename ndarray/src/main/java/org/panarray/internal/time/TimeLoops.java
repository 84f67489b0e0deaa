package org.panarray.internal.time;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.ElementLoop;
import org.panarray.internal.array.LoopSignature;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.ScalarOp;

/// Which ufuncs take dates and durations, and what they give: NumPy's loops of `M` and `m`.
final class TimeLoops {
  private static final Expr X = new Expr.Arg(0, ElementType.INT64);
  private static final Expr Y = new Expr.Arg(1, ElementType.INT64);
  private static final Expr Z = new Expr.Arg(2, ElementType.INT64);
  private static final Expr ZERO = new Expr.Const(0, ElementType.INT64);

  private final ScalarOp op;
  private final Object[] inputs;
  private final DType[] dtypes;
  private final @Nullable LoopSignature wanted;

  private TimeLoops(ScalarOp op, Object[] inputs, @Nullable LoopSignature wanted) {
    this.op = op;
    this.inputs = inputs;
    this.wanted = wanted;
    this.dtypes = new DType[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      dtypes[i] = ArrayLike.of(inputs[i]).dtype();
    }
  }

  /// Where elements of a time and others meet.
  static DType common(TimeType type, @Nullable DType other, boolean first) {
    if (other instanceof TimeType time) {
      return type.promote(time);
    }
    if (!type.isDate()
        && (other == null || other.element().canCast(ElementType.INT64, Casting.SAFE))) {
      return type;
    }
    String own = UfuncTypes.className(type);
    String others = other == null ? "numpy.dtypes._PyLongDType" : UfuncTypes.className(other);
    throw new TypeError(
        "The DTypes <class '"
            + (first ? own : others)
            + "'> and <class '"
            + (first ? others : own)
            + "'> do not have a common DType. For example they cannot be stored in a single array"
            + " unless the dtype is `object`.");
  }

  static ElementLoop loop(ScalarOp op, Object[] inputs, @Nullable LoopSignature wanted) {
    return new TimeLoops(op, inputs, wanted).find();
  }

  private ElementLoop find() {
    ElementType numbers = wanted == null ? null : wanted.numbers();
    if (numbers != null) {
      ElementType[] alike = new ElementType[inputs.length];
      Arrays.fill(alike, numbers);
      if (wanted.loop(op, alike) != null) {
        return ElementLoop.ofNumbers(op, numbers);
      }
    }
    return switch (op) {
      case ADD, SUBTRACT -> sum();
      case MULTIPLY, DIVIDE, FLOOR_DIVIDE, REMAINDER -> product();
      case NEGATIVE, POSITIVE, ABSOLUTE, SIGN -> ofDuration();
      case ISNAN -> ofAny(TimeExpressions.isNat(X));
      case ISFINITE -> ofAny(TimeExpressions.isTime(X));
      case ISINF -> ofAny(Expr.apply(ScalarOp.NOT_EQUAL, X, X));
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> comparison();
      case MAXIMUM, MINIMUM, FMAX, FMIN, CLIP -> extreme();
      case LOGICAL_AND, LOGICAL_OR, LOGICAL_XOR -> logical();
      case GCD, LCM -> throw noLoop();
      default -> throw unsupported();
    };
  }

  private @Nullable TimeType time(int place) {
    return dtypes[place] instanceof TimeType type ? type : null;
  }

  private boolean isWhole(int place) {
    return dtypes[place].isNumeric() && !dtypes[place].element().isInexact();
  }

  /// Whether an input has no axes: NumPy's loops for such divisors tell of zeros.
  private boolean isScalar(int place) {
    return !(inputs[place] instanceof NDArray array) || array.ndim() == 0;
  }

  private ElementLoop ofAny(Expr body) {
    return ElementLoop.of(List.of(dtypes[0]), DType.BOOL, body);
  }

  private ElementLoop sum() {
    TimeType first = time(0);
    TimeType second = time(1);
    boolean add = op == ScalarOp.ADD;
    boolean fits =
        first == null || second == null
            ? isWhole(first == null ? 0 : 1) && (add || first != null || !second.isDate())
            : add ? !(first.isDate() && second.isDate()) : first.isDate() || !second.isDate();
    if (!fits) {
      throw noOperands();
    }
    TimeType known = first == null ? second : first;
    TimeType common = first == null || second == null ? known : first.promote(second);
    boolean left = first != null && first.isDate();
    boolean right = second != null && second.isDate();
    return ElementLoop.of(
        List.of(common.as(left), common.as(right)),
        common.as(left ^ right),
        TimeExpressions.sum(op, X, Y));
  }

  /// Multiples and quotients of durations.
  private ElementLoop product() {
    TimeType first = time(0);
    TimeType second = time(1);
    if (first != null && first.isDate() || second != null && second.isDate()) {
      throw noOperands();
    }
    if (first != null && second != null && op != ScalarOp.MULTIPLY) {
      TimeType common = first.promote(second);
      List<DType> both = List.of(common, common);
      return op == ScalarOp.DIVIDE
          ? new ElementLoop(both, DType.FLOAT64, TimeQuotients.ratio())
          : op == ScalarOp.FLOOR_DIVIDE
              ? new ElementLoop(both, DType.INT64, TimeQuotients.quotient())
              : new ElementLoop(both, common, TimeQuotients.remainder());
    }
    boolean swapped = op == ScalarOp.MULTIPLY && first == null;
    TimeType type = swapped ? second : first;
    DType other = dtypes[swapped ? 0 : 1];
    if (type == null
        || !other.isNumeric()
        || other.element().isComplex()
        || op != ScalarOp.MULTIPLY && other.element().isBool()
        || op == ScalarOp.REMAINDER) {
      throw noOperands();
    }
    DType by = other.element().isFloat() ? DType.FLOAT64 : DType.INT64;
    List<DType> loopInputs = swapped ? List.of(by, type) : List.of(type, by);
    if (by == DType.FLOAT64) {
      return new ElementLoop(loopInputs, type, TimeQuotients.byReal(op, swapped ? 1 : 0));
    }
    return op != ScalarOp.MULTIPLY && isScalar(1)
        ? new ElementLoop(loopInputs, type, TimeQuotients.byNumber())
        : ElementLoop.of(
            loopInputs,
            type,
            swapped ? TimeExpressions.byWhole(op, Y, X) : TimeExpressions.byWhole(op, X, Y));
  }

  private ElementLoop ofDuration() {
    TimeType type = (TimeType) dtypes[0];
    ElementLoop asked = asked();
    if (asked != null) {
      return asked;
    }
    if (type.isDate()) {
      throw noLoop();
    }
    return ElementLoop.of(List.of(type), type, Expr.apply(op, X));
  }

  /// The loop of numbers that the keyword `dtype` asks for, where the inputs are converted to it.
  private @Nullable ElementLoop asked() {
    DType output = wanted != null && wanted.hasOpenInputs() ? wanted.output() : null;
    return output == null || !output.isNumeric()
        ? null
        : ElementLoop.ofNumbers(op, output.element());
  }

  private ElementLoop comparison() {
    DType output = wanted == null ? null : wanted.output();
    if (output != null && output != DType.BOOL) {
      throw UfuncTypes.noLoopAsked(op);
    }
    if (output != null && wanted.hasOpenInputs() && !areOfOneKind()) {
      return ElementLoop.ofNumbers(op, ElementType.BOOL);
    }
    TimeType common = alike();
    return ElementLoop.of(List.of(common, common), DType.BOOL, TimeExpressions.compared(op, X, Y));
  }

  private ElementLoop extreme() {
    ElementLoop asked = asked();
    if (asked != null) {
      return asked;
    }
    TimeType common = alike();
    Expr body =
        op == ScalarOp.CLIP ? TimeExpressions.clipped(X, Y, Z) : TimeExpressions.extreme(op, X, Y);
    return ElementLoop.of(Collections.nCopies(inputs.length, common), common, body);
  }

  private boolean areOfOneKind() {
    TimeType first = time(0);
    TimeType second = time(1);
    return first != null && second != null && first.isDate() == second.isDate();
  }

  /// The one dtype in which all can be compared.
  private TimeType alike() {
    TimeType common = null;
    for (int i = 0; i < inputs.length; i++) {
      TimeType type = time(i);
      if (type != null) {
        boolean mixed = common != null && common.isDate() != type.isDate();
        if (mixed && op.loops() == Loops.COMPARE) {
          throw noOperands();
        }
        common = common == null ? type : common.promote(type);
      }
    }
    for (int i = 0; i < inputs.length; i++) {
      if (time(i) == null && (common.isDate() || !isWhole(i))) {
        throw noLoop();
      }
    }
    return common;
  }

  /// Truth values, which are those of counts: NaT is true.
  private ElementLoop logical() {
    DType output = wanted == null ? null : wanted.output();
    if (output != null && output != DType.BOOL) {
      throw UfuncTypes.noLoopAsked(op);
    }
    Expr[] truths = new Expr[inputs.length];
    for (int i = 0; i < truths.length; i++) {
      Expr value = new Expr.Arg(i, dtypes[i].storage());
      truths[i] =
          dtypes[i].isNumeric()
              ? Expr.cast(value, ElementType.BOOL)
              : Expr.apply(ScalarOp.NOT_EQUAL, value, ZERO);
    }
    return ElementLoop.of(List.of(dtypes), DType.BOOL, Expr.apply(op, truths));
  }

  private TypeError noOperands() {
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' cannot use operands with types "
            + dtypes[0].repr()
            + " and "
            + dtypes[1].repr());
  }

  private TypeError unsupported() {
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' not supported for the input types, and the inputs could not be safely coerced to"
            + " any supported types according to the casting rule ''safe''");
  }

  private TypeError noLoop() {
    StringJoiner types =
        inputs.length == 1 ? new StringJoiner(", ", "", " ") : new StringJoiner(", ", "(", ") ");
    for (Object input : inputs) {
      types.add("<class '" + UfuncTypes.className(input) + "'>");
    }
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' did not contain a loop with signature matching types "
            + types
            + "-> None");
  }
}
