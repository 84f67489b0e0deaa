package org.panarray.shape;

import java.util.Arrays;
import org.panarray.error.AxisError;
import org.panarray.error.IndexError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;

/// The dimensions of an array: immutable, compared by value, printed as Python's tuple.
public final class Shape {
  /// The largest rank, NumPy's.
  public static final int MAX_RANK = 64;

  /// The shape of one element, `()`.
  public static final Shape SCALAR = new Shape(new long[0], 1);

  private static final String TOO_BIG =
      "array is too big; `arr.size * arr.dtype.itemsize` is larger than the maximum possible size.";

  private final long[] dims;
  private final long size;

  private Shape(long[] dims, long size) {
    this.dims = dims;
    this.size = size;
  }

  /// The shape with these dimensions.
  ///
  /// @throws ValueError for a negative dimension, more than 64 dimensions, or a product (zeros left
  ///   out, as in NumPy) beyond `Long.MAX_VALUE`
  public static Shape of(long... dims) {
    return Required.argument(dims, "shape").length == 0 ? SCALAR : wrap(dims.clone());
  }

  /// As [#of(long...)] for Java's usual index type.
  ///
  /// @throws ValueError as there
  public static Shape of(int[] dims) {
    long[] wide = new long[Required.argument(dims, "shape").length];
    for (int i = 0; i < dims.length; i++) {
      wide[i] = dims[i];
    }
    return wrap(wide);
  }

  /// Takes ownership of `dims`, after checking them.
  static Shape wrap(long[] dims) {
    if (dims.length > MAX_RANK) {
      throw new ValueError(
          "maximum supported dimension for an ndarray is currently 64, found " + dims.length);
    }
    long product = 1;
    boolean empty = false;
    for (long dim : dims) {
      if (dim < 0) {
        throw new ValueError("negative dimensions are not allowed");
      }
      if (dim == 0) {
        empty = true;
      } else if (Math.multiplyHigh(product, dim) != 0 || product * dim < 0) {
        throw new ValueError(TOO_BIG);
      } else {
        product *= dim;
      }
    }
    return new Shape(dims, empty ? 0 : product);
  }

  /// The number of dimensions, NumPy's `ndim`.
  public int rank() {
    return dims.length;
  }

  /// The size of one axis; negative axes count from the end.
  ///
  /// @throws AxisError if there is no such axis
  public long dim(int axis) {
    return dims[axis >= 0 && axis < dims.length ? axis : Axes.normalize(axis, dims.length)];
  }

  /// The number of elements: 1 for a scalar.
  public long size() {
    return size;
  }

  /// A copy of the dimensions.
  public long[] toArray() {
    return dims.clone();
  }

  /// The dimensions themselves: for reading only.
  long[] dims() {
    return dims;
  }

  /// Whether there are no dimensions.
  public boolean isScalar() {
    return dims.length == 0;
  }

  /// The common shape by NumPy's rule: aligned at the last axis, a size of 1 stretches. No shape at
  /// all gives the scalar shape.
  ///
  /// @throws ValueError `operands could not be broadcast together with shapes (2,3) (4,) ` (NumPy's
  ///   text ends in a space)
  public static Shape broadcast(Shape... shapes) {
    Required.all(shapes, "shapes");
    if (shapes.length == 2) {
      return broadcast(shapes[0], shapes[1]);
    }
    long[] dims = Broadcast.dims(shapes);
    if (dims == null) {
      throw mismatch("operands could not be broadcast together with shapes", shapes);
    }
    return wrap(dims);
  }

  /// The common shape of two; the very object if one of them is it.
  ///
  /// @throws ValueError as [#broadcast(Shape...)]
  @SuppressWarnings("ReferenceEquality") // only the quick way to see that they are equal
  public static Shape broadcast(Shape a, Shape b) {
    if (a == b
        || Arrays.equals(Required.argument(a, "a").dims, Required.argument(b, "b").dims)
        || b.dims.length == 0) {
      return a;
    }
    if (a.dims.length == 0) {
      return b;
    }
    long[] dims = Broadcast.dims(a, b);
    if (dims == null) {
      throw mismatch("operands could not be broadcast together with shapes", a, b);
    }
    return Arrays.equals(dims, a.dims) ? a : Arrays.equals(dims, b.dims) ? b : wrap(dims);
  }

  private static ValueError mismatch(String start, Shape... shapes) {
    return new ValueError(Broadcast.listed(start, shapes));
  }

  /// This shape with a dimension put in before position `axis`; `rank()` (or -1) appends, since
  /// `axis` is an axis of the result.
  ///
  /// @throws AxisError if the result has no such axis
  public Shape insert(int axis, long dim) {
    int at = Axes.normalize(axis, dims.length + 1);
    long[] result = new long[dims.length + 1];
    System.arraycopy(dims, 0, result, 0, at);
    result[at] = dim;
    System.arraycopy(dims, at, result, at + 1, dims.length - at);
    return wrap(result);
  }

  /// This shape without one axis.
  ///
  /// @throws AxisError if there is no such axis
  public Shape remove(int axis) {
    int at = Axes.normalize(axis, dims.length);
    long[] result = new long[dims.length - 1];
    System.arraycopy(dims, 0, result, 0, at);
    System.arraycopy(dims, at + 1, result, at, result.length - at);
    return wrap(result);
  }

  /// This shape without the given axes.
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError `duplicate value in 'axis'`
  public Shape removeAll(int... axes) {
    int[] kept = Axes.complement(axes, dims.length);
    long[] result = new long[kept.length];
    for (int i = 0; i < kept.length; i++) {
      result[i] = dims[kept[i]];
    }
    return wrap(result);
  }

  /// This shape with another size for one axis.
  ///
  /// @throws AxisError if there is no such axis
  public Shape with(int axis, long dim) {
    int at = Axes.normalize(axis, dims.length);
    long[] result = dims.clone();
    result[at] = dim;
    return wrap(result);
  }

  /// What a reduction over `axes` leaves: the axes removed, or kept with size 1.
  ///
  /// @throws AxisError if there is no such axis
  /// @throws ValueError `duplicate value in 'axis'`
  public Shape reduced(int[] axes, boolean keepdims) {
    if (!keepdims) {
      return removeAll(axes);
    }
    long[] result = dims.clone();
    for (int axis : Axes.normalizeAll(axes, dims.length)) {
      result[axis] = 1;
    }
    return wrap(result);
  }

  /// The dimensions of this shape followed by those of `other`.
  public Shape concat(Shape other) {
    if (Required.argument(other, "other").dims.length == 0) {
      return this;
    }
    long[] result = Arrays.copyOf(dims, dims.length + other.dims.length);
    System.arraycopy(other.dims, 0, result, dims.length, other.dims.length);
    return wrap(result);
  }

  /// The dimensions `from .. to-1`, as Python's `shape[from:to]` with bounds in range.
  ///
  /// @throws IndexError where they are not
  public Shape range(int from, int to) {
    if (from < 0 || to < from || to > dims.length) {
      throw new IndexError(
          "axes " + from + " to " + to + " are not all among the " + dims.length + " of " + this);
    }
    return wrap(Arrays.copyOfRange(dims, from, to));
  }

  /// The shape with axes rearranged: axis `i` of the result is axis `axes[i]` of this one.
  ///
  /// @throws ValueError `axes don't match array` or `repeated axis in transpose`
  /// @throws AxisError if there is no such axis
  public Shape permute(int... axes) {
    int[] permutation = Axes.permutation(axes, dims.length);
    long[] result = new long[dims.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = dims[permutation[i]];
    }
    return new Shape(result, size);
  }

  /// The shape that `reshape` asks for, with one `-1` resolved (any negative number is that, as in
  /// NumPy).
  ///
  /// @throws ValueError `cannot reshape array of size 6 into shape (4,newaxis)` or `can only
  ///   specify one unknown dimension`
  public static Shape reshape(Shape from, long... requested) {
    long[] dims = Required.argument(requested, "shape").clone();
    int unknown = -1;
    long known = 1;
    boolean empty = false;
    boolean overflow = false;
    for (int i = 0; i < dims.length; i++) {
      if (dims[i] < 0) {
        if (unknown >= 0) {
          throw new ValueError("can only specify one unknown dimension");
        }
        unknown = i;
      } else if (dims[i] == 0) {
        empty = true;
      } else if (Math.multiplyHigh(known, dims[i]) != 0 || known * dims[i] < 0) {
        overflow = true;
      } else {
        known *= dims[i];
      }
    }
    known = empty ? 0 : known;
    if (unknown >= 0 && !overflow && known != 0 && from.size % known == 0) {
      dims[unknown] = from.size / known;
    } else if (unknown >= 0 || overflow || known != Required.argument(from, "from").size) {
      throw new ValueError(
          "cannot reshape array of size " + from.size + " into shape " + requestedText(dims));
    }
    return wrap(dims);
  }

  /// Without spaces, as NumPy prints shapes in broadcast messages: `(2,3)`, `(3,)`, `()`.
  public String compact() {
    return Broadcast.tuple(dims, ",");
  }

  /// NumPy prints the unknown dimension of a reshape as `newaxis`, but leaves it out where it is
  /// first.
  private static String requestedText(long[] dims) {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < dims.length; i++) {
      if (i > 0 || dims[i] >= 0) {
        text.append(text.length() > 1 ? "," : "");
        text.append(dims[i] < 0 ? "newaxis" : Long.toString(dims[i]));
      }
    }
    return text.append(dims.length == 1 ? ",)" : ")").toString();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Shape shape && Arrays.equals(dims, shape.dims));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dims);
  }

  /// Python's tuple: `(2, 3)`, `(3,)`, `()`.
  @Override
  public String toString() {
    return Broadcast.tuple(dims, ", ");
  }
}
