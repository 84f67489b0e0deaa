package org.panarray.engine.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.panarray.engine.Operand;
import org.panarray.shape.Layout;
import org.panarray.shape.Shape;

/// A shape cut into tiles: whole rows, or parts of rows where these are long.
final class Tiles {
  /// Elements of a tile: those of several steps fit into a level 2 cache together.
  static final int MOST = 8192;

  private final Shape shape;
  private final boolean flat;
  private final long size;
  private final long count;
  private final int axis; // which is cut; those before are walked one by one
  private final long length;
  private final long rows; // of a tile along the axis
  private final long cuts; // along the axis

  private Tiles(Shape shape, boolean flat) {
    this.shape = flat ? Shape.of(shape.size()) : shape;
    this.flat = flat;
    this.size = shape.size();
    int cut = this.shape.rank() - 1;
    long inner = 1;
    while (cut > 0 && inner * this.shape.dim(cut) <= MOST) {
      inner *= this.shape.dim(cut);
      cut--;
    }
    this.axis = cut;
    this.length = this.shape.dim(cut);
    this.rows = Math.max(1, Math.min(length, MOST / Math.max(1, inner)));
    this.cuts = Math.ceilDiv(length, rows);
    long outer = 1;
    for (int a = 0; a < cut; a++) {
      outer *= this.shape.dim(a);
    }
    this.count = size == 0 ? 0 : outer * cuts;
  }

  /// Tiles of this shape, of one axis where all operands lie alike without gaps.
  static Tiles of(Shape shape, Operand[] inputs, List<Layout> outputs) {
    boolean flat = shape.rank() == 0 || isFlat(shape, inputs);
    for (Layout output : outputs) {
      flat &= output.isContiguous();
    }
    return new Tiles(shape, flat);
  }

  /// Tiles of this shape that contain rows as a whole, or null where these are too long.
  static @Nullable Tiles ofRows(Shape shape) {
    int last = shape.rank() - 1;
    return last < 1 || shape.dim(last) > MOST ? null : new Tiles(shape, false);
  }

  /// Whether operands of one element or of this shape without gaps are all there are.
  static boolean isFlat(Shape shape, Operand[] inputs) {
    for (Operand input : inputs) {
      Layout layout = input.layout();
      if (layout.size() != 1 && !(layout.isContiguous() && layout.shape().equals(shape))) {
        return false;
      }
    }
    return true;
  }

  boolean isFlat() {
    return flat;
  }

  long size() {
    return size;
  }

  long count() {
    return count;
  }

  Piece piece(long tile) {
    long start = tile % cuts * rows;
    long taken = Math.min(rows, length - start);
    return flat ? Piece.flat(start, taken) : new Piece(this, tile / cuts, start, taken);
  }

  /// Some elements of operands of one shape.
  ///
  /// @param tiles null where operands have no gaps
  record Piece(@Nullable Tiles tiles, long outer, long start, long taken) {
    static Piece flat(long start, long taken) {
      return new Piece(null, 0, start, taken);
    }

    /// The part of an operand that is in this piece.
    Operand of(Operand operand) {
      Layout layout = operand.layout();
      if (layout.size() == 1) {
        return layout.rank() == 0 ? operand : operand.with(run(layout.offset(), 1));
      }
      return operand.with(
          tiles == null
              ? run(layout.offset() + start, taken)
              : of(layout.broadcastTo(tiles.shape)));
    }

    /// Elements without gaps; a single one is a scalar, as which it is broadcast.
    private static Layout run(long offset, long count) {
      return count == 1
          ? Layout.of(Shape.SCALAR, new long[0], offset)
          : Layout.of(Shape.of(count), new long[] {1}, offset);
    }

    /// The part of a layout of the whole shape.
    Layout of(Layout whole) {
      Tiles cut = Objects.requireNonNull(tiles);
      Layout part = whole.slice(cut.axis, start, 1, taken);
      long index = outer;
      for (int a = cut.axis - 1; a >= 0; a--) {
        part = part.select(a, index % cut.shape.dim(a));
        index /= cut.shape.dim(a);
      }
      return part;
    }

    /// The layout of the piece in memory of its own.
    Layout inside() {
      if (tiles == null) {
        return run(0, taken);
      }
      long[] dims = Arrays.copyOfRange(tiles.shape.toArray(), tiles.axis, tiles.shape.rank());
      dims[0] = taken;
      return Layout.contiguous(Shape.of(dims));
    }
  }
}
