package org.panarray.gpu;

import java.util.ArrayList;
import java.util.List;
import org.panarray.engine.Operand;
import org.panarray.prim.ElementType;
import org.panarray.prim.Expr;
import org.panarray.prim.Primitive;
import org.panarray.prim.Primitive.FftKind;
import org.panarray.prim.ScalarOp;
import org.panarray.shape.Layout;

/// Fourier transforms, in double precision: a launch for each factor of the length, so that a
/// length with large prime factors takes as many steps for each element as their sum.
final class CudaFourier {
  private static final ElementType COMPLEX = ElementType.COMPLEX128;

  private final CudaEngine engine;
  private final CudaMap map;

  /// Names the one kernel.
  private record Key() {}

  CudaFourier(CudaEngine engine, CudaMap map) {
    this.engine = engine;
    this.map = map;
  }

  void run(Primitive.Fft fft, Operand input, Operand output) {
    if (output.layout().size() == 0) {
      return;
    }
    Operand given = input.with(CudaSorting.last(fft.axis(), input.layout()));
    Operand wanted = output.with(CudaSorting.last(fft.axis(), output.layout()));
    int axis = wanted.layout().rank() - 1;
    Layout lines = Layout.contiguous(wanted.layout().shape().with(axis, fft.length()));
    Operand spectrum = passes(fft, filled(fft, given, lines));
    Layout kept = lines.slice(axis, 0, 1, wanted.layout().dim(axis));
    Expr element = new Expr.Arg(0, COMPLEX);
    Expr value = output.type().isComplex() ? element : Expr.apply(ScalarOp.REAL, element);
    map.run(Expr.cast(value, output.type()), new Operand[] {spectrum.with(kept)}, wanted);
  }

  /// The elements as complex numbers, lines one after another; half a spectrum is completed.
  private Operand filled(Primitive.Fft fft, Operand given, Layout lines) {
    Operand all = engine.fresh(COMPLEX, lines);
    int axis = lines.rank() - 1;
    long count = given.layout().dim(axis);
    Expr element = Expr.cast(new Expr.Arg(0, given.type()), COMPLEX);
    map.run(element, new Operand[] {given}, all.with(lines.slice(axis, 0, 1, count)));
    long mirrored = fft.length() - count;
    if (mirrored > 0) {
      Operand inner = given.with(given.layout().slice(axis, mirrored, -1, mirrored));
      map.run(
          Expr.apply(ScalarOp.CONJUGATE, element),
          new Operand[] {inner},
          all.with(lines.slice(axis, count, 1, mirrored)));
    }
    return all;
  }

  private Operand passes(Primitive.Fft fft, Operand elements) {
    boolean forward = fft.kind() == FftKind.FORWARD || fft.kind() == FftKind.REAL;
    CudaKernel kernel = engine.kernels().find(new Key(), CudaFourier::source);
    Operand from = elements;
    Operand to = engine.fresh(COMPLEX, elements.layout());
    long total = elements.layout().size();
    long rest = fft.length();
    long before = 1;
    for (long radix : factors(fft.length())) {
      rest /= radix;
      long source = CudaEngine.address(from, 0);
      long target = CudaEngine.address(to, 0);
      long m = rest;
      long s = before;
      double factor = rest == 1 ? fft.factor() : 1;
      engine
          .cuda()
          .launch(
              kernel,
              Math.ceilDiv(total, (long) CudaDevice.BLOCK_THREADS),
              arguments ->
                  arguments
                      .add(source)
                      .add(target)
                      .add(total)
                      .add(fft.length())
                      .add(radix)
                      .add(m)
                      .add(s)
                      .add(forward ? -1L : 1L)
                      .add(Double.doubleToRawLongBits(factor)));
      before *= radix;
      Operand spare = from;
      from = to;
      to = spare;
    }
    return from;
  }

  /// The prime factors of a length, or only 1, ascending: the factor is applied in the last pass.
  private static List<Long> factors(long length) {
    List<Long> factors = new ArrayList<>();
    long rest = length;
    for (long factor = 2; factor * factor <= rest; factor++) {
      while (rest % factor == 0) {
        factors.add(factor);
        rest /= factor;
      }
    }
    if (rest > 1 || factors.isEmpty()) {
      factors.add(rest);
    }
    return factors;
  }

  static KernelSource source() {
    String text =
        """
        extern "C" __global__ void __launch_bounds__(PA_BLOCK) NAME(const pa_c128* from, pa_c128* to,
            pa_i64 total, pa_i64 length, pa_i64 radix, pa_i64 m, pa_i64 s, pa_i64 sign, pa_i64 factor) {
          pa_fourier(from, to, total, length, radix, m, s, sign, __longlong_as_double(factor));
        }
        """;
    return KernelSource.of("fourier", text, KernelSource.Part.FOURIER);
  }
}
