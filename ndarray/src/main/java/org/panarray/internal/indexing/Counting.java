package org.panarray.internal.indexing;

import java.util.List;
import java.util.stream.IntStream;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Storage;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Index;

/// Counts and coordinates of elements that are not zero.
public final class Counting {
  private Counting() {}

  private static long nonzeroCount(NDArray array) {
    Expr truth = Expr.cast(new Expr.Arg(0, array.dtype().element()), ElementType.BOOL);
    List<Integer> all = IntStream.range(0, array.ndim()).boxed().toList();
    return Dispatch.apply(
            new Primitive.Reduce(ScalarOp.ADD, Expr.cast(truth, ElementType.INT64), all), array)
        .asLong();
  }

  /// The coordinates as int64 of shape `(count, rank)`.
  public static NDArray coordinates(NDArray array) {
    NDArray numbers = Storage.of(array);
    return Dispatch.apply(new Primitive.Nonzero(nonzeroCount(numbers)), numbers);
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

  public static NDArray[] nonzero(Object a) {
    NDArray array = ArrayLike.of(a);
    if (array.ndim() == 0) {
      throw new ValueError(
          "Calling nonzero on 0d arrays is not allowed. Use np.atleast_1d(scalar).nonzero()"
              + " instead.");
    }
    return columns(coordinates(array));
  }

  public static NDArray flatnonzero(Object a) {
    return nonzero(ArrayLike.of(a).reshape(-1))[0];
  }
}
