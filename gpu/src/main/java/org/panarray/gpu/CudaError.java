package org.panarray.gpu;

/// A failed call of the CUDA driver, of its run-time compiler or of cuBLAS, or a CUDA library or
/// function that is not there. The message carries CUDA's own words.
public final class CudaError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The driver's code for "out of memory".
  static final int OUT_OF_MEMORY = 2;

  private final int code;

  CudaError(String message) {
    this(message, -1);
  }

  CudaError(String message, int code) {
    super(message);
    this.code = code;
  }

  /// CUDA's numeric code, or -1 where the error is not CUDA's.
  public int code() {
    return code;
  }
}
