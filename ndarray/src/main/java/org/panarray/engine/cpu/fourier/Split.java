package org.panarray.engine.cpu.fourier;

import java.util.Objects;

/// A transform of one sequence of length `rows * columns`, read as a matrix: its columns are
/// transformed, side by side, turned, and transposed; then the columns of what that gives.
///
/// So neighbours for all lanes are there from the first pass on, and a long sequence is worked
/// through in tiles that fit into the cache.
final class Split implements Single {
  /// Elements of a tile: four arrays of this many fit into a level 2 cache twice.
  private static final int TILE = 1 << 15;

  private final int rows;
  private final int columns;
  private final int tile;
  private final Stages first;
  private final Stages second;
  private final Butterflies butterflies;
  private final Roots near;
  private final Roots far;

  Split(int rows, int columns, Butterflies butterflies) {
    this.rows = rows;
    this.columns = columns;
    this.butterflies = butterflies;
    first = new Stages(rows, butterflies);
    second = new Stages(columns, butterflies);
    tile = tileWidth(rows, columns);
    long length = (long) rows * columns;
    near = new Roots(rows * tile);
    int tiles = (columns + tile - 1) / tile;
    far = new Roots(rows * tiles);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < tile; column++) {
        near.set(row * tile + column, (long) row * column, length);
      }
      for (int t = 0; t < tiles; t++) {
        far.set(t * rows + row, (long) row * t * tile, length);
      }
    }
  }

  /// The most even split of a length, of those that waste the fewest lanes; 0 where there is none.
  static int rowsOf(int length) {
    int best = 0;
    long least = Long.MAX_VALUE;
    for (int rows = 4; (long) rows * rows <= length; rows++) {
      if (length % rows == 0) {
        int columns = length / rows;
        long work =
            (long) rows * Butterflies.padded(columns) + (long) columns * Butterflies.padded(rows);
        if (work <= least) {
          least = work;
          best = rows;
        }
      }
    }
    return best;
  }

  private static int tileWidth(int height, int most) {
    int fitting = Math.max(Butterflies.PADDING, TILE / height & -Butterflies.PADDING);
    return Math.min(fitting, Butterflies.padded(most));
  }

  @Override
  public Lines lines(int room) {
    int size = Math.max(rows * tile, columns * tileWidth(columns, rows));
    return new Lines(Math.max(rows * columns, room), new Lines(size, null));
  }

  @Override
  public void run(Lines lines) {
    for (int start = 0; start < columns; start += tile) {
      int count = Math.min(tile, columns - start);
      Lines part = columns(lines, rows, columns, start, count);
      int width = Butterflies.padded(count);
      first.run(part, width);
      int t = start / tile * rows;
      for (int row = 0; row < rows; row++) {
        butterflies.turn(
            part, row * width, width, near, row * tile, far.re()[t + row], far.im()[t + row]);
      }
      transpose(part.re, width, count, lines.otherRe, start);
      transpose(part.im, width, count, lines.otherIm, start);
    }
    lines.flip();
    int across = tileWidth(columns, rows);
    if (across == rows) {
      second.run(lines, rows);
      return;
    }
    for (int start = 0; start < rows; start += across) {
      int count = Math.min(across, rows - start);
      Lines part = columns(lines, columns, rows, start, count);
      int width = Butterflies.padded(count);
      second.run(part, width);
      for (int k = 0; k < columns; k++) {
        System.arraycopy(part.re, k * width, lines.otherRe, k * rows + start, count);
        System.arraycopy(part.im, k * width, lines.otherIm, k * rows + start, count);
      }
    }
    lines.flip();
  }

  /// Some columns of a matrix as lines of their own; the matrix itself, where that is all of it.
  private static Lines columns(Lines matrix, int rows, int columns, int start, int count) {
    int width = Butterflies.padded(count);
    if (width == columns) {
      return matrix;
    }
    Lines part = Objects.requireNonNull(matrix.tile);
    for (int row = 0; row < rows; row++) {
      System.arraycopy(matrix.re, row * columns + start, part.re, row * width, count);
      System.arraycopy(matrix.im, row * columns + start, part.im, row * width, count);
    }
    return part;
  }

  private void transpose(double[] part, int width, int count, double[] target, int start) {
    for (int block = 0; block < rows; block += Butterflies.PADDING) {
      int end = Math.min(block + Butterflies.PADDING, rows);
      for (int column = 0; column < count; column++) {
        int place = (start + column) * rows;
        for (int row = block; row < end; row++) {
          target[place + row] = part[row * width + column];
        }
      }
    }
  }
}
