package org.panarray.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.panarray.error.IndexError;

/// What an index expression does to one layout.
///
/// Integers, slices, `...` and `newaxis` are applied: [#view()] is a view. What index arrays are
/// left are described by the axes of that view which they index. The result has the axes of the
/// view that are not indexed, in their order, and at [#resultAxis()] the axes of
/// [#advancedShape()], the broadcast shape of the index arrays.
public final class IndexPlan {
  /// One axis of the view and the positions to take on it.
  ///
  /// @param axis the axis of [#view()]
  /// @param sourceAxis the axis of the array indexed, which NumPy names in errors
  /// @param slot which of the caller's arrays holds the positions
  /// @param maskAxis if that array is a mask, which entry of its `nonzero()`; else -1
  /// @param shape the shape of these positions, to be broadcast to [#advancedShape()]
  public record IndexedAxis(int axis, int sourceAxis, int slot, int maskAxis, Shape shape) {
    /// Whether the positions are those where a mask is true.
    public boolean isMask() {
      return maskAxis >= 0;
    }

    /// The error for a position outside of an axis of size `dim`. NumPy checks every position, even
    /// where the result is empty.
    public IndexError outOfBounds(long position, long dim) {
      return IndexTexts.outOfBounds(position, sourceAxis, dim);
    }
  }

  private final Layout view;
  private final boolean advanced;
  private final List<IndexedAxis> indexed;
  private final Shape advancedShape;
  private final int resultAxis;
  private final Shape shape;

  private IndexPlan(
      Layout view,
      boolean advanced,
      List<IndexedAxis> indexed,
      Shape advancedShape,
      int resultAxis,
      Shape shape) {
    this.view = view;
    this.advanced = advanced;
    this.indexed = indexed;
    this.advancedShape = advancedShape;
    this.resultAxis = resultAxis;
    this.shape = shape;
  }

  /// The plan for `a[items]`, where `a` has this layout.
  ///
  /// @throws IndexError `too many indices for array: array is 2-dimensional, but 3 were indexed`,
  ///   `index 5 is out of bounds for axis 0 with size 3`, `boolean index did not match indexed
  ///   array along axis 0; ...`, `shape mismatch: indexing arrays could not be broadcast together
  ///   with shapes (2,) (3,) `, `an index can only have a single ellipsis ('...')`
  public static IndexPlan of(Layout layout, List<Index> items) {
    return new Building(layout, items).plan();
  }

  /// [#of(Layout, List)] for items written out.
  ///
  /// @throws IndexError as there
  public static IndexPlan of(Layout layout, Index... items) {
    return of(layout, List.of(items));
  }

  /// The layout after the integers, slices, `...` and `newaxis`; the whole result unless
  /// [#isAdvanced()].
  public Layout view() {
    return view;
  }

  /// Whether index arrays or masks take part: then the result is a copy, never a view.
  public boolean isAdvanced() {
    return advanced;
  }

  /// The indexed axes of [#view()], ascending. Empty without index arrays, and also if all there is
  /// is a mask without axes (`a[True]`).
  public List<IndexedAxis> indexedAxes() {
    return indexed;
  }

  /// The shape that the positions of all index arrays broadcast to.
  public Shape advancedShape() {
    return advancedShape;
  }

  /// The axis of the result where the axes of [#advancedShape()] begin: in place of the indexed
  /// axes if their items stand side by side, else 0.
  public int resultAxis() {
    return resultAxis;
  }

  /// The axes of [#view()] that are not indexed, ascending.
  public int[] keptAxes() {
    int[] axes = new int[indexed.size()];
    for (int i = 0; i < axes.length; i++) {
      axes[i] = indexed.get(i).axis();
    }
    return Axes.complement(axes, view.rank());
  }

  /// The shape of the result.
  public Shape shape() {
    return shape;
  }

  /// The state while items are applied from left to right.
  private static final class Building {
    private final Layout layout;
    private final List<Index> items;
    private final boolean advanced;
    private final int covered; // axes of the layout that items name
    private final long[] dims;
    private final long[] strides;
    private final List<IndexedAxis> indexed = new ArrayList<>();
    private final List<Shape> shapes = new ArrayList<>();
    private int axis; // next axis of the layout
    private int viewAxis; // next axis of the view
    private long offset;
    private int resultAxis = -1;
    private boolean interrupted; // a slice or the like stands behind an advanced item
    private boolean separated;

    Building(Layout layout, List<Index> items) {
      this.layout = layout;
      this.items = items;
      int named = 0;
      int added = 0;
      boolean arrays = false;
      boolean ellipsis = false;
      for (Index item : items) {
        switch (item) {
          case Index.At at -> named++;
          case Index.Slice slice -> named++;
          case Index.Advanced array -> {
            named += array.axes();
            arrays = true;
          }
          case Index.Marker marker -> {
            if (marker == Index.Marker.NEWAXIS) {
              added++;
            } else if (ellipsis) {
              throw new IndexError("an index can only have a single ellipsis ('...')");
            } else {
              ellipsis = true;
            }
          }
        }
      }
      if (named > layout.rank()) {
        throw IndexTexts.tooMany(layout.rank(), named);
      }
      advanced = arrays;
      covered = named;
      dims = new long[layout.rank() + added];
      strides = new long[dims.length];
      offset = layout.offset();
    }

    IndexPlan plan() {
      checkMasks();
      for (Index item : items) {
        apply(item);
      }
      keep(layout.rank() - axis); // the ellipsis that Python's programmer did not write
      checkRank(viewAxis);
      Shape viewShape = Shape.wrap(Arrays.copyOf(dims, viewAxis));
      Layout view = Layout.wrap(viewShape, Arrays.copyOf(strides, viewAxis), offset);
      if (!advanced) {
        return new IndexPlan(view, false, List.of(), Shape.SCALAR, 0, viewShape);
      }
      Shape common = commonShape();
      int at = separated ? 0 : resultAxis;
      IndexPlan bare = new IndexPlan(view, true, List.copyOf(indexed), common, at, viewShape);
      int[] kept = bare.keptAxes();
      checkRank(kept.length + common.rank());
      long[] result = new long[kept.length + common.rank()];
      for (int i = 0; i < kept.length; i++) {
        result[i < at ? i : i + common.rank()] = viewShape.dims()[kept[i]];
      }
      System.arraycopy(common.dims(), 0, result, at, common.rank());
      return new IndexPlan(view, true, bare.indexed, common, at, Shape.wrap(result));
    }

    private void apply(Index item) {
      switch (item) {
        case Index.At at -> {
          if (advanced) {
            besideAdvanced();
          }
          long dim = layout.dim(axis);
          long i = at.index();
          if (i < -dim || i >= dim) {
            throw IndexTexts.outOfBounds(i, axis, dim);
          }
          offset += (i < 0 ? i + dim : i) * layout.stride(axis++);
        }
        case Index.Slice slice -> {
          Index.Resolved range = slice.resolve(layout.dim(axis));
          // NumPy leaves start and stride alone when nothing is selected.
          boolean empty = range.count() == 0;
          offset += empty ? 0 : range.start() * layout.stride(axis);
          push(range.count(), layout.stride(axis++) * (empty ? 1 : range.step()));
        }
        case Index.Advanced array -> {
          besideAdvanced();
          advance(array);
        }
        case Index.Marker marker -> {
          if (marker == Index.Marker.NEWAXIS) {
            push(1, 0);
          } else {
            interrupted |= resultAxis >= 0;
            keep(layout.rank() - covered);
          }
        }
      }
    }

    /// Notes where the advanced items are; integers count as such beside an index array.
    private void besideAdvanced() {
      if (resultAxis < 0) {
        resultAxis = viewAxis;
      } else if (interrupted) {
        separated = true;
      }
    }

    private void advance(Index.Advanced array) {
      Shape shape = array.broadcastShape();
      if (array.mask() && array.axes() == 0) {
        shapes.add(shape);
      }
      for (int k = 0; k < array.axes(); k++) {
        int maskAxis = array.mask() ? k : -1;
        indexed.add(new IndexedAxis(viewAxis, axis, array.slot(), maskAxis, shape));
        shapes.add(shape);
        dims[viewAxis] = layout.dim(axis);
        strides[viewAxis++] = layout.stride(axis++);
      }
    }

    private void push(long dim, long stride) {
      interrupted |= resultAxis >= 0;
      dims[viewAxis] = dim;
      strides[viewAxis++] = stride;
    }

    private void keep(int count) {
      for (int k = 0; k < count; k++) {
        push(layout.dim(axis), layout.stride(axis++));
      }
    }

    private void checkMasks() {
      int at = 0;
      for (Index item : items) {
        switch (item) {
          case Index.At single -> at++;
          case Index.Slice slice -> at++;
          case Index.Advanced array -> {
            for (int k = 0; array.mask() && k < array.axes(); k++) {
              long length = array.shape().dim(k); // NumPy lets an axis of no truths index any axis
              if (length > 0 && length != layout.dim(at + k)) {
                throw IndexTexts.maskMismatch(at + k, layout.dim(at + k), array.shape().dim(k));
              }
            }
            at += array.axes();
          }
          case Index.Marker marker ->
              at += marker == Index.Marker.ELLIPSIS ? layout.rank() - covered : 0;
        }
      }
    }

    private Shape commonShape() {
      Shape[] all = shapes.toArray(Shape[]::new);
      long[] common = Broadcast.dims(all);
      if (common == null) {
        throw new IndexError(
            Broadcast.listed(
                "shape mismatch: indexing arrays could not be broadcast together with shapes",
                all));
      }
      return Shape.wrap(common);
    }

    private static void checkRank(int rank) {
      if (rank > Shape.MAX_RANK) {
        throw new IndexError(
            "number of dimensions must be within [0, 64], indexing result would have " + rank);
      }
    }
  }
}
