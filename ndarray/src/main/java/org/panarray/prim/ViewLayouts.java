package org.panarray.prim;

import java.util.Arrays;
import org.panarray.error.OverflowError;
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
      case Primitive.BroadcastTo _, Primitive.Diagonal _, Primitive.Windows _ -> input;
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
          input.diagonal(cInt(diagonal.offset()), diagonal.axis1(), diagonal.axis2());
      case Primitive.Windows windows -> windows(windows, input);
      case Primitive.Part part -> part(type, input, part.imaginary());
      case Primitive.Bitcast bitcast -> input.bitcast(type.byteSize(), bitcast.type().byteSize());
    };
  }

  private static Layout windows(Primitive.Windows windows, Layout input) {
    int rank = input.rank();
    int count = windows.axes().size();
    long[] dims = Arrays.copyOf(input.shape().toArray(), rank + count);
    long[] strides = Arrays.copyOf(input.strides(), rank + count);
    for (int i = 0; i < count; i++) {
      int axis = windows.axes().get(i);
      long length = windows.lengths().get(i);
      dims[axis] -= length - 1;
      dims[rank + i] = length;
      strides[rank + i] = strides[axis];
    }
    return Layout.of(Shape.of(dims), strides, input.offset());
  }

  /// @throws OverflowError where NumPy cannot pass the number on either
  private static int cInt(long number) {
    if (number != (int) number) {
      throw new OverflowError("Python int too large to convert to C int");
    }
    return (int) number;
  }

  private static Layout part(ElementType type, Layout input, boolean imaginary) {
    if (!type.isComplex()) {
      return input;
    }
    return input.scaled(2).shift(imaginary ? 1 : 0);
  }
}
