package org.panarray.linalg;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies matrices between layouts, bit by bit.
final class StridedCopy {
  private StridedCopy() {}

  // Unaligned, because a byte[]-backed segment promises no alignment.
  private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED;
  private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED;

  /// A transposition touches one cache line per element on one of the two sides; a tile of 32 lines
  /// stays in the first-level cache until its neighbours have been used too.
  private static final long TILE = 32;

  /// Copies `from` into `to`, which has the same kind and shape and shares no memory with it.
  static void copy(StridedMatrix from, StridedMatrix to) {
    if (to.isEmpty()) {
      return;
    }
    boolean linesAreRows = Math.abs(to.colStride()) <= Math.abs(to.rowStride());
    if (to.rows() == 1) {
      linesAreRows = true;
    } else if (to.cols() == 1) {
      linesAreRows = false;
    }
    StridedMatrix source = linesAreRows ? from : from.transposed();
    StridedMatrix target = linesAreRows ? to : to.transposed();
    if (target.colStride() == 1 && source.colStride() == 1) {
      copyLines(source, target);
      return;
    }
    boolean transposing = Math.abs(source.colStride()) > Math.abs(source.rowStride());
    long tile = transposing ? TILE : Long.MAX_VALUE;
    for (long row = 0; row < target.rows(); row += tile) {
      long rowEnd = tile < target.rows() - row ? row + tile : target.rows();
      for (long col = 0; col < target.cols(); col += tile) {
        long colEnd = tile < target.cols() - col ? col + tile : target.cols();
        for (long i = row; i < rowEnd; i++) {
          copyElements(source, target, i, col, colEnd);
        }
        if (colEnd == target.cols()) {
          break;
        }
      }
      if (rowEnd == target.rows()) {
        break;
      }
    }
  }

  private static void copyLines(StridedMatrix source, StridedMatrix target) {
    long length = target.cols() * target.kind().byteSize();
    for (long i = 0; i < target.rows(); i++) {
      MemorySegment.copy(
          source.segment(),
          source.byteOffsetOf(i, 0),
          target.segment(),
          target.byteOffsetOf(i, 0),
          length);
    }
  }

  private static void copyElements(
      StridedMatrix source, StridedMatrix target, long row, long col, long colEnd) {
    int size = target.kind().byteSize();
    MemorySegment in = source.segment();
    MemorySegment out = target.segment();
    long inStep = source.colStride() * size;
    long outStep = target.colStride() * size;
    long inAt = source.byteOffsetOf(row, col);
    long outAt = target.byteOffsetOf(row, col);
    long count = colEnd - col;
    switch (target.kind()) {
      case F32 -> {
        for (long i = 0; i < count; i++) {
          out.set(INT, outAt + i * outStep, in.get(INT, inAt + i * inStep));
        }
      }
      case F64, C64 -> {
        for (long i = 0; i < count; i++) {
          out.set(LONG, outAt + i * outStep, in.get(LONG, inAt + i * inStep));
        }
      }
      case C128 -> {
        for (long i = 0; i < count; i++) {
          out.set(LONG, outAt + i * outStep, in.get(LONG, inAt + i * inStep));
          out.set(LONG, outAt + i * outStep + 8, in.get(LONG, inAt + i * inStep + 8));
        }
      }
    }
  }

  /// Sets every element to zero bits, which is 0.0 in every kind.
  static void zero(StridedMatrix target) {
    if (target.isEmpty()) {
      return;
    }
    int size = target.kind().byteSize();
    boolean byRows = target.colStride() == 1;
    StridedMatrix lines = byRows ? target : target.transposed();
    for (long i = 0; i < lines.rows(); i++) {
      if (lines.colStride() == 1) {
        lines.segment().asSlice(lines.byteOffsetOf(i, 0), lines.cols() * size).fill((byte) 0);
      } else {
        for (long j = 0; j < lines.cols(); j++) {
          lines.segment().asSlice(lines.byteOffsetOf(i, j), size).fill((byte) 0);
        }
      }
    }
  }

  /// Copies what is above the diagonal of square `c` below it, tile by tile.
  static void mirrorUpper(StridedMatrix c) {
    long n = c.rows();
    for (long row = 0; row < n; row += TILE) {
      long rowEnd = Math.min(n, row + TILE);
      for (long i = row; i < rowEnd - 1; i++) {
        long count = rowEnd - i - 1;
        copyElements(c, c.transposed(), i, i + 1, i + 1 + count);
      }
      for (long col = rowEnd; col < n; col += TILE) {
        long colEnd = Math.min(n, col + TILE);
        for (long i = row; i < rowEnd; i++) {
          copyElements(c, c.transposed(), i, col, colEnd);
        }
      }
    }
  }
}
