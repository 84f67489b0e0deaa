package org.panarray.internal.array;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;
import org.panarray.engine.Device;
import org.panarray.engine.DeviceUnavailable;
import org.panarray.engine.Engine;
import org.panarray.engine.EngineProvider;
import org.panarray.engine.cpu.CpuEngines;
import org.panarray.error.Required;

/// The engine of each device: the CPU's is here, others come from service providers.
public final class Engines {
  private static final Map<Device, Engine> OTHERS = new ConcurrentHashMap<>();

  private Engines() {}

  public static Engine of(Device device) {
    return Required.argument(device, "device").kind().equals(Device.Kind.CPU)
        ? CpuEngines.current()
        : OTHERS.computeIfAbsent(device, Engines::find);
  }

  private static Engine find(Device device) {
    for (EngineProvider provider : ServiceLoader.load(EngineProvider.class)) {
      if (provider.kind().equals(device.kind())) {
        return provider.engine(device.index());
      }
    }
    throw new DeviceUnavailable(
        "no engine for the device '"
            + device
            + "': no module that provides one, such as org.panarray.gpu, is on the class path or"
            + " the module path");
  }
}
