package org.panarray.internal.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.Np;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Casts;
import org.panarray.internal.array.Devices;
import org.panarray.internal.array.NewArrays;
import org.panarray.internal.array.Storing;
import org.panarray.internal.indexing.Cases;
import org.panarray.internal.indexing.Coordinates;
import org.panarray.internal.indexing.Counting;
import org.panarray.internal.indexing.Putting;
import org.panarray.internal.indexing.Taking;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.prim.ElementType;
import org.panarray.prim.ElementType.Casting;
import org.panarray.result.IndexedElement;
import org.panarray.shape.Axes;
import org.panarray.shape.Shape;

/// Taking elements out of arrays and putting them in, by position, mask or choice.
///
/// What is taken is a copy. Putting writes the array given, which may have any layout.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.indexing.html">NumPy's page</a>
public sealed interface Indexing permits Np {

  /// Elements along an axis at integer positions: `numpy.take`. The shape of `indices` stands in
  /// place of the axis. Keywords: `axis` (default: all elements in C order), `mode` (for positions
  /// outside: `raise`, `wrap` or `clip`), `out`.
  ///
  /// ```java
  /// np.take(np.arange(6).reshape(2, 3), new int[] {2, 0}, axis(1))
  /// // [[2 0]
  /// //  [5 3]]
  /// ```
  ///
  /// @throws org.panarray.error.IndexError `index 7 is out of bounds for axis 0 with size 5`,
  ///   `cannot do a non-empty take from an empty axes.`
  default NDArray take(Object a, Object indices, Keyword.ForTake... keywords) {
    return Taking.take(a, indices, keywords);
  }

  /// As [#take(Object, Object, Keyword.ForTake...)] along one axis.
  default NDArray take(Object a, Object indices, int axis) {
    return take(a, indices, Kw.axis(axis));
  }

  /// Elements at positions that are given for every place of the other axes:
  /// `numpy.take_along_axis`. `indices` has as many axes as `arr` and broadcasts with it on the
  /// others; a null axis is NumPy's None: all elements in C order.
  ///
  /// @throws org.panarray.error.IndexError `` `indices` must be an integer array``
  /// @throws ValueError `` `indices` and `arr` must have the same number of dimensions``
  default NDArray takeAlongAxis(Object arr, Object indices, Keyword.Axis axis) {
    return Taking.takeAlongAxis(arr, indices, axis);
  }

  /// As [#takeAlongAxis(Object, Object, Keyword.Axis)].
  default NDArray takeAlongAxis(Object arr, Object indices, int axis) {
    return takeAlongAxis(arr, indices, Kw.axis(axis));
  }

  /// As [#takeAlongAxis(Object, Object, Keyword.Axis)] along the last axis.
  default NDArray takeAlongAxis(Object arr, Object indices) {
    return takeAlongAxis(arr, indices, -1);
  }

  /// Writes values at the places that [#takeAlongAxis] reads: `numpy.put_along_axis`.
  ///
  /// @throws ValueError where shapes do not fit, or `assignment destination is read-only`
  default void putAlongAxis(NDArray arr, Object indices, Object values, Keyword.Axis axis) {
    NDArray positions = ArrayLike.of(indices);
    if (Required.argument(axis, "axis").axes() == null) {
      if (positions.ndim() != 1) {
        throw new ValueError("when axis=None, `indices` must have a single dimension.");
      }
      Putting.put(arr, Casts.to(positions, ElementType.INT64), ArrayLike.of(values), "raise");
      return;
    }
    int along = Axes.normalize(axis.single(), Required.argument(arr, "arr").ndim());
    arr.at((Object[]) Taking.alongIndex(arr, positions, along)).set(values);
  }

  /// As [#putAlongAxis(NDArray, Object, Object, Keyword.Axis)].
  default void putAlongAxis(NDArray arr, Object indices, Object values, int axis) {
    putAlongAxis(arr, indices, values, Kw.axis(axis));
  }

  /// Writes values at positions in C order, the values repeated as needed: `numpy.put`.
  ///
  /// @param mode what to do with positions outside: `raise`, `wrap` or `clip`
  /// @throws org.panarray.error.IndexError `index 5 is out of bounds for axis 0 with size 5`
  default void put(NDArray a, Object ind, Object v, TextKeyword.Mode mode) {
    Storing.requireWriteable(a, "put: output array");
    NDArray positions = Taking.positions(ind, Casting.SAFE, a);
    Putting.put(a, positions, Putting.values(a, v), Taking.mode(new Keyword[] {mode}));
  }

  /// As [#put(NDArray, Object, Object, TextKeyword.Mode)] with mode `raise`.
  default void put(NDArray a, Object ind, Object v) {
    put(a, ind, v, Kw.mode("raise"));
  }

  /// Writes the first values, repeated as needed, where the mask is true: `numpy.place`.
  ///
  /// @throws ValueError `Cannot insert from an empty array!`, `place: mask and data must be the
  ///   same size`
  default void place(NDArray arr, Object mask, Object vals) {
    Storing.requireWriteable(arr, "WRITEBACKIFCOPY base");
    NDArray places = Putting.places(arr, mask, "place");
    NDArray values = Putting.values(arr, vals);
    if (!values.dtype().isNumeric() || !arr.dtype().isNumeric()) {
      Casts.require(values, arr.dtype(), Casting.SAFE);
    }
    if (places.size() > 0 && values.size() == 0) {
      throw new ValueError("Cannot insert from an empty array!");
    }
    Putting.put(arr, places, values, "raise");
  }

  /// Writes, where the mask is true, the value at the same position, the values repeated as needed:
  /// `numpy.putmask`.
  ///
  /// @throws ValueError `putmask: mask and data must be the same size`
  /// @throws TypeError where an array's values do not cast safely
  default void putmask(NDArray a, Object mask, Object values) {
    Storing.requireWriteable(a, "putmask: output array");
    NDArray places = Putting.places(a, mask, "putmask");
    if (values instanceof NDArray given) {
      Casts.require(given, a.dtype(), Casting.SAFE);
    }
    NDArray source = ArrayLike.of(values, a.dtype()).reshape(-1);
    if (source.size() > 0) {
      NDArray chosen = Taking.at(source, places.rem(source.size()));
      Putting.put(a, places, chosen, "raise");
    }
  }

  /// For every place the element of the choice whose number stands in `a`: `numpy.choose`. All are
  /// broadcast together. Keywords: `mode` (for numbers outside), `out`.
  ///
  /// @param choices a sequence of array-likes, or an array along its first axis
  /// @throws ValueError `invalid entry in choice array`
  default NDArray choose(Object a, Object choices, Keyword.ForChoose... keywords) {
    return Cases.choose(ArrayLike.of(a), ArrayLike.elements(choices), keywords);
  }

  /// For every place the element of the first choice whose condition is true: `numpy.select`.
  ///
  /// ```java
  /// NDArray x = np.arange(5);
  /// np.select(List.of(x.lt(2), x.gt(3)), List.of(x, x.times(10)), -1) // [ 0  1 -1 -1 40]
  /// ```
  ///
  /// @param default_ what stands where no condition is true
  /// @throws ValueError `list of cases must be same length as list of conditions`
  /// @throws TypeError `invalid entry 0 in condlist: should be boolean ndarray`
  default NDArray select(Object condlist, Object choicelist, Object default_) {
    return Cases.select(condlist, choicelist, default_);
  }

  /// As [#select(Object, Object, Object)] with 0 where no condition is true.
  default NDArray select(Object condlist, Object choicelist) {
    return select(condlist, choicelist, 0);
  }

  /// Slices along an axis whose entry in the 1-d condition is true: `numpy.compress`. Keywords:
  /// `axis` (default: all elements in C order), `out`.
  ///
  /// @throws ValueError `condition must be a 1-d array`
  default NDArray compress(Object condition, Object a, Keyword.ForCompress... keywords) {
    NDArray source = ArrayLike.of(a);
    NDArray mask = Devices.beside(source, condition, ArrayLike.of(condition));
    if (mask.ndim() != 1) {
      throw new ValueError("condition must be a 1-d array");
    }
    List<Keyword.ForTake> passed = new ArrayList<>();
    for (Keyword.ForCompress keyword : Required.argument(keywords, "keywords")) {
      if (keyword instanceof Keyword.ForTake known) {
        passed.add(known);
      }
    }
    return take(source, Counting.flatnonzero(mask), passed.toArray(Keyword.ForTake[]::new));
  }

  /// As [#compress(Object, Object, Keyword.ForCompress...)] along one axis.
  default NDArray compress(Object condition, Object a, int axis) {
    return compress(condition, a, Kw.axis(axis));
  }

  /// Writes a value, or values repeated as needed, onto the main diagonal: `numpy.fill_diagonal`.
  ///
  /// @param wrap whether the diagonal of a tall matrix starts again after its end
  /// @throws ValueError `array must be at least 2-d`, `All dimensions of input must be of equal
  ///   length`
  default void fillDiagonal(NDArray a, Object val, boolean wrap) {
    if (Required.argument(a, "a").ndim() < 2) {
      throw new ValueError("array must be at least 2-d");
    }
    long[] dims = a.dims();
    long step = dims[1] + 1;
    long end = a.size();
    if (a.ndim() == 2) {
      end = wrap ? end : Math.min(end, dims[1] * dims[1]);
    } else {
      if (Arrays.stream(dims).distinct().count() > 1) {
        throw new ValueError("All dimensions of input must be of equal length");
      }
      step = 1;
      long weight = 1;
      for (int axis = 0; axis < dims.length - 1; axis++) {
        weight *= dims[axis];
        step += weight;
      }
    }
    Storing.requireWriteable(a, "underlying array");
    NDArray places = NewArrays.arange(0, end, step).toDevice(a.device());
    Putting.put(a, places, Putting.values(a, val), "raise");
  }

  /// As [#fillDiagonal(NDArray, Object, boolean)] without wrapping.
  default void fillDiagonal(NDArray a, Object val) {
    fillDiagonal(a, val, false);
  }

  /// Positions in C order (or with `order` F) of coordinates in an array of shape `dims`:
  /// `numpy.ravel_multi_index`, int64. Keywords: `mode` (for coordinates outside), `order`.
  ///
  /// @throws ValueError `invalid entry in coordinates array`
  default NDArray ravelMultiIndex(
      Object multiIndex, long[] dims, Keyword.ForMultiIndex... keywords) {
    return Coordinates.ravel(ArrayLike.list(multiIndex), dims, keywords);
  }

  /// Coordinates in an array of this shape of positions in C order: `numpy.unravel_index`, one
  /// int64 array for each axis.
  ///
  /// @throws ValueError `index 6 is out of bounds for array with size 6`
  default NDArray[] unravelIndex(Object indices, long[] shape) {
    return unravelIndex(indices, shape, Kw.order("C"));
  }

  /// As [#unravelIndex(Object, long\[\])] for positions in the order C or F.
  default NDArray[] unravelIndex(Object indices, long[] shape, Keyword.MemoryOrder order) {
    return Coordinates.unravel(ArrayLike.of(indices), shape, order);
  }

  /// Every index of a shape with the element there, in C order: `numpy.ndenumerate`.
  default Iterable<IndexedElement> ndenumerate(Object arr) {
    return Coordinates.enumerate(ArrayLike.of(arr));
  }

  /// Every index of a shape in C order: `numpy.ndindex`.
  default Iterable<long[]> ndindex(long... shape) {
    return Coordinates.indices(Shape.of(shape));
  }
}
