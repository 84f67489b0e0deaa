package org.panarray;

import org.panarray.engine.Device;

/// A block in which new arrays live on a device; see [State#device].
public final class DeviceScope implements AutoCloseable {
  private final Ambient ambient;
  private final Device outer;

  DeviceScope(Ambient ambient, Device device) {
    this.ambient = ambient;
    this.outer = ambient.device;
    ambient.device = device;
  }

  /// Restores the device from before the block.
  @Override
  public void close() {
    ambient.device = outer;
  }
}
