package org.panarray.internal.time;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storage;
import org.panarray.internal.array.UfuncTypes;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Expr;
import org.panarray.prim.Loops;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;

/// Which ufuncs take dates and durations, and what they give: NumPy's loops of `M` and `m`.
final class TimeLoops {
  private static final Expr X = new Expr.Arg(0, ElementType.INT64);
  private static final Expr Y = new Expr.Arg(1, ElementType.INT64);
  private static final Expr NAT = new Expr.Const(TimeType.NAT, ElementType.INT64);

  private TimeLoops() {}

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

  static NDArray apply(ScalarOp op, Object[] inputs) {
    NDArray[] arrays = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      arrays[i] = ArrayLike.of(inputs[i]);
    }
    return switch (op) {
      case ADD, SUBTRACT -> sum(op, arrays);
      case MULTIPLY, DIVIDE, FLOOR_DIVIDE, REMAINDER -> TimeProducts.apply(op, arrays);
      case NEGATIVE, POSITIVE, ABSOLUTE, SIGN -> ofDuration(op, arrays[0]);
      case ISNAN -> map(isNat(X), arrays[0]);
      case ISFINITE -> map(Expr.apply(ScalarOp.NOT_EQUAL, X, NAT), arrays[0]);
      case ISINF -> map(Expr.apply(ScalarOp.NOT_EQUAL, X, X), arrays[0]);
      case EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL ->
          compared(op, inputs, arrays);
      case MAXIMUM, MINIMUM, FMAX, FMIN -> extreme(op, arrays);
      default -> throw unsupported(op);
    };
  }

  private static NDArray map(Expr expr, NDArray... arrays) {
    NDArray[] counts = new NDArray[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      counts[i] = Storage.of(arrays[i]);
    }
    return Dispatch.apply(new Primitive.Map(expr), counts);
  }

  static Expr isNat(Expr count) {
    return Expr.apply(ScalarOp.EQUAL, count, NAT);
  }

  /// Whether a condition holds anywhere.
  static boolean any(Expr condition, NDArray... counts) {
    NDArray truths = Dispatch.apply(new Primitive.Map(condition), counts);
    return new Reducer(ScalarOp.LOGICAL_OR).reduce(truths, (int[]) null).asBoolean();
  }

  /// The value, or NaT where one of the counts is.
  static Expr unlessNat(Expr value, Expr... counts) {
    Expr result = value;
    for (Expr count : counts) {
      result = Expr.apply(ScalarOp.SELECT, isNat(count), NAT, result);
    }
    return result;
  }

  private static NDArray sum(ScalarOp op, NDArray[] arrays) {
    TimeType first = type(arrays[0]);
    TimeType second = type(arrays[1]);
    boolean add = op == ScalarOp.ADD;
    boolean fits =
        first == null || second == null
            ? isWhole(arrays[first == null ? 0 : 1]) && (add || first != null || !second.isDate())
            : add ? !(first.isDate() && second.isDate()) : first.isDate() || !second.isDate();
    if (!fits) {
      throw noOperands(op, arrays);
    }
    TimeType known = first == null ? second : first;
    TimeType common = first == null || second == null ? known : first.promote(second);
    boolean date = first != null && first.isDate() ^ (second != null && second.isDate() && !add);
    date |= add && second != null && second.isDate();
    NDArray left = operand(op, arrays[0], first, common, 0);
    NDArray right = operand(op, arrays[1], second, common, 1);
    return Storage.as(map(unlessNat(Expr.apply(op, X, Y), X, Y), left, right), common.as(date));
  }

  /// The operand as counts of the common steps; a number is a duration of them.
  private static NDArray operand(
      ScalarOp op, NDArray array, @Nullable TimeType own, TimeType common, int place) {
    TimeType wanted = common.as(own != null && own.isDate());
    if (own != null && !own.canCast(wanted, Casting.SAME_KIND)) {
      throw noCast(op, place, new NDArray[] {array, array}, wanted);
    }
    return Casts.to(array, wanted);
  }

  private static TypeError noCast(ScalarOp op, int place, NDArray[] arrays, TimeType wanted) {
    return new TypeError(
        "Cannot cast ufunc '"
            + op.numpyName()
            + "' input "
            + place
            + " from "
            + arrays[place].dtype().repr()
            + " to "
            + wanted.repr()
            + " with casting rule 'same_kind'");
  }

  static @Nullable TimeType type(NDArray array) {
    return array.dtype() instanceof TimeType type ? type : null;
  }

  static boolean isWhole(NDArray array) {
    return array.dtype().isNumeric() && !array.dtype().element().isInexact();
  }

  private static NDArray ofDuration(ScalarOp op, NDArray array) {
    TimeType type = (TimeType) array.dtype();
    if (type.isDate()) {
      throw noLoop(op, new Object[] {array});
    }
    return Storage.as(map(Expr.apply(op, X), array), type);
  }

  private static NDArray compared(ScalarOp op, Object[] inputs, NDArray[] arrays) {
    NDArray[] alike = alike(op, inputs, arrays);
    Expr holds = Expr.apply(op, X, Y);
    if (op == ScalarOp.NOT_EQUAL) {
      return map(Expr.apply(ScalarOp.LOGICAL_OR, holds, isNat(X)), alike);
    }
    for (Expr count : new Expr[] {X, Y}) {
      Expr time = Expr.apply(ScalarOp.NOT_EQUAL, count, NAT);
      holds = Expr.apply(ScalarOp.LOGICAL_AND, holds, time);
    }
    return map(holds, alike);
  }

  /// Both of the one dtype in which they can be compared.
  private static NDArray[] alike(ScalarOp op, Object[] inputs, NDArray[] arrays) {
    TimeType first = type(arrays[0]);
    TimeType second = type(arrays[1]);
    TimeType common;
    if (first == null || second == null) {
      common = first == null ? second : first;
      if (common.isDate() || !isWhole(arrays[first == null ? 0 : 1])) {
        throw noLoop(op, inputs);
      }
    } else if (first.isDate() != second.isDate()) {
      throw op.loops() == Loops.COMPARE
          ? noOperands(op, arrays)
          : noCast(op, first.isDate() ? 1 : 0, arrays, first.promote(second));
    } else {
      common = first.promote(second);
    }
    return new NDArray[] {Casts.to(arrays[0], common), Casts.to(arrays[1], common)};
  }

  /// The smaller and the larger one: NaT is the smallest count, and the largest order key.
  private static NDArray extreme(ScalarOp op, NDArray[] arrays) {
    NDArray[] alike = alike(op, arrays, arrays);
    boolean byKey = op == ScalarOp.MAXIMUM || op == ScalarOp.FMIN;
    ScalarOp larger =
        op == ScalarOp.MAXIMUM || op == ScalarOp.FMAX ? ScalarOp.MAXIMUM : ScalarOp.MINIMUM;
    Expr one = TimeOrder.ONE;
    Expr result =
        byKey
            ? Expr.apply(
                ScalarOp.ADD,
                Expr.apply(
                    larger,
                    Expr.apply(ScalarOp.SUBTRACT, X, one),
                    Expr.apply(ScalarOp.SUBTRACT, Y, one)),
                one)
            : Expr.apply(larger, X, Y);
    return Storage.as(map(result, alike), alike[0].dtype());
  }

  static TypeError noOperands(ScalarOp op, NDArray[] arrays) {
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' cannot use operands with types "
            + arrays[0].dtype().repr()
            + " and "
            + arrays[1].dtype().repr());
  }

  static TypeError unsupported(ScalarOp op) {
    return new TypeError(
        "ufunc '"
            + op.numpyName()
            + "' not supported for the input types, and the inputs could not be safely coerced to"
            + " any supported types according to the casting rule ''safe''");
  }

  private static TypeError noLoop(ScalarOp op, Object[] inputs) {
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
