package org.panarray.shape;

import java.util.Arrays;
import org.panarray.error.ValueError;

/// The views of [Layout] that rearrange, drop, add or merge axes; documented there.
final class AxisViews {
  private AxisViews() {}

  static Layout permute(Layout layout, int[] axes) {
    int rank = layout.rank();
    int[] permutation = Axes.permutation(axes, rank);
    long[] dims = new long[rank];
    long[] strides = new long[rank];
    for (int i = 0; i < rank; i++) {
      dims[i] = layout.shape().dims()[permutation[i]];
      strides[i] = layout.stridesShared()[permutation[i]];
    }
    return Layout.wrap(Shape.wrap(dims), strides, layout.offset());
  }

  static Layout squeeze(Layout layout, int[] axes) {
    int rank = layout.rank();
    boolean[] dropped = Axes.mask(axes.length == 1 ? Axes.ofReduction(axes[0], rank) : axes, rank);
    for (int k = 0; k < rank; k++) {
      boolean one = layout.shape().dims()[k] == 1;
      if (dropped[k] && !one) {
        throw new ValueError(
            "cannot select an axis to squeeze out which has size not equal to one");
      }
      dropped[k] |= one && axes.length == 0;
    }
    return without(layout, dropped, layout.offset());
  }

  /// The axes that are not dropped, from another position.
  static Layout without(Layout layout, boolean[] dropped, long offset) {
    long[] dims = new long[dropped.length];
    long[] strides = new long[dropped.length];
    int count = 0;
    for (int k = 0; k < dropped.length; k++) {
      if (!dropped[k]) {
        dims[count] = layout.shape().dims()[k];
        strides[count++] = layout.stridesShared()[k];
      }
    }
    return shortened(dims, strides, count, offset);
  }

  private static Layout shortened(long[] dims, long[] strides, int rank, long offset) {
    return Layout.wrap(Shape.wrap(Arrays.copyOf(dims, rank)), Arrays.copyOf(strides, rank), offset);
  }

  static Layout expand(Layout layout, int[] axes) {
    int rank = layout.rank() + axes.length;
    boolean[] added = new boolean[rank];
    for (int axis : Axes.normalizeAll(axes, rank, "repeated axis")) {
      added[axis] = true;
    }
    long[] dims = new long[rank];
    long[] strides = new long[rank];
    int from = 0;
    for (int k = 0; k < rank; k++) {
      dims[k] = added[k] ? 1 : layout.shape().dims()[from];
      strides[k] = added[k] ? 0 : layout.stridesShared()[from++];
    }
    return Layout.wrap(Shape.wrap(dims), strides, layout.offset());
  }

  static Layout diagonal(Layout layout, int diagonalOffset, int axis1, int axis2) {
    int rank = layout.rank();
    if (rank < 2) {
      throw new ValueError("diag requires an array of at least two dimensions");
    }
    int a = Axes.normalize(axis1, rank, "axis1");
    int b = Axes.normalize(axis2, rank, "axis2");
    if (a == b) {
      throw new ValueError("axis1 and axis2 cannot be the same");
    }
    long down = Math.max(-(long) diagonalOffset, 0);
    long right = Math.max(diagonalOffset, 0);
    long count = Math.max(0, Math.min(layout.dim(a) - down, layout.dim(b) - right));
    long moved = count == 0 ? 0 : down * layout.stride(a) + right * layout.stride(b);
    boolean[] dropped = new boolean[rank];
    dropped[a] = true;
    dropped[b] = true;
    Layout rest = without(layout, dropped, layout.offset() + moved);
    long[] strides = Arrays.copyOf(rest.stridesShared(), rank - 1);
    strides[rank - 2] = layout.stride(a) + layout.stride(b);
    return Layout.wrap(rest.shape().insert(rank - 2, count), strides, rest.offset());
  }

  static Layout flip(Layout layout, int[] axes) {
    int rank = layout.rank();
    int[] flipped =
        axes.length == 0 ? Axes.all(rank) : Axes.normalizeAll(axes, rank, "repeated axis");
    long[] strides = layout.strides();
    long offset = layout.offset();
    for (int k : flipped) {
      offset += layout.size() == 0 ? 0 : (layout.shape().dims()[k] - 1) * strides[k];
      strides[k] = -strides[k];
    }
    return Layout.wrap(layout.shape(), strides, offset);
  }

  static Layout coalesced(Layout layout) {
    if (layout.size() == 0) {
      return Layout.wrap(Shape.of(0), new long[] {1}, layout.offset());
    }
    long[] dims = new long[layout.rank()];
    long[] strides = new long[layout.rank()];
    int count = 0;
    for (int k = 0; k < layout.rank(); k++) {
      long dim = layout.shape().dims()[k];
      long stride = layout.stridesShared()[k];
      if (dim == 1) {
        continue;
      }
      if (count > 0 && strides[count - 1] == stride * dim) {
        dims[count - 1] *= dim;
        strides[count - 1] = stride;
      } else {
        dims[count] = dim;
        strides[count++] = stride;
      }
    }
    return shortened(dims, strides, count, layout.offset());
  }
}
