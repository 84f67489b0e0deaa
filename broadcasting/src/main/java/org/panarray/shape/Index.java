package org.panarray.shape;

import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// One item between the brackets of `a[...]`.
public sealed interface Index {
  /// Adds an axis of size 1: `np.newaxis`, Python's `None`.
  Index NEWAXIS = Marker.NEWAXIS;

  /// Stands for all axes that no other item names: Python's `...`.
  Index ELLIPSIS = Marker.ELLIPSIS;

  /// A whole axis: `:`.
  Slice ALL = new Slice(null, null, null);

  /// An integer: takes one element of an axis and removes the axis.
  static At at(long index) {
    return new At(index);
  }

  /// `start:stop`.
  static Slice slice(long start, long stop) {
    return new Slice(start, stop, null);
  }

  /// `start:stop:step`; `null` is what Python leaves out.
  ///
  /// @throws ValueError `slice step cannot be zero`
  static Slice slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) {
    return new Slice(start, stop, step);
  }

  /// An array of integers whose data the caller holds.
  static Advanced integers(Shape shape, int slot) {
    return new Advanced(shape, false, shape.size(), slot);
  }

  /// A boolean mask whose data the caller holds, `trueCount` of its elements true. It indexes as
  /// many axes as it has, by one array of positions each; a mask without axes adds one (`a[True]`).
  static Advanced mask(Shape shape, long trueCount, int slot) {
    return new Advanced(shape, true, trueCount, slot);
  }

  /// An integer.
  ///
  /// @param index counts from the end if negative
  record At(long index) implements Index {
    /// As in Python: `2`.
    @Override
    public String toString() {
      return Long.toString(index);
    }
  }

  /// `start:stop:step` of an axis, as in Python.
  ///
  /// @param start the first index, or null
  /// @param stop the index to stop before, or null
  /// @param step the distance of two indices, not 0, or null for 1
  record Slice(@Nullable Long start, @Nullable Long stop, @Nullable Long step) implements Index {
    /// @throws ValueError `slice step cannot be zero`
    public Slice {
      if (step != null && step == 0) {
        throw new ValueError("slice step cannot be zero");
      }
    }

    /// The same slice with another step: `slice().step(-1)`.
    ///
    /// @throws ValueError `slice step cannot be zero`
    public Slice step(long newStep) {
      return new Slice(start, stop, newStep);
    }

    /// The indices this slice has on an axis of the given size: Python's `slice.indices`.
    public Resolved resolve(long length) {
      // Python clamps the step too, so that it can be negated.
      long by = step == null ? 1 : Math.max(step, -Long.MAX_VALUE);
      long lower = by < 0 ? -1 : 0;
      long upper = by < 0 ? length - 1 : length;
      long from = clamp(start, by < 0 ? upper : lower, lower, upper, length);
      long to = clamp(stop, by < 0 ? lower : upper, lower, upper, length);
      long count;
      if (by < 0) {
        count = to < from ? (from - to - 1) / -by + 1 : 0;
      } else {
        count = from < to ? (to - from - 1) / by + 1 : 0;
      }
      return new Resolved(from, to, by, count);
    }

    private static long clamp(
        @Nullable Long bound, long absent, long lower, long upper, long length) {
      if (bound == null) {
        return absent;
      }
      return bound < 0 ? Math.max(bound + length, lower) : Math.min(bound, upper);
    }

    /// As Python writes it between brackets: `1:3`, `::-1`.
    @Override
    public String toString() {
      String text = (start == null ? "" : start) + ":" + (stop == null ? "" : stop);
      return step == null ? text : text + ":" + step;
    }
  }

  /// A slice on an axis of known size.
  ///
  /// @param start the first index; -1 is possible if there is none
  /// @param stop the index that `slice.indices` gives; -1 for before the first
  /// @param step the distance of two indices
  /// @param count how many indices there are
  record Resolved(long start, long stop, long step, long count) {}

  /// [#NEWAXIS] and [#ELLIPSIS].
  enum Marker implements Index {
    /// An axis of size 1.
    NEWAXIS,
    /// All axes that no other item names.
    ELLIPSIS
  }

  /// An array of integers or a boolean mask. Only its shape matters for where results go; `slot`
  /// tells the caller which of its arrays a plan means.
  ///
  /// @param shape the shape of the array
  /// @param mask whether it is boolean
  /// @param count the number of elements of an integer array, of true ones of a mask
  /// @param slot the caller's number for the array
  record Advanced(Shape shape, boolean mask, long count, int slot) implements Index {
    /// @throws ValueError if `count` does not belong to the shape
    public Advanced {
      if (count < 0 || count > shape.size() || !mask && count != shape.size()) {
        throw new ValueError("an index array of shape " + shape + " does not select " + count);
      }
    }

    /// How many axes of the array it indexes.
    public int axes() {
      return mask ? shape.rank() : 1;
    }

    /// The shape with which it takes part in broadcasting.
    Shape broadcastShape() {
      return mask ? Shape.of(count) : shape;
    }
  }
}
