package org.panarray.internal.array;

import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.shape.Layout;

/// Arrays seen as the numbers that they are stored as, and numbers as elements of another dtype.
///
/// Whoever takes the storage of an array knows what its numbers mean.
public final class Storage {
  private Storage() {}

  /// The array itself where its elements are numbers, else the same memory as the numbers that it
  /// holds.
  public static NDArray of(NDArray array) {
    DType dtype = array.dtype();
    return dtype.isNumeric()
        ? array
        : ArrayAccess.arrays().view(array, DType.of(dtype.storage()), array.operand(), true);
  }

  static NDArray[] of(NDArray[] arrays) {
    NDArray[] numbers = new NDArray[arrays.length];
    for (int i = 0; i < arrays.length; i++) {
      numbers[i] = of(arrays[i]);
    }
    return numbers;
  }

  /// Fresh memory of an array's dtype beside it, contents undefined.
  public static NDArray emptyBeside(NDArray array, Layout layout) {
    return as(Dispatch.emptyBeside(array, array.dtype().storage(), layout), array.dtype());
  }

  /// The same memory as elements of a dtype of that storage; a fresh array stays one with memory of
  /// its own.
  public static NDArray as(NDArray numbers, DType dtype) {
    if (numbers.dtype().equals(dtype)) {
      return numbers;
    }
    return numbers.base() == null
        ? ArrayAccess.arrays().owning(dtype, numbers.operand())
        : ArrayAccess.arrays().view(numbers, dtype, numbers.operand(), true);
  }
}
