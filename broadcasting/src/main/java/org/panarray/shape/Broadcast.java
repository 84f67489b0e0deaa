package org.panarray.shape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// Several operands brought to one shape. Only strides change: a stretched axis has stride 0.
public final class Broadcast {
  private Broadcast() {}

  /// Every layout broadcast to the common shape of all. Layouts that have it already are returned
  /// as they are.
  ///
  /// @throws ValueError `operands could not be broadcast together with shapes (2,3) (4,) `
  public static Layout[] all(Layout... layouts) {
    Shape[] shapes = new Shape[layouts.length];
    for (int i = 0; i < layouts.length; i++) {
      shapes[i] = layouts[i].shape();
    }
    Shape common = Shape.broadcast(shapes);
    Layout[] result = new Layout[layouts.length];
    for (int i = 0; i < layouts.length; i++) {
      result[i] = layouts[i].stretch(common);
    }
    return result;
  }

  /// The common shape for `np.broadcast`, `broadcast_shapes`, `broadcast_arrays`, whose text
  /// differs from that of the ufuncs.
  ///
  /// @throws ValueError `shape mismatch: objects cannot be broadcast to a single shape. Mismatch is
  ///   between arg 0 with shape (2, 3) and arg 1 with shape (4,).`
  public static Shape shapes(Shape... shapes) {
    long[] dims = dims(shapes);
    if (dims != null) {
      return Shape.wrap(dims);
    }
    throw new ValueError(
        "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between "
            + firstMismatch(shapes));
  }

  /// Whether an array of shape `from` can be stretched to `to` without changing `to`.
  public static boolean fits(Shape from, Shape to) {
    int shift = to.rank() - from.rank();
    if (shift < 0) {
      return false;
    }
    for (int k = 0; k < from.rank(); k++) {
      long dim = from.dims()[k];
      if (dim != 1 && dim != to.dims()[k + shift]) {
        return false;
      }
    }
    return true;
  }

  /// The axes of `to` along which an array of shape `from` was stretched or that it lacks: those
  /// that the gradient of a broadcast sums over.
  public static int[] stretchedAxes(Shape from, Shape to) {
    int shift = to.rank() - from.rank();
    int[] axes = new int[to.rank()];
    int count = 0;
    for (int k = 0; k < to.rank(); k++) {
      if (k < shift || (from.dims()[k - shift] == 1 && to.dims()[k] != 1)) {
        axes[count++] = k;
      }
    }
    return Arrays.copyOf(axes, count);
  }

  /// The common dimensions, or null.
  static long @Nullable [] dims(Shape... shapes) {
    int rank = 0;
    for (Shape shape : shapes) {
      rank = Math.max(rank, shape.rank());
    }
    long[] result = new long[rank];
    Arrays.fill(result, 1);
    for (Shape shape : shapes) {
      long[] dims = shape.dims();
      int shift = rank - dims.length;
      for (int k = 0; k < dims.length; k++) {
        long dim = dims[k];
        if (dim != 1 && dim != result[k + shift]) {
          if (result[k + shift] != 1) {
            return null;
          }
          result[k + shift] = dim;
        }
      }
    }
    return result;
  }

  /// `start (2,3) (4,) `, with the trailing space that NumPy leaves.
  static String listed(String start, Shape... shapes) {
    StringBuilder text = new StringBuilder(start).append(' ');
    for (Shape shape : shapes) {
      text.append(shape.compact()).append(' ');
    }
    return text.toString();
  }

  /// `(a, b)`, with Python's comma after a single element.
  static String tuple(long[] dims, String separator) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < dims.length; i++) {
      text.append(i == 0 ? "" : separator).append(dims[i]);
    }
    return text.append(dims.length == 1 ? ",)" : ")").toString();
  }

  private static String firstMismatch(Shape... shapes) {
    int rank = 0;
    for (Shape shape : shapes) {
      rank = Math.max(rank, shape.rank());
    }
    // NumPy looks axis by axis: the first axis with a conflict, and there the first operand that
    // set
    // the size and the first that contradicts it.
    for (int axis = 0; axis < rank; axis++) {
      int owner = -1;
      for (int i = 0; i < shapes.length; i++) {
        int k = axis - rank + shapes[i].rank();
        if (k < 0 || shapes[i].dim(k) == 1) {
          continue;
        }
        if (owner >= 0) {
          int ownerAxis = axis - rank + shapes[owner].rank();
          if (shapes[owner].dim(ownerAxis) != shapes[i].dim(k)) {
            return argument(owner, shapes[owner]) + " and " + argument(i, shapes[i]) + ".";
          }
        } else {
          owner = i;
        }
      }
    }
    throw new IllegalStateException("no mismatch");
  }

  private static String argument(int number, Shape shape) {
    return "arg " + number + " with shape " + shape;
  }
}
