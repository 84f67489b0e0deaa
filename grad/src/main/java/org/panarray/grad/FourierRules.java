package org.panarray.grad;

import static org.panarray.Np.np;

import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Primitive;
import org.panarray.prim.Primitive.FftKind;

/// Rules of Fourier transforms. All are linear, and each is the adjoint of another: of the elements
/// of a half spectrum, those that stand for two count twice.
final class FourierRules {
  private FourierRules() {}

  static NDArray pullback(Primitive.Fft fft, Saved saved, NDArray g) {
    NDArray cotangent =
        switch (fft.kind()) {
          case FORWARD -> apply(FftKind.BACKWARD, fft, g);
          case BACKWARD -> apply(FftKind.FORWARD, fft, g);
          case REAL -> apply(FftKind.HERMITIAN, fft, g.times(counted(fft, g, 0.5)));
          case HERMITIAN -> {
            NDArray half = apply(FftKind.REAL, fft, g);
            yield half.times(counted(fft, half, 2));
          }
        };
    boolean ofReal = !saved.inputType(0).isComplex();
    return ofReal && cotangent.dtype().element().isComplex() ? np.real(cotangent) : cotangent;
  }

  private static NDArray apply(FftKind kind, Primitive.Fft fft, NDArray array) {
    return Dispatch.apply(new Primitive.Fft(kind, fft.length(), fft.axis(), fft.factor()), array);
  }

  /// 1 for the elements of a half spectrum that are their own mirror image, `inner` for the others;
  /// to be multiplied with it along the axis.
  private static NDArray counted(Primitive.Fft fft, NDArray half, double inner) {
    double[] counts = new double[Math.toIntExact(half.shape(fft.axis()))];
    java.util.Arrays.fill(counts, inner);
    counts[0] = 1;
    if (fft.length() % 2 == 0) {
      counts[counts.length - 1] = 1;
    }
    long[] dims = new long[half.ndim()];
    java.util.Arrays.fill(dims, 1);
    dims[fft.axis()] = counts.length;
    NDArray column = np.array(counts).astype(np.real(half).dtype()).reshape(dims);
    return column.toDevice(half.device());
  }
}
