package org.panarray;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.array.ArrayAccess;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Views that strides alone make: `np.lib.strideTricks`.
///
/// Windows are a primitive like other views. `asStrided` speaks of memory, not of elements: a
/// gradient tape cannot see through it, and inside one it refuses.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/generated/numpy.lib.stride_tricks.html">NumPy's
///   page</a>
public final class StrideTricks {
  StrideTricks() {}

  /// The memory of an array under another shape and byte strides: `as_strided`, a view. What would
  /// reach outside the memory is an exception here. Null is the array's own shape or strides.
  /// Keyword: `writeable` (default true).
  ///
  /// ```java
  /// np.lib.strideTricks.asStrided(np.arange(4), new long[] {3, 2}, new long[] {8, 8}).get(1) // [1 2]
  /// ```
  ///
  /// @throws ValueError where an element would lie outside the memory, or a stride is no multiple
  ///   of the element's bytes
  public NDArray asStrided(
      Object x,
      long @Nullable [] shape,
      long @Nullable [] strides,
      PadKeyword.ForStrided... keywords) {
    NDArray array = ArrayLike.of(x);
    long[] dims = shape == null ? array.dims() : shape;
    long[] steps = strides == null ? array.strides() : strides.clone();
    if (dims.length != steps.length) {
      throw new ValueError("strides must have the same length as shape");
    }
    for (int axis = 0; axis < steps.length; axis++) {
      if (steps[axis] % array.itemsize() != 0) {
        throw new ValueError("strides must be multiples of the itemsize " + array.itemsize());
      }
      steps[axis] /= array.itemsize();
    }
    PadKeyword.Writeable writeable = Keyword.find(PadKeyword.Writeable.class, keywords);
    Shape seen = Shape.of(dims);
    return view(array, seen, steps, writeable == null || writeable.value());
  }

  /// Every window of a shape, all axes: `sliding_window_view`, a view `(n - w + 1, ..., w, ...)`.
  /// Keyword: `writeable` (default false).
  ///
  /// ```java
  /// np.lib.strideTricks.slidingWindowView(np.arange(4), new long[] {2})
  /// // [[0 1]
  /// //  [1 2]
  /// //  [2 3]]
  /// ```
  ///
  /// @throws ValueError `window shape cannot be larger than input array shape`
  public NDArray slidingWindowView(
      Object x, long[] windowShape, PadKeyword.ForWindows... keywords) {
    NDArray array = ArrayLike.of(x);
    if (Required.argument(windowShape, "windowShape").length != array.ndim()) {
      throw new ValueError(
          "Since axis is `None`, must provide window_shape for all dimensions of `x`; got "
              + windowShape.length
              + " window_shape elements and `x.ndim` is "
              + array.ndim()
              + ".");
    }
    return windows(array, windowShape, Axes.all(array.ndim()), keywords);
  }

  /// As [#slidingWindowView(Object, long[], PadKeyword.ForWindows...)] along some axes; an axis may
  /// occur twice.
  ///
  /// @throws ValueError where there is not one length for each axis
  public NDArray slidingWindowView(
      Object x, long[] windowShape, int[] axis, PadKeyword.ForWindows... keywords) {
    NDArray array = ArrayLike.of(x);
    if (Required.argument(windowShape, "windowShape").length
        != Required.argument(axis, "axis").length) {
      throw new ValueError(
          "Must provide matching length window_shape and axis; got "
              + windowShape.length
              + " window_shape elements and "
              + axis.length
              + " axes elements.");
    }
    int[] along = Arrays.stream(axis).map(a -> Axes.normalize(a, array.ndim())).toArray();
    return windows(array, windowShape, along, keywords);
  }

  private static NDArray windows(
      NDArray array, long[] windowShape, int[] axes, PadKeyword.ForWindows[] keywords) {
    long[] left = array.dims();
    for (int i = 0; i < axes.length; i++) {
      if (windowShape[i] < 0) {
        throw new ValueError("`window_shape` cannot contain negative values");
      }
      if (left[axes[i]] < windowShape[i]) {
        throw new ValueError("window shape cannot be larger than input array shape");
      }
      left[axes[i]] -= windowShape[i] - 1;
    }
    PadKeyword.Writeable writeable = Keyword.find(PadKeyword.Writeable.class, keywords);
    Primitive.Windows windows =
        new Primitive.Windows(
            Arrays.stream(windowShape).boxed().toList(), Arrays.stream(axes).boxed().toList());
    return Dispatch.view(windows, array, writeable != null && writeable.value());
  }

  private static NDArray view(NDArray array, Shape shape, long[] strides, boolean writeable) {
    if (Ambient.current().isFollowed()) {
      throw new IllegalStateException("a view by strides cannot be recorded for gradients");
    }
    Operand all = array.operand();
    Operand seen = all.with(Layout.of(shape, strides, all.layout().offset()));
    return ArrayAccess.arrays().view(array, array.dtype(), seen, writeable);
  }
}
