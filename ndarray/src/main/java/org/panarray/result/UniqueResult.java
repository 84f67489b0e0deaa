package org.panarray.result;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;

/// What `np.unique` gives with flags; iterates over the parts asked for, as NumPy's tuple.
///
/// @param values the different values, sorted
/// @param index where each value was first
/// @param inverse which value each element is, of the input's shape (1-d along an axis)
/// @param counts how often each value was there
public record UniqueResult(
    NDArray values, @Nullable NDArray index, @Nullable NDArray inverse, @Nullable NDArray counts)
    implements Iterable<NDArray> {
  @Override
  public Iterator<NDArray> iterator() {
    List<NDArray> parts = new ArrayList<>();
    parts.add(values);
    for (NDArray part : new NDArray[] {index, inverse, counts}) {
      if (part != null) {
        parts.add(part);
      }
    }
    return parts.iterator();
  }
}
