package org.panarray.linalg;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/// LAPACK as NumPy uses it: column-major copies of the inputs, the same routines, copies back, so
/// that the signs of singular vectors and the order of eigenvalues are NumPy's.
///
/// Arguments have been checked by [Contract].
final class OpenBlasLapack {
  /// LAPACKE returns at most this where it could not allocate a workspace.
  private static final int OUT_OF_MEMORY = -1010;

  /// Above this LAPACK's quadratic workspaces no longer fit its 32-bit integers; it would not
  /// notice.
  private static final long WORKSPACE_LIMIT = 20_000;

  private final OpenBlasLibrary.Loaded library;
  private final CallGate gate;

  OpenBlasLapack(OpenBlasLibrary.Loaded library, CallGate gate) {
    this.library = library;
    this.gate = gate;
  }

  /// One call with its arguments, all but the handle.
  @FunctionalInterface
  private interface Call {
    int with(MethodHandle handle) throws Throwable;
  }

  private int call(LapackRoutine routine, StridedMatrix matrix, Call call) {
    return call(routine, matrix, matrix.cols(), call);
  }

  private int call(LapackRoutine routine, StridedMatrix matrix, long width, Call call) {
    MethodHandle handle = routine.handle(library, matrix.kind());
    int info =
        gate.factorization(
            matrix.rows() * width,
            () -> {
              try {
                return call.with(handle);
              } catch (Throwable failure) {
                throw NativeFailure.of(failure);
              }
            });
    if (info <= OUT_OF_MEMORY) {
      throw new OutOfMemoryError("workspace of " + routine.symbol(matrix.kind()));
    }
    return info;
  }

  private static int lead(StridedMatrix columnMajor) {
    return Math.max(1, OpenBlas.toInt(columnMajor.rows()));
  }

  LuFactors lu(StridedMatrix a, StridedMatrix factors) {
    int m = OpenBlas.toInt(a.rows());
    int n = OpenBlas.toInt(a.cols());
    int[] pivots = new int[Math.min(m, n)];
    if (a.isEmpty()) {
      return new LuFactors(pivots, 0);
    }
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix lu = Staging.columnMajorCopy(arena, a);
      MemorySegment ipiv = Staging.memory(arena, 4L * pivots.length);
      int info =
          call(
              LapackRoutine.GETRF,
              lu,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR, m, n, lu.segment(), lead(lu), ipiv));
      StridedCopy.copy(lu, factors);
      for (int i = 0; i < pivots.length; i++) {
        pivots[i] = ipiv.getAtIndex(ValueLayout.JAVA_INT, i) - 1;
      }
      return new LuFactors(pivots, info);
    }
  }

  /// Without `b` the right-hand side is the identity.
  int solve(StridedMatrix a, @Nullable StridedMatrix b, StridedMatrix x) {
    int n = OpenBlas.toInt(a.rows());
    int count = OpenBlas.toInt(x.cols());
    if (x.isEmpty()) {
      // NumPy does not look for singularity where there is nothing to solve.
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix lu = Staging.columnMajorCopy(arena, a);
      StridedMatrix right =
          b == null ? identity(arena, n, a.kind()) : Staging.columnMajorCopy(arena, b);
      MemorySegment ipiv = Staging.memory(arena, 4L * n);
      int info =
          call(
              LapackRoutine.GESV,
              lu,
              // OpenBLAS takes its parallel code by either of the two.
              Math.max(n, count),
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR,
                          n,
                          count,
                          lu.segment(),
                          lead(lu),
                          ipiv,
                          right.segment(),
                          lead(right)));
      StridedCopy.copy(right, x);
      return info;
    }
  }

  private static StridedMatrix identity(Arena arena, long n, ScalarKind kind) {
    StridedMatrix identity = Staging.columnMajor(arena, n, n, kind);
    for (long i = 0; i < n; i++) {
      long at = identity.byteOffsetOf(i, i);
      if (kind.isDouble()) {
        identity.segment().set(ValueLayout.JAVA_DOUBLE, at, 1);
      } else {
        identity.segment().set(ValueLayout.JAVA_FLOAT, at, 1);
      }
    }
    return identity;
  }

  int cholesky(Triangle triangle, StridedMatrix a, StridedMatrix factor) {
    int n = OpenBlas.toInt(a.rows());
    if (n == 0) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      int info =
          call(
              LapackRoutine.POTRF,
              work,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR, triangle.letter(), n, work.segment(), n));
      for (int col = 0; col < n; col++) {
        StridedCopy.zero(
            triangle == Triangle.LOWER
                ? work.block(0, col, col, 1)
                : work.block(col + 1, col, n - col - 1, 1));
      }
      StridedCopy.copy(work, factor);
      return info;
    }
  }

  int qrRaw(StridedMatrix a, StridedMatrix h, StridedVector tau) {
    if (a.isEmpty()) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      StridedVector factors = Staging.room(arena, tau.size(), a.kind());
      int info = geqrf(work, factors.segment());
      StridedCopy.copy(work, h);
      StridedCopy.copy(factors.asColumn(), tau.asColumn());
      return info;
    }
  }

  private int geqrf(StridedMatrix work, MemorySegment tau) {
    int m = OpenBlas.toInt(work.rows());
    int n = OpenBlas.toInt(work.cols());
    return call(
        LapackRoutine.GEQRF,
        work,
        handle ->
            (int)
                handle.invokeExact(
                    LapackRoutine.COLUMN_MAJOR, m, n, work.segment(), lead(work), tau));
  }

  int qr(StridedMatrix a, @Nullable StridedMatrix q, StridedMatrix r) {
    long k = Math.min(a.rows(), a.cols());
    try (Arena arena = Arena.ofConfined()) {
      if (k == 0) {
        if (q != null && !q.isEmpty()) {
          StridedCopy.copy(identity(arena, q.rows(), q.kind()), q);
        }
        return 0;
      }
      // Wide enough for Q where that has more columns than a.
      long width = Math.max(a.cols(), q == null ? 0 : q.cols());
      StridedMatrix memory = Staging.columnMajor(arena, a.rows(), width, a.kind());
      StridedMatrix work = memory.block(0, 0, a.rows(), a.cols());
      StridedCopy.copy(a, work);
      StridedVector tau = Staging.room(arena, k, a.kind());
      int info = geqrf(work, tau.segment());
      copyUpper(work, r);
      if (q == null || info != 0) {
        return info;
      }
      int m = OpenBlas.toInt(a.rows());
      int n = OpenBlas.toInt(q.cols());
      info =
          call(
              LapackRoutine.ORGQR,
              memory,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR,
                          m,
                          n,
                          (int) k,
                          memory.segment(),
                          lead(memory),
                          tau.segment()));
      StridedCopy.copy(memory.block(0, 0, m, n), q);
      return info;
    }
  }

  private static void copyUpper(StridedMatrix from, StridedMatrix to) {
    StridedCopy.zero(to);
    for (long col = 0; col < to.cols(); col++) {
      long count = Math.min(col + 1, to.rows());
      StridedCopy.copy(from.block(0, col, count, 1), to.block(0, col, count, 1));
    }
  }

  int svd(StridedMatrix a, @Nullable StridedMatrix u, StridedVector s, @Nullable StridedMatrix vh) {
    int m = OpenBlas.toInt(a.rows());
    int n = OpenBlas.toInt(a.cols());
    int k = Math.min(m, n);
    limitWorkspace("svd", k);
    if (a.kind().isComplex() && u != null) {
      limitProduct("svd", 5.0 * k * (Math.max(m, n) + 1.0));
    }
    boolean full = u != null && vh != null && Contract.isFull(a, u, vh);
    try (Arena arena = Arena.ofConfined()) {
      if (k == 0) {
        if (full) {
          StridedCopy.copy(identity(arena, m, a.kind()), u);
          StridedCopy.copy(identity(arena, n, a.kind()), vh);
        }
        return 0;
      }
      byte job = (byte) (u == null ? 'N' : full ? 'A' : 'S');
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      StridedVector values = Staging.room(arena, k, a.kind().real());
      // Never read nor written where only values are wanted, but LAPACK wants addresses.
      StridedMatrix left = u == null ? work : Staging.columnMajor(arena, m, u.cols(), a.kind());
      StridedMatrix right = vh == null ? work : Staging.columnMajor(arena, vh.rows(), n, a.kind());
      int leadRight = vh == null ? n : lead(right);
      int info =
          call(
              LapackRoutine.GESDD,
              work,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR,
                          job,
                          m,
                          n,
                          work.segment(),
                          m,
                          values.segment(),
                          left.segment(),
                          m,
                          right.segment(),
                          leadRight));
      StridedCopy.copy(values.asColumn(), s.asColumn());
      if (u != null && vh != null) {
        StridedCopy.copy(left, u);
        StridedCopy.copy(right, vh);
      }
      return info;
    }
  }

  private static void limitWorkspace(String name, long dimension) {
    if (dimension > WORKSPACE_LIMIT) {
      throw new IllegalArgumentException(
          name
              + ": "
              + dimension
              + " is more than the "
              + WORKSPACE_LIMIT
              + " for which LAPACK can count its workspace in 32 bits");
    }
  }

  private static void limitProduct(String name, double workspace) {
    if (workspace > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          name + ": LAPACK cannot count its workspace for this shape in 32 bits");
    }
  }

  int eigenSymmetric(
      Triangle triangle, StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    int n = OpenBlas.toInt(a.rows());
    limitWorkspace("eigenSymmetric", n);
    if (n == 0) {
      return 0;
    }
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      StridedVector values = Staging.room(arena, n, a.kind().real());
      byte job = (byte) (v == null ? 'N' : 'V');
      int info =
          call(
              LapackRoutine.SYEVD,
              work,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR,
                          job,
                          triangle.letter(),
                          n,
                          work.segment(),
                          n,
                          values.segment()));
      StridedCopy.copy(values.asColumn(), w.asColumn());
      if (v != null) {
        StridedCopy.copy(work, v);
      }
      return info;
    }
  }

  int eigen(StridedMatrix a, StridedVector w, @Nullable StridedMatrix v) {
    int n = OpenBlas.toInt(a.rows());
    if (n == 0) {
      return 0;
    }
    ScalarKind kind = a.kind();
    byte job = (byte) (v == null ? 'N' : 'V');
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      StridedMatrix vectors = v == null ? work : Staging.columnMajor(arena, n, n, kind);
      StridedVector values = Staging.room(arena, n, kind);
      if (kind.isComplex()) {
        int info =
            call(
                LapackRoutine.GEEV,
                work,
                handle ->
                    (int)
                        handle.invokeExact(
                            LapackRoutine.COLUMN_MAJOR,
                            (byte) 'N',
                            job,
                            n,
                            work.segment(),
                            n,
                            values.segment(),
                            work.segment(),
                            n,
                            vectors.segment(),
                            n));
        StridedCopy.copy(values.asColumn(), w.asColumn());
        if (v != null) {
          StridedCopy.copy(vectors, v);
        }
        return info;
      }
      StridedVector imaginary = Staging.room(arena, n, kind);
      int info =
          call(
              LapackRoutine.GEEV,
              work,
              handle ->
                  (int)
                      handle.invokeExact(
                          LapackRoutine.COLUMN_MAJOR,
                          (byte) 'N',
                          job,
                          n,
                          work.segment(),
                          n,
                          values.segment(),
                          imaginary.segment(),
                          work.segment(),
                          n,
                          vectors.segment(),
                          n));
      assemble(values, imaginary, w, vectors, v);
      return info;
    }
  }

  /// geev for real kinds stores a conjugate pair of vectors as two real columns.
  private static void assemble(
      StridedVector realParts,
      StridedVector imaginaryParts,
      StridedVector w,
      StridedMatrix columns,
      @Nullable StridedMatrix v) {
    int n = (int) w.size();
    Dense values = Dense.load(realParts.asColumn());
    System.arraycopy(Dense.load(imaginaryParts.asColumn()).re(), 0, values.im(), 0, n);
    values.store(w.asColumn());
    if (v == null) {
      return;
    }
    Dense vectors = Dense.load(columns);
    double[] re = vectors.re();
    double[] im = vectors.im();
    for (int col = 0; col < n - 1; col++) {
      if (values.im()[col] != 0) {
        for (int row = 0; row < n; row++) {
          int first = col * n + row;
          im[first] = re[first + n];
          im[first + n] = -re[first + n];
          re[first + n] = re[first];
        }
        col++;
      }
    }
    vectors.store(v);
  }

  LeastSquares leastSquares(
      StridedMatrix a,
      StridedMatrix b,
      double rcond,
      StridedMatrix x,
      StridedVector s,
      @Nullable StridedVector residuals) {
    int m = OpenBlas.toInt(a.rows());
    int n = OpenBlas.toInt(a.cols());
    int count = OpenBlas.toInt(b.cols());
    limitWorkspace("leastSquares", Math.min(m, n));
    if (m == 0 || n == 0) {
      StridedCopy.zero(x);
      if (residuals != null && n == 0 && m > 0) {
        Dense.load(b).columnSquares(0).store(residuals.asColumn());
      }
      return new LeastSquares(0, 0);
    }
    long tall = Math.max(m, n);
    limitProduct("leastSquares", (tall + 100.0) * (count + 300.0));
    try (Arena arena = Arena.ofConfined()) {
      StridedMatrix work = Staging.columnMajorCopy(arena, a);
      StridedMatrix right = Staging.columnMajor(arena, tall, count, a.kind());
      StridedCopy.copy(b, right.block(0, 0, m, count));
      StridedVector values = Staging.room(arena, s.size(), a.kind().real());
      MemorySegment rank = Staging.memory(arena, 4);
      int info =
          call(
              LapackRoutine.GELSD,
              work,
              handle ->
                  a.kind().isDouble()
                      ? (int)
                          handle.invokeExact(
                              LapackRoutine.COLUMN_MAJOR,
                              m,
                              n,
                              count,
                              work.segment(),
                              m,
                              right.segment(),
                              (int) tall,
                              values.segment(),
                              rcond,
                              rank)
                      : (int)
                          handle.invokeExact(
                              LapackRoutine.COLUMN_MAJOR,
                              m,
                              n,
                              count,
                              work.segment(),
                              m,
                              right.segment(),
                              (int) tall,
                              values.segment(),
                              (float) rcond,
                              rank));
      StridedCopy.copy(right.block(0, 0, n, count), x);
      StridedCopy.copy(values.asColumn(), s.asColumn());
      int found = rank.get(ValueLayout.JAVA_INT, 0);
      if (residuals != null && found == n && m > n) {
        Dense.load(right).columnSquares(n).store(residuals.asColumn());
      }
      return new LeastSquares(found, info);
    }
  }
}
