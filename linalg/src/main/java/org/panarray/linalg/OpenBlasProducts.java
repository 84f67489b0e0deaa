package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Products on OpenBLAS, copying only what BLAS cannot read as it lies.
///
/// Layouts that BLAS can express as a leading dimension and a transposition are passed as they are;
/// others are copied. In brief calls operands stay on the heap; for others they are copied off it,
/// because a long call with heap addresses would block the garbage collector. Arguments have been
/// checked by [Contract].
final class OpenBlasProducts {
  private static final int NO_TRANSPOSE = 111;
  private static final int TRANSPOSE = 112;
  private static final int CONJUGATE_TRANSPOSE = 113;

  /// OpenBLAS's extension: conjugated, not transposed.
  private static final int CONJUGATE_NO_TRANSPOSE = 114;

  private static final int LEFT = 141;
  private static final int RIGHT = 142;
  private static final int UPPER = 121;
  private static final int LOWER = 122;
  private static final int NON_UNIT = 131;
  private static final int UNIT = 132;

  /// Longer dot products are summed in parts: BLAS counts in 32-bit integers.
  private static final long DOT_PART = 1L << 30;

  /// Multiplications that take some tenths of a millisecond.
  private static final double BRIEF = 1 << 22;

  private final CallGate gate;

  OpenBlasProducts(CallGate gate) {
    this.gate = gate;
  }

  void gemm(
      Op opA,
      Op opB,
      double alpha,
      StridedMatrix a,
      StridedMatrix b,
      double beta,
      StridedMatrix c) {
    if (c.isEmpty()) {
      return;
    }
    if (a.isEmpty()) {
      scale(c, beta);
    } else if (c.cols() == 1 && opB != Op.CONJUGATE_TRANSPOSE) {
      gemv(opA, alpha, a, opB == Op.NONE ? b.column(0) : b.row(0), beta, c.column(0));
    } else if (c.rows() == 1 && opA != Op.CONJUGATE_TRANSPOSE && opB != Op.CONJUGATE_TRANSPOSE) {
      Op op = opB == Op.NONE ? Op.TRANSPOSE : Op.NONE;
      gemv(op, alpha, b, opA == Op.NONE ? a.row(0) : a.column(0), beta, c.row(0));
    } else {
      boolean tiny = Staging.isTiny(a) && Staging.isTiny(b) && Staging.isTiny(c);
      double multiplications =
          (double) a.rows() * a.cols() * (opB.transposes() ? b.rows() : b.cols());
      boolean brief = multiplications <= BRIEF && isSmall(a) && isSmall(b) && isSmall(c);
      if (beta == 0 && isTransposeOf(opA, a, opB, b)) {
        syrk(tiny, brief, opA, alpha, a, c);
      } else if (Staging.isDirect(a, brief)
          && Staging.isDirect(b, brief)
          && Staging.isDirect(c, brief)) {
        gemmDirect(tiny, opA, opB, alpha, a, b, beta, c);
      } else {
        gemmStaged(opA, opB, alpha, a, b, beta, c);
      }
    }
  }

  /// Whether this is a matrix times its own transpose. That is symmetric to the last bit only if
  /// one triangle is the copy of the other; NumPy makes the same exception.
  private static boolean isTransposeOf(Op opA, StridedMatrix a, Op opB, StridedMatrix b) {
    if (a.byteOffset() != b.byteOffset()
        || opA == Op.CONJUGATE_TRANSPOSE
        || opB == Op.CONJUGATE_TRANSPOSE
        || !a.segment().equals(b.segment())) {
      return false;
    }
    return opA == opB
        ? a.rows() == b.cols()
            && a.cols() == b.rows()
            && a.rowStride() == b.colStride()
            && a.colStride() == b.rowStride()
        : a.rows() == b.rows()
            && a.cols() == b.cols()
            && a.rowStride() == b.rowStride()
            && a.colStride() == b.colStride();
  }

  private static boolean isSmall(StridedMatrix a) {
    return Staging.isSmall(a.spanBytes());
  }

  private static boolean isOnHeap(StridedMatrix a) {
    return !a.segment().isNative();
  }

  private static boolean isOnHeap(StridedVector x) {
    return !x.segment().isNative();
  }

  private void syrk(
      boolean tiny, boolean brief, Op opA, double alpha, StridedMatrix a, StridedMatrix c) {
    if (Staging.isDirect(a, brief) && Staging.isDirect(c, brief)) {
      syrkDirect(tiny, opA, alpha, a, c);
      return;
    }
    try (Arena arena = StagingArena.open()) {
      StridedMatrix nearC = Staging.isDirect(c, false) ? c : Staging.like(arena, c);
      syrkDirect(false, opA, alpha, Staging.direct(arena, a), nearC);
      if (nearC != c) {
        StridedCopy.copy(nearC, c);
      }
    }
  }

  private void syrkDirect(boolean tiny, Op opA, double alpha, StridedMatrix a, StridedMatrix c) {
    boolean byRows = c.rowMajorLead() >= 0;
    int order = byRows ? Cblas.ROW_MAJOR : Cblas.COLUMN_MAJOR;
    int code = code(opA, agrees(a, byRows), c.kind());
    int n = OpenBlas.toInt(c.rows());
    int k = OpenBlas.toInt(opA.transposes() ? a.rows() : a.cols());
    MemorySegment atA = Staging.address(a);
    MemorySegment atC = Staging.address(c);
    int leadA = lead(a, byRows);
    int leadC = lead(c, byRows);
    if (tiny) {
      Cblas.syrk(c.kind(), true, order, UPPER, code, n, k, alpha, atA, leadA, atC, leadC);
    } else {
      boolean heap = isOnHeap(a) || isOnHeap(c);
      gate.product(
          (double) n * n * k,
          () ->
              Cblas.syrk(c.kind(), heap, order, UPPER, code, n, k, alpha, atA, leadA, atC, leadC));
    }
    StridedCopy.mirrorUpper(c);
  }

  private void gemmStaged(
      Op opA,
      Op opB,
      double alpha,
      StridedMatrix a,
      StridedMatrix b,
      double beta,
      StridedMatrix c) {
    try (Arena arena = StagingArena.open()) {
      StridedMatrix nearA = Staging.direct(arena, a);
      StridedMatrix nearB = Staging.direct(arena, b);
      if (Staging.isDirect(c, false)) {
        gemmDirect(false, opA, opB, alpha, nearA, nearB, beta, c);
        return;
      }
      StridedMatrix nearC = beta == 0 ? Staging.like(arena, c) : Staging.direct(arena, c);
      gemmDirect(false, opA, opB, alpha, nearA, nearB, beta, nearC);
      StridedCopy.copy(nearC, c);
    }
  }

  private void gemmDirect(
      boolean tiny,
      Op opA,
      Op opB,
      double alpha,
      StridedMatrix a,
      StridedMatrix b,
      double beta,
      StridedMatrix c) {
    ScalarKind kind = c.kind();
    int rowLead = c.rowMajorLead();
    boolean byRows = rowLead >= 0;
    int leadC = byRows ? rowLead : c.columnMajorLead();
    int order = byRows ? Cblas.ROW_MAJOR : Cblas.COLUMN_MAJOR;
    int m = OpenBlas.toInt(c.rows());
    int n = OpenBlas.toInt(c.cols());
    int k = OpenBlas.toInt(opA.transposes() ? a.rows() : a.cols());
    int codeA = code(opA, agrees(a, byRows), kind);
    int codeB = code(opB, agrees(b, byRows), kind);
    MemorySegment atA = Staging.address(a);
    MemorySegment atB = Staging.address(b);
    MemorySegment atC = Staging.address(c);
    int leadA = lead(a, byRows);
    int leadB = lead(b, byRows);
    if (tiny) {
      Cblas.gemm(
          kind, true, order, codeA, codeB, m, n, k, alpha, atA, leadA, atB, leadB, beta, atC,
          leadC);
    } else {
      boolean heap = isOnHeap(a) || isOnHeap(b) || isOnHeap(c);
      gate.product(
          (double) m * n * k,
          () ->
              Cblas.gemm(
                  kind, heap, order, codeA, codeB, m, n, k, alpha, atA, leadA, atB, leadB, beta,
                  atC, leadC));
    }
  }

  /// Whether `a` can be read in the wanted order; where it cannot, it can in the other.
  private static boolean agrees(StridedMatrix a, boolean byRows) {
    return (byRows ? a.rowMajorLead() : a.columnMajorLead()) >= 0;
  }

  private static int lead(StridedMatrix a, boolean byRows) {
    int lead = byRows ? a.rowMajorLead() : a.columnMajorLead();
    return lead >= 0 ? lead : byRows ? a.columnMajorLead() : a.rowMajorLead();
  }

  /// A matrix read in the other order than the call's is its transpose.
  private static int code(Op op, boolean agrees, ScalarKind kind) {
    return switch (op) {
      case NONE -> agrees ? NO_TRANSPOSE : TRANSPOSE;
      case TRANSPOSE -> agrees ? TRANSPOSE : NO_TRANSPOSE;
      case CONJUGATE_TRANSPOSE -> {
        if (!kind.isComplex()) {
          yield agrees ? TRANSPOSE : NO_TRANSPOSE;
        }
        yield agrees ? CONJUGATE_TRANSPOSE : CONJUGATE_NO_TRANSPOSE;
      }
    };
  }

  private static void scale(StridedMatrix c, double beta) {
    if (beta == 0) {
      StridedCopy.zero(c);
    } else if (beta != 1) {
      Dense dense = Dense.load(c);
      dense.scale(beta);
      dense.store(c);
    }
  }

  void gemv(Op opA, double alpha, StridedMatrix a, StridedVector x, double beta, StridedVector y) {
    if (y.size() == 0) {
      return;
    }
    if (beta == 0 || x.size() == 0) {
      // OpenBLAS would leave y alone where x is empty, and may turn NaN times zero into NaN.
      scale(y.asColumn(), beta);
      if (x.size() == 0) {
        return;
      }
    }
    boolean tiny = Staging.isTiny(a) && Staging.isTiny(x) && Staging.isTiny(y);
    boolean brief = isSmall(a) && Staging.isSmall(x.spanBytes()) && Staging.isSmall(y.spanBytes());
    if (Staging.isDirect(a, brief) && Staging.isDirect(x, brief) && Staging.isDirect(y, brief)) {
      gemvDirect(tiny, opA, alpha, a, x, beta, y);
      return;
    }
    try (Arena arena = StagingArena.open()) {
      StridedVector nearY = Staging.direct(arena, y);
      gemvDirect(
          false, opA, alpha, Staging.direct(arena, a), Staging.direct(arena, x), beta, nearY);
      if (nearY != y) {
        StridedCopy.copy(nearY.asColumn(), y.asColumn());
      }
    }
  }

  private void gemvDirect(
      boolean tiny,
      Op opA,
      double alpha,
      StridedMatrix a,
      StridedVector x,
      double beta,
      StridedVector y) {
    ScalarKind kind = y.kind();
    boolean byRows = a.rowMajorLead() >= 0;
    int order = byRows ? Cblas.ROW_MAJOR : Cblas.COLUMN_MAJOR;
    int code = code(opA, true, kind);
    int rows = OpenBlas.toInt(a.rows());
    int cols = OpenBlas.toInt(a.cols());
    MemorySegment atA = Staging.address(a);
    MemorySegment atX = Staging.address(x);
    MemorySegment atY = Staging.address(y);
    int leadA = lead(a, byRows);
    int incX = Staging.increment(x);
    int incY = Staging.increment(y);
    if (tiny) {
      Cblas.gemv(
          kind, true, order, code, rows, cols, alpha, atA, leadA, atX, incX, beta, atY, incY);
    } else {
      boolean heap = isOnHeap(a) || isOnHeap(x) || isOnHeap(y);
      gate.product(
          (double) rows * cols,
          () ->
              Cblas.gemv(
                  kind, heap, order, code, rows, cols, alpha, atA, leadA, atX, incX, beta, atY,
                  incY));
    }
  }

  void dot(boolean conjugate, StridedVector x, StridedVector y, StridedVector result) {
    boolean tiny = Staging.isTiny(x) && Staging.isTiny(y);
    boolean brief = Staging.isSmall(x.spanBytes()) && Staging.isSmall(y.spanBytes());
    if (Staging.isDirect(x, brief) && Staging.isDirect(y, brief)) {
      dotDirect(tiny, conjugate, x, y, result);
      return;
    }
    try (Arena arena = StagingArena.open()) {
      dotDirect(false, conjugate, Staging.direct(arena, x), Staging.direct(arena, y), result);
    }
  }

  private void dotDirect(
      boolean tiny, boolean conjugate, StridedVector x, StridedVector y, StridedVector result) {
    if (x.kind().isComplex()) {
      complexDot(tiny, conjugate, x, y, result);
      return;
    }
    double[] sum = {0};
    for (long from = 0; from < x.size(); from += DOT_PART) {
      StridedVector partX = part(x, from);
      StridedVector partY = part(y, from);
      if (tiny) {
        sum[0] += realDot(true, partX, partY);
      } else {
        boolean heap = isOnHeap(x) || isOnHeap(y);
        gate.product(partX.size(), () -> sum[0] += realDot(heap, partX, partY));
      }
    }
    if (x.kind() == ScalarKind.F32) {
      result.segment().set(ValueLayout.JAVA_FLOAT_UNALIGNED, result.byteOffset(), (float) sum[0]);
    } else {
      result.segment().set(ValueLayout.JAVA_DOUBLE_UNALIGNED, result.byteOffset(), sum[0]);
    }
  }

  private static double realDot(boolean heap, StridedVector x, StridedVector y) {
    return Cblas.dot(
        x.kind(),
        heap,
        (int) x.size(),
        Staging.address(x),
        Staging.increment(x),
        Staging.address(y),
        Staging.increment(y));
  }

  private void complexDot(
      boolean tiny, boolean conjugate, StridedVector x, StridedVector y, StridedVector result) {
    double re = 0;
    double im = 0;
    for (long from = 0; from < x.size(); from += DOT_PART) {
      StridedVector partX = part(x, from);
      StridedVector partY = part(y, from);
      if (tiny) {
        MemorySegment sum = MemorySegment.ofArray(new double[2]);
        complexDotInto(true, conjugate, partX, partY, sum);
        re += part(sum, x.kind(), 0);
        im += part(sum, x.kind(), 1);
      } else {
        try (Arena arena = StagingArena.open()) {
          MemorySegment sum = arena.allocate(16, 16);
          boolean heap = isOnHeap(x) || isOnHeap(y);
          gate.product(partX.size(), () -> complexDotInto(heap, conjugate, partX, partY, sum));
          re += part(sum, x.kind(), 0);
          im += part(sum, x.kind(), 1);
        }
      }
    }
    Dense sum = new Dense(1, 1);
    sum.re()[0] = re;
    sum.im()[0] = im;
    sum.store(result.asColumn());
  }

  private static void complexDotInto(
      boolean heap, boolean conjugate, StridedVector x, StridedVector y, MemorySegment sum) {
    Cblas.complexDot(
        x.kind(),
        heap,
        conjugate,
        (int) x.size(),
        Staging.address(x),
        Staging.increment(x),
        Staging.address(y),
        Staging.increment(y),
        sum);
  }

  private static double part(MemorySegment sum, ScalarKind kind, int index) {
    return kind.isDouble()
        ? sum.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, 8L * index)
        : sum.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4L * index);
  }

  private static StridedVector part(StridedVector x, long from) {
    if (x.size() <= DOT_PART) {
      return x;
    }
    long size = Math.min(DOT_PART, x.size() - from);
    return new StridedVector(x.segment(), x.byteOffsetOf(from), size, x.stride(), x.kind());
  }

  void trsm(
      Side side,
      Triangle triangle,
      Op opA,
      boolean unitDiagonal,
      double alpha,
      StridedMatrix a,
      StridedMatrix b) {
    if (b.isEmpty()) {
      return;
    }
    try (Arena arena = StagingArena.open()) {
      StridedMatrix nearA = Staging.direct(arena, a);
      StridedMatrix nearB = Staging.direct(arena, b);
      boolean byRows = nearB.rowMajorLead() >= 0;
      boolean agrees = agrees(nearA, byRows);
      Triangle seen = agrees ? triangle : triangle.flipped();
      int code = code(opA, agrees, a.kind());
      int m = OpenBlas.toInt(b.rows());
      int n = OpenBlas.toInt(b.cols());
      gate.product(
          (double) m * n * a.rows(),
          () ->
              Cblas.trsm(
                  b.kind(),
                  byRows ? Cblas.ROW_MAJOR : Cblas.COLUMN_MAJOR,
                  side == Side.LEFT ? LEFT : RIGHT,
                  seen == Triangle.LOWER ? LOWER : UPPER,
                  code,
                  unitDiagonal ? UNIT : NON_UNIT,
                  m,
                  n,
                  alpha,
                  Staging.address(nearA),
                  lead(nearA, byRows),
                  Staging.address(nearB),
                  lead(nearB, byRows)));
      if (nearB != b) {
        StridedCopy.copy(nearB, b);
      }
    }
  }
}
