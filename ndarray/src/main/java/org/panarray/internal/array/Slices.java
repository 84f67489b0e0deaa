package org.panarray.internal.array;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.prim.Primitive;
import org.panarray.shape.Index;

/// Views of what lies between two places of an axis.
public final class Slices {
  private Slices() {}

  /// `array[..., start:stop, ...]` along one axis.
  public static NDArray part(NDArray array, int axis, long start, long stop) {
    return openPart(array, axis, start, stop);
  }

  /// As [#part], where null stands for an end that is not given.
  public static NDArray openPart(
      NDArray array, int axis, @Nullable Long start, @Nullable Long stop) {
    List<Index> items = new ArrayList<>();
    for (int before = 0; before < axis; before++) {
      items.add(Index.ALL);
    }
    items.add(Index.slice(start, stop, null));
    return Dispatch.apply(new Primitive.Slice(items), array);
  }
}
