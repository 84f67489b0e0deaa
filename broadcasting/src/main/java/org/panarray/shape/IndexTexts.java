package org.panarray.shape;

import org.panarray.error.IndexError;

/// NumPy's words for indices that do not fit.
final class IndexTexts {
  private IndexTexts() {}

  static IndexError outOfBounds(long index, int axis, long dim) {
    return new IndexError(
        "index " + index + " is out of bounds for axis " + axis + " with size " + dim);
  }

  static IndexError tooMany(int rank, int given) {
    return new IndexError(
        "too many indices for array: array is "
            + rank
            + "-dimensional, but "
            + given
            + " were indexed");
  }
}
