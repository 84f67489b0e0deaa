package org.panarray.grad;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.prim.ElementType;

/// Gradients of arrays of 16-bit floats are of their dtype.
class NarrowFloatsTest {
  static Stream<ElementType> narrow() {
    return Arrays.stream(ElementType.values()).filter(ElementType::isNarrowFloat);
  }

  private static NDArray gradient(NDArray x) {
    try (GradContext context = new GradContext()) {
      context.watch(x);
      NDArray y = np.exp(np.negative(x)).times(x).plus(np.sqrt(np.maximum(x, 0.25)));
      return context.gradient(np.sum(y.times(1.5)), x);
    }
  }

  @ParameterizedTest
  @MethodSource("narrow")
  void theyAreThoseOfFloat64ButForTheirDigits(ElementType type) {
    NDArray x = np.linspace(0.3, 3, 25).astype(DType.of(type));
    NDArray got = gradient(x);
    assertEquals(DType.of(type), got.dtype());
    NDArray want = gradient(x.astype(np.float64));
    double worst = np.max(np.absolute(np.subtract(got, want))).asDouble();
    assertTrue(worst <= 4 * type.format().epsilon(), type + " is off by " + worst);
  }
}
