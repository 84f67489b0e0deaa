package org.panarray.internal.indexing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.WeakArrays;
import org.panarray.keyword.Keyword;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Primitive;
import org.panarray.shape.Shape;

/// `choose` and `select`.
public final class Cases {
  private Cases() {}

  public static NDArray choose(NDArray numbers, Object[] alternatives, Keyword[] keywords) {
    if (alternatives.length == 0) {
      throw new ValueError("0-length sequence.");
    }
    List<NDArray> choices = List.of(WeakArrays.common(alternatives));
    NDArray which = Taking.positions(numbers, Casting.SAFE, numbers);
    long count = choices.size();
    String mode = Taking.mode(keywords);
    if (mode.equals("raise") && which.size() > 0) {
      boolean outside =
          Aggregates.min(which).asLong() < 0 || Aggregates.max(which).asLong() >= count;
      if (outside) {
        throw new ValueError("invalid entry in choice array");
      }
    }
    List<NDArray> all = new ArrayList<>(choices);
    all.add(which);
    Shape shape = commonShape(all);
    List<NDArray> wide = new ArrayList<>();
    for (NDArray choice : choices) {
      wide.add(Dispatch.apply(new Primitive.BroadcastTo(shape), choice.toDevice(which.device())));
    }
    NDArray elements = Coordinates.stacked(0, wide).reshape(-1);
    NDArray offsets = NewArrays.arange(shape.size()).toDevice(which.device()).reshape(shape);
    NDArray places = Taking.bounded(which, mode, count).times(shape.size()).plus(offsets);
    return Taking.store(Taking.at(elements, places), "choose", keywords);
  }

  /// The shape that all broadcast to, walked axis by axis as NumPy's iterator does, so that the
  /// error names the same two arguments.
  private static Shape commonShape(List<NDArray> arrays) {
    int rank = arrays.stream().mapToInt(NDArray::ndim).max().orElse(0);
    long[] dims = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      dims[axis] = 1;
      int source = 0;
      for (int j = 0; j < arrays.size(); j++) {
        int own = axis - rank + arrays.get(j).ndim();
        long length = own < 0 ? 1 : arrays.get(j).shape(own);
        if (length == 1) {
          continue;
        }
        if (dims[axis] == 1) {
          dims[axis] = length;
          source = j;
        } else if (dims[axis] != length) {
          throw new ValueError(
              "shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between"
                  + " arg "
                  + source
                  + " with shape "
                  + arrays.get(source).shape()
                  + " and arg "
                  + j
                  + " with shape "
                  + arrays.get(j).shape()
                  + ".");
        }
      }
    }
    return Shape.of(dims);
  }

  private static DType commonDtype(Object[] values) {
    try {
      return WeakArrays.commonDtype(values);
    } catch (TypeError e) {
      throw new TypeError(
          "Choicelist and default value do not have a common dtype: " + e.getMessage());
    }
  }

  public static NDArray select(Object conditions, Object choices, Object otherwise) {
    List<NDArray> masks = ArrayLike.list(conditions);
    Object[] values = ArrayLike.elements(choices);
    if (masks.size() != values.length) {
      throw new ValueError("list of cases must be same length as list of conditions");
    }
    if (masks.isEmpty()) {
      throw new ValueError("select with an empty condition list is not possible");
    }
    for (int i = 0; i < masks.size(); i++) {
      if (!masks.get(i).dtype().isBool()) {
        throw new TypeError("invalid entry " + i + " in condlist: should be boolean ndarray");
      }
    }
    Object[] all = Arrays.copyOf(values, values.length + 1);
    all[values.length] = otherwise;
    DType type = commonDtype(all);
    NDArray result = Casts.to(ArrayLike.of(otherwise), type).toDevice(masks.getFirst().device());
    for (int i = masks.size() - 1; i >= 0; i--) {
      NDArray value = ArrayLike.of(values[i]);
      // a scalar has chosen the type as a weak one, but is written as an array, of int64 for 7
      Casts.require("array data", value.dtype(), type, Casting.SAME_KIND);
      result = Choice.where(masks.get(i), Casts.to(value, type), result);
    }
    return result;
  }
}
