package org.panarray.internal.array;

import java.util.function.Supplier;
import org.panarray.DeviceScope;
import org.panarray.NDArray;
import org.panarray.engine.Device;

/// Brings what was made of Java values to the arrays beside it: those that a program made stay
/// where they are.
public final class Devices {
  private Devices() {}

  /// The array made of `given`, on the device of `other` unless `given` is an array itself.
  public static NDArray beside(NDArray other, Object given, NDArray made) {
    return given instanceof NDArray ? made : made.toDevice(other.device());
  }

  /// Runs a composition whose own arrays are to live beside the one it is about.
  public static <T> T on(NDArray array, Supplier<T> composition) {
    try (DeviceScope _ = ArrayAccess.arrays().deviceScope(array.device())) {
      return composition.get();
    }
  }

  /// 0-d arrays of the CPU go where the first of the others is.
  public static NDArray[] together(NDArray... arrays) {
    Device device = Device.CPU;
    for (NDArray array : arrays) {
      if (!array.device().equals(Device.CPU)) {
        device = array.device();
        break;
      }
    }
    for (int i = 0; i < arrays.length; i++) {
      if (arrays[i].ndim() == 0) {
        arrays[i] = arrays[i].toDevice(device);
      }
    }
    return arrays;
  }
}
