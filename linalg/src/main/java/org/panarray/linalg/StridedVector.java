package org.panarray.linalg;

import java.lang.foreign.MemorySegment;
import java.util.Objects;

/// A vector in memory: where its first element is and how far the next one.
///
/// @param segment the memory, on or off the heap
/// @param byteOffset where element 0 starts
/// @param size the number of elements
/// @param stride elements of `kind` from one to the next; may be zero or negative
/// @param kind the kind of element
public record StridedVector(
    MemorySegment segment, long byteOffset, long size, long stride, ScalarKind kind) {

  /// @throws IndexOutOfBoundsException if an element would lie outside `segment`
  /// @throws IllegalArgumentException if `size` is negative
  public StridedVector {
    Objects.requireNonNull(kind);
    Bounds.check(segment, byteOffset, size, stride, 1, 0, kind);
  }

  /// A view of `size` contiguous elements from the start of `segment`.
  public static StridedVector of(MemorySegment segment, long size, ScalarKind kind) {
    return new StridedVector(segment, 0, size, 1, kind);
  }

  /// This vector as a matrix of one column; a view.
  public StridedMatrix asColumn() {
    return new StridedMatrix(segment, byteOffset, size, 1, stride, 1, kind);
  }

  /// Where the lowest-addressed element starts: BLAS wants that for a negative increment.
  long lowestByteOffset() {
    return stride >= 0 || size == 0
        ? byteOffset
        : byteOffset + (size - 1) * stride * kind.byteSize();
  }

  /// The bytes from the lowest element to the end of the highest.
  long spanBytes() {
    return size == 0 ? 0 : ((size - 1) * Math.abs(stride) + 1) * kind.byteSize();
  }

  /// The element at `index` starts here.
  long byteOffsetOf(long index) {
    return byteOffset + index * stride * kind.byteSize();
  }
}
