package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.panarray.DType;
import org.panarray.NDArray;

/// The generic gradient tests: smooth rules by random directions against central differences in
/// float64, linear ones by the exact adjoint identity.
final class GradientCheck {
  private static final double STEP = 1e-6;

  private GradientCheck() {}

  /// Checks `<g, (f(x + h d) - f(x - h d)) / 2h> = <pullback(g), d>` for random `g` and `d`.
  static void smooth(String what, Function<NDArray[], NDArray> f, NDArray... inputs) {
    long seed = what.hashCode();
    Random random = new Random(seed);
    NDArray[] directions = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      directions[i] = normal(random, inputs[i]);
    }
    NDArray y = f.apply(copies(inputs));
    NDArray g = normal(random, y);
    double expected =
        inner(g, f.apply(moved(inputs, directions, STEP)))
            - inner(g, f.apply(moved(inputs, directions, -STEP)));
    expected /= 2 * STEP;
    double actual = pulled(f, g, inputs, directions);
    double scale = 1 + Math.abs(expected);
    assertEquals(expected, actual, 2e-6 * scale, what + " (seed " + seed + ")");
  }

  /// Checks `<g, f(d)> = <pullback(g), d>` of a linear function.
  static void linear(String what, Function<NDArray[], NDArray> f, NDArray... inputs) {
    long seed = what.hashCode();
    Random random = new Random(seed);
    NDArray[] directions = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      directions[i] = normal(random, inputs[i]);
    }
    NDArray g = normal(random, f.apply(copies(inputs)));
    double expected = inner(g, f.apply(copies(directions)));
    double actual = pulled(f, g, inputs, directions);
    assertEquals(expected, actual, 1e-12 * (1 + Math.abs(expected)), what + " (seed " + seed + ")");
  }

  private static double pulled(
      Function<NDArray[], NDArray> f, NDArray g, NDArray[] inputs, NDArray[] directions) {
    NDArray[] watched = copies(inputs);
    try (GradContext context = new GradContext()) {
      for (NDArray input : watched) {
        context.watch(input);
      }
      NDArray y = f.apply(watched);
      List<NDArray> cotangents = context.pullback(y, g, Arrays.asList(watched));
      double total = 0;
      for (int i = 0; i < inputs.length; i++) {
        NDArray cotangent = cotangents.get(i);
        assertEquals(inputs[i].shape(), cotangent.shape(), "shape of a gradient");
        assertEquals(inputs[i].dtype(), cotangent.dtype(), "dtype of a gradient");
        total += inner(cotangent, directions[i]);
      }
      return total;
    }
  }

  private static NDArray[] copies(NDArray[] arrays) {
    return Arrays.stream(arrays).map(NDArray::copy).toArray(NDArray[]::new);
  }

  private static NDArray[] moved(NDArray[] inputs, NDArray[] directions, double step) {
    NDArray[] moved = new NDArray[inputs.length];
    for (int i = 0; i < inputs.length; i++) {
      moved[i] = inputs[i].plus(directions[i].times(step));
    }
    return moved;
  }

  /// `Re(sum(conj(a) * b))`: the inner product under which complex cotangents are defined.
  static double inner(NDArray a, NDArray b) {
    return np.sum(np.multiply(np.conjugate(a), b)).asComplex().real();
  }

  static NDArray normal(Random random, NDArray like) {
    return normal(random, like.dtype(), like.dims());
  }

  static NDArray normal(Random random, DType dtype, long... dims) {
    NDArray real = gaussian(random, dims);
    if (dtype.element().isComplex()) {
      NDArray imaginary = gaussian(random, dims);
      return real.plus(np.multiply(imaginary, org.panarray.Complex.I)).astype(dtype);
    }
    return real.astype(dtype);
  }

  private static NDArray gaussian(Random random, long... dims) {
    NDArray flat = np.zeros(Arrays.stream(dims).reduce(1, (a, b) -> a * b));
    for (long i = 0; i < flat.size(); i++) {
      flat.setDouble(random.nextGaussian(), i);
    }
    return flat.reshape(dims);
  }
}
