package org.panarray.linalg;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The C interface of BLAS, one method per routine for all kinds.
///
/// Every handle is a constant of its own holder class: the JIT compiles calls through constants to
/// direct calls, and a routine that is never called is never bound. Each has a second handle for
/// tiny operands, which may be on the heap and whose calls skip the thread state transition.
final class Cblas {
  private Cblas() {}

  static final int ROW_MAJOR = 101;
  static final int COLUMN_MAJOR = 102;

  private static final MemorySegment SCALES = scales();

  private static MemorySegment scales() {
    MemorySegment scales = Arena.global().allocate(48, 16);
    scales.set(JAVA_FLOAT, 0, 1f);
    scales.set(JAVA_DOUBLE, 16, 1d);
    return scales;
  }

  /// A pointer to a real factor as a complex number; complex routines take factors by address.
  private static MemorySegment scale(ScalarKind kind, double factor) {
    if (factor == 0) {
      return SCALES.asSlice(32);
    }
    if (factor == 1) {
      return SCALES.asSlice(kind.isDouble() ? 16 : 0);
    }
    MemorySegment segment = Arena.ofAuto().allocate(16, 16);
    if (kind.isDouble()) {
      segment.set(JAVA_DOUBLE, 0, factor);
    } else {
      segment.set(JAVA_FLOAT, 0, (float) factor);
    }
    return segment;
  }

  private static MethodHandle bind(String name, boolean tiny, MemoryLayout... parameters) {
    return bind(name, tiny, FunctionDescriptor.ofVoid(parameters));
  }

  private static MethodHandle bind(String name, boolean tiny, FunctionDescriptor descriptor) {
    var library = Chosen.library();
    return tiny
        ? library.bind(name, descriptor, Linker.Option.critical(true))
        : library.bind(name, descriptor);
  }

  private static MethodHandle gemm(ScalarKind kind, boolean tiny) {
    ValueLayout scale = scaleLayout(kind);
    return bind(
        "cblas_" + kind.letter() + "gemm",
        tiny,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT);
  }

  private static MethodHandle gemv(ScalarKind kind, boolean tiny) {
    ValueLayout scale = scaleLayout(kind);
    return bind(
        "cblas_" + kind.letter() + "gemv",
        tiny,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT);
  }

  private static MethodHandle syrk(ScalarKind kind, boolean tiny) {
    ValueLayout scale = scaleLayout(kind);
    return bind(
        "cblas_" + kind.letter() + "syrk",
        tiny,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT,
        scale,
        ADDRESS,
        JAVA_INT);
  }

  private static MethodHandle trsm(ScalarKind kind) {
    return bind(
        "cblas_" + kind.letter() + "trsm",
        false,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        JAVA_INT,
        scaleLayout(kind),
        ADDRESS,
        JAVA_INT,
        ADDRESS,
        JAVA_INT);
  }

  private static MethodHandle dot(ScalarKind kind, boolean tiny) {
    return bind(
        "cblas_" + kind.letter() + "dot",
        tiny,
        FunctionDescriptor.of(scaleLayout(kind), JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT));
  }

  private static MethodHandle complexDot(String routine, boolean tiny) {
    return bind("cblas_" + routine, tiny, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, ADDRESS);
  }

  private static ValueLayout scaleLayout(ScalarKind kind) {
    return switch (kind) {
      case F32 -> JAVA_FLOAT;
      case F64 -> JAVA_DOUBLE;
      case C64, C128 -> ADDRESS;
    };
  }

  private static final class GemmF32 {
    static final MethodHandle ANY = gemm(ScalarKind.F32, false);
    static final MethodHandle TINY = gemm(ScalarKind.F32, true);
  }

  private static final class GemmF64 {
    static final MethodHandle ANY = gemm(ScalarKind.F64, false);
    static final MethodHandle TINY = gemm(ScalarKind.F64, true);
  }

  private static final class GemmC64 {
    static final MethodHandle ANY = gemm(ScalarKind.C64, false);
    static final MethodHandle TINY = gemm(ScalarKind.C64, true);
  }

  private static final class GemmC128 {
    static final MethodHandle ANY = gemm(ScalarKind.C128, false);
    static final MethodHandle TINY = gemm(ScalarKind.C128, true);
  }

  static void gemm(
      ScalarKind kind,
      boolean tiny,
      int order,
      int opA,
      int opB,
      int m,
      int n,
      int k,
      double alpha,
      MemorySegment a,
      int lda,
      MemorySegment b,
      int ldb,
      double beta,
      MemorySegment c,
      int ldc) {
    try {
      switch (kind) {
        case F32 -> {
          if (tiny) {
            GemmF32.TINY.invokeExact(
                order, opA, opB, m, n, k, (float) alpha, a, lda, b, ldb, (float) beta, c, ldc);
          } else {
            GemmF32.ANY.invokeExact(
                order, opA, opB, m, n, k, (float) alpha, a, lda, b, ldb, (float) beta, c, ldc);
          }
        }
        case F64 -> {
          if (tiny) {
            GemmF64.TINY.invokeExact(order, opA, opB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
          } else {
            GemmF64.ANY.invokeExact(order, opA, opB, m, n, k, alpha, a, lda, b, ldb, beta, c, ldc);
          }
        }
        case C64 -> {
          MemorySegment factor = scale(kind, alpha);
          MemorySegment old = scale(kind, beta);
          if (tiny) {
            GemmC64.TINY.invokeExact(order, opA, opB, m, n, k, factor, a, lda, b, ldb, old, c, ldc);
          } else {
            GemmC64.ANY.invokeExact(order, opA, opB, m, n, k, factor, a, lda, b, ldb, old, c, ldc);
          }
        }
        case C128 -> {
          MemorySegment factor = scale(kind, alpha);
          MemorySegment old = scale(kind, beta);
          if (tiny) {
            GemmC128.TINY.invokeExact(
                order, opA, opB, m, n, k, factor, a, lda, b, ldb, old, c, ldc);
          } else {
            GemmC128.ANY.invokeExact(order, opA, opB, m, n, k, factor, a, lda, b, ldb, old, c, ldc);
          }
        }
      }
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static final class GemvF32 {
    static final MethodHandle ANY = gemv(ScalarKind.F32, false);
    static final MethodHandle TINY = gemv(ScalarKind.F32, true);
  }

  private static final class GemvF64 {
    static final MethodHandle ANY = gemv(ScalarKind.F64, false);
    static final MethodHandle TINY = gemv(ScalarKind.F64, true);
  }

  private static final class GemvC64 {
    static final MethodHandle ANY = gemv(ScalarKind.C64, false);
    static final MethodHandle TINY = gemv(ScalarKind.C64, true);
  }

  private static final class GemvC128 {
    static final MethodHandle ANY = gemv(ScalarKind.C128, false);
    static final MethodHandle TINY = gemv(ScalarKind.C128, true);
  }

  static void gemv(
      ScalarKind kind,
      boolean tiny,
      int order,
      int op,
      int m,
      int n,
      double alpha,
      MemorySegment a,
      int lda,
      MemorySegment x,
      int incX,
      double beta,
      MemorySegment y,
      int incY) {
    try {
      switch (kind) {
        case F32 -> {
          MethodHandle handle = tiny ? GemvF32.TINY : GemvF32.ANY;
          handle.invokeExact(
              order, op, m, n, (float) alpha, a, lda, x, incX, (float) beta, y, incY);
        }
        case F64 -> {
          MethodHandle handle = tiny ? GemvF64.TINY : GemvF64.ANY;
          handle.invokeExact(order, op, m, n, alpha, a, lda, x, incX, beta, y, incY);
        }
        case C64 -> {
          MethodHandle handle = tiny ? GemvC64.TINY : GemvC64.ANY;
          handle.invokeExact(
              order, op, m, n, scale(kind, alpha), a, lda, x, incX, scale(kind, beta), y, incY);
        }
        case C128 -> {
          MethodHandle handle = tiny ? GemvC128.TINY : GemvC128.ANY;
          handle.invokeExact(
              order, op, m, n, scale(kind, alpha), a, lda, x, incX, scale(kind, beta), y, incY);
        }
      }
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static final class SyrkF32 {
    static final MethodHandle ANY = syrk(ScalarKind.F32, false);
    static final MethodHandle TINY = syrk(ScalarKind.F32, true);
  }

  private static final class SyrkF64 {
    static final MethodHandle ANY = syrk(ScalarKind.F64, false);
    static final MethodHandle TINY = syrk(ScalarKind.F64, true);
  }

  private static final class SyrkC64 {
    static final MethodHandle ANY = syrk(ScalarKind.C64, false);
    static final MethodHandle TINY = syrk(ScalarKind.C64, true);
  }

  private static final class SyrkC128 {
    static final MethodHandle ANY = syrk(ScalarKind.C128, false);
    static final MethodHandle TINY = syrk(ScalarKind.C128, true);
  }

  /// Writes only the named triangle of `c`.
  static void syrk(
      ScalarKind kind,
      boolean tiny,
      int order,
      int triangle,
      int op,
      int n,
      int k,
      double alpha,
      MemorySegment a,
      int lda,
      MemorySegment c,
      int ldc) {
    try {
      switch (kind) {
        case F32 -> {
          MethodHandle handle = tiny ? SyrkF32.TINY : SyrkF32.ANY;
          handle.invokeExact(order, triangle, op, n, k, (float) alpha, a, lda, 0f, c, ldc);
        }
        case F64 -> {
          MethodHandle handle = tiny ? SyrkF64.TINY : SyrkF64.ANY;
          handle.invokeExact(order, triangle, op, n, k, alpha, a, lda, 0d, c, ldc);
        }
        case C64 -> {
          MethodHandle handle = tiny ? SyrkC64.TINY : SyrkC64.ANY;
          handle.invokeExact(
              order, triangle, op, n, k, scale(kind, alpha), a, lda, scale(kind, 0), c, ldc);
        }
        case C128 -> {
          MethodHandle handle = tiny ? SyrkC128.TINY : SyrkC128.ANY;
          handle.invokeExact(
              order, triangle, op, n, k, scale(kind, alpha), a, lda, scale(kind, 0), c, ldc);
        }
      }
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static final class TrsmF32 {
    static final MethodHandle ANY = trsm(ScalarKind.F32);
  }

  private static final class TrsmF64 {
    static final MethodHandle ANY = trsm(ScalarKind.F64);
  }

  private static final class TrsmC64 {
    static final MethodHandle ANY = trsm(ScalarKind.C64);
  }

  private static final class TrsmC128 {
    static final MethodHandle ANY = trsm(ScalarKind.C128);
  }

  static void trsm(
      ScalarKind kind,
      int order,
      int side,
      int triangle,
      int op,
      int diagonal,
      int m,
      int n,
      double alpha,
      MemorySegment a,
      int lda,
      MemorySegment b,
      int ldb) {
    try {
      switch (kind) {
        case F32 ->
            TrsmF32.ANY.invokeExact(
                order, side, triangle, op, diagonal, m, n, (float) alpha, a, lda, b, ldb);
        case F64 ->
            TrsmF64.ANY.invokeExact(
                order, side, triangle, op, diagonal, m, n, alpha, a, lda, b, ldb);
        case C64 ->
            TrsmC64.ANY.invokeExact(
                order, side, triangle, op, diagonal, m, n, scale(kind, alpha), a, lda, b, ldb);
        case C128 ->
            TrsmC128.ANY.invokeExact(
                order, side, triangle, op, diagonal, m, n, scale(kind, alpha), a, lda, b, ldb);
      }
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static final class DotF32 {
    static final MethodHandle ANY = dot(ScalarKind.F32, false);
    static final MethodHandle TINY = dot(ScalarKind.F32, true);
  }

  private static final class DotF64 {
    static final MethodHandle ANY = dot(ScalarKind.F64, false);
    static final MethodHandle TINY = dot(ScalarKind.F64, true);
  }

  /// The dot product of a real kind.
  static double dot(
      ScalarKind kind, boolean tiny, int n, MemorySegment x, int incX, MemorySegment y, int incY) {
    try {
      if (kind == ScalarKind.F32) {
        MethodHandle handle = tiny ? DotF32.TINY : DotF32.ANY;
        return (float) handle.invokeExact(n, x, incX, y, incY);
      }
      MethodHandle handle = tiny ? DotF64.TINY : DotF64.ANY;
      return (double) handle.invokeExact(n, x, incX, y, incY);
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }

  private static final class DotC64 {
    static final MethodHandle PLAIN = complexDot("cdotu_sub", true);
    static final MethodHandle CONJUGATED = complexDot("cdotc_sub", true);
    static final MethodHandle PLAIN_ANY = complexDot("cdotu_sub", false);
    static final MethodHandle CONJUGATED_ANY = complexDot("cdotc_sub", false);
  }

  private static final class DotC128 {
    static final MethodHandle PLAIN = complexDot("zdotu_sub", true);
    static final MethodHandle CONJUGATED = complexDot("zdotc_sub", true);
    static final MethodHandle PLAIN_ANY = complexDot("zdotu_sub", false);
    static final MethodHandle CONJUGATED_ANY = complexDot("zdotc_sub", false);
  }

  /// The dot product of a complex kind, written to `result`.
  static void complexDot(
      ScalarKind kind,
      boolean tiny,
      boolean conjugate,
      int n,
      MemorySegment x,
      int incX,
      MemorySegment y,
      int incY,
      MemorySegment result) {
    try {
      if (kind == ScalarKind.C64) {
        MethodHandle handle =
            tiny
                ? (conjugate ? DotC64.CONJUGATED : DotC64.PLAIN)
                : (conjugate ? DotC64.CONJUGATED_ANY : DotC64.PLAIN_ANY);
        handle.invokeExact(n, x, incX, y, incY, result);
      } else {
        MethodHandle handle =
            tiny
                ? (conjugate ? DotC128.CONJUGATED : DotC128.PLAIN)
                : (conjugate ? DotC128.CONJUGATED_ANY : DotC128.PLAIN_ANY);
        handle.invokeExact(n, x, incX, y, incY, result);
      }
    } catch (Throwable failure) {
      throw NativeFailure.of(failure);
    }
  }
}
