package org.panarray.engine.interpreter;

import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.Primitive;
import org.panarray.prim.Primitive.FftKind;
import org.panarray.prim.Scalar;
import org.panarray.shape.Layout;

/// Fourier transforms by their definition: every element is a sum over all others.
final class FourierInterpreter {
  private final Primitive.Fft fft;
  private final int length;
  private final double[] cos;
  private final double[] sin;
  private boolean infinite;
  private boolean nan;
  private int faults;

  private FourierInterpreter(Primitive.Fft fft) {
    this.fft = fft;
    length = Math.toIntExact(fft.length());
    cos = new double[length];
    sin = new double[length];
    boolean forward = fft.kind() == FftKind.FORWARD || fft.kind() == FftKind.REAL;
    for (int k = 0; k < length; k++) {
      double angle = 2 * Math.PI * k / length;
      cos[k] = Math.cos(angle);
      sin[k] = forward ? -Math.sin(angle) : Math.sin(angle);
    }
  }

  static int run(Primitive.Fft fft, Operand input, Operand output) {
    FourierInterpreter interpreter = new FourierInterpreter(fft);
    if (output.layout().size() > 0) {
      Interpreter.forEachIndex(
          output.layout().shape().remove(fft.axis()),
          index ->
              interpreter.line(
                  input,
                  Interpreter.offset(input.layout().select(fft.axis(), 0), index),
                  output,
                  Interpreter.offset(output.layout().select(fft.axis(), 0), index)));
    }
    return interpreter.faults;
  }

  private void line(Operand input, long from, Operand output, long to) {
    double[] re = new double[length];
    double[] im = new double[length];
    Layout layout = input.layout();
    for (int j = 0; j < length; j++) {
      boolean mirrored = j >= layout.dim(fft.axis());
      long at = from + (mirrored ? length - j : j) * layout.stride(fft.axis());
      re[j] = ElementAccess.getReal(ScalarMemory.segment(input), input.type(), at);
      im[j] = ElementAccess.getImaginary(ScalarMemory.segment(input), input.type(), at);
      im[j] = mirrored ? -im[j] : im[j];
      infinite |= Double.isInfinite(re[j]) || Double.isInfinite(im[j]);
      nan |= Double.isNaN(re[j]) || Double.isNaN(im[j]);
    }
    if (fft.kind() == FftKind.HERMITIAN) {
      im[0] = 0;
      im[length / 2] = length % 2 == 0 ? 0 : im[length / 2];
    }
    for (int k = 0; k < output.layout().dim(fft.axis()); k++) {
      double sumRe = 0;
      double sumIm = 0;
      for (int j = 0; j < length; j++) {
        int root = (int) ((long) j * k % length);
        sumRe += re[j] * cos[root] - im[j] * sin[root];
        sumIm += re[j] * sin[root] + im[j] * cos[root];
      }
      put(output, to + k * output.layout().stride(fft.axis()), sumRe, sumIm);
    }
  }

  private void put(Operand output, long at, double re, double im) {
    Scalar value =
        output.type().isComplex()
            ? Scalar.ofComplex(output.type(), re * fft.factor(), im * fft.factor())
            : Scalar.ofDouble(output.type(), re * fft.factor());
    ScalarMemory.set(output, at, value);
    double realPart = ElementAccess.getReal(ScalarMemory.segment(output), output.type(), at);
    double imaginary = ElementAccess.getImaginary(ScalarMemory.segment(output), output.type(), at);
    if (!nan && (Double.isNaN(realPart) || Double.isNaN(imaginary))) {
      faults |= FloatFault.INVALID;
    }
    if (!nan && !infinite && !(Double.isFinite(realPart) && Double.isFinite(imaginary))) {
      faults |= FloatFault.OVERFLOW;
    }
  }
}
