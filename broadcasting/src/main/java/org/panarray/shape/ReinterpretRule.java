package org.panarray.shape;

import org.panarray.error.ValueError;

/// When bytes can be read as elements of another size: NumPy's rule for `a.view(dtype)`.
final class ReinterpretRule {
  private ReinterpretRule() {}

  static Layout apply(Layout layout, int from, int to) {
    int last = layout.rank() - 1;
    if (last < 0) {
      throw new ValueError(
          "Changing the dtype of a 0d array is only supported if the itemsize is unchanged");
    }
    long dim = layout.dim(last);
    if (dim != 1 && layout.size() != 0 && layout.stride(last) != 1) {
      throw new ValueError(
          "To change to a dtype of a different size, the last axis must be contiguous");
    }
    if (to < from && from % to != 0) {
      throw new ValueError(
          "When changing to a smaller dtype, its size must be a divisor of the size of original"
              + " dtype");
    }
    if (to > from && dim * from % to != 0) {
      throw new ValueError(
          "When changing to a larger dtype, its size must be a divisor of the total size in bytes"
              + " of the last axis of the array.");
    }
    long[] strides = layout.strides();
    for (int k = 0; k < last; k++) {
      boolean used = layout.size() != 0 && layout.dim(k) > 1;
      strides[k] = used ? rescaled(strides[k], from, to) : strides[k] * from / to;
    }
    strides[last] = 1;
    Shape shape = layout.shape().with(last, dim * from / to);
    return Layout.wrap(shape, strides, rescaled(layout.offset(), from, to));
  }

  private static long rescaled(long elements, int from, int to) {
    if (elements * from % to != 0) {
      throw new ValueError(
          "elements of "
              + to
              + " bytes cannot begin "
              + elements * from
              + " bytes apart: copy the array first");
    }
    return elements * from / to;
  }
}
