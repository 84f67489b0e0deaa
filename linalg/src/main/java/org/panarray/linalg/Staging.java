package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.LongAdder;

/// Decides which operands native code can read where they are, and copies the others.
final class Staging {
  private Staging() {}

  /// A call with operands of less than this lasts microseconds.
  private static final long TINY_BYTES = 16 * 1024;

  /// Operands of less than this may stay on the heap during a brief call: some tenths of a
  /// millisecond the garbage collector may be kept waiting.
  private static final long SMALL_BYTES = 1 << 20;

  /// Cache lines, and the widest vectors.
  private static final long ALIGNMENT = 64;

  private static final LongAdder COPIES = new LongAdder();

  /// How many operands were copied since the process started; tests see by it that none was.
  static long copies() {
    return COPIES.sum();
  }

  static boolean isTiny(StridedMatrix a) {
    return a.spanBytes() < TINY_BYTES;
  }

  static boolean isTiny(StridedVector x) {
    return x.spanBytes() < TINY_BYTES;
  }

  static boolean isSmall(long bytes) {
    return bytes <= SMALL_BYTES;
  }

  /// Whether BLAS can use `a` without a copy.
  ///
  /// @param heap whether it may be on the heap
  static boolean isDirect(StridedMatrix a, boolean heap) {
    return (heap || a.segment().isNative()) && (a.rowMajorLead() >= 0 || a.columnMajorLead() >= 0);
  }

  static boolean isDirect(StridedVector x, boolean heap) {
    return (heap || x.segment().isNative())
        && (x.size() <= 1 || (x.stride() != 0 && Math.abs(x.stride()) <= Integer.MAX_VALUE));
  }

  /// The increment to pass for a vector that is direct.
  static int increment(StridedVector x) {
    return x.size() <= 1 ? 1 : (int) x.stride();
  }

  static MemorySegment address(StridedMatrix a) {
    return a.segment().asSlice(a.byteOffset());
  }

  static MemorySegment address(StridedVector x) {
    return x.segment().asSlice(x.lowestByteOffset());
  }

  /// `a` itself where it is direct, else a native copy with as similar an order as possible.
  static StridedMatrix direct(Arena arena, StridedMatrix a) {
    if (isDirect(a, false)) {
      return a;
    }
    StridedMatrix copy = like(arena, a);
    COPIES.increment();
    StridedCopy.copy(a, copy);
    return copy;
  }

  static StridedVector direct(Arena arena, StridedVector x) {
    if (isDirect(x, false)) {
      return x;
    }
    StridedVector copy = room(arena, x.size(), x.kind());
    COPIES.increment();
    StridedCopy.copy(x.asColumn(), copy.asColumn());
    return copy;
  }

  /// Room for `a`, contiguous, its shorter stride innermost.
  static StridedMatrix like(Arena arena, StridedMatrix a) {
    if (Math.abs(a.rowStride()) < Math.abs(a.colStride())) {
      return columnMajor(arena, a.rows(), a.cols(), a.kind());
    }
    MemorySegment memory = allocate(arena, a.rows(), a.cols(), a.kind());
    return StridedMatrix.rowMajor(memory, a.rows(), a.cols(), a.kind());
  }

  static StridedMatrix columnMajor(Arena arena, long rows, long cols, ScalarKind kind) {
    return StridedMatrix.columnMajor(allocate(arena, rows, cols, kind), rows, cols, kind);
  }

  /// A native column-major copy of `a`, as LAPACK wants it to overwrite.
  static StridedMatrix columnMajorCopy(Arena arena, StridedMatrix a) {
    StridedMatrix copy = columnMajor(arena, a.rows(), a.cols(), a.kind());
    StridedCopy.copy(a, copy);
    return copy;
  }

  static StridedVector room(Arena arena, long size, ScalarKind kind) {
    return StridedVector.of(allocate(arena, size, 1, kind), size, kind);
  }

  private static MemorySegment allocate(Arena arena, long rows, long cols, ScalarKind kind) {
    long bytes = Math.multiplyExact(Math.multiplyExact(rows, cols), kind.byteSize());
    return memory(arena, Math.max(bytes, kind.byteSize()));
  }

  /// Memory for as long as the arena is open. It belongs to no thread, so that a call may be made
  /// on another than the arena's.
  @SuppressWarnings("restricted") // The address and the size are those of a segment.
  static MemorySegment memory(Arena arena, long bytes) {
    MemorySegment owned = arena.allocate(bytes, ALIGNMENT);
    return MemorySegment.ofAddress(owned.address()).reinterpret(bytes);
  }
}
