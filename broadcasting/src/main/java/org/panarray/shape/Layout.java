package org.panarray.shape;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.AxisError;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;

/// Where the elements of an array lie in its buffer: the element with index `(i, j, ...)` is at
/// `offset + i*stride(0) + j*stride(1) + ...`, everything counted in elements. Immutable; compared
/// by value. Every view operation of NumPy that moves no data is a method here.
public final class Layout {
  private static final int KNOWN = 1;
  private static final int CONTIGUOUS = 2;
  private static final int FORTRAN = 4;

  private final Shape shape;
  private final long[] strides;
  private final long offset;
  // Computed on first use. Unsynchronised on purpose: every thread computes the same value.
  private byte flags;

  private Layout(Shape shape, long[] strides, long offset, int flags) {
    this.shape = shape;
    this.strides = strides;
    this.offset = offset;
    this.flags = (byte) flags;
  }

  /// Takes ownership of `strides`, unchecked.
  static Layout wrap(Shape shape, long[] strides, long offset) {
    return new Layout(shape, strides, offset, 0);
  }

  /// Row-major (C) order from element 0: the last axis has stride 1. Without elements all strides
  /// are 0, as in NumPy.
  public static Layout contiguous(Shape shape) {
    int flags = shape.rank() <= 1 ? KNOWN | CONTIGUOUS | FORTRAN : 0;
    return new Layout(shape, MemoryOrder.rowMajor(shape), 0, flags);
  }

  /// Column-major (Fortran) order from element 0: the first axis has stride 1. Without elements all
  /// strides are 0, as in NumPy.
  public static Layout fortran(Shape shape) {
    int flags = shape.rank() <= 1 ? KNOWN | CONTIGUOUS | FORTRAN : 0;
    return new Layout(shape, MemoryOrder.columnMajor(shape), 0, flags);
  }

  /// Any strides, as `numpy.lib.stride_tricks.as_strided`, in elements. That the elements lie
  /// inside of a buffer is the caller's to check: see [#minOffset()] and [#maxOffset()].
  ///
  /// @throws ValueError if there is not one stride for each axis, or an element's position does not
  ///   fit a `long`
  public static Layout of(Shape shape, long[] strides, long offset) {
    if (strides.length != shape.rank()) {
      throw new ValueError("mismatch in length of strides and shape");
    }
    Layout result = wrap(shape, strides.clone(), offset);
    result.checkReach();
    return result;
  }

  private void checkReach() {
    long low = offset;
    long high = offset;
    if (shape.size() == 0) {
      return;
    }
    try {
      for (int k = 0; k < strides.length; k++) {
        long reach = Math.multiplyExact(shape.dims()[k] - 1, strides[k]);
        low = Math.addExact(low, Math.min(reach, 0));
        high = Math.addExact(high, Math.max(reach, 0));
      }
    } catch (ArithmeticException overflow) {
      throw new ValueError(
          "strides " + Arrays.toString(strides) + " of shape " + shape + " reach beyond 2**63");
    }
  }

  /// A fresh layout of shape `s` (same rank) whose axes are ordered in memory as those of `kept`:
  /// NumPy's `order='K'` of `copy`, `astype` and the `*_like` functions. Dense, positive strides,
  /// offset 0.
  public static Layout like(Layout kept, Shape s) {
    return MemoryOrder.like(kept, s);
  }

  /// The layout NumPy gives the output of a ufunc with order `K`: all inputs Fortran gives Fortran,
  /// permuted inputs keep their order, conflicts are settled in favour of C. Inputs may still need
  /// broadcasting to `out`. Dense, positive strides, offset 0.
  public static Layout keepOrder(List<Layout> inputs, Shape out) {
    return MemoryOrder.keepOrder(inputs, out);
  }

  /// As [#keepOrder(List, Shape)], for the common cases without a list.
  public static Layout keepOrder(Layout a, Layout b, Shape out) {
    if (a.isContiguous() && b.isContiguous()) {
      return contiguous(out);
    }
    return MemoryOrder.keepOrder(List.of(a, b), out);
  }

  /// The layout NumPy gives to arrays of one rank joined to `out`: their order where they agree, else
  /// C. Dense, positive strides, offset 0.
  public static Layout joined(List<Layout> inputs, Shape out) {
    return MemoryOrder.joined(inputs, out);
  }

  /// The shape.
  public Shape shape() {
    return shape;
  }

  /// The number of axes.
  public int rank() {
    return strides.length;
  }

  /// The number of elements.
  public long size() {
    return shape.size();
  }

  /// The stride of one axis, in elements; negative axes count from the end.
  ///
  /// @throws AxisError if there is no such axis
  public long stride(int axis) {
    return strides[axis >= 0 && axis < strides.length ? axis : Axes.normalize(axis, rank())];
  }

  /// A copy of the strides, in elements.
  public long[] strides() {
    return strides.clone();
  }

  /// The strides themselves: for reading only.
  long[] stridesShared() {
    return strides;
  }

  /// The position of the element with index `(0, 0, ...)`, in elements.
  public long offset() {
    return offset;
  }

  /// The size of one axis; negative axes count from the end.
  ///
  /// @throws AxisError if there is no such axis
  public long dim(int axis) {
    return shape.dim(axis);
  }

  /// NumPy's flag `C_CONTIGUOUS`: without gaps, last axis fastest. Strides of axes of size 1 do not
  /// count, and an empty array is contiguous.
  public boolean isContiguous() {
    return (flags() & CONTIGUOUS) != 0;
  }

  /// NumPy's flag `F_CONTIGUOUS`: without gaps, first axis fastest. A layout may be both.
  public boolean isFortran() {
    return (flags() & FORTRAN) != 0;
  }

  private int flags() {
    int known = flags;
    if (known == 0) {
      long[] dims = shape.dims();
      known = KNOWN;
      known |= MemoryOrder.isRowMajor(dims, strides) ? CONTIGUOUS : 0;
      known |= MemoryOrder.isColumnMajor(dims, strides) ? FORTRAN : 0;
      flags = (byte) known;
    }
    return known;
  }

  /// The lowest position touched; [#offset()] if empty.
  public long minOffset() {
    long low = offset;
    if (shape.size() != 0) {
      for (int k = 0; k < strides.length; k++) {
        low += strides[k] < 0 ? strides[k] * (shape.dims()[k] - 1) : 0;
      }
    }
    return low;
  }

  /// The highest position touched; one less than [#minOffset()] if empty, so that `max - min + 1`
  /// is the number of elements spanned.
  public long maxOffset() {
    if (shape.size() == 0) {
      return offset - 1;
    }
    long high = offset;
    for (int k = 0; k < strides.length; k++) {
      high += strides[k] > 0 ? strides[k] * (shape.dims()[k] - 1) : 0;
    }
    return high;
  }

  /// The position of one element; negative indices count from the end.
  ///
  /// @throws IndexError `too many indices for array: ...` or `index 5 is out of bounds for axis 0
  ///   with size 3`
  public long offsetOf(long... index) {
    if (index.length != strides.length) {
      throw wrongCount(index.length);
    }
    long position = offset;
    for (int k = 0; k < index.length; k++) {
      position += checked(index[k], k) * strides[k];
    }
    return position;
  }

  /// [#offsetOf(long...)] without an array.
  ///
  /// @throws IndexError as there
  public long offsetOf(long i) {
    if (strides.length != 1) {
      throw wrongCount(1);
    }
    return offset + checked(i, 0) * strides[0];
  }

  /// [#offsetOf(long...)] without an array.
  ///
  /// @throws IndexError as there
  public long offsetOf(long i, long j) {
    if (strides.length != 2) {
      throw wrongCount(2);
    }
    return offset + checked(i, 0) * strides[0] + checked(j, 1) * strides[1];
  }

  /// The position of the element with number `n` in C order, whatever the strides: NumPy's `flat`.
  ///
  /// @throws IndexError `index 7 is out of bounds for size 6`
  public long offsetOfFlat(long n) {
    long rest = n < 0 ? n + size() : n;
    if (rest < 0 || rest >= size()) {
      throw new IndexError("index " + n + " is out of bounds for size " + size());
    }
    if (isContiguous()) {
      return offset + rest;
    }
    long position = offset;
    for (int k = strides.length - 1; k >= 0; k--) {
      long dim = shape.dims()[k];
      position += rest % dim * strides[k];
      rest /= dim;
    }
    return position;
  }

  private long checked(long i, int axis) {
    long dim = shape.dims()[axis];
    if (i < -dim || i >= dim) {
      throw IndexTexts.outOfBounds(i, axis, dim);
    }
    return i < 0 ? i + dim : i;
  }

  private IndexError wrongCount(int given) {
    return given > rank()
        ? IndexTexts.tooMany(rank(), given)
        : new IndexError(
            "an element of a "
                + rank()
                + "-dimensional array has "
                + rank()
                + " indices, not "
                + given);
  }

  /// Stretched to `to`: `numpy.broadcast_to`. New and stretched axes have stride 0.
  ///
  /// @throws ValueError `operands could not be broadcast together with remapped shapes
  ///   [original->remapped]: (2,3) and requested shape (2,4)` and NumPy's other texts
  public Layout broadcastTo(Shape to) {
    if (Broadcast.fits(shape, to)) {
      return stretch(to);
    }
    if (to.isScalar()) {
      throw new ValueError("cannot broadcast a non-scalar to a scalar array");
    }
    if (to.rank() < rank()) {
      throw new ValueError("input operand has more dimensions than allowed by the axis remapping");
    }
    throw new ValueError(
        "operands could not be broadcast together with remapped shapes [original->remapped]: "
            + shape.compact()
            + "  and requested shape "
            + to.compact());
  }

  /// [#broadcastTo(Shape)] for a shape known to fit.
  Layout stretch(Shape to) {
    if (shape.equals(to)) {
      return this;
    }
    long[] result = new long[to.rank()];
    int shift = result.length - strides.length;
    for (int k = 0; k < strides.length; k++) {
      result[k + shift] = shape.dims()[k] == 1 ? 0 : strides[k];
    }
    return wrap(to, result, offset);
  }

  /// Axes rearranged: axis `i` of the result is axis `axes[i]` of this one. `numpy.transpose(a,
  /// axes)`.
  ///
  /// @throws ValueError `axes don't match array` or `repeated axis in transpose`
  /// @throws AxisError if there is no such axis
  public Layout permute(int... axes) {
    return AxisViews.permute(this, axes);
  }

  /// All axes in reverse order: NumPy's `a.T`.
  public Layout transpose() {
    return rank() < 2 ? this : permute(Axes.reversed(rank()));
  }

  /// Two axes exchanged: `numpy.swapaxes`.
  ///
  /// @throws AxisError `axis1: axis 2 is out of bounds ...` as in NumPy's method
  public Layout swap(int axis1, int axis2) {
    return AxisViews.permute(this, Axes.swapped(axis1, axis2, rank()));
  }

  /// Without the given axes, which have size 1; with no argument, without all axes of size 1. A
  /// scalar has an axis 0 (or -1) here, as in NumPy.
  ///
  /// @throws ValueError `cannot select an axis to squeeze out which has size not equal to one`
  /// @throws AxisError if there is no such axis
  public Layout squeeze(int... axes) {
    return AxisViews.squeeze(this, axes);
  }

  /// With axes of size 1 put in; the numbers are axes of the result. `numpy.expand_dims`.
  ///
  /// @throws ValueError `repeated axis`
  /// @throws AxisError if the result has no such axis
  public Layout expand(int... axes) {
    return AxisViews.expand(this, axes);
  }

  /// `count` elements of one axis, the first at `start`, `step` apart: a slice already resolved
  /// against the axis, as [Index.Slice#resolve(long)] does.
  ///
  /// @throws IndexError if an element lies outside of the axis
  /// @throws ValueError for a negative count
  public Layout slice(int axis, long start, long step, long count) {
    int k = Axes.normalize(axis, rank());
    if (count > 0) {
      checkInside(start, k);
      checkInside(
          count == 1 ? start : Math.addExact(start, Math.multiplyExact(step, count - 1)), k);
    }
    long[] result = strides.clone();
    result[k] *= count == 0 ? 1 : step; // NumPy leaves the stride of an empty selection alone
    return wrap(shape.with(k, count), result, count > 0 ? offset + start * strides[k] : offset);
  }

  private void checkInside(long i, int axis) {
    if (i < 0 || i >= shape.dims()[axis]) {
      throw IndexTexts.outOfBounds(i, axis, shape.dims()[axis]);
    }
  }

  /// One element of an axis, the axis removed: `a[i]` for axis 0. Negative `i` counts from the end.
  ///
  /// @throws IndexError `index 5 is out of bounds for axis 0 with size 3`
  /// @throws AxisError if there is no such axis
  public Layout select(int axis, long i) {
    int k = Axes.normalize(axis, rank());
    boolean[] dropped = new boolean[rank()];
    dropped[k] = true;
    return AxisViews.without(this, dropped, offset + checked(i, k) * strides[k]);
  }

  /// The diagonals of two axes, as the last axis of the result: `numpy.diagonal`.
  ///
  /// @throws ValueError `diag requires an array of at least two dimensions` or `axis1 and axis2
  ///   cannot be the same`
  /// @throws AxisError `axis1: axis 3 is out of bounds ...`
  public Layout diagonal(int diagonalOffset, int axis1, int axis2) {
    return AxisViews.diagonal(this, diagonalOffset, axis1, axis2);
  }

  /// The given axes backwards; with no argument, every axis, as `numpy.flip`.
  ///
  /// @throws ValueError `repeated axis`
  /// @throws AxisError if there is no such axis
  public Layout flip(int... axes) {
    return AxisViews.flip(this, axes);
  }

  /// The same elements, moved by `elements` in the buffer.
  public Layout shift(long elements) {
    return elements == 0 ? this : new Layout(shape, strides, offset + elements, flags);
  }

  /// The same positions counted in smaller units, `factor` to an element: the real parts of a
  /// complex array, seen in its buffer of reals, are `scaled(2)` and the imaginary ones
  /// `scaled(2).shift(1)`.
  public Layout scaled(long factor) {
    long[] result = strides.clone();
    for (int k = 0; k < result.length; k++) {
      result[k] *= factor;
    }
    return wrap(shape, result, offset * factor);
  }

  /// The bytes of this array read as elements of another size: `a.view(dtype)`. The last axis grows
  /// or shrinks. Unlike NumPy's, such a view must have every row begin at a multiple of the new
  /// size.
  ///
  /// @param from bytes of an element now
  /// @param to bytes of an element then
  /// @throws ValueError `To change to a dtype of a different size, the last axis must be
  ///   contiguous` and NumPy's other texts
  public Layout bitcast(int from, int to) {
    return from == to ? this : ReinterpretRule.apply(this, from, to);
  }

  /// This layout in shape `s`, read in C order, or null where NumPy would have to copy.
  ///
  /// @throws ValueError if the sizes differ: `cannot reshape array of size 6 into shape (4,)`
  public @Nullable Layout reshapedView(Shape s) {
    return ReshapeRule.apply(this, s, false);
  }

  /// As [#reshapedView(Shape)], reading and filling in Fortran order.
  ///
  /// @throws ValueError if the sizes differ
  public @Nullable Layout reshapedViewFortran(Shape s) {
    return ReshapeRule.apply(this, s, true);
  }

  /// The same elements in the same C order with as few axes as possible: axes of size 1 dropped,
  /// neighbours merged where the strides allow. One element gives rank 0, none gives shape `(0,)`.
  public Layout coalesced() {
    return AxisViews.coalesced(this);
  }

  /// Whether two layouts of one buffer share an element. `false` is certain; `true` is certain for
  /// all but intricate strides, where the search for a common element is cut off.
  public static boolean mayOverlap(Layout a, Layout b) {
    return Overlap.between(a, b);
  }

  /// Whether several indices may lead to one element, as after a broadcast. `false` is certain.
  public boolean selfOverlaps() {
    return Overlap.within(this);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Layout layout
            && offset == layout.offset
            && shape.equals(layout.shape)
            && Arrays.equals(strides, layout.strides));
  }

  @Override
  public int hashCode() {
    return 31 * (31 * shape.hashCode() + Arrays.hashCode(strides)) + Long.hashCode(offset);
  }

  /// `(2, 3) strides (3, 1) offset 0`.
  @Override
  public String toString() {
    return shape + " strides " + Broadcast.tuple(strides, ", ") + " offset " + offset;
  }
}
