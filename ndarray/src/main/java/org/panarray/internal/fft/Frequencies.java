package org.panarray.internal.fft;

import org.panarray.NDArray;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.error.ZeroDivisionError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Elementwise;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// The frequencies of a spectrum, and its order.
public final class Frequencies {
  private Frequencies() {}

  /// Of all elements: those from the middle on are negative.
  public static NDArray all(long n, double d) {
    double step = step(n, d);
    if (n < 0) {
      throw new ValueError("negative dimensions are not allowed");
    }
    long positive = (n - 1) / 2 + 1;
    Expr place = new Expr.Index(0);
    Expr isPositive = Expr.apply(ScalarOp.LESS, place, whole(positive));
    Expr negative = Expr.apply(ScalarOp.SUBTRACT, place, whole(n));
    return spaced(n, Expr.apply(ScalarOp.SELECT, isPositive, place, negative), step);
  }

  /// Of the first half.
  public static NDArray half(long n, double d) {
    double step = step(n, d);
    return spaced(Math.max(0, Math.floorDiv(n, 2) + 1), new Expr.Index(0), step);
  }

  private static double step(long n, double d) {
    if (n * d == 0) {
      throw new ZeroDivisionError("float division by zero");
    }
    return 1 / (n * d);
  }

  private static Expr whole(long value) {
    return new Expr.Const(value, ElementType.INT64);
  }

  private static NDArray spaced(long count, Expr places, double step) {
    NDArray whole = Dispatch.apply(new Primitive.Generate(Shape.of(count), places));
    return Elementwise.apply(ScalarOp.MULTIPLY, whole, step);
  }

  /// The elements moved by half of each axis, forward or back.
  public static NDArray shifted(NDArray x, Keyword[] keywords, int sign) {
    MatrixKeyword.Axes given = Keyword.find(MatrixKeyword.Axes.class, keywords);
    int[] some = given == null ? null : given.axes();
    int[] axes = some == null ? Axes.all(x.ndim()) : some;
    for (int axis : axes) {
      if (axis < -x.ndim() || axis >= x.ndim()) {
        throw new IndexError("tuple index out of range");
      }
    }
    if (axes.length == 0) {
      throw new ValueError("not enough values to unpack (expected 2, got 0)");
    }
    NDArray result = x;
    for (int axis : axes) {
      long half = x.shape(axis) / 2;
      result = Reshaping.rolled(result, sign * half, Axes.normalize(axis, x.ndim()));
    }
    return result;
  }
}
