package org.panarray.gpu;

import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.engine.Engine;
import org.panarray.engine.EngineProvider;

/// Finds the GPUs of this machine.
public final class CudaEngineProvider implements EngineProvider {
  /// Called by [java.util.ServiceLoader].
  public CudaEngineProvider() {}

  @Override
  public Device.Kind kind() {
    return Device.Kind.GPU;
  }

  @Override
  public Engine engine(int index) {
    try {
      return new CudaEngine(new Device(Device.Kind.GPU, index), CudaDevice.open(index));
    } catch (CudaError e) {
      DeviceUnavailable unavailable =
          new DeviceUnavailable(
              "the device '"
                  + new Device(Device.Kind.GPU, index)
                  + "' is not available: "
                  + e.getMessage());
      unavailable.initCause(e);
      throw unavailable;
    }
  }

  @Override
  public String describe() {
    StringBuilder text = new StringBuilder(CudaLibraries.ofThisProcess().explain());
    try {
      int count = CudaDevice.count();
      for (int i = 0; i < count; i++) {
        text.append(engine(i).describe());
      }
    } catch (CudaError | DeviceUnavailable e) {
      text.append("no GPU: ").append(e.getMessage().lines().findFirst().orElse("")).append('\n');
    }
    return text.toString();
  }
}
