package org.panarray.grad;

import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// Rules of views, all linear, and of writes through them.
final class ViewRules {
  private ViewRules() {}

  static NDArray pullback(Primitive.View view, Saved saved, NDArray g) {
    return switch (view) {
      case Primitive.Reshape _ -> g.reshape(saved.inputShape(0));
      case Primitive.Transpose transpose ->
          g.transpose(
              Axes.inverse(transpose.axes().stream().mapToInt(Integer::intValue).toArray()));
      case Primitive.BroadcastTo _ -> Broadcasting.sumTo(g, saved.inputShape(0));
      case Primitive.Slice slice -> slice.items().isEmpty() ? g : embedded(slice, saved, g);
      case Primitive.Windows windows -> overlapped(windows, saved, g);
      case Primitive.Diagonal diagonal -> diagonal(diagonal, saved, g);
      case Primitive.Part part -> complex(part, saved, g);
      case Primitive.Bitcast bitcast -> {
        if (bitcast.type() == saved.inputType(0)) {
          yield g;
        }
        throw new TypeError(
            "a view of "
                + saved.inputType(0).numpyName()
                + " as "
                + bitcast.type().numpyName()
                + " has no gradient");
      }
    };
  }

  /// Zeros around the slice.
  private static NDArray embedded(Primitive.Slice slice, Saved saved, NDArray g) {
    NDArray result = Vjp.zeros(saved, 0, g);
    write(Dispatch.apply(slice, result), g);
    return result;
  }

  /// Every element is the sum over the windows that it lies in: one windowed axis after another, by
  /// its places or by those within the window, whichever are fewer.
  private static NDArray overlapped(Primitive.Windows windows, Saved saved, NDArray g) {
    int rank = saved.inputShape(0).rank();
    NDArray cotangent = g;
    for (int i = windows.axes().size() - 1; i >= 0; i--) {
      int axis = windows.axes().get(i);
      long places = cotangent.shape(axis);
      long length = windows.lengths().get(i);
      Shape shape = cotangent.shape().remove(rank + i).with(axis, places + length - 1);
      NDArray sum = np.zerosLike(cotangent, Kw.shape(shape.toArray()));
      boolean byPlaces = places < length;
      for (long k = 0; k < (byPlaces ? places : length); k++) {
        NDArray part = cotangent.get(along(byPlaces ? axis : rank + i, k));
        NDArray spread = byPlaces ? np.moveaxis(part, rank + i - 1, axis) : part;
        sum.at(along(axis, Index.slice(k, k + (byPlaces ? length : places)))).plusAssign(spread);
      }
      cotangent = sum;
    }
    return cotangent;
  }

  private static Object[] along(int axis, Object item) {
    Object[] items = new Object[axis + 1];
    Arrays.fill(items, Index.ALL);
    items[axis] = item;
    return items;
  }

  private static void write(NDArray target, NDArray value) {
    Dispatch.into(
        new NDArray[] {target}, new Primitive.Map(new Expr.Arg(0, value.dtype().element())), value);
  }

  /// A scatter, since the view of a diagonal cannot be written.
  private static NDArray diagonal(Primitive.Diagonal diagonal, Saved saved, NDArray g) {
    int rank = saved.inputShape(0).rank();
    int first = Axes.normalize(diagonal.axis1(), rank);
    int second = Axes.normalize(diagonal.axis2(), rank);
    long offset = diagonal.offset();
    long count = g.shape(-1);
    NDArray rows = np.arange(count).plus(Math.max(0, -offset)).toDevice(g.device());
    NDArray columns = np.arange(count).plus(Math.max(0, offset)).toDevice(g.device());
    boolean ordered = first < second;
    return Dispatch.apply(
        new Primitive.Scatter(
            ScalarOp.ADD, List.of(Math.min(first, second), Math.max(first, second)), rank - 2),
        Vjp.zeros(saved, 0, g),
        g,
        ordered ? rows : columns,
        ordered ? columns : rows);
  }

  private static NDArray complex(Primitive.Part part, Saved saved, NDArray g) {
    if (!saved.inputType(0).isComplex()) {
      return g;
    }
    Expr.Arg real = new Expr.Arg(0, g.dtype().element());
    Expr.Const zero = new Expr.Const(0, real.type());
    Expr value =
        part.imaginary()
            ? Expr.apply(ScalarOp.MAKE_COMPLEX, zero, real)
            : Expr.apply(ScalarOp.MAKE_COMPLEX, real, zero);
    return Dispatch.apply(new Primitive.Map(value), g);
  }

  /// The source after a write through a view: the old source outside the view, the value inside.
  static @Nullable NDArray[] update(
      Primitive.View view, Saved saved, @Nullable NDArray[] cotangents) {
    NDArray g = Vjp.given(cotangents[0]);
    NDArray outside = Vjp.copy(g);
    NDArray seen = Dispatch.apply(view, outside);
    NDArray inside = Vjp.copy(seen);
    write(seen, np.zerosLike(inside));
    return new NDArray[] {outside, inside};
  }
}
