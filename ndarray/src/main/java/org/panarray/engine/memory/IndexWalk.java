package org.panarray.engine.memory;

import java.util.function.Consumer;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Walks over index tuples, for kernels that do much at each.
///
/// The interpreters have walks of their own: a fault that both sides of a comparison share is seen
/// by neither.
public final class IndexWalk {
  private IndexWalk() {}

  /// Calls the visitor with every index of the shape, in C order; the array is reused.
  public static void forEach(Shape shape, Consumer<long[]> visitor) {
    if (shape.size() > 0) {
      descend(shape, new long[shape.rank()], 0, visitor);
    }
  }

  private static void descend(Shape shape, long[] index, int axis, Consumer<long[]> visitor) {
    if (axis == index.length) {
      visitor.accept(index);
      return;
    }
    for (long at = 0; at < shape.dim(axis); at++) {
      index[axis] = at;
      descend(shape, index, axis + 1, visitor);
    }
  }

  /// Where the element stands; the index is one of the layout's shape, or of its leading axes.
  public static long offset(Layout layout, long[] index) {
    long offset = layout.offset();
    for (int axis = index.length - 1; axis >= 0; axis--) {
      offset += layout.stride(axis) * index[axis];
    }
    return offset;
  }

  /// The matrices of a layout, seen once for each index of the batch.
  public static Layout batched(Layout matrices, Shape batch) {
    Shape matrix = matrices.shape().range(matrices.rank() - 2, matrices.rank());
    return matrices.broadcastTo(batch.concat(matrix));
  }
}
