package org.panarray.internal.indexing;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Aggregates;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.ElementReader;
import org.panarray.internal.array.NewArrays;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.result.IndexedElement;
import org.panarray.shape.Shape;

/// Coordinates of elements and their positions in C order.
public final class Coordinates {
  private Coordinates() {}

  public static NDArray ravel(List<NDArray> coordinates, long[] dims, Keyword[] keywords) {
    if (coordinates.size() != Required.argument(dims, "dims").length) {
      throw new ValueError("parameter multi_index must be a sequence of length " + dims.length);
    }
    requireAddressable(
        dims, "invalid dims: array size defined by dims is larger than the maximum possible size.");
    if (Arrays.stream(dims).anyMatch(dim -> dim == 0)
        && coordinates.stream().anyMatch(given -> given.size() > 0)) {
      throw new ValueError("cannot unravel if shape has zero entries (is empty).");
    }
    String mode = Taking.mode(keywords);
    Keyword.MemoryOrder order = Keyword.find(Keyword.MemoryOrder.class, keywords);
    boolean fortran = order != null && order.value() == Order.F;
    NDArray total = null;
    for (int i = 0; i < dims.length; i++) {
      int axis = fortran ? dims.length - 1 - i : i;
      NDArray given = requireIntegers(coordinates.get(axis));
      if (mode.equals("raise") && given.size() > 0) {
        if (Aggregates.min(given).asLong() < 0 || Aggregates.max(given).asLong() >= dims[axis]) {
          throw new ValueError("invalid entry in coordinates array");
        }
      }
      NDArray bounded = Taking.bounded(given, mode, dims[axis]);
      total = total == null ? bounded : total.times(dims[axis]).plus(bounded);
    }
    return total == null ? NewArrays.zeros(new long[0], DType.INT64) : total;
  }

  public static NDArray[] unravel(NDArray positions, long[] dims, Keyword.MemoryOrder order) {
    requireAddressable(
        dims,
        "dimensions are too large; arrays and shapes with a total size greater than 'intp' are not"
            + " supported.");
    Shape shape = Shape.of(dims);
    NDArray flat = requireIntegers(positions);
    if (flat.size() > 0) {
      long least = Aggregates.min(flat).asLong();
      long most = Aggregates.max(flat).asLong();
      if (least < 0 || most >= shape.size()) {
        throw new ValueError(
            "index "
                + (least < 0 ? least : most)
                + " is out of bounds for array with size "
                + shape.size());
      }
    }
    boolean fortran = order.value() == Order.F;
    Shape walked = fortran ? shape.permute(org.panarray.shape.Axes.reversed(shape.rank())) : shape;
    NDArray[] result = new NDArray[shape.rank()];
    if (result.length == 0) {
      return result;
    }
    NDArray[] parts = new NDArray[shape.rank()];
    for (int axis = 0; axis < parts.length; axis++) {
      parts[fortran ? parts.length - 1 - axis : axis] = along(flat, walked, axis);
    }
    // NumPy's arrays are the columns of one.
    NDArray rows = stacked(flat.ndim(), List.of(parts));
    for (int axis = 0; axis < result.length; axis++) {
      result[axis] = rows.get("...", axis);
    }
    return result;
  }

  /// Arrays of one type and shape, beside each other on a new axis.
  static NDArray stacked(int axis, List<NDArray> arrays) {
    NDArray[] wide = new NDArray[arrays.size()];
    for (int i = 0; i < wide.length; i++) {
      NDArray array = arrays.get(i);
      wide[i] = Dispatch.apply(new Primitive.Reshape(array.shape().insert(axis, 1)), array);
    }
    return Dispatch.apply(new Primitive.Concat(axis), wide);
  }

  private static void requireAddressable(long[] dims, String failure) {
    long size = 1;
    for (long dim : Required.argument(dims, "dims")) {
      if (Math.multiplyHigh(size, dim) != 0 || size * dim < 0) {
        throw new ValueError(failure);
      }
      size *= dim;
    }
  }

  private static NDArray requireIntegers(NDArray given) {
    if (!given.dtype().isInteger()) {
      throw new TypeError("only int indices permitted");
    }
    return given.astype(DType.INT64, Kw.copy(false));
  }

  /// The coordinate on one axis of positions in C order.
  static NDArray along(NDArray positions, Shape shape, int axis) {
    long weight = 1;
    for (int inner = axis + 1; inner < shape.rank(); inner++) {
      weight *= shape.dim(inner);
    }
    NDArray steps = weight == 1 ? positions : positions.floorDiv(weight);
    return axis == 0 ? steps : steps.rem(shape.dim(axis));
  }

  /// @throws IndexError `index 5 is out of bounds for axis 0 with size 5`
  static void checkBounds(NDArray positions, long size) {
    NDArray outside = Counting.flatnonzero(positions.lt(-size).or(positions.ge(size)));
    if (outside.size() > 0) {
      long first = Taking.at(positions, outside.get("0:1")).asLong();
      throw new IndexError("index " + first + " is out of bounds for axis 0 with size " + size);
    }
  }

  public static Iterable<long[]> indices(Shape shape) {
    return () ->
        new Iterator<>() {
          private long[] next = new long[shape.rank()];
          private long left = shape.size();

          @Override
          public boolean hasNext() {
            return left > 0;
          }

          @Override
          public long[] next() {
            if (left-- <= 0) {
              throw new NoSuchElementException();
            }
            long[] index = next;
            next = next.clone();
            for (int axis = next.length - 1; axis >= 0; axis--) {
              if (++next[axis] < shape.dim(axis)) {
                break;
              }
              next[axis] = 0;
            }
            return index;
          }
        };
  }

  public static Iterable<IndexedElement> enumerate(NDArray array) {
    return () ->
        new Iterator<>() {
          private final Iterator<long[]> indices = indices(array.shape()).iterator();
          private final NDArray host = array.toDevice(Device.CPU);
          private long flat;

          @Override
          public boolean hasNext() {
            return indices.hasNext();
          }

          @Override
          public IndexedElement next() {
            return new IndexedElement(indices.next(), new ElementReader(host).boxedAt(flat++));
          }
        };
  }
}
