package org.panarray.internal.page;

import org.panarray.FlatElements;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;

/// Taking and putting elements as methods of an array.
public sealed interface ArrayTaking permits NDArray {

  /// Elements along an axis at integer positions, as [Indexing#take].
  default NDArray take(Object indices, Keyword.ForTake... keywords) {
    return Np.np.take(this, indices, keywords);
  }

  /// Elements along one axis at integer positions.
  default NDArray take(Object indices, int axis) {
    return Np.np.take(this, indices, axis);
  }

  /// Writes values at positions in C order, as [Indexing#put].
  default void put(Object indices, Object values) {
    Np.np.put((NDArray) this, indices, values);
  }

  /// Writes values at positions in C order, with a mode for positions outside.
  default void put(Object indices, Object values, TextKeyword.Mode mode) {
    Np.np.put((NDArray) this, indices, values, mode);
  }

  /// Elements of the choices whose numbers stand in this array, as [Indexing#choose].
  default NDArray choose(Object choices, Keyword.ForChoose... keywords) {
    return Np.np.choose(this, choices, keywords);
  }

  /// Slices along an axis whose entry in the condition is true, as [Indexing#compress].
  default NDArray compress(Object condition, Keyword.ForCompress... keywords) {
    return Np.np.compress(condition, this, keywords);
  }

  /// Slices along one axis whose entry in the condition is true.
  default NDArray compress(Object condition, int axis) {
    return Np.np.compress(condition, this, axis);
  }

  /// The elements in C order, to be read, written and iterated: `ndarray.flat`.
  default FlatElements flat() {
    return new FlatElements((NDArray) this);
  }
}
