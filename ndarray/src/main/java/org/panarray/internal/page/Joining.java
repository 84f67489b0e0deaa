package org.panarray.internal.page;

import java.util.ArrayList;
import java.util.List;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.IndexError;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.Slices;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Blocks;
import org.panarray.internal.shaping.Concatenation;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.shaping.Repetition;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.keyword.Keyword;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Index;

/// Joining, splitting, tiling, inserting and deleting.
///
/// Joined and tiled results are copies; the parts of a split are views.
///
/// @see <a
///   href="https://numpy.org/doc/2.4/reference/routines.array-manipulation.html#joining-arrays">
///   NumPy's page</a>
public sealed interface Joining permits Np {

  /// Arrays one after another along an existing axis: `numpy.concatenate`. Keywords: `axis`
  /// (default 0; None flattens), `dtype`, `casting`, `out`.
  ///
  /// ```java
  /// NDArray a = np.ones(1, 2);
  /// np.concatenate(List.of(a, np.zeros(1, 2)))
  /// // [[1. 1.]
  /// //  [0. 0.]]
  /// np.concatenate(List.of(a, a), axis(1)) // [[1. 1. 1. 1.]]
  /// ```
  ///
  /// @throws ValueError where shapes differ elsewhere than along the axis
  default NDArray concatenate(Object arrays, Keyword.ForJoin... keywords) {
    return Concatenation.concatenate(arrays, keywords);
  }

  /// As [#concatenate(Object, Keyword.ForJoin...)] along an axis.
  default NDArray concatenate(Object arrays, int axis) {
    return concatenate(arrays, Kw.axis(axis));
  }

  /// Another name of [#concatenate].
  default NDArray concat(Object arrays, Keyword.ForJoin... keywords) {
    return concatenate(arrays, keywords);
  }

  /// Arrays of one shape along a new axis: `numpy.stack`. Keywords: `axis` (default 0), `dtype`,
  /// `casting`, `out`.
  ///
  /// ```java
  /// np.stack(List.of(np.arange(3), np.arange(3)), axis(1)).shape() // (3, 2)
  /// ```
  ///
  /// @throws ValueError `all input arrays must have the same shape`
  default NDArray stack(Object arrays, Keyword.ForJoin... keywords) {
    return Concatenation.stack(arrays, keywords);
  }

  /// As [#stack(Object, Keyword.ForJoin...)] along an axis.
  default NDArray stack(Object arrays, int axis) {
    return stack(arrays, Kw.axis(axis));
  }

  /// Rows on top of each other: `numpy.vstack`. Keywords: `dtype`, `casting`.
  ///
  /// ```java
  /// np.vstack(List.of(np.arange(2), np.arange(2)))
  /// // [[0 1]
  /// //  [0 1]]
  /// ```
  default NDArray vstack(Object tup, Keyword.ForStack... keywords) {
    return Concatenation.along(
        0, ArrayLike.list(tup).stream().map(Dimensions::atleast2d).toList(), keywords);
  }

  /// Columns beside each other: `numpy.hstack`. Keywords: `dtype`, `casting`.
  ///
  /// ```java
  /// np.hstack(List.of(np.arange(2), np.arange(2))) // [0 1 0 1]
  /// ```
  default NDArray hstack(Object tup, Keyword.ForStack... keywords) {
    return Concatenation.hstack(tup, keywords);
  }

  /// Along the third axis: `numpy.dstack`.
  default NDArray dstack(Object tup) {
    return Concatenation.along(2, ArrayLike.list(tup).stream().map(Dimensions::atleast3d).toList());
  }

  /// 1-d arrays as the columns of a matrix: `numpy.column_stack`.
  default NDArray columnStack(Object tup) {
    List<NDArray> columns = new ArrayList<>();
    for (NDArray part : ArrayLike.list(tup)) {
      columns.add(part.ndim() < 2 ? Dimensions.atleast2d(part).transpose() : part);
    }
    return Concatenation.along(1, columns);
  }

  /// Nested lists of blocks put together, innermost along the last axis: `numpy.block`.
  ///
  /// @throws ValueError where the depths differ
  default NDArray block(Object arrays) {
    return Blocks.assemble(arrays);
  }

  /// Equal parts along an axis, as views: `numpy.split`.
  ///
  /// ```java
  /// np.split(np.arange(6), 3).get(1) // [2 3]
  /// ```
  ///
  /// @throws ValueError `array split does not result in an equal division`
  default List<NDArray> split(Object ary, long sections, int axis) {
    NDArray array = ArrayLike.of(ary);
    long length = array.shape(splitAxis(array, axis));
    if (sections > 0 && length % sections != 0) {
      throw new ValueError("array split does not result in an equal division");
    }
    return arraySplit(array, sections, axis);
  }

  /// Equal parts along the first axis.
  default List<NDArray> split(Object ary, long sections) {
    return split(ary, sections, 0);
  }

  /// Parts that end at these indices along an axis, as views.
  default List<NDArray> split(Object ary, long[] indices, int axis) {
    return arraySplit(ary, indices, axis);
  }

  /// Parts that end at these indices along the first axis.
  default List<NDArray> split(Object ary, long[] indices) {
    return split(ary, indices, 0);
  }

  /// Parts of nearly equal length along an axis, the longer ones first: `numpy.array_split`.
  ///
  /// @throws ValueError `number sections must be larger than 0.`
  default List<NDArray> arraySplit(Object ary, long sections, int axis) {
    if (sections <= 0) {
      throw new ValueError("number sections must be larger than 0.");
    }
    NDArray array = ArrayLike.of(ary);
    int along = splitAxis(array, axis);
    long length = array.shape(along);
    int count = JavaLength.of(sections, array.dtype().storage());
    List<NDArray> parts = MemoryError.unlessFull(() -> new ArrayList<>(count));
    long start = 0;
    for (long i = 0; i < sections; i++) {
      long stop = start + length / sections + (i < length % sections ? 1 : 0);
      parts.add(Slices.part(array, along, start, stop));
      start = stop;
    }
    return parts;
  }

  private static int splitAxis(NDArray array, int axis) {
    if (axis < -array.ndim() || axis >= array.ndim()) {
      throw new IndexError("tuple index out of range");
    }
    return Axes.normalize(axis, array.ndim());
  }

  /// Parts of nearly equal length along the first axis.
  default List<NDArray> arraySplit(Object ary, long sections) {
    return arraySplit(ary, sections, 0);
  }

  /// Parts that end at these indices along an axis.
  default List<NDArray> arraySplit(Object ary, long[] indices, int axis) {
    NDArray array = ArrayLike.of(ary);
    int along = splitAxis(array, axis);
    List<NDArray> parts = new ArrayList<>();
    long start = 0;
    for (long stop : Required.argument(indices, "indices")) {
      parts.add(Slices.part(array, along, start, stop));
      start = stop;
    }
    List<Index> rest = new ArrayList<>();
    for (int before = 0; before < along; before++) {
      rest.add(Index.ALL);
    }
    rest.add(Index.slice(start, null, null));
    parts.add(Dispatch.apply(new Primitive.Slice(rest), array));
    return parts;
  }

  /// Parts that end at these indices along the first axis.
  default List<NDArray> arraySplit(Object ary, long[] indices) {
    return arraySplit(ary, indices, 0);
  }

  /// Equal parts side by side: `numpy.hsplit`.
  default List<NDArray> hsplit(Object ary, long sections) {
    NDArray array = Concatenation.requireRank(ArrayLike.of(ary), 1, "hsplit");
    return split(array, sections, array.ndim() > 1 ? 1 : 0);
  }

  /// Parts side by side that end at these indices.
  default List<NDArray> hsplit(Object ary, long[] indices) {
    NDArray array = Concatenation.requireRank(ArrayLike.of(ary), 1, "hsplit");
    return split(array, indices, array.ndim() > 1 ? 1 : 0);
  }

  /// Equal parts on top of each other: `numpy.vsplit`.
  default List<NDArray> vsplit(Object ary, long sections) {
    return split(Concatenation.requireRank(ArrayLike.of(ary), 2, "vsplit"), sections, 0);
  }

  /// Parts on top of each other that end at these indices.
  default List<NDArray> vsplit(Object ary, long[] indices) {
    return split(Concatenation.requireRank(ArrayLike.of(ary), 2, "vsplit"), indices, 0);
  }

  /// Equal parts along the third axis: `numpy.dsplit`.
  default List<NDArray> dsplit(Object ary, long sections) {
    return split(Concatenation.requireRank(ArrayLike.of(ary), 3, "dsplit"), sections, 2);
  }

  /// Parts along the third axis that end at these indices.
  default List<NDArray> dsplit(Object ary, long[] indices) {
    return split(Concatenation.requireRank(ArrayLike.of(ary), 3, "dsplit"), indices, 2);
  }

  /// The sub-arrays along an axis, as views: `numpy.unstack`. Keyword: `axis` (default 0).
  default List<NDArray> unstack(Object x, Keyword.ForAxis... keywords) {
    NDArray array = ArrayLike.of(x);
    if (array.ndim() == 0) {
      throw new ValueError("Input array must be at least 1-d.");
    }
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    NDArray front = AxisOrder.moveaxis(array, named == null ? 0 : named.single(), 0);
    List<NDArray> parts = new ArrayList<>();
    front.forEach(parts::add);
    return parts;
  }

  /// The array laid out repeatedly along its axes: `numpy.tile`.
  ///
  /// ```java
  /// np.tile(np.arange(2), 3) // [0 1 0 1 0 1]
  /// ```
  default NDArray tile(Object a, long... reps) {
    return Repetition.tile(ArrayLike.of(a), reps);
  }

  /// Every element several times: `numpy.repeat`. `repeats` is one count or one for each element;
  /// keyword: `axis` (default: the flattened array).
  ///
  /// ```java
  /// np.repeat(np.arange(3), new int[] {1, 0, 2}) // [0 2 2]
  /// ```
  ///
  /// @throws ValueError where there is not one count for each element
  default NDArray repeat(Object a, Object repeats, Keyword.ForAxis... keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    NDArray array = ArrayLike.of(a);
    return named == null || named.axes() == null
        ? Repetition.repeat(array.reshape(-1), repeats, 0)
        : Repetition.repeat(array, repeats, Axes.normalize(named.single(), array.ndim()));
  }

  /// As [#repeat(Object, Object, Keyword.ForAxis...)] along an axis.
  default NDArray repeat(Object a, Object repeats, int axis) {
    return repeat(a, repeats, Kw.axis(axis));
  }

  /// Values at the end: `numpy.append`, of the flattened arrays without `axis`. Keyword: `axis`.
  default NDArray append(Object arr, Object values, Keyword.ForAxis... keywords) {
    Keyword.Axis named = Keyword.find(Keyword.Axis.class, keywords);
    NDArray array = ArrayLike.of(arr);
    NDArray more = Devices.beside(array, values, ArrayLike.of(values));
    return named == null || named.axes() == null
        ? concatenate(
            List.of(Reshaping.ravel(array, new Keyword[0]), Reshaping.ravel(more, new Keyword[0])),
            Kw.axis(0))
        : concatenate(List.of(array, more), Kw.axis(named.single()));
  }

  /// The array without what an index, indices, a slice or a mask names along an axis:
  /// `numpy.delete`; of the flattened array without `axis`. Keyword: `axis`.
  ///
  /// ```java
  /// np.delete(np.arange(5), new int[] {1, 3}) // [0 2 4]
  /// ```
  ///
  /// @throws IndexError where an index is out of bounds
  default NDArray delete(Object arr, Object obj, Keyword.ForAxis... keywords) {
    return Repetition.delete(ArrayLike.of(arr), obj, Keyword.find(Keyword.Axis.class, keywords));
  }

  /// As [#delete(Object, Object, Keyword.ForAxis...)] along an axis.
  default NDArray delete(Object arr, Object obj, int axis) {
    return delete(arr, obj, Kw.axis(axis));
  }

  /// The array with values before what an index or indices name along an axis: `numpy.insert`; of
  /// the flattened array without `axis`. Keyword: `axis`.
  ///
  /// ```java
  /// np.insert(np.arange(3), 1, 9) // [0 9 1 2]
  /// ```
  ///
  /// @throws IndexError where an index is out of bounds
  default NDArray insert(Object arr, Object obj, Object values, Keyword.ForAxis... keywords) {
    return Repetition.insert(
        ArrayLike.of(arr), obj, values, Keyword.find(Keyword.Axis.class, keywords));
  }

  /// As [#insert(Object, Object, Object, Keyword.ForAxis...)] along an axis.
  default NDArray insert(Object arr, Object obj, Object values, int axis) {
    return insert(arr, obj, values, Kw.axis(axis));
  }
}
