package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.keepdims;
import static org.panarray.Np.np;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Order;
import org.panarray.prim.Primitive;

class PrimitiveGradientTest {
  private final Random random = new Random(1);

  private NDArray normal(long... dims) {
    return GradientCheck.normal(random, DType.FLOAT64, dims);
  }

  private NDArray complex(long... dims) {
    return GradientCheck.normal(random, DType.COMPLEX128, dims);
  }

  @Test
  void fourierTransformsArePulledBackByTheirAdjoints() {
    for (long n : new long[] {1, 2, 5, 6, 9}) {
      for (double factor : new double[] {1, 0.25}) {
        for (int axis = 0; axis < 2; axis++) {
          long[] dims = axis == 0 ? new long[] {n, 3} : new long[] {3, n};
          long[] half = dims.clone();
          half[axis] = n / 2 + 1;
          fourier(Primitive.FftKind.FORWARD, n, axis, factor, complex(dims));
          fourier(Primitive.FftKind.BACKWARD, n, axis, factor, complex(dims));
          fourier(Primitive.FftKind.FORWARD, n, axis, factor, normal(dims));
          fourier(Primitive.FftKind.BACKWARD, n, axis, factor, normal(dims));
          fourier(Primitive.FftKind.REAL, n, axis, factor, normal(dims));
          fourier(Primitive.FftKind.HERMITIAN, n, axis, factor, complex(half));
        }
      }
    }
  }

  private static void fourier(
      Primitive.FftKind kind, long n, int axis, double factor, NDArray input) {
    Primitive.Fft fft = new Primitive.Fft(kind, n, axis, factor);
    String what = fft + " " + input.dtype();
    GradientCheck.linear(what, x -> run(fft, x[0])[0], input);
    GradientCheck.smooth(what, x -> run(fft, x[0])[0], input);
  }

  @Test
  void broadcastInputsGetTheSumOverWhatWasRepeated() {
    GradientCheck.smooth("times", x -> x[0].times(x[1]), normal(3, 4), normal(4));
    GradientCheck.smooth("times of 0-d", x -> x[0].times(x[1]), normal(3, 4), normal());
    GradientCheck.smooth("div", x -> x[0].div(x[1]), normal(3, 1), np.exp(normal(2, 1, 4)));
  }

  @Test
  void sumsAndMeansAreLinear() {
    GradientCheck.linear("sum", x -> np.sum(x[0]), normal(3, 4));
    GradientCheck.linear("sum over an axis", x -> np.sum(x[0], 1), normal(3, 4, 2));
    GradientCheck.linear("mean", x -> np.mean(x[0], axis(0, 2), keepdims(true)), normal(3, 4, 2));
    GradientCheck.linear("complex sum", x -> np.sum(x[0], 0), complex(3, 4));
    GradientCheck.linear("cumsum", x -> np.cumsum(x[0], 1), normal(3, 4));
  }

  @Test
  void otherReductionsAreSmoothAwayFromTies() {
    GradientCheck.smooth("prod", x -> np.prod(x[0], 0), normal(4, 3));
    GradientCheck.smooth("prod of all", x -> np.prod(x[0]), complex(2, 3));
    GradientCheck.smooth("max", x -> np.max(x[0], 1), normal(4, 5));
    GradientCheck.smooth("min", x -> np.min(x[0]), normal(4, 5));
    GradientCheck.smooth("var", x -> np.var(x[0], 0), normal(4, 5));
    GradientCheck.smooth("std", x -> np.std(x[0]), normal(4, 5));
    GradientCheck.smooth("logaddexp", x -> np.logaddexp.reduce(x[0], 1), normal(4, 5));
    GradientCheck.smooth("cumprod", x -> np.cumprod(x[0], 0), normal(5, 3));
    GradientCheck.smooth("cummax", x -> np.maximum.accumulate(x[0], 1), normal(3, 6));
    GradientCheck.smooth(
        "fused", x -> np.fuse(() -> np.sum(np.exp(x[0]).times(x[1]))), normal(3, 4), normal(4));
  }

  @Test
  void aProductWithAZeroHasAGradient() {
    NDArray x = np.array(new double[] {2, 0, 3});
    try (GradContext context = new GradContext()) {
      context.watch(x);
      assertEquals("[0. 6. 0.]", context.gradient(np.prod(x), x).toString());
    }
  }

  @Test
  void viewsAreLinear() {
    GradientCheck.linear("reshape", x -> x[0].reshape(6, 2), normal(3, 4));
    GradientCheck.linear("transpose", x -> x[0].transpose(2, 0, 1), normal(3, 4, 2));
    GradientCheck.linear("slice", x -> x[0].get("1:, ::-2"), normal(3, 4));
    GradientCheck.linear("element", x -> x[0].get(1, -1), normal(3, 4));
    GradientCheck.linear("newaxis", x -> x[0].get("..., None, 1"), normal(3, 4));
    GradientCheck.linear("broadcastTo", x -> np.broadcastTo(x[0], 5, 3, 4), normal(3, 1));
    GradientCheck.linear(
        "diagonal", x -> Dispatch.apply(new Primitive.Diagonal(1, 0, 2), x[0]), normal(3, 2, 4));
    GradientCheck.linear(
        "real", x -> Dispatch.apply(new Primitive.Part(false), x[0]), complex(3, 4));
    GradientCheck.linear(
        "imag", x -> Dispatch.apply(new Primitive.Part(true), x[0]), complex(3, 4));
    GradientCheck.linear(
        "copy", x -> Dispatch.apply(new Primitive.Copy(Order.F), x[0]), normal(3, 4));
  }

  @Test
  void gathersAndJoinsAreLinear() {
    NDArray rows = np.array(new long[] {2, 0, 2, -1});
    GradientCheck.linear("fancy", x -> x[0].get(rows), normal(3, 4));
    GradientCheck.linear(
        "two index arrays", x -> x[0].get(rows, np.array(new long[] {1, 1, 3, 0})), normal(3, 4));
    GradientCheck.linear(
        "concatenate", x -> np.concatenate(List.of(x), 1), normal(3, 4), normal(3, 1));
    GradientCheck.linear("stack", x -> np.stack(List.of(x)), normal(3), normal(3));
    GradientCheck.linear("roll", x -> np.roll(x[0], 2, 1), normal(3, 4));
    GradientCheck.linear(
        "mask", x -> x[0].get(np.array(new boolean[] {true, false, true})), normal(3, 4));
    GradientCheck.smooth(
        "sort", x -> Dispatch.apply(new Primitive.Sort(1), x[0]).times(x[0]), normal(3, 4));
  }

  @Test
  void writesAreFollowed() {
    GradientCheck.linear(
        "write to a slice",
        x -> {
          NDArray y = x[0].times(2);
          y.at("1:3").set(x[1]);
          return y;
        },
        normal(4, 3),
        normal(2, 3));
    GradientCheck.linear(
        "write at index arrays, the last wins",
        x -> {
          NDArray y = x[0].times(2);
          y.at(new long[] {0, 2, 0}).set(x[1]);
          return y;
        },
        normal(4),
        normal(3));
    GradientCheck.linear(
        "add at index arrays",
        x -> {
          NDArray y = x[0].times(2);
          np.add.at(y, new long[] {0, 2, 0}, x[1]);
          return y;
        },
        normal(4),
        normal(3));
    GradientCheck.linear("in place", x -> x[0].times(2).plusAssign(x[1]), normal(4), normal(4));
    GradientCheck.linear(
        "write into zeros",
        x -> {
          NDArray y = np.zeros(4);
          y.at("::2").set(x[0]);
          return y;
        },
        normal(2));
  }

  @Test
  void aValueThatIsNeededAndWasOverwrittenIsAnError() {
    NDArray x = normal(3);
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray y = np.exp(x);
      NDArray z = np.sum(y.times(y));
      y.timesAssign(2);
      assertThrows(StaleValueError.class, () -> context.gradient(z, x));
    }
  }

  @Test
  void matrixProductsOfAllShapes() {
    GradientCheck.smooth(
        "matmul", x -> Dispatch.apply(new Primitive.MatMul(), x), normal(3, 4), normal(4, 2));
    GradientCheck.smooth(
        "batched matmul",
        x -> Dispatch.apply(new Primitive.MatMul(), x),
        normal(5, 3, 4),
        normal(2, 1, 4, 2));
    GradientCheck.smooth(
        "complex matmul",
        x -> Dispatch.apply(new Primitive.MatMul(), x),
        complex(3, 4),
        complex(4, 2));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void factorizations(boolean complex) {
    NDArray a = complex ? complex(2, 4, 4) : normal(2, 4, 4);
    NDArray tall = complex ? complex(5, 3) : normal(5, 3);
    NDArray b = complex ? complex(4, 2) : normal(4, 2);
    GradientCheck.smooth("solve " + complex, x -> FactorizationRules.solve(x[0], x[1]), a, b);
    GradientCheck.smooth("inv " + complex, x -> run(new Primitive.Inverse(), x[0])[0], a);
    for (int part = 1; part < 3; part++) {
      int output = part;
      GradientCheck.smooth(
          "det " + complex + part, x -> run(new Primitive.Determinant(), x[0])[output], a);
    }
    GradientCheck.smooth(
        "cholesky " + complex, x -> run(new Primitive.Cholesky(false), positive(x[0]))[0], a);
    GradientCheck.smooth(
        "upper cholesky " + complex, x -> run(new Primitive.Cholesky(true), positive(x[0]))[0], a);
    for (int part = 0; part < 2; part++) {
      int output = part;
      GradientCheck.smooth(
          "qr " + complex + part,
          x -> run(new Primitive.Qr(Primitive.QrMode.REDUCED), x[0])[output],
          tall);
    }
    GradientCheck.smooth(
        "singular values " + complex, x -> run(new Primitive.Svd(false, true), x[0])[1], tall);
    GradientCheck.smooth(
        "svd put together " + complex,
        x -> {
          NDArray[] usv = run(new Primitive.Svd(false, true), x[0]);
          return Vjp.matmul(np.multiply(usv[0], usv[1].times(usv[1])), usv[2]);
        },
        tall);
    GradientCheck.smooth(
        "eigh values " + complex, x -> run(new Primitive.Eigh(true, true), positive(x[0]))[0], a);
    GradientCheck.smooth(
        "eigh put together " + complex,
        x -> {
          NDArray[] wv = run(new Primitive.Eigh(true, true), positive(x[0]));
          NDArray scaled = wv[1].times(np.expandDims(np.exp(wv[0].times(0.1)), -2));
          return Vjp.matmul(scaled, Vjp.adjoint(wv[1]));
        },
        a);
    GradientCheck.smooth("eig values " + complex, x -> run(new Primitive.Eig(true), x[0])[0], a);
    GradientCheck.smooth("eigvals " + complex, x -> np.linalg.eigvals(x[0]), a);
    GradientCheck.smooth("eigvalsh " + complex, x -> np.linalg.eigvalsh(positive(x[0])), a);
    GradientCheck.smooth("svdvals " + complex, x -> np.linalg.svdvals(x[0]), tall);
    GradientCheck.smooth("cond " + complex, x -> np.linalg.cond(x[0]), tall);
    GradientCheck.smooth(
        "lstsq " + complex,
        x -> run(new Primitive.LeastSquares(1e-12), x)[0],
        tall,
        complex ? complex(5, 2) : normal(5, 2));
  }

  private static NDArray[] run(Primitive primitive, NDArray... inputs) {
    return Dispatch.applyAll(primitive, inputs);
  }

  private static NDArray positive(NDArray a) {
    return Vjp.matmul(a, Vjp.adjoint(a)).plus(np.eye(a.shape(-1)));
  }

  @Test
  void aGradientOfAGradientIsTheSecondDerivative() {
    NDArray x = np.array(new double[] {1, 2, 3});
    try (GradContext outer = new GradContext()) {
      outer.watch(x);
      NDArray slope;
      try (GradContext inner = new GradContext()) {
        inner.watch(x);
        slope = inner.gradient(np.sum(x.times(x).times(x)), x);
      }
      assertEquals("[ 6. 12. 18.]", outer.gradient(np.sum(slope), x).toString());
    }
  }

  @Test
  void whatTheTargetIsConstantInHasZeroGradient() {
    NDArray x = normal(3);
    try (GradContext context = new GradContext()) {
      context.watch(x);
      assertEquals("[0. 0. 0.]", context.gradient(np.sum(np.floor(x)), x).toString());
    }
  }
}
