package org.panarray.internal.array;

import java.util.Arrays;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;

/// The sign of sums that do not start from 0: -0.0 where all that they add is. The primitive starts
/// from 0, as nearly every sum does, and never gives it.
public final class ZeroSigns {
  private ZeroSigns() {}

  /// Whether a sum that starts from `initial` may be -0.0.
  static boolean matter(ScalarOp op, Object initial, ElementType type) {
    return op == ScalarOp.ADD
        && type.isInexact()
        && !Ambient.current().isFollowed() // its gradient would be lost in the choice
        && initial instanceof Number number
        && number.doubleValue() == 0
        && 1 / number.doubleValue() < 0;
  }

  /// Whether some of these sums that start from nothing may have lost the sign of -0.0.
  public static boolean among(ScalarOp op, NDArray sums) {
    ElementType type = sums.dtype().storage();
    if (!matter(op, -0.0, type)) {
      return false;
    }
    Expr given = new Expr.Arg(0, type);
    Expr zero = isZero(type.isComplex() ? Expr.apply(ScalarOp.REAL, given) : given);
    if (type.isComplex()) {
      zero = Expr.apply(ScalarOp.LOGICAL_OR, zero, isZero(Expr.apply(ScalarOp.IMAG, given)));
    }
    List<Integer> all = Arrays.stream(Axes.all(sums.ndim())).boxed().toList();
    return Dispatch.apply(new Primitive.Reduce(ScalarOp.LOGICAL_OR, zero, all), sums).asBoolean();
  }

  private static Expr isZero(Expr part) {
    return Expr.apply(ScalarOp.EQUAL, part, new Expr.Const(0.0, part.type()));
  }

  /// The sum with the sign of what it adds.
  ///
  /// @param sum along `axes`, which are gone
  /// @param value what was added, of the inputs
  /// @param imaginary whether the imaginary part did not start from 0 either
  static NDArray settled(
      NDArray sum, Expr value, List<NDArray> inputs, int[] axes, boolean imaginary) {
    ElementType type = value.type();
    Expr given = new Expr.Arg(0, type);
    if (!type.isComplex()) {
      NDArray all = allNegative(value, inputs, axes);
      return Dispatch.apply(new Primitive.Map(chosen(1, given)), sum, all);
    }
    NDArray real = allNegative(Expr.apply(ScalarOp.REAL, value), inputs, axes);
    Expr otherPart = Expr.apply(ScalarOp.IMAG, given);
    NDArray other = real;
    if (imaginary) {
      other = allNegative(Expr.apply(ScalarOp.IMAG, value), inputs, axes);
      otherPart = chosen(2, otherPart);
    }
    Expr both =
        Expr.apply(ScalarOp.MAKE_COMPLEX, chosen(1, Expr.apply(ScalarOp.REAL, given)), otherPart);
    return Dispatch.apply(new Primitive.Map(both), sum, real, other);
  }

  private static Expr chosen(int mask, Expr sum) {
    return Expr.apply(
        ScalarOp.SELECT,
        new Expr.Arg(mask, ElementType.BOOL),
        new Expr.Const(-0.0, sum.type()),
        sum);
  }

  private static NDArray allNegative(Expr part, List<NDArray> inputs, int[] axes) {
    Expr negative =
        Expr.apply(ScalarOp.LOGICAL_AND, isZero(part), Expr.apply(ScalarOp.SIGNBIT, part));
    return Dispatch.apply(
        new Primitive.Reduce(ScalarOp.LOGICAL_AND, negative, Arrays.stream(axes).boxed().toList()),
        inputs.toArray(NDArray[]::new));
  }
}
