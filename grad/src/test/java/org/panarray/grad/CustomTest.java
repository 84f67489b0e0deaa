package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.panarray.DType;
import org.panarray.ErrorState;
import org.panarray.NDArray;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

class CustomTest {
  private static final Custom SOFTPLUS =
      Custom.of(
          x -> np.log(np.add(1, np.exp(x))),
          (x, y, dy) -> dy.div(np.add(1, np.exp(np.negative(x)))));
  private static final Custom PRODUCT_AND_SUM =
      Custom.ofSeveral(
          x -> new NDArray[] {x[0].times(x[1]), x[0].plus(x[1])},
          (x, y, g) -> new NDArray[] {g[0].times(x[1]).plus(g[1]), g[0].times(x[0]).plus(g[1])});

  private final Random random = new Random(11);

  private NDArray normal(long... dims) {
    return GradientCheck.normal(random, DType.FLOAT64, dims);
  }

  private static NDArray x() {
    return np.array(new double[] {1, 2, 3});
  }

  private static NDArray gradient(UnaryOperator<NDArray> f, NDArray x) {
    try (GradContext context = new GradContext()) {
      context.watch(x);
      return context.gradient(np.sum(f.apply(x)), x);
    }
  }

  private static NDArray second(UnaryOperator<NDArray> f, NDArray x) {
    try (GradContext outer = new GradContext()) {
      outer.watch(x);
      return outer.gradient(np.sum(np.power(gradient(f, x), 2)), x);
    }
  }

  @Test
  void theDerivativeOfTheAuthorStandsForThatOfTheSteps() {
    GradientCheck.smooth("softplus", x -> SOFTPLUS.apply(x), normal(3, 4));
    NDArray far = np.array(new double[] {-1000, 0, 1000});
    try (var _ = np.errstate(ErrorState.all(ErrorState.Mode.IGNORE))) {
      assertEquals("[0.  0.5 nan]", gradient(x -> np.log(np.add(1, np.exp(x))), far).toString());
      assertEquals("[0.  0.5 1. ]", gradient(SOFTPLUS::apply, far).toString());
    }
  }

  @Test
  void straightThrough() {
    Custom round = Custom.of(np::rint, (x, y, dy) -> dy);
    assertEquals("[2. 4. 6.]", gradient(x -> np.power(round.apply(x), 2), x()).toString());
  }

  private static Custom clipped(double limit) {
    return Custom.of(x -> x, (x, y, dy) -> np.clip(dy, -limit, limit));
  }

  @Test
  void anIdentityClipsTheGradientOfItsResultAlone() {
    Custom clipped = clipped(3);
    NDArray x = x();
    assertEquals("[2. 3. 3.]", gradient(a -> np.power(clipped.apply(a), 2), x).toString());
    assertEquals("[3. 4. 4.]", gradient(a -> np.power(clipped.apply(a), 2).plus(a), x).toString());
    assertEquals("[1. 2. 3.]", x.toString());
  }

  @Test
  void severalArgumentsAndResults() {
    NDArray a = normal(4);
    NDArray b = normal(4);
    GradientCheck.smooth(
        "both results",
        x -> {
          NDArray[] both = PRODUCT_AND_SUM.applyAll(x);
          return both[0].times(np.sin(both[1]));
        },
        a,
        b);
    GradientCheck.smooth("the first result", x -> PRODUCT_AND_SUM.applyAll(x)[0], a, b);
    GradientCheck.smooth("one array twice", x -> PRODUCT_AND_SUM.applyAll(x[0], x[0])[0], a);
    GradientCheck.smooth("float32 weights", x -> PRODUCT_AND_SUM.applyAll(x[0], np.ones(4))[1], a);
    assertThrows(ValueError.class, () -> PRODUCT_AND_SUM.apply(a, b));
    assertThrows(ValueError.class, () -> SOFTPLUS.apply(a, b));
  }

  private static final Custom NORMALIZED =
      Custom.keeping(
          x -> {
            NDArray length = np.sqrt(np.sum(x[0].times(x[0])));
            NDArray y = x[0].div(length);
            return Custom.Result.of(y).keeping(y, length);
          },
          (kept, g) -> {
            NDArray y = kept[0];
            return new NDArray[] {g[0].minus(y.times(np.sum(y.times(g[0])))).div(kept[1])};
          });

  @Test
  void whatTheFunctionKeepsIsFollowedByTheOuterContext() {
    UnaryOperator<NDArray> plain = x -> x.div(np.sqrt(np.sum(x.times(x)))).times(weights(x));
    UnaryOperator<NDArray> custom = x -> NORMALIZED.apply(x).times(weights(x));
    NDArray x = normal(5);
    GradientCheck.smooth("kept", in -> custom.apply(in[0]), x);
    assertTrue(np.allclose(gradient(plain, x), gradient(custom, x)));
    assertTrue(np.allclose(second(plain, x), second(custom, x)));
    assertTrue(np.allclose(np.fuse(() -> second(plain, x)), np.fuse(() -> second(custom, x))));
  }

  private static NDArray weights(NDArray x) {
    return np.arange((double) x.len());
  }

  @Test
  void theDerivativeIsDifferentiatedByTheOuterContext() {
    UnaryOperator<NDArray> plain = x -> np.log(np.add(1, np.exp(x)));
    NDArray x = normal(2, 3);
    assertTrue(np.allclose(second(plain, x), second(SOFTPLUS::apply, x)));
    UnaryOperator<NDArray> twice = v -> SOFTPLUS.apply(SOFTPLUS.apply(v).times(v));
    UnaryOperator<NDArray> plainTwice = v -> plain.apply(plain.apply(v).times(v));
    assertTrue(np.allclose(second(plainTwice, x), second(twice, x)));
    Custom nested = Custom.of(twice, (in, out, dy) -> dy.times(gradient(twice, in)));
    assertTrue(np.allclose(second(plainTwice, x), second(nested::apply, x)));
  }

  @Test
  void anOuterContextAsksTheSameDerivative() {
    Custom clipped = clipped(3);
    NDArray x = x();
    try (GradContext outer = new GradContext()) {
      outer.watch(x);
      NDArray y = x.times(1);
      try (GradContext inner = new GradContext()) {
        inner.watch(y);
        NDArray z = np.sum(np.power(clipped.apply(y), 2));
        assertEquals("[2. 3. 3.]", inner.gradient(z, y).toString());
        assertEquals("[2. 3. 3.]", outer.gradient(z, x).toString());
      }
    }
  }

  @Test
  void fusedChainsEndAtTheCall() {
    NDArray x = normal(6);
    GradientCheck.smooth(
        "in a chain", in -> np.fuse(() -> np.sin(SOFTPLUS.apply(np.exp(in[0]))).times(in[0])), x);
    GradientCheck.smooth(
        "both",
        in ->
            np.fuse(
                () -> {
                  NDArray[] both = PRODUCT_AND_SUM.applyAll(np.exp(in[0]), np.sin(in[0]));
                  return both[0].div(np.exp(both[1]));
                }),
        x);
  }

  /// Keeps the arguments and runs the function again when the gradient is asked for.
  private static Custom checkpoint(UnaryOperator<NDArray> f) {
    return Custom.of(
        f,
        (x, y, dy) -> {
          try (GradContext context = new GradContext()) {
            context.watch(x);
            return context.pullback(f.apply(x), dy, List.of(x)).getFirst();
          }
        });
  }

  @Test
  void aFunctionMayBeRunAgainInsteadOfKept() {
    UnaryOperator<NDArray> f = x -> np.sin(np.exp(x).times(x));
    NDArray x = normal(5);
    assertEquals(gradient(f, x).toString(), gradient(checkpoint(f)::apply, x).toString());
    assertTrue(np.allclose(second(f, x), second(checkpoint(f)::apply, x)));
  }

  @Test
  void noGradientIsNullAndNoErrorOfASourceOutOfReach() {
    Custom stop = Custom.of(x -> x, (x, y, dy) -> null);
    assertEquals("[0. 0. 0.]", gradient(stop::apply, x()).toString());
    assertEquals("[1. 2. 3.]", gradient(x -> stop.apply(x).times(x), x()).toString());
    Custom taken =
        Custom.ofSeveral(
            x -> new NDArray[] {np.take(x[0], x[1])},
            (x, y, g) -> {
              NDArray zeros = np.zerosLike(x[0]);
              np.add.at(zeros, x[1], g[0]);
              return new NDArray[] {zeros, null};
            });
    NDArray index = np.array(new long[] {2, 0, 2});
    assertEquals("[1. 0. 2.]", gradient(x -> taken.apply(x, index), x()).toString());
  }

  private static String refused(Class<? extends Exception> kind, Custom.OfSeveral derivative) {
    Custom f = Custom.ofSeveral(x -> new NDArray[] {x[0].times(2)}, derivative);
    return assertThrows(kind, () -> gradient(f::apply, x())).getMessage();
  }

  @Test
  void aDerivativeReturnsWhatTheArgumentsAre() {
    assertEquals(
        "the derivative of a custom function returned 2 arrays, one for each of its 1 arguments is"
            + " expected",
        refused(ValueError.class, (x, y, g) -> new NDArray[] {g[0], g[0]}));
    assertEquals(
        "the derivative of a custom function by argument 0 has shape (), the argument has shape"
            + " (3,)",
        refused(ValueError.class, (x, y, g) -> new NDArray[] {np.sum(g[0])}));
    assertEquals(
        "the derivative of a custom function by argument 0 is of float32, the argument is of"
            + " float64",
        refused(TypeError.class, (x, y, g) -> new NDArray[] {g[0].astype(np.float32)}));
    assertTrue(refused(TypeError.class, (x, y, g) -> null).contains("returned null"));
    Custom ofIntegers = Custom.ofSeveral(x -> new NDArray[] {x[0].times(x[1])}, (x, y, g) -> g2(g));
    assertThrows(TypeError.class, () -> gradient(x -> ofIntegers.apply(x, np.arange(3)), x()));
  }

  private static NDArray[] g2(NDArray[] g) {
    return new NDArray[] {g[0], g[0]};
  }

  @Test
  void whatIsFollowedIsAnArgumentAndStaysAsItIs() {
    NDArray x = x();
    NDArray w = x();
    Custom reads = Custom.of(a -> a.times(w), (a, y, dy) -> dy.times(w));
    Custom writes =
        Custom.of(
            a -> {
              a.timesAssign(2);
              return a;
            },
            (a, y, dy) -> dy);
    try (GradContext context = new GradContext()) {
      context.watch(x);
      assertEquals("[1. 2. 3.]", context.gradient(np.sum(reads.apply(x)), x).toString());
      context.watch(w);
      ValueError error = assertThrows(ValueError.class, () -> reads.apply(x));
      assertTrue(error.getMessage().contains("is not among its arguments"), error.getMessage());
      assertThrows(ValueError.class, () -> writes.apply(x.times(1)));
      NDArray y = np.sum(w.times(2));
      assertEquals("[2. 2. 2.]", context.gradient(y, w).toString());
    }
    assertEquals("[1. 4. 9.]", reads.apply(x).toString());
  }

  @Test
  void valuesOverwrittenSinceAreAnError() {
    NDArray x = x();
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray a = x.times(1);
      NDArray y = np.sum(SOFTPLUS.apply(a));
      a.timesAssign(2);
      StaleValueError error = assertThrows(StaleValueError.class, () -> context.gradient(y, x));
      assertTrue(error.getMessage().startsWith("the gradient of a custom function needs"));
    }
  }

  @Test
  void aResultUsedElsewhereHasTheDerivativeOnlyAsResult() {
    NDArray table = x();
    Custom constant =
        Custom.keeping(x -> Custom.Result.of(table), (kept, g) -> new NDArray[] {g[0].times(5)});
    NDArray x = x();
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray y = constant.apply(x);
      assertNotSame(table, y);
      assertEquals("[5. 5. 5.]", context.gradient(np.sum(y.plus(x.times(0))), x).toString());
      assertEquals("[1. 2. 3.]", context.gradient(np.sum(x.times(table)), x).toString());
      y.plusAssign(x);
      assertEquals("[6. 6. 6.]", context.gradient(np.sum(y), x).toString());
    }
    assertSame(table, constant.apply(x));
  }

  @Test
  void gradientsAreTheCallersOwn() {
    NDArray ones = np.ones(3);
    NDArray dx = gradient(Custom.of(x -> x, (x, y, dy) -> ones)::apply, x());
    dx.timesAssign(7);
    assertEquals("[1. 1. 1.]", ones.toString());
    Custom writes =
        Custom.of(
            x -> x,
            (x, y, dy) -> {
              dy.timesAssign(2);
              return dy;
            });
    assertThrows(ValueError.class, () -> gradient(writes::apply, x()));
  }

  @Test
  void whatTheFunctionDoesIsExplainedAllTheSame() {
    NDArray x = x();
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray[] y = new NDArray[1];
      assertEquals(3, np.explain(() -> y[0] = SOFTPLUS.apply(x)).steps().size());
      assertEquals(
          gradient(SOFTPLUS::apply, x()).toString(), context.gradient(np.sum(y[0]), x).toString());
    }
  }

  @Test
  void otherTypes() {
    GradientCheck.smooth(
        "complex",
        x -> PRODUCT_AND_CONJUGATES.apply(x),
        GradientCheck.normal(random, DType.COMPLEX128, 3),
        GradientCheck.normal(random, DType.COMPLEX128, 3));
    NDArray half = x().astype(np.float16);
    assertEquals(np.float16, gradient(SOFTPLUS::apply, half).dtype());
    assertEquals("()", gradient(SOFTPLUS::apply, np.array(1.5)).shape().toString());
    assertEquals("(0, 2)", gradient(SOFTPLUS::apply, np.zeros(0, 2)).shape().toString());
  }

  private static final Custom PRODUCT_AND_CONJUGATES =
      Custom.ofSeveral(
          x -> new NDArray[] {x[0].times(x[1])},
          (x, y, g) -> new NDArray[] {g[0].times(x[1].conj()), g[0].times(x[0].conj())});
}
