package org.panarray.shape;

import org.panarray.error.IndexError;

/// NumPy's words for indices that do not fit.
final class IndexTexts {
  static final String ONLY_INTEGERS =
      "only integers, slices (`:`), ellipsis (`...`), numpy.newaxis (`None`) and integer or boolean"
          + " arrays are valid indices";

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

  static IndexError maskMismatch(int axis, long dim, long maskDim) {
    return new IndexError(
        "boolean index did not match indexed array along axis "
            + axis
            + "; size of axis is "
            + dim
            + " but size of corresponding boolean axis is "
            + maskDim);
  }
}
