package org.panarray.internal.indexing;

import java.util.List;
import java.util.stream.IntStream;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Index;

/// Counts and coordinates of elements that are not zero.
public final class Counting {
  private Counting() {}

  static long nonzeroCount(NDArray array) {
    Expr truth = Expr.cast(new Expr.Arg(0, array.dtype().element()), ElementType.BOOL);
    List<Integer> all = IntStream.range(0, array.ndim()).boxed().toList();
    return Dispatch.apply(
            new Primitive.Reduce(ScalarOp.ADD, Expr.cast(truth, ElementType.INT64), all), array)
        .asLong();
  }

  /// The coordinates as int64 of shape `(count, rank)`.
  public static NDArray coordinates(NDArray array) {
    return Dispatch.apply(new Primitive.Nonzero(nonzeroCount(array)), array);
  }

  /// The columns of coordinates, as views.
  public static NDArray[] columns(NDArray coordinates) {
    NDArray[] columns = new NDArray[(int) coordinates.shape(1)];
    for (int axis = 0; axis < columns.length; axis++) {
      columns[axis] =
          Dispatch.apply(
              new Primitive.Slice(List.of(Index.slice(null, null, null), Index.at(axis))),
              coordinates);
    }
    return columns;
  }
}
