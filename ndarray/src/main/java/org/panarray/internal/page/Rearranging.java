package org.panarray.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;

/// The elements of an array in another order along its axes: views, but for `roll`.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.array-manipulation.html#rearranging-elements">
///   NumPy's page</a>
public sealed interface Rearranging permits Np {

  /// The elements in reverse along axes, all of them where none are named: `numpy.flip`.
  ///
  /// ```java
  /// np.flip(np.arange(3)) // [2 1 0]
  /// ```
  default NDArray flip(Object m, int @Nullable ... axis) {
    return AxisOrder.flip(m, axis);
  }

  /// As [#flip(Object, int...)], where no axis at all is none: `axis=()`.
  default NDArray flip(Object m, Keyword.Axis axis) {
    return AxisOrder.flip(m, axis);
  }

  /// Left and right exchanged: `numpy.fliplr`.
  ///
  /// @throws ValueError `Input must be >= 2-d.`
  default NDArray fliplr(Object m) {
    NDArray array = ArrayLike.of(m);
    if (array.ndim() < 2) {
      throw new ValueError("Input must be >= 2-d.");
    }
    return AxisOrder.flip(array, 1);
  }

  /// Up and down exchanged: `numpy.flipud`.
  ///
  /// @throws ValueError `Input must be >= 1-d.`
  default NDArray flipud(Object m) {
    NDArray array = ArrayLike.of(m);
    if (array.ndim() < 1) {
      throw new ValueError("Input must be >= 1-d.");
    }
    return AxisOrder.flip(array, 0);
  }

  /// A quarter turn, `k` times, in the plane of two axes: `numpy.rot90`.
  ///
  /// @throws ValueError `Axes must be different.`
  default NDArray rot90(Object m, int k, int[] axes) {
    NDArray array = ArrayLike.of(m);
    if (Required.argument(axes, "axes").length != 2) {
      throw new ValueError("len(axes) must be 2.");
    }
    if (axes[0] == axes[1] || Math.abs(axes[0] - axes[1]) == array.ndim()) {
      throw new ValueError("Axes must be different.");
    }
    if (Arrays.stream(axes).anyMatch(a -> a >= array.ndim() || a < -array.ndim())) {
      throw new ValueError(
          "Axes=("
              + axes[0]
              + ", "
              + axes[1]
              + ") out of range for array of ndim="
              + array.ndim()
              + ".");
    }
    return switch (Math.floorMod(k, 4)) {
      case 0 -> Dispatch.apply(new Primitive.Slice(Arrays.asList(allOf(array))), array);
      case 1 -> AxisOrder.swapaxes(AxisOrder.flip(array, axes[1]), axes[0], axes[1]);
      case 2 -> AxisOrder.flip(AxisOrder.flip(array, axes[0]), axes[1]);
      default -> AxisOrder.flip(AxisOrder.swapaxes(array, axes[0], axes[1]), axes[1]);
    };
  }

  private static Index[] allOf(NDArray array) {
    Index[] items = new Index[array.ndim()];
    Arrays.fill(items, Index.ALL);
    return items;
  }

  /// A quarter turn of the first two axes, `k` times.
  default NDArray rot90(Object m, int k) {
    return rot90(m, k, new int[] {0, 1});
  }

  /// A quarter turn of the first two axes.
  default NDArray rot90(Object m) {
    return rot90(m, 1);
  }

  /// The elements of the flattened array shifted around the end: `numpy.roll`, a copy.
  ///
  /// ```java
  /// np.roll(np.arange(5), 2) // [3 4 0 1 2]
  /// ```
  default NDArray roll(Object a, long shift) {
    NDArray array = ArrayLike.of(a);
    return Reshaping.rolled(array.reshape(-1), shift, 0).reshape(array.shape());
  }

  /// The elements shifted around the end along an axis: `numpy.roll`, a copy.
  default NDArray roll(Object a, long shift, int axis) {
    NDArray array = ArrayLike.of(a);
    return Reshaping.rolled(array, shift, Axes.normalize(axis, array.ndim()));
  }

  /// As [#roll(Object, long, int)] along several axes, one of which may come twice; one shift
  /// counts for all axes, and several along one axis, or of the flattened array where `axis` is
  /// null, add up.
  ///
  /// @throws ValueError `shape mismatch: objects cannot be broadcast to a single shape. ...`
  default NDArray roll(Object a, long[] shift, int @Nullable [] axis) {
    if (axis == null) {
      return roll(a, Arrays.stream(Required.argument(shift, "shift")).sum());
    }
    if (Required.argument(shift, "shift").length != axis.length
        && shift.length != 1
        && axis.length != 1) {
      throw new ValueError(
          "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg"
              + " 0"
              + " with shape (%d,) and arg 1 with shape (%d,)."
                  .formatted(shift.length, axis.length));
    }
    int count = shift.length == 1 ? axis.length : shift.length;
    NDArray array = ArrayLike.of(a).copy(Kw.order("K"));
    for (int i = 0; i < count; i++) {
      array = roll(array, shift[shift.length == 1 ? 0 : i], axis[axis.length == 1 ? 0 : i]);
    }
    return array;
  }

  /// As [#roll(Object, long)] by the sum of the shifts.
  default NDArray roll(Object a, long[] shift) {
    return roll(a, shift, null);
  }
}
