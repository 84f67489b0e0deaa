package org.panarray;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Storing;
import org.panarray.internal.indexing.Putting;
import org.panarray.shape.Index;
import org.panarray.shape.IndexParser;

/// The elements of an array as if they stood along one axis, in C order: NumPy's `ndarray.flat`.
///
/// Reading gives copies; writing goes to the array, whatever its layout.
public final class FlatElements implements Iterable<NDArray> {
  private final NDArray array;

  public FlatElements(NDArray array) {
    this.array = Required.argument(array, "array");
  }

  /// The array whose elements these are.
  public NDArray base() {
    return array;
  }

  /// How many there are.
  public long len() {
    return array.size();
  }

  /// A copy as a 1-d array.
  public NDArray copy() {
    return array.reshape(-1).copy();
  }

  /// `a.flat[index]`: an integer, a slice (also as text such as `"1:5:2"`), positions or a mask.
  ///
  /// @throws IndexError where a position is outside, or of null: there is no axis to add
  public NDArray get(@Nullable Object index) {
    if (index == null) {
      throw new IndexError(
          "only integers, slices (`:`), ellipsis (`...`) and integer or boolean arrays are valid"
              + " indices");
    }
    return array.reshape(-1).get(index).copy();
  }

  /// `a.flat[index] = value`; the values are repeated as needed.
  ///
  /// @throws org.panarray.error.IndexError where a position is outside
  public void set(Object index, Object value) {
    Storing.requireWriteable(array, "underlying array");
    NDArray numbers = Np.np.arange(array.size()).toDevice(array.device());
    NDArray places = numbers.get(index instanceof String text ? item(text) : index);
    Putting.put(array, places, ArrayLike.of(value), "raise");
  }

  private static Index item(String text) {
    return IndexParser.parse(text).getFirst();
  }

  /// The elements as 0-d arrays.
  @Override
  public Iterator<NDArray> iterator() {
    NDArray line = array.reshape(-1);
    return new Iterator<>() {
      private long next;

      @Override
      public boolean hasNext() {
        return next < line.size();
      }

      @Override
      public NDArray next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return line.get(next++);
      }
    };
  }
}
