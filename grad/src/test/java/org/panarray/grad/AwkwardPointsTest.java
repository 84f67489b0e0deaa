package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.panarray.Complex;
import org.panarray.Kw;
import org.panarray.NDArray;

/// Where a formula's slope is infinite or no number, but the function's is finite: what was not chosen
/// gets zero, and the length of nothing has no direction.
class AwkwardPointsTest {
  private static final double NAN = Double.NaN;

  private static void gradient(double[] expected, UnaryOperator<NDArray> f, double... at) {
    gradient(np.array(expected), f, np.array(at));
  }

  private static void gradient(NDArray expected, UnaryOperator<NDArray> f, NDArray x) {
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray found = context.gradient(np.sum(f.apply(x)), x);
      assertTrue(
          np.allclose(found, expected, Kw.rtol(1e-12), Kw.atol(1e-12)),
          "expected " + expected + ", got " + found);
    }
  }

  private static double[] of(double... values) {
    return values;
  }

  @Test
  void branchesThatWereNotTaken() {
    gradient(of(1), x -> np.where(x.ge(0), x, np.sqrt(x.unaryMinus())), 1);
    gradient(of(1), x -> np.where(x.lt(1), x, np.sqrt(x)), 0);
    gradient(of(0, .5), x -> np.where(x.gt(0), np.log(x), 0), 0, 2);
    gradient(of(0, -.25), x -> np.where(np.notEqual(x, 0), np.divide(1, x), 0), 0, 2);
    gradient(of(0, 1 + Math.log(2)), x -> np.where(x.gt(0), x.times(np.log(x)), 0), 0, 2);
    gradient(of(0, .25), x -> np.where(x.gt(0), x.pow(.5), 0), -1, 4);
    gradient(of(0, .25), x -> np.where(x.gt(0), np.sqrt(x), 0), 0, 4);
    gradient(of(0, 1), x -> np.where(np.abs(x).lt(1), np.arcsin(x), 0), 2, 0);
    gradient(of(1, 0), x -> np.where(x.lt(10), np.exp(x), 0), 0, 1000);
    gradient(
        of(-1, .25),
        x -> np.select(List.of(x.lt(0), x.ge(0)), List.of(x.unaryMinus(), np.sqrt(x))),
        -4,
        4);
  }

  @Test
  void branchesThatWereNotTakenInOneKernel() {
    gradient(of(0, .5), x -> np.fuse(() -> np.where(x.gt(0), np.log(x), 0)), 0, 2);
    gradient(of(1, 0), x -> np.fuse(() -> np.minimum(np.exp(x), 5)), 0, 1000);
    gradient(of(0, 0), x -> np.fuse(() -> np.clip(np.divide(1, x), -1, 1)), 0, .5);
  }

  @Test
  void noNumbersThatAreLeftOut() {
    gradient(of(0, 4), x -> np.nansum(x.times(x)), NAN, 2);
    gradient(of(-.5, 0, .5), x -> np.nanvar(x).times(1), 1, NAN, 2);
    gradient(of(-.5, 0, .5), np::nanstd, 1, NAN, 2);
    gradient(of(.5, 0, .5), np::nanmean, 1, NAN, 2);
    gradient(of(1, 0, 0.5), x -> np.fmax(np.array(new double[] {NAN, 5, 2}), x), 1, NAN, 2);
    gradient(of(1, 0, 0.5), x -> np.fmin(np.array(new double[] {NAN, 1, 2}), x), 1, NAN, 2);
  }

  @Test
  void theLengthOfNothing() {
    gradient(of(0, 0), x -> np.linalg.norm(x).pow(2), 0, 0);
    gradient(of(0, 0), x -> np.linalg.norm(x), 0, 0);
    gradient(
        np.array(new double[][] {{0, 0}, {.6, .8}}),
        x -> np.linalg.norm(x, Kw.axis(1)),
        np.array(new double[][] {{0, 0}, {3, 4}}));
    gradient(of(0, 0, 0), x -> np.std(x), 1, 1, 1);
    gradient(of(0), x -> np.hypot(x, 0), 0);
    gradient(of(0, 0), x -> np.hypot.reduce(x), 0, 0);
    gradient(of(0, 0), x -> np.absolute(np.multiply(x, Complex.I)), 0, 0);
  }

  @Test
  void theMaskOfASlopeLeavesTheSecondDerivative() {
    NDArray x = np.array(new double[] {0, 1});
    try (GradContext outer = new GradContext()) {
      outer.watch(x);
      NDArray slope;
      try (GradContext inner = new GradContext()) {
        inner.watch(x);
        slope = inner.gradient(np.sum(np.power(np.exp(x).minus(1), 2)), x);
      }
      double e = Math.E;
      NDArray second = outer.gradient(np.sum(slope), x);
      NDArray expected = np.array(new double[] {2, 4 * e * e - 2 * e});
      assertTrue(np.allclose(second, expected), second.toString());
      assertEquals(0, slope.getDouble(0));
    }
  }

  @Test
  void complexSignsTurn() {
    NDArray z = np.array(List.of(new Complex(1, 2), new Complex(-.5, .3)));
    GradientCheck.smooth("sign", x -> np.sign(x[0]), z);
    GradientCheck.smooth(
        "second order of abs",
        x -> {
          try (GradContext inner = new GradContext()) {
            inner.watch(x[0]);
            return inner.gradient(np.sum(np.absolute(x[0]).pow(3)), x[0]);
          }
        },
        z);
    GradientCheck.smooth("arcsin on the cut", x -> np.emath.arcsin(x[0]), np.array(2.0));
    GradientCheck.smooth("arccos on the cut", x -> np.emath.arccos(x[0]), np.array(-2.0));
  }
}
