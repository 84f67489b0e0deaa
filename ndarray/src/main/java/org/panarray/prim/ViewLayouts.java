package org.panarray.prim;

import org.panarray.error.ValueError;
import org.panarray.shape.IndexPlan;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// The layouts of views: what a [Primitive.View] does, which is all of it.
public final class ViewLayouts {
  private ViewLayouts() {}

  /// The element type of a view of an array of this type.
  public static ElementType type(Primitive.View view, ElementType input) {
    return switch (view) {
      case Primitive.Bitcast bitcast -> bitcast.type();
      case Primitive.Part _ -> input.realPart();
      case Primitive.Reshape _, Primitive.Transpose _, Primitive.Slice _ -> input;
      case Primitive.BroadcastTo _, Primitive.Diagonal _ -> input;
    };
  }

  /// The layout of a view of an array with this type and layout.
  ///
  /// @throws ValueError where a reshape would need a copy, or a bitcast does not fit
  public static Layout layout(Primitive.View view, ElementType type, Layout input) {
    return switch (view) {
      case Primitive.Reshape reshape -> {
        Layout layout = input.reshapedView(reshape.shape());
        if (layout == null) {
          throw new ValueError("Unable to avoid creating a copy while reshaping.");
        }
        yield layout;
      }
      case Primitive.Transpose transpose ->
          input.permute(transpose.axes().stream().mapToInt(Integer::intValue).toArray());
      case Primitive.Slice slice -> IndexPlan.of(input, slice.items()).view();
      case Primitive.BroadcastTo broadcast -> input.broadcastTo(broadcast.shape());
      case Primitive.Diagonal diagonal ->
          input.diagonal(Math.toIntExact(diagonal.offset()), diagonal.axis1(), diagonal.axis2());
      case Primitive.Part part -> part(type, input, part.imaginary());
      case Primitive.Bitcast bitcast -> bitcast(type, bitcast.type(), input);
    };
  }

  private static Layout part(ElementType type, Layout input, boolean imaginary) {
    if (!type.isComplex()) {
      return input;
    }
    long[] strides = input.strides();
    for (int axis = 0; axis < strides.length; axis++) {
      strides[axis] *= 2;
    }
    return Layout.of(input.shape(), strides, 2 * input.offset() + (imaginary ? 1 : 0));
  }

  private static Layout bitcast(ElementType from, ElementType to, Layout input) {
    int fromSize = from.byteSize();
    int toSize = to.byteSize();
    if (fromSize == toSize) {
      return input;
    }
    int last = input.rank() - 1;
    if (last < 0) {
      throw new ValueError(
          "Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
    }
    if (input.size() > 0 && input.dim(last) > 1 && input.stride(last) != 1) {
      throw new ValueError(
          "To change to a dtype of a different size, the last axis must be contiguous");
    }
    long bytes = Math.multiplyExact(input.dim(last), fromSize);
    if (toSize > fromSize && bytes % toSize != 0) {
      throw new ValueError(
          "When changing to a larger dtype, its size must be a divisor of the total size in bytes"
              + " of the last axis of the array.");
    }
    long[] strides = input.strides();
    for (int axis = 0; axis < last; axis++) {
      strides[axis] = rescale(strides[axis], fromSize, toSize);
    }
    strides[last] = 1;
    Shape shape = input.shape().with(last, bytes / toSize);
    return Layout.of(shape, strides, rescale(input.offset(), fromSize, toSize));
  }

  private static long rescale(long elements, int fromSize, int toSize) {
    long bytes = Math.multiplyExact(elements, fromSize);
    if (bytes % toSize != 0) {
      throw new ValueError("the view's strides are no multiples of the new itemsize " + toSize);
    }
    return bytes / toSize;
  }
}
