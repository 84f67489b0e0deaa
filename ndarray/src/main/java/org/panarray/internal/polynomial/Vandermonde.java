package org.panarray.internal.polynomial;

import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Shape;

/// Powers of a vector as the columns of a matrix.
public final class Vandermonde {
  private Vandermonde() {}

  public static NDArray matrix(Object x, long n, boolean increasing) {
    NDArray values = ArrayLike.of(x);
    if (values.ndim() != 1) {
      throw new ValueError("x must be a one-dimensional array or sequence.");
    }
    ElementType type = ElementType.promote(values.dtype().element(), ElementType.INT64);
    NDArray column = Casts.to(values, type).reshape(values.size(), 1);
    NDArray factors =
        n == 0
            ? NewArrays.empty(new long[] {values.size(), 0}, DType.of(type))
            : Concatenation.along(
                1,
                List.of(
                    NewArrays.onesLike(column),
                    Dispatch.apply(
                        new Primitive.BroadcastTo(Shape.of(values.size(), n - 1)), column)));
    NDArray powers =
        factors.size() == 0
            ? factors
            : Dispatch.apply(new Primitive.Scan(ScalarOp.MULTIPLY, 1), factors);
    return increasing ? powers : powers.get(":, ::-1").copy();
  }
}
