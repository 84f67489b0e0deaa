package org.panarray.shape;

import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// When a reshape is a view. Both shapes are cut into the shortest runs of axes with equal
/// products; each run of old axes must walk memory in even steps, and its new axes then divide that
/// walk.
final class ReshapeRule {
  private ReshapeRule() {}

  static @Nullable Layout apply(Layout from, Shape to, boolean fortran) {
    if (from.size() != to.size()) {
      throw new ValueError(
          "cannot reshape array of size " + from.size() + " into shape " + to.compact());
    }
    if (from.shape().equals(to)) {
      return from;
    }
    if (fortran ? from.isFortran() : from.isContiguous()) {
      long[] strides =
          fortran
              ? MemoryOrder.nestedColumnMajor(to.dims())
              : MemoryOrder.nestedRowMajor(to.dims());
      return Layout.wrap(to, strides, from.offset());
    }
    Layout old = from.squeeze();
    long[] strides = new long[to.rank()];
    int done = split(old.shape().dims(), old.stridesShared(), to.dims(), strides, fortran);
    if (done < 0) {
      return null;
    }
    // Axes of size 1 behind the last run: any stride would do, this one is NumPy's.
    long trailing = done == 0 ? 1 : strides[done - 1] * (fortran ? to.dims()[done - 1] : 1);
    for (int k = done; k < strides.length; k++) {
      strides[k] = trailing;
    }
    return Layout.wrap(to, strides, from.offset());
  }

  /// Fills `newStrides`; returns how many axes it filled, or -1 if no view exists.
  private static int split(
      long[] oldDims, long[] oldStrides, long[] newDims, long[] newStrides, boolean fortran) {
    int oldStart = 0;
    int newStart = 0;
    while (oldStart < oldDims.length && newStart < newDims.length) {
      int oldEnd = oldStart + 1;
      int newEnd = newStart + 1;
      long oldProduct = oldDims[oldStart];
      long newProduct = newDims[newStart];
      while (oldProduct != newProduct) {
        if (newProduct < oldProduct) {
          newProduct *= newDims[newEnd++];
        } else {
          oldProduct *= oldDims[oldEnd++];
        }
      }
      if (!isEven(oldDims, oldStrides, oldStart, oldEnd, fortran)) {
        return -1;
      }
      if (fortran) {
        long next = oldStrides[oldStart];
        for (int k = newStart; k < newEnd; k++) {
          newStrides[k] = next;
          next *= newDims[k];
        }
      } else {
        long next = oldStrides[oldEnd - 1];
        for (int k = newEnd - 1; k >= newStart; k--) {
          newStrides[k] = next;
          next *= newDims[k];
        }
      }
      oldStart = oldEnd;
      newStart = newEnd;
    }
    return newStart;
  }

  private static boolean isEven(long[] dims, long[] strides, int start, int end, boolean fortran) {
    for (int k = start; k < end - 1; k++) {
      int inner = fortran ? k : k + 1;
      int outer = fortran ? k + 1 : k;
      if (strides[outer] != strides[inner] * dims[inner]) {
        return false;
      }
    }
    return true;
  }
}
