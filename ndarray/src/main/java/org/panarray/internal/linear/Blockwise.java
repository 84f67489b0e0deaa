package org.panarray.internal.linear;

import java.util.ArrayList;
import java.util.List;
import org.panarray.NDArray;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Warnings;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.MatrixKeyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;
import org.panarray.shape.Shape;

/// Products that are no matrix products: of blocks and of vectors in space.
public final class Blockwise {
  private Blockwise() {}

  public static NDArray kron(NDArray a, NDArray b) {
    int rank = Math.max(a.ndim(), b.ndim());
    long[] left = new long[2 * rank];
    long[] right = new long[2 * rank];
    long[] joined = new long[rank];
    for (int axis = 0; axis < rank; axis++) {
      left[2 * axis] = dim(a, axis - rank);
      left[2 * axis + 1] = 1;
      right[2 * axis] = 1;
      right[2 * axis + 1] = dim(b, axis - rank);
      joined[axis] = left[2 * axis] * right[2 * axis + 1];
    }
    return Formula.multiply(a.reshape(left), b.reshape(right)).reshape(joined);
  }

  private static long dim(NDArray array, int axisFromEnd) {
    return -axisFromEnd > array.ndim() ? 1 : array.shape(axisFromEnd);
  }

  public static NDArray cross(NDArray a, NDArray b, Keyword[] keywords) {
    Keyword.Axis axis = Keyword.find(Keyword.Axis.class, keywords);
    MatrixKeyword.Axisa axisa = Keyword.find(MatrixKeyword.Axisa.class, keywords);
    MatrixKeyword.Axisb axisb = Keyword.find(MatrixKeyword.Axisb.class, keywords);
    MatrixKeyword.Axisc axisc = Keyword.find(MatrixKeyword.Axisc.class, keywords);
    int inA = axis != null ? axis.single() : axisa == null ? -1 : axisa.value();
    int inB = axis != null ? axis.single() : axisb == null ? -1 : axisb.value();
    int inResult = axis != null ? axis.single() : axisc == null ? -1 : axisc.value();
    if (a.ndim() < 1 || b.ndim() < 1) {
      throw new ValueError("At least one array has zero dimension");
    }
    NDArray x = AxisOrder.moveaxis(a, Axes.normalize(inA, a.ndim(), "axisa"), -1);
    NDArray y = AxisOrder.moveaxis(b, Axes.normalize(inB, b.ndim(), "axisb"), -1);
    if (!isSpatial(x) || !isSpatial(y)) {
      throw new ValueError("incompatible dimensions for cross product\n(dimension must be 2 or 3)");
    }
    Shape shape =
        Shape.broadcast(x.shape().range(0, x.ndim() - 1), y.shape().range(0, y.ndim() - 1));
    if (x.shape(-1) == 2 || y.shape(-1) == 2) {
      Warnings.warn(
          "DeprecationWarning",
          "Arrays of 2-dimensional vectors are deprecated. Use arrays of 3-dimensional vectors"
              + " instead. (deprecated in NumPy 2.0)");
    }
    if (x.shape(-1) == 2 && y.shape(-1) == 2) {
      return component(x, y, 0, 1);
    }
    int rank = shape.rank() + 1;
    List<NDArray> parts = new ArrayList<>(3);
    for (int k = 0; k < 3; k++) {
      NDArray part = component(x, y, (k + 1) % 3, (k + 2) % 3);
      parts.add(Dispatch.apply(new Primitive.Reshape(part.shape().insert(rank - 1, 1)), part));
    }
    NDArray joined = Dispatch.apply(new Primitive.Concat(rank - 1), parts.toArray(NDArray[]::new));
    return AxisOrder.moveaxis(joined, -1, Axes.normalize(inResult, rank, "axisc"));
  }

  private static boolean isSpatial(NDArray vectors) {
    return vectors.shape(-1) == 2 || vectors.shape(-1) == 3;
  }

  /// `x[i] * y[j] - x[j] * y[i]`, where the third element of a plane vector is zero.
  private static NDArray component(NDArray x, NDArray y, int i, int j) {
    return Formula.subtract(
        Formula.multiply(element(x, i), element(y, j)),
        Formula.multiply(element(x, j), element(y, i)));
  }

  private static NDArray element(NDArray vectors, int i) {
    if (i >= vectors.shape(-1)) {
      return NewArrays.zerosLike(element(vectors, 0));
    }
    return Dispatch.apply(new Primitive.Slice(List.of(Index.ELLIPSIS, Index.at(i))), vectors);
  }
}
