package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.panarray.Kw.axis;
import static org.panarray.Np.np;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.prim.ElementType;

/// Programs on arrays of 16-bit floats: the device has the bits of the CPU.
@OnStandIn
class NarrowFloatsTest {
  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "BFLOAT16"})
  void aProgramGivesTheSameBitsOnTheDevice(ElementType type) {
    String onCpu = program(DType.of(type));
    try (var _ = np.device(Device.GPU)) {
      assertEquals(onCpu, program(DType.of(type)));
    }
  }

  private static String program(DType dtype) {
    NDArray x = np.linspace(-4, 4, 48).reshape(4, 12).astype(dtype);
    NDArray y = x.times(x).minus(np.spacing(x)).plus(0.125);
    NDArray z = np.where(y.gt(3), np.sqrt(np.absolute(y)), np.nextafter(x, y));
    NDArray sums = np.sum(z, axis(0));
    NDArray sorted = np.sort(np.divide(z, np.rint(x)), axis(1));
    NDArray product = np.matmul(x, z.T());
    NDArray largest = np.maximum(x, y).max(axis(1));
    NDArray whole = sorted.get("1").astype(np.float64).astype(dtype);
    return y
        + "\n"
        + z
        + "\n"
        + sums
        + "\n"
        + sorted
        + "\n"
        + product
        + "\n"
        + largest
        + "\n"
        + np.argmax(z, axis(1))
        + "\n"
        + whole
        + "\n"
        + z.astype(np.int32);
  }
}
