package org.panarray.engine;

/// Finds a device's engine; implementations are found by [java.util.ServiceLoader].
public interface EngineProvider {
  Device.Kind kind();

  /// The engine of the device with this index.
  ///
  /// @throws DeviceUnavailable with a text that lists what was looked for
  Engine engine(int index);

  /// Lines for `doctor`: what was found, or what was looked for.
  String describe();
}
