package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.panarray.Np.np;

import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.internal.array.Dispatch;
import org.panarray.prim.Primitive;
import org.panarray.shape.Index;

/// Every way of making an array from a watched one is seen by the tape, or refuses.
class DoorsTest {
  private final Random random = new Random(3);

  private NDArray normal(long... dims) {
    return GradientCheck.normal(random, DType.FLOAT64, dims);
  }

  private void smooth(String what, Function<NDArray, NDArray> f, NDArray x) {
    GradientCheck.smooth(what, inputs -> f.apply(inputs[0]), x);
  }

  @Test
  void listsAndJavaArraysOfArrays() {
    NDArray v = normal(4);
    smooth("a list", x -> np.power(np.array(List.of(x.get(0), x.get(1), x.get(2))), 2), v);
    smooth("a Java array", x -> np.power(np.array(new NDArray[] {x.get(2), x.get(1)}), 2), v);
    smooth("beside numbers", x -> np.power(np.array(List.of(x.get(0), 1.5, x.get(3))), 2), v);
    smooth(
        "nested, beside rows of numbers",
        x -> np.power(np.array(List.of(x, new double[] {1, 2, 3, 4}, x.times(x))), 2),
        v);
    smooth("as another type", x -> np.array(List.of(x, x), np.complex128).pow(2), v);
    smooth("sum", x -> np.power(np.sum(List.of(x, x)), 2), v);
    smooth("mean", x -> np.mean(List.of(x, x.times(x))), v);
    smooth("max", x -> np.max(List.of(x.get(0), x.get(1))), v);
    smooth("norm", x -> np.linalg.norm(List.of(x.get(0), x.get(1))), v);
    smooth("power", x -> np.power(List.of(x.get(0), x.get(1)), 3), v);
    smooth("matmul", x -> np.matmul(List.of(x, x), x), v);
    smooth(
        "written into a part",
        x -> {
          NDArray y = x.times(2);
          y.at("1:3").set(List.of(x.get(0), x.get(1)));
          return y.times(y);
        },
        v);
    smooth(
        "written over everything",
        x -> {
          NDArray y = np.zeros(2);
          y.at(Index.ALL).set(List.of(x.get(0), x.get(1)));
          return y.times(y);
        },
        v);
  }

  @Test
  void transfersAreLinear() {
    GradientCheck.linear(
        "transfer", x -> Dispatch.apply(new Primitive.Transfer("cpu"), x), normal(3, 2));
  }

  @Test
  void viewsOfAllKinds() {
    NDArray m = normal(3, 4);
    smooth("read-only", x -> np.power(x.asReadOnly(), 2), m);
    smooth("broadcast arrays", x -> np.power(np.broadcastArrays(x, np.ones(2, 3, 4))[0], 2), m);
    GradientCheck.linear("real", x -> x[0].real(), complex(3, 4));
    GradientCheck.linear("imag", x -> x[0].imag().times(2), complex(3, 4));
    smooth(
        "a write through real",
        x -> {
          NDArray z = x.astype(np.complex128);
          z.real().at().set(x.times(x));
          z.imag().at().set(x.times(3));
          return np.absolute(z);
        },
        m);
    assertThrows(
        IllegalStateException.class,
        () ->
            smooth(
                "strides",
                x -> np.lib.strideTricks.asStrided(x, new long[] {3, 2}, new long[] {8, 8}),
                normal(4)));
    assertThrows(TypeError.class, () -> smooth("bits", x -> x.view(DType.COMPLEX128), normal(4)));
  }

  private NDArray complex(long... dims) {
    return GradientCheck.normal(random, DType.COMPLEX128, dims);
  }

  @Test
  void windowsAreLinear() {
    long[] twoByThree = {2, 3};
    GradientCheck.linear(
        "windows", x -> np.lib.strideTricks.slidingWindowView(x[0], twoByThree), normal(4, 5));
    GradientCheck.linear(
        "windows of a transposed array",
        x -> np.lib.strideTricks.slidingWindowView(x[0].T(), twoByThree),
        normal(7, 4));
    GradientCheck.linear(
        "windows longer than their places",
        x -> np.lib.strideTricks.slidingWindowView(x[0], new long[] {5}, new int[] {0}),
        normal(6, 2));
    GradientCheck.linear(
        "windows of windows",
        x -> np.lib.strideTricks.slidingWindowView(x[0], twoByThree, new int[] {1, 1}),
        normal(2, 7));
    NDArray image = np.arange(16.0).reshape(4, 4);
    NDArray kernel = np.array(new double[][] {{1, 2}, {3, 4}});
    try (GradContext context = new GradContext()) {
      context.watch(image, kernel);
      NDArray windows = np.lib.strideTricks.slidingWindowView(image, new long[] {2, 2});
      NDArray sum = np.sum(np.einsum("ijkl,kl->ij", windows, kernel));
      assertEquals(
          "[[ 1.  3.  3.  2.]\n [ 4. 10. 10.  6.]\n [ 4. 10. 10.  6.]\n [ 3.  7.  7.  4.]]",
          context.gradient(sum, image).toString());
      assertEquals("[[45. 54.]\n [81. 90.]]", context.gradient(sum, kernel).toString());
    }
  }

  @Test
  void whatFusionPutsOff() {
    NDArray v = normal(4);
    smooth("an elementwise end", x -> np.fuse(() -> np.exp(x).times(x)), v);
    smooth("after a reduction", x -> np.fuse(() -> np.sum(np.exp(x)).times(2)), v);
    smooth("a product", x -> np.fuse(() -> np.matmul(np.exp(x), x.times(2))), v);
    smooth("a view", x -> np.fuse(() -> np.exp(x).get("1:").times(x.get("1:"))), v);
    smooth(
        "ends outside",
        x -> {
          NDArray[] kept = new NDArray[1];
          NDArray y =
              np.fuse(
                  () -> {
                    kept[0] = np.sin(x);
                    return kept[0].times(x);
                  });
          return y.plus(kept[0]);
        },
        v);
    smooth(
        "a chain that is cut",
        x ->
            np.fuse(
                () -> {
                  NDArray y = x;
                  for (int i = 0; i < 100; i++) {
                    y = np.sin(y).plus(x);
                  }
                  return y;
                }),
        v);
  }

  @Test
  void stepsWeightsAndFractionsThatFunctionsReadAsNumbers() {
    NDArray f = np.array(new double[] {1, 4, 9, 17});
    NDArray places = np.array(new double[] {0, 1, 2.5, 3});
    smooth("gradient by places", x -> np.gradient(f, x).getFirst(), places);
    smooth("gradient by even places", x -> np.gradient(f, x).getFirst(), np.arange(4.0));
    smooth(
        "gradient by places, second order",
        x -> np.gradient(f, x, Kw.edgeOrder(2)).getFirst(),
        places);
    smooth("gradient by a step", x -> np.gradient(f, x.get(0)).getFirst(), normal(2));
    smooth("gradient of values", x -> np.gradient(x, places).getFirst(), f);
    NDArray samples = normal(2, 5);
    NDArray weights = np.exp(normal(5));
    smooth("cov", x -> np.cov(samples, Kw.aweights(x)), weights);
    smooth("cov, biased", x -> np.cov(samples, Kw.aweights(x), Kw.ddof(0)), weights);
    smooth("corrcoef", x -> np.corrcoef(x), samples);
    smooth("quantile", x -> np.quantile(f, x), np.array(new double[] {0.3, 0.8}));
    smooth("percentile", x -> np.percentile(f, x), np.array(35.0));
    smooth(
        "quantile by another method",
        x -> np.quantile(f, x, Kw.method("weibull")),
        np.array(new double[] {0.3, 0.7}));
  }
}
