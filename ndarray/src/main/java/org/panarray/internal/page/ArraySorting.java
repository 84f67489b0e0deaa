package org.panarray.internal.page;

import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.internal.ordering.Ordering;
import org.panarray.keyword.Keyword;

/// Sorting and searching as methods of an array.
public sealed interface ArraySorting permits NDArray {

  /// Sorts the array itself, along its last axis: `ndarray.sort`. Keywords: `axis`, `kind`,
  /// `stable`.
  ///
  /// @throws org.panarray.error.ValueError `sort array is read-only`
  default void sort(Keyword.ForSort... keywords) {
    Ordering.sortInPlace((NDArray) this, "sort array", keywords);
  }

  /// Sorts the array itself along one axis.
  default void sort(int axis) {
    sort(Kw.axis(axis));
  }

  /// Sorts the array itself, which satisfies `ndarray.partition`. Keywords: `axis`, `kind`.
  ///
  /// @throws org.panarray.error.ValueError `kth(=7) out of bounds (5)`
  default void partition(Object kth, Keyword.ForPartition... keywords) {
    Ordering.partitionInPlace((NDArray) this, kth, keywords);
  }

  /// The indices that sort, as [Sorting#argsort].
  default NDArray argsort(Keyword.ForSort... keywords) {
    return Np.np.argsort(this, keywords);
  }

  /// The indices that sort along one axis.
  default NDArray argsort(int axis) {
    return Np.np.argsort(this, axis);
  }

  /// The indices of a partition, as [Sorting#argpartition].
  default NDArray argpartition(Object kth, Keyword.ForPartition... keywords) {
    return Np.np.argpartition(this, kth, keywords);
  }

  /// The index of the first largest element, as [Sorting#argmax].
  default NDArray argmax(Keyword.ForArgReduction... keywords) {
    return Np.np.argmax(this, keywords);
  }

  /// The index of the first largest element along one axis.
  default NDArray argmax(int axis) {
    return Np.np.argmax(this, axis);
  }

  /// The index of the first smallest element, as [Sorting#argmin].
  default NDArray argmin(Keyword.ForArgReduction... keywords) {
    return Np.np.argmin(this, keywords);
  }

  /// The index of the first smallest element along one axis.
  default NDArray argmin(int axis) {
    return Np.np.argmin(this, axis);
  }

  /// The coordinates of the elements that are not zero, as [Sorting#nonzero].
  default NDArray[] nonzero() {
    return Np.np.nonzero(this);
  }

  /// Where values belong in this sorted array, as [Sorting#searchsorted].
  default NDArray searchsorted(Object v, Keyword.ForSearch... keywords) {
    return Np.np.searchsorted(this, v, keywords);
  }
}
