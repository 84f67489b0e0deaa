package org.panarray;

/// Indexing routines.
sealed interface Indexing permits Np {

  /// Elements along an axis at integer positions: `numpy.take`. The shape of `indices` stands in
  /// place of the axis. Keywords: `axis` (default: all elements in C order), `mode` (for positions
  /// outside: `raise`, `wrap` or `clip`), `out`.
  ///
  /// @throws org.panarray.error.IndexError `index 7 is out of bounds for axis 0 with size 5`
  default NDArray take(Object a, Object indices, Keyword.ForTake... keywords) {
    return Taking.take(a, indices, keywords);
  }
}
