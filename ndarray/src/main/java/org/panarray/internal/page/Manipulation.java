package org.panarray.internal.page;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Formula;
import org.panarray.internal.array.JavaLength;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Reducer;
import org.panarray.internal.array.Storing;
import org.panarray.internal.shaping.AxisOrder;
import org.panarray.internal.shaping.Dimensions;
import org.panarray.internal.shaping.Reshaping;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.PadKeyword;
import org.panarray.prim.ElementType.Casting;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;
import org.panarray.shape.Axes;
import org.panarray.shape.Broadcast;
import org.panarray.shape.Index;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// Shapes and axes.
///
/// Results are views wherever NumPy gives views: everything here but `copyto`, `resize`, `append`
/// and what must copy because strides cannot express it.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.array-manipulation.html">NumPy's
///   page</a>
public sealed interface Manipulation permits Np {

  /// The elements under another shape, one length of which may be -1: `numpy.reshape`. Keywords:
  /// `order` (`C`, `F` or `A`), `copy`.
  ///
  /// @throws ValueError `cannot reshape array of size 6 into shape (4,)`
  default NDArray reshape(Object a, long[] shape, Keyword.ForReshape... keywords) {
    return Reshaping.reshape(ArrayLike.of(a), shape, keywords);
  }

  /// As [#reshape(Object, long[], Keyword.ForReshape...)] to one axis.
  default NDArray reshape(Object a, long length, Keyword.ForReshape... keywords) {
    return reshape(a, new long[] {length}, keywords);
  }

  /// All elements along one axis: `numpy.ravel`, a view where possible. Keyword: `order`.
  default NDArray ravel(Object a, Keyword.ForOrder... keywords) {
    return Reshaping.ravel(ArrayLike.of(a), keywords);
  }

  /// The axes in another order, reversed where none are given: `numpy.transpose`.
  default NDArray transpose(Object a, int... axes) {
    return ArrayLike.of(a).transpose(axes);
  }

  /// Another name of [#transpose].
  default NDArray permuteDims(Object a, int... axes) {
    return transpose(a, axes);
  }

  /// The last two axes exchanged: `numpy.matrix_transpose`.
  ///
  /// @throws ValueError `Input array must be at least 2-dimensional, but it is 1`
  default NDArray matrixTranspose(Object x) {
    NDArray array = ArrayLike.of(x);
    if (array.ndim() < 2) {
      throw new ValueError("Input array must be at least 2-dimensional, but it is " + array.ndim());
    }
    return AxisOrder.swapaxes(array, -1, -2);
  }

  /// Two axes exchanged: `numpy.swapaxes`.
  default NDArray swapaxes(Object a, int axis1, int axis2) {
    return AxisOrder.swapaxes(a, axis1, axis2);
  }

  /// An axis moved to another place: `numpy.moveaxis`.
  ///
  /// ```java
  /// np.moveaxis(np.zeros(2, 3, 4), 0, -1).shape() // (3, 4, 2)
  /// ```
  default NDArray moveaxis(Object a, int source, int destination) {
    return AxisOrder.moveaxis(a, source, destination);
  }

  /// Axes moved to other places.
  ///
  /// @throws ValueError `` `source` and `destination` arguments must have the same number of
  ///   elements``
  default NDArray moveaxis(Object a, int[] source, int[] destination) {
    return AxisOrder.moveaxis(a, source, destination);
  }

  /// An axis rolled back to before `start`: `numpy.rollaxis`.
  default NDArray rollaxis(Object a, int axis, int start) {
    return AxisOrder.rollaxis(a, axis, start);
  }

  /// An axis rolled back to the front.
  default NDArray rollaxis(Object a, int axis) {
    return rollaxis(a, axis, 0);
  }

  /// Axes of length one inserted, at these places of the result: `numpy.expand_dims`.
  ///
  /// ```java
  /// np.expandDims(np.arange(3), 0).shape() // (1, 3)
  /// ```
  default NDArray expandDims(Object a, int... axis) {
    return Dimensions.expandDims(a, axis);
  }

  /// Axes of length one removed, all of them where none are named: `numpy.squeeze`.
  ///
  /// ```java
  /// np.squeeze(np.zeros(1, 3, 1)).shape() // (3,)
  /// ```
  ///
  /// @throws ValueError `cannot select an axis to squeeze out which has size not equal to one`
  default NDArray squeeze(Object a, int @Nullable ... axis) {
    return Dimensions.squeeze(a, axis);
  }

  /// At least one axis: `numpy.atleast_1d`.
  default NDArray atleast1d(Object a) {
    return Dimensions.atleast1d(a);
  }

  /// [#atleast1d(Object)] of each.
  default NDArray[] atleast1d(Object first, Object second, Object... more) {
    return Reshaping.each(Dimensions::atleast1d, first, second, more);
  }

  /// At least two axes, new ones in front: `numpy.atleast_2d`.
  default NDArray atleast2d(Object a) {
    return Dimensions.atleast2d(a);
  }

  /// [#atleast2d(Object)] of each.
  default NDArray[] atleast2d(Object first, Object second, Object... more) {
    return Reshaping.each(Dimensions::atleast2d, first, second, more);
  }

  /// At least three axes: `(n,)` becomes `(1, n, 1)` and `(m, n)` becomes `(m, n, 1)`:
  /// `numpy.atleast_3d`.
  default NDArray atleast3d(Object a) {
    return Dimensions.atleast3d(a);
  }

  /// [#atleast3d(Object)] of each.
  default NDArray[] atleast3d(Object first, Object second, Object... more) {
    return Reshaping.each(Dimensions::atleast3d, first, second, more);
  }

  /// The array repeated without memory to a shape: `numpy.broadcast_to`, a view that cannot be
  /// written.
  ///
  /// ```java
  /// np.broadcastTo(np.arange(3), 2, 3)
  /// // [[0 1 2]
  /// //  [0 1 2]]
  /// ```
  ///
  /// @throws ValueError `operands could not be broadcast together with remapped shapes ...`
  default NDArray broadcastTo(Object array, long... shape) {
    return Dimensions.broadcastTo(array, shape);
  }

  /// Arrays repeated without memory to their common shape: `numpy.broadcast_arrays`.
  default NDArray[] broadcastArrays(Object... args) {
    return Dimensions.broadcastArrays(args);
  }

  /// The shape to which shapes broadcast: `numpy.broadcast_shapes`.
  default Shape broadcastShapes(long[]... shapes) {
    return Broadcast.shapes(
        Arrays.stream(Required.all(shapes, "shapes")).map(Shape::of).toArray(Shape[]::new));
  }

  /// Copies values into an array, repeated to its shape: `numpy.copyto`. Keywords: `casting`,
  /// `where`.
  default void copyto(NDArray dst, Object src, Keyword.ForCopyto... keywords) {
    Keyword.CastingRule rule = Keyword.find(Keyword.CastingRule.class, keywords);
    Keyword.Where where = Keyword.find(Keyword.Where.class, keywords);
    Storing.copyto(
        dst,
        src,
        rule == null ? Casting.SAME_KIND : rule.value(),
        where == null ? null : where.mask());
  }

  /// The shape of an array-like: `numpy.shape`.
  default Shape shape(Object a) {
    return ArrayLike.of(a).shape();
  }

  /// How many axes an array-like has: `numpy.ndim`.
  default int ndim(Object a) {
    return ArrayLike.of(a).ndim();
  }

  /// How many elements an array-like has: `numpy.size`.
  default long size(Object a) {
    return ArrayLike.of(a).size();
  }

  /// How many elements an array-like has along an axis.
  default long size(Object a, int axis) {
    return ArrayLike.of(a).shape(Axes.normalize(axis, ndim(a)));
  }

  /// How many elements an array-like has along axes together; along none of them one.
  ///
  /// @throws ValueError `repeated axis`
  default long size(Object a, Keyword.Axis axis) {
    NDArray array = ArrayLike.of(a);
    int[] axes = Required.argument(axis, "axis").axes();
    return axes == null
        ? array.size()
        : Reducer.count(array, Axes.normalizeAll(axes, array.ndim(), "repeated axis"));
  }

  /// The elements repeated or cut to fill a shape: `numpy.resize`, a copy.
  ///
  /// @throws ValueError `` all elements of `new_shape` must be non-negative``
  default NDArray resize(Object a, long... newShape) {
    if (Arrays.stream(Required.argument(newShape, "newShape")).anyMatch(dim -> dim < 0)) {
      throw new ValueError("all elements of `new_shape` must be non-negative");
    }
    NDArray flat = ArrayLike.of(a).reshape(-1);
    Shape target = Shape.of(newShape);
    if (flat.size() == 0 || target.size() == 0) {
      return NewArrays.zerosLike(a, Kw.shape(newShape));
    }
    long repeats = Math.ceilDiv(target.size(), flat.size());
    int count = JavaLength.of(repeats, flat.dtype().storage(), target);
    NDArray[] parts = MemoryError.unlessFull(() -> new NDArray[count]);
    Arrays.fill(parts, flat);
    NDArray joined = Dispatch.apply(new Primitive.Concat(0), parts);
    return joined.get(Index.slice(0, target.size())).reshape(target);
  }

  /// The array as it is if it is C-contiguous and has an axis, else a copy that is:
  /// `numpy.ascontiguousarray`. Keyword: `dtype`.
  default NDArray ascontiguousarray(Object a, Keyword.ForDtype... keywords) {
    return Dimensions.atleast1d(ordered(a, Order.C, keywords));
  }

  /// The array as it is if it is Fortran-contiguous, else a copy that is: `numpy.asfortranarray`.
  /// Keyword: `dtype`.
  default NDArray asfortranarray(Object a, Keyword.ForDtype... keywords) {
    return ordered(a, Order.F, keywords);
  }

  private NDArray ordered(Object a, Order order, Keyword.ForDtype[] keywords) {
    NDArray array = NewArrays.asarray(a, keywords);
    Layout layout = array.layout();
    boolean ready = order == Order.C ? layout.isContiguous() : layout.isFortran();
    return ready ? array : Dispatch.apply(new Primitive.Copy(order), array);
  }

  /// As [Creation#asarray]: there are no subclasses to pass through.
  default NDArray asanyarray(Object a, Keyword.ForAsarray... keywords) {
    return NewArrays.asarray(a, keywords);
  }

  /// As [Creation#asarray], where NaN or infinity is an error: `numpy.asarray_chkfinite`.
  ///
  /// @throws ValueError `array must not contain infs or NaNs`
  default NDArray asarrayChkfinite(Object a, Keyword.ForChkfinite... keywords) {
    NDArray array = NewArrays.asarray(a, keywords);
    if (array.dtype().isInexact() && !Formula.isfinite(array).all().asBoolean()) {
      throw new ValueError("array must not contain infs or NaNs");
    }
    return array;
  }

  /// The array without zeros at the ends of its axes: `numpy.trim_zeros`, a view. `trim` is `f` for
  /// the front, `b` for the back, or `fb`.
  ///
  /// ```java
  /// np.trimZeros(new int[] {0, 0, 1, 2, 0}) // [1 2]
  /// ```
  ///
  /// @throws ValueError `` unexpected character(s) in `trim`: 'x'``
  default NDArray trimZeros(Object filt, String trim) {
    return trimZeros(filt, trim, Kw.axis((int[]) null));
  }

  /// As [#trimZeros(Object, String)] along some axes.
  default NDArray trimZeros(Object filt, String trim, Keyword.Axis axis) {
    return Reshaping.trimmed(ArrayLike.of(filt), trim, Required.argument(axis, "axis").axes());
  }

  /// The array without zeros at both ends of some axes.
  default NDArray trimZeros(Object filt, Keyword.Axis axis) {
    return trimZeros(filt, "fb", axis);
  }

  /// The array without zeros at both ends.
  default NDArray trimZeros(Object filt) {
    return trimZeros(filt, "fb");
  }

  /// Whether two arrays may share memory: `numpy.may_share_memory`.
  default boolean mayShareMemory(NDArray a, NDArray b) {
    return Storing.mayShare(a, b);
  }

  /// Whether two arrays share memory: `numpy.shares_memory`.
  default boolean sharesMemory(NDArray a, NDArray b) {
    return Storing.mayShare(a, b);
  }

  /// An array with a memory layout and rights: `numpy.require`. Keywords: `dtype`, `requirements`
  /// (letters or names: `C`, `F`, `W` writeable, `O` owns its memory; `A` aligned and `E` always
  /// hold). The array itself where it is so already, else a copy.
  ///
  /// ```java
  /// np.require(np.ones(2, 3).T(), requirements("C")).flags().cContiguous() // true
  /// ```
  ///
  /// @throws ValueError `Cannot specify both "C" and "F" order`
  default NDArray require(Object a, PadKeyword.ForRequire... keywords) {
    PadKeyword.Requirements wanted = Keyword.find(PadKeyword.Requirements.class, keywords);
    StringBuilder letters = new StringBuilder();
    for (String word : wanted == null ? new String[0] : wanted.values()) {
      if (word.isEmpty()) {
        throw new ValueError("require: a requirement is an empty text");
      }
      letters.append(Character.toUpperCase(word.charAt(0)));
    }
    String requirements = letters.toString();
    if (requirements.contains("C") && requirements.contains("F")) {
      throw new ValueError("Cannot specify both \"C\" and \"F\" order");
    }
    return require(a, Keyword.dtypeIn(keywords), requirements);
  }

  /// As [#require(Object, PadKeyword.ForRequire...)] with the letters of the requirements.
  default NDArray require(Object a, @Nullable DType dtype, String requirements) {
    NDArray array = ArrayLike.of(a, dtype == null ? null : dtype.element());
    Layout layout = array.layout();
    boolean copy =
        Required.argument(requirements, "requirements").contains("W") && !array.flags().writeable()
            || requirements.contains("O") && !array.flags().owndata();
    Order order =
        requirements.contains("F") ? Order.F : requirements.contains("C") ? Order.C : Order.A;
    copy |= order == Order.F && !layout.isFortran() || order == Order.C && !layout.isContiguous();
    return copy ? Dispatch.apply(new Primitive.Copy(order), array) : array;
  }
}
