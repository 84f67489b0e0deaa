package org.panarray.gpu;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/// The functions of cuBLAS that the engine uses. Matrices are column-major, as everywhere in BLAS.
final class Cublas {
  static final NativeTable TABLE =
      new NativeTable(CudaLibrary.CUBLAS, CudaLibraries.ofThisProcess());

  private static final MethodHandle CREATE = TABLE.bind("cublasCreate_v2", "p");
  private static final MethodHandle DESTROY = TABLE.bind("cublasDestroy_v2", "h");
  private static final MethodHandle SET_STREAM = TABLE.bind("cublasSetStream_v2", "hh");
  private static final MethodHandle VERSION = TABLE.bind("cublasGetVersion_v2", "hp");
  private static final MethodHandle GEMM_S = TABLE.bind("cublasSgemm_v2", "hiiiiiphihiphi");
  private static final MethodHandle GEMM_S_BATCHED =
      TABLE.bind("cublasSgemmStridedBatched", "hiiiiiphijhijphiji");
  private static final MethodHandle GEMM_D = TABLE.bind("cublasDgemm_v2", "hiiiiiphihiphi");
  private static final MethodHandle GEMM_D_BATCHED =
      TABLE.bind("cublasDgemmStridedBatched", "hiiiiiphijhijphiji");
  private static final MethodHandle GEMM_C = TABLE.bind("cublasCgemm_v2", "hiiiiiphihiphi");
  private static final MethodHandle GEMM_C_BATCHED =
      TABLE.bind("cublasCgemmStridedBatched", "hiiiiiphijhijphiji");
  private static final MethodHandle GEMM_Z = TABLE.bind("cublasZgemm_v2", "hiiiiiphihiphi");
  private static final MethodHandle GEMM_Z_BATCHED =
      TABLE.bind("cublasZgemmStridedBatched", "hiiiiiphijhijphiji");

  private Cublas() {}

  static void create(MemorySegment handle) {
    try {
      check("cublasCreate_v2", (int) CREATE.invokeExact(handle));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void destroy(long handle) {
    try {
      check("cublasDestroy_v2", (int) DESTROY.invokeExact(handle));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void setStream(long handle, long stream) {
    try {
      check("cublasSetStream_v2", (int) SET_STREAM.invokeExact(handle, stream));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  static void version(long handle, MemorySegment version) {
    try {
      check("cublasGetVersion_v2", (int) VERSION.invokeExact(handle, version));
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  /// One general matrix product: sizes, leading dimensions, and the strides from one matrix of a
  /// batch to the next, in elements. The operations are 0 for the matrix as it is and 1 for its
  /// transpose.
  record Product(
      int operationA,
      int operationB,
      int rows,
      int columns,
      int inner,
      int leadingA,
      int leadingB,
      int leadingC,
      int batch,
      long strideA,
      long strideB,
      long strideC) {}

  /// `C = A B` for one of the element types `S`, `D`, `C` and `Z`. The constants one and zero are
  /// in host memory.
  static void multiply(
      char type,
      long handle,
      Product p,
      MemorySegment one,
      long a,
      long b,
      MemorySegment zero,
      long c) {
    MethodHandle function =
        switch (type) {
          case 'S' -> p.batch() == 1 ? GEMM_S : GEMM_S_BATCHED;
          case 'D' -> p.batch() == 1 ? GEMM_D : GEMM_D_BATCHED;
          case 'C' -> p.batch() == 1 ? GEMM_C : GEMM_C_BATCHED;
          case 'Z' -> p.batch() == 1 ? GEMM_Z : GEMM_Z_BATCHED;
          default -> throw new IllegalArgumentException("no element type " + type);
        };
    String name = "cublas" + type + (p.batch() == 1 ? "gemm" : "gemmStridedBatched");
    try {
      int status;
      if (p.batch() == 1) {
        status =
            (int)
                function.invokeExact(
                    handle,
                    p.operationA(),
                    p.operationB(),
                    p.rows(),
                    p.columns(),
                    p.inner(),
                    one,
                    a,
                    p.leadingA(),
                    b,
                    p.leadingB(),
                    zero,
                    c,
                    p.leadingC());
      } else {
        status =
            (int)
                function.invokeExact(
                    handle,
                    p.operationA(),
                    p.operationB(),
                    p.rows(),
                    p.columns(),
                    p.inner(),
                    one,
                    a,
                    p.leadingA(),
                    p.strideA(),
                    b,
                    p.leadingB(),
                    p.strideB(),
                    zero,
                    c,
                    p.leadingC(),
                    p.strideC(),
                    p.batch());
      }
      check(name, status);
    } catch (Throwable t) {
      throw NativeTable.rethrow(t);
    }
  }

  private static void check(String function, int status) {
    if (status != 0) {
      throw new CudaError(function + " failed: " + text(status), status);
    }
  }

  private static String text(int status) {
    return switch (status) {
      case 1 -> "CUBLAS_STATUS_NOT_INITIALIZED";
      case 3 -> "CUBLAS_STATUS_ALLOC_FAILED";
      case 7 -> "CUBLAS_STATUS_INVALID_VALUE";
      case 8 -> "CUBLAS_STATUS_ARCH_MISMATCH";
      case 11 -> "CUBLAS_STATUS_MAPPING_ERROR";
      case 13 -> "CUBLAS_STATUS_EXECUTION_FAILED";
      case 14 -> "CUBLAS_STATUS_INTERNAL_ERROR";
      case 15 -> "CUBLAS_STATUS_NOT_SUPPORTED";
      default -> "cuBLAS status " + status;
    };
  }
}
