package org.panarray.engine.cpu.kernel;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.FloatFault;
import org.panarray.engine.Operand;
import org.panarray.engine.cpu.fourier.Lines;
import org.panarray.engine.cpu.fourier.Plan;
import org.panarray.engine.memory.ElementAccess;
import org.panarray.engine.memory.ScalarMemory;
import org.panarray.prim.ElementType;
import org.panarray.prim.Primitive;
import org.panarray.prim.Primitive.FftKind;
import org.panarray.shape.LoopNest;

/// Fourier transforms along an axis: sequences are read from memory of any strides into arrays of
/// doubles, several side by side, transformed there, and written.
///
/// Floats are computed in double and rounded once: lanes make that as fast as NumPy's floats, and
/// one code serves both.
public final class FourierKernel {
  private final Primitive.Fft fft;
  private final int length;
  private final boolean ofPairs;
  private final Plan plan;
  private final Samples source;
  private final Samples target;
  private final int sourceParts;
  private final int targetParts;
  private final long sourceStep;
  private final long targetStep;
  private boolean suspicious;

  private FourierKernel(Primitive.Fft fft, boolean vector, Operand input, Operand output) {
    this.fft = fft;
    length = Math.toIntExact(fft.length());
    sourceParts = input.type().isComplex() ? 2 : 1;
    targetParts = output.type().isComplex() ? 2 : 1;
    ofPairs = sourceParts != targetParts && length % 2 == 0;
    plan = Plan.of(ofPairs ? length / 2 : length, vector);
    source = Samples.of(input, length);
    target = Samples.of(output, length);
    sourceStep = input.layout().stride(fft.axis()) * sourceParts;
    targetStep = output.layout().stride(fft.axis()) * targetParts;
  }

  /// Where a sequence begins, in numbers.
  private record Sequence(long target, long source) {}

  /// Runs the primitive and gives its faults.
  public static int run(Primitive.Fft fft, boolean vector, Operand input, Operand output) {
    if (output.layout().size() == 0) {
      return 0;
    }
    FourierKernel kernel = new FourierKernel(fft, vector, input, output);
    kernel.run(input, output);
    return kernel.suspicious ? faults(Found.in(input), Found.in(output)) : 0;
  }

  /// What of infinity and NaN is among the elements.
  private record Found(boolean infinite, boolean nan) {
    static Found in(Operand operand) {
      boolean[] found = {false, false};
      ElementType type = operand.type();
      ArgSortKernel.forEachLine(
          LoopNest.of(operand.layout(), operand.layout()),
          (at, _) -> {
            double re = ElementAccess.getReal(ScalarMemory.segment(operand), type, at);
            double im = ElementAccess.getImaginary(ScalarMemory.segment(operand), type, at);
            found[0] |= Double.isInfinite(re) || Double.isInfinite(im);
            found[1] |= Double.isNaN(re) || Double.isNaN(im);
          });
      return new Found(found[0], found[1]);
    }
  }

  /// What was neither infinite nor NaN before has overflowed, or is the difference of what has.
  private static int faults(Found before, Found after) {
    if (before.nan() || !after.infinite() && !after.nan()) {
      return 0;
    }
    int faults = after.nan() ? FloatFault.INVALID : 0;
    return before.infinite() ? faults : faults | FloatFault.OVERFLOW;
  }

  private void run(Operand input, Operand output) {
    int axis = fft.axis();
    int width = plan.width(output.layout().size() / output.layout().dim(axis));
    Lines lines = plan.lines(width);
    List<Sequence> some = new ArrayList<>(width);
    ArgSortKernel.forEachLine(
        LoopNest.of(output.layout().select(axis, 0), input.layout().select(axis, 0)),
        (place, start) -> {
          some.add(new Sequence(place * targetParts, start * sourceParts));
          if (some.size() == width) {
            transform(lines, width, some);
            some.clear();
          }
        });
    if (!some.isEmpty()) {
      transform(lines, width, some);
    }
    plan.done(lines);
  }

  private void transform(Lines lines, int width, List<Sequence> some) {
    for (int q = 0; q < some.size(); q++) {
      read(lines, some.get(q).source(), q, width);
    }
    if (sourceParts > targetParts) {
      if (ofPairs) {
        plan.doubled().pack(lines, width);
      } else {
        mirror(lines, width);
      }
    }
    boolean backward = fft.kind() == FftKind.BACKWARD || fft.kind() == FftKind.HERMITIAN;
    if (backward && sourceParts == 2) {
      lines.exchangeParts();
      plan.forward(lines, width);
      lines.exchangeParts();
    } else {
      plan.forward(lines, width);
    }
    if (sourceParts < targetParts) {
      if (ofPairs) {
        plan.doubled().unpack(lines, width);
      }
      if (backward) {
        lines.conjugate((length / 2 + 1) * width);
      }
    }
    double largest = Math.abs(fft.factor()) * plan.largest(lines, width);
    suspicious |= !(largest <= (target.single() ? Float.MAX_VALUE : Double.MAX_VALUE));
    for (int q = 0; q < some.size(); q++) {
      write(lines, some.get(q).target(), q, width);
    }
    if (sourceParts < targetParts && fft.kind() != FftKind.REAL) {
      lines.conjugate((length / 2 + 1) * width);
      for (int q = 0; q < some.size(); q++) {
        writeMirrored(lines, some.get(q).target(), q, width);
      }
    }
  }

  private void read(Lines lines, long from, int q, int width) {
    double[] re = lines.re();
    double[] im = lines.im();
    if (sourceParts == 2) {
      int count = fft.kind() == FftKind.HERMITIAN ? length / 2 + 1 : length;
      source.readPairs(from, 1, sourceStep, count, re, im, q, width);
    } else if (ofPairs) {
      source.readPairs(from, sourceStep, 2 * sourceStep, length / 2, re, im, q, width);
    } else {
      source.read(from, sourceStep, length, re, q, width);
      for (int k = 0, i = q; k < length; k++, i += width) {
        im[i] = 0;
      }
    }
  }

  /// The elements of an odd spectrum that those given determine.
  private void mirror(Lines lines, int width) {
    double[] re = lines.re();
    double[] im = lines.im();
    for (int q = 0; q < width; q++) {
      im[q] = 0;
    }
    for (int k = 1; 2 * k < length; k++) {
      for (int q = 0; q < width; q++) {
        re[(length - k) * width + q] = re[k * width + q];
        im[(length - k) * width + q] = -im[k * width + q];
      }
    }
  }

  private void write(Lines lines, long to, int q, int width) {
    double[] re = lines.re();
    double[] im = lines.im();
    double factor = fft.factor();
    if (targetParts == 2) {
      int count = sourceParts == 1 ? length / 2 + 1 : length;
      target.writePairs(to, 1, targetStep, count, re, im, q, width, factor);
    } else if (ofPairs) {
      target.writePairs(to, targetStep, 2 * targetStep, length / 2, re, im, q, width, factor);
    } else {
      target.write(to, targetStep, length, re, q, width, factor);
    }
  }

  /// The second half of the spectrum of real elements, conjugates of the first, which is on lines
  /// as its conjugate.
  private void writeMirrored(Lines lines, long to, int q, int width) {
    long last = to + (length - 1) * targetStep;
    int count = (length - 1) / 2;
    target.writePairs(
        last, 1, -targetStep, count, lines.re(), lines.im(), q + width, width, fft.factor());
  }
}
