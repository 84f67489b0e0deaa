package org.panarray.grad;

import static org.panarray.Np.np;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// The transpose of broadcasting: what was repeated is summed.
final class Broadcasting {
  private Broadcasting() {}

  /// Sums the axes along which an array of `shape` was repeated to the cotangent's shape.
  static NDArray sumTo(NDArray cotangent, Shape shape) {
    if (cotangent.shape().equals(shape)) {
      return cotangent;
    }
    int extra = cotangent.ndim() - shape.rank();
    int[] axes = new int[cotangent.ndim()];
    int count = 0;
    for (int axis = 0; axis < cotangent.ndim(); axis++) {
      if (axis < extra || shape.dim(axis - extra) == 1 && cotangent.shape(axis) != 1) {
        axes[count++] = axis;
      }
    }
    NDArray sum =
        count == 0
            ? cotangent
            : np.sum(
                cotangent,
                Kw.axis(java.util.Arrays.copyOf(axes, count)),
                Kw.dtype(cotangent.dtype()));
    return Dispatch.apply(new Primitive.Reshape(shape), sum);
  }

  /// The cotangent of a reduction, repeated along the axes that it combined.
  static NDArray spread(NDArray cotangent, Shape full, int[] axes) {
    NDArray kept = Dispatch.apply(new Primitive.Reshape(full.reduced(axes, true)), cotangent);
    return Dispatch.apply(new Primitive.BroadcastTo(full), kept);
  }
}
