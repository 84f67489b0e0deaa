package org.panarray.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.axis;
import static org.panarray.Kw.out;
import static org.panarray.Kw.where;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.error.ClosedArrayError;
import org.panarray.error.DeviceMismatchError;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.Recorder;
import org.panarray.prim.Primitive;

/// Arrays on the device through the public API, as a program uses them.
@OnStandIn
class DeviceArraysTest {
  @Test
  void whatTheDeviceCannotDoIsNamed() {
    NDArray matrix = np.eye(3).toDevice(Device.GPU);
    UnsupportedOperationException error =
        assertThrows(UnsupportedOperationException.class, () -> np.linalg.inv(matrix));
    assertEquals(
        "Inverse is not implemented on the device 'gpu'; move the arrays to the CPU for it:"
            + " a.toDevice(CPU)",
        error.getMessage());
  }

  @Test
  void aProgramMovesToTheDeviceWithOneLine() {
    String onCpu = program();
    try (var _ = np.device(Device.GPU)) {
      assertEquals(onCpu, program());
    }
    assertEquals(Device.CPU, np.zeros(3).device());
  }

  private static String program() {
    NDArray x = np.arange(24).reshape(2, 3, 4).times(0.5);
    NDArray y = np.sin(x).plus(x.get("::-1, ..., ::2").reshape(2, 3, 2).sum());
    NDArray z = np.where(y.gt(70), y, x);
    z.at("0, :, 1").set(-1);
    NDArray order = np.argsort(z.get("1"), axis(1));
    NDArray picked = z.get(z.gt(1));
    NDArray product = np.matmul(x, np.ones(4, 2));
    return z
        + "\n"
        + order
        + "\n"
        + picked
        + "\n"
        + product
        + "\n"
        + np.cumsum(x, axis(2))
        + "\n"
        + x.mean()
        + "\n"
        + np.concatenate(java.util.List.of(x, z), axis(1)).shape();
  }

  @Test
  void transfersPassTheDoor() {
    List<Primitive> seen = new ArrayList<>();
    Recorder recorder =
        new Recorder() {
          @Override
          public void recorded(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            seen.add(primitive);
          }

          @Override
          public void written(Primitive primitive, NDArray[] inputs, NDArray[] outputs) {
            seen.add(primitive);
          }
        };
    NDArray x = np.arange(3);
    NDArray back = Dispatch.recording(recorder, () -> x.toDevice(Device.GPU).toDevice(Device.CPU));
    assertEquals(List.of(new Primitive.Transfer("gpu"), new Primitive.Transfer("cpu")), seen);
    assertEquals("[0 1 2]", back.toString());
  }

  @Test
  void arraysStayWhereTheyAreAndViewsShareTheirMemory() {
    NDArray a = np.arange(10).toDevice(Device.GPU);
    assertEquals(Device.GPU, a.device());
    assertEquals(Device.GPU, a.plus(1).device());
    assertEquals(Device.GPU, np.zerosLike(a).device());
    NDArray view = a.get("2:8:3");
    view.plusAssign(100);
    assertEquals("[  0   1 102   3   4 105   6   7   8   9]", a.toString());
    assertTrue(a.toDevice(Device.GPU) == a);
    assertEquals(Device.CPU, a.toDevice(Device.CPU).device());
  }

  @Test
  void arraysOfTwoDevicesDoNotMix() {
    NDArray a = np.arange(3);
    NDArray b = np.arange(3).toDevice(Device.GPU);
    DeviceMismatchError error = assertThrows(DeviceMismatchError.class, () -> a.plus(b));
    assertTrue(error.getMessage().contains("cpu"), error::getMessage);
    assertTrue(error.getMessage().contains("gpu"), error::getMessage);
  }

  @Test
  void errorsAreNumpys() {
    NDArray a = np.arange(3).toDevice(Device.GPU);
    IndexError error =
        assertThrows(
            IndexError.class, () -> a.get(np.array(new long[] {0, 7}).toDevice(Device.GPU)));
    assertEquals("index 7 is out of bounds for axis 0 with size 3", error.getMessage());
  }

  @Test
  void integersHaveNoNegativePowers() {
    NDArray a = np.array(new long[] {2, 3}).toDevice(Device.GPU);
    NDArray b = np.array(new long[] {2, -1}).toDevice(Device.GPU);
    NDArray first = np.array(new boolean[] {true, false}).toDevice(Device.GPU);
    for (Executable call :
        List.<Executable>of(
            () -> np.power(a, b),
            () -> np.power(a, -1),
            () -> np.power(a.get("0"), b.get("1")),
            () -> np.power.outer(a, b),
            () -> np.power.reduce(b),
            () -> np.power.accumulate(b),
            () -> np.power.at(np.onesLike(a), new long[] {0, 1}, b),
            () -> np.sum(np.power(a.get("::-1"), b.get("::-1"))))) {
      ValueError error = assertThrows(ValueError.class, call);
      assertEquals("Integers to negative integer powers are not allowed.", error.getMessage());
    }
    assertEquals("[4 1]", np.power(a, b, where(first), out(np.onesLike(a))).toString());
    assertEquals("1", np.power.reduce(b.get("::-1")).toString());
  }

  @Test
  void memoryIsGivenBackWhenAScopeEnds() {
    NDArray kept;
    try (var _ = np.scope()) {
      kept = np.arange(1000).toDevice(Device.GPU);
      assertEquals(499500L, kept.sum().asLong());
    }
    assertThrows(ClosedArrayError.class, () -> kept.sum());
  }

  @Test
  void aGpuThatIsNotThereIsAnErrorThatSaysSo() {
    assertTrue(np.hasDevice(Device.GPU));
    Device other = new Device(Device.Kind.GPU, 7);
    assertFalse(np.hasDevice(other));
    DeviceUnavailable error =
        assertThrows(DeviceUnavailable.class, () -> np.arange(3).toDevice(other));
    assertTrue(
        error.getMessage().startsWith("the device 'gpu:7' is not available: no GPU 7"),
        error::getMessage);
  }

  @Test
  void doctorSaysWhatWasFound() {
    String text = new CudaEngineProvider().describe();
    assertTrue(text.contains("driver (libcuda.so.1): "), text);
    assertTrue(text.contains("gpu: "), text);
    assertTrue(text.contains("multiprocessors"), text);
  }

  @Test
  void temporaryMemoryIsReused() {
    CudaDevice device = CudaDevice.open(0);
    NDArray a = np.arange(5000).toDevice(Device.GPU);
    a.plus(1).sum().asLong();
    long before = device.usedBytes();
    for (int i = 0; i < 50; i++) {
      try (var _ = np.scope()) {
        a.plus(i).sum().asLong();
      }
    }
    assertTrue(device.usedBytes() <= before + (1 << 20));
  }
}
