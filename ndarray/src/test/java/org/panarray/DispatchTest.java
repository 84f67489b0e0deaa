package org.panarray;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.error.FloatingPointError;
import org.panarray.error.ValueError;

class DispatchTest {

  @Test
  void writesAreCountedOnTheMemoryThatViewsShare() {
    NDArray x = np.zeros(4);
    NDArray view = x.get("1:");
    long before = view.version();
    x.plusAssign(1);
    assertTrue(view.version() > before);
    assertTrue(x.sharesBuffer(view));
    assertSame(x, view.base());
    assertNull(x.base());
  }

  @Test
  void overlappingWritesBehaveAsIfInputsWereCopiedFirst() {
    NDArray x = np.arange(6.0);
    x.get("1:").plusAssign(x.get(":-1"));
    assertEquals("[0. 1. 3. 5. 7. 9.]", x.toString());
    NDArray y = np.arange(4.0);
    y.at("::-1").set(y);
    assertEquals("[3. 2. 1. 0.]", y.toString());
    NDArray m = np.arange(4.0).reshape(2, 2);
    m.plusAssign(m.T());
    assertEquals("[[0. 3.]\n [3. 6.]]", m.toString());
  }

  @Test
  void aReadOnlyArrayCannotBeWritten() {
    NDArray x = np.broadcastTo(np.arange(3), 2, 3);
    assertThrows(ValueError.class, () -> x.plusAssign(1));
    assertThrows(ValueError.class, () -> x.at(0, 0).set(1));
    assertThrows(ValueError.class, () -> x.setLong(1, 0, 0));
  }

  @Test
  void aFailedAssignmentLeavesTheArrayAsItWas() {
    NDArray x = np.arange(4);
    assertThrows(ValueError.class, () -> x.at("1:3").set(np.ones(3)));
    assertThrows(IndexOutOfBoundsException.class, () -> x.at(new long[] {0, 9}).set(7));
    assertThrows(ArithmeticException.class, () -> np.array(new byte[] {1, 2}).plus(300L));
    assertEquals("[0 1 2 3]", x.toString());
  }

  @Test
  void faultsWarnOnceRaiseOrAreIgnoredAsAsked() {
    List<String> warnings = new ArrayList<>();
    np.setWarningListener((category, text) -> warnings.add(category + ": " + text));
    try {
      assertEquals("[inf inf inf]", np.divide(np.ones(3), 0).toString());
      np.log(np.array(new double[] {-1}));
      assertEquals(
          List.of(
              "RuntimeWarning: divide by zero encountered in divide",
              "RuntimeWarning: invalid value encountered in log"),
          warnings);
      try (var _ = np.errstate(ErrorState.all(ErrorState.Mode.IGNORE))) {
        np.divide(np.ones(3), 0);
      }
      assertEquals(2, warnings.size());
      try (var _ = np.errstate(ErrorState.all(ErrorState.Mode.RAISE))) {
        FloatingPointError error =
            assertThrows(FloatingPointError.class, () -> np.divide(np.ones(3), 0));
        assertEquals("divide by zero encountered in divide", error.getMessage());
      }
    } finally {
      np.setWarningListener(null);
    }
  }

  @Test
  void aDeviceThatIsNotThereIsAnErrorThatSaysWhy() {
    if (!np.hasDevice(Device.GPU)) {
      DeviceUnavailable error =
          assertThrows(DeviceUnavailable.class, () -> np.ones(3).toDevice(Device.GPU));
      assertTrue(error.getMessage().contains("gpu"), error.getMessage());
      assertThrows(DeviceUnavailable.class, () -> np.device(Device.GPU));
    }
    NDArray x = np.ones(3);
    assertSame(x, x.toDevice(Device.CPU));
  }

  @Test
  void stridesAreBytesAndFlagsAreNumpys() {
    NDArray x = np.zeros(2, 3).T();
    assertArrayEquals(new long[] {8, 24}, x.strides());
    assertTrue(x.flags().fContiguous() && !x.flags().cContiguous() && !x.flags().owndata());
    assertEquals(48, x.nbytes());
  }

  @Test
  void iterationGivesViewsAlongTheFirstAxis() {
    NDArray x = np.arange(6).reshape(3, 2);
    for (NDArray row : x) {
      row.timesAssign(2);
    }
    assertEquals("[[ 0  2]\n [ 4  6]\n [ 8 10]]", x.toString());
  }
}
