package org.panarray;

import org.panarray.engine.Device;
import org.panarray.internal.array.Ambient;
import org.panarray.internal.page.State;

/// A block in which new arrays live on a device; see [State#device].
///
/// It is closed by the thread that opened it, after the blocks inside it.
public final class DeviceScope implements AutoCloseable {
  private final Ambient.Block block;

  DeviceScope(Device device) {
    Ambient ambient = Ambient.current();
    Device outer = ambient.device;
    this.block = ambient.open("np.device", () -> ambient.device = outer);
    ambient.device = device;
  }

  /// Restores the device from before the block; idempotent.
  ///
  /// @throws IllegalStateException by another thread, which changes nothing; or while a block
  ///   inside is open, after both have ended
  @Override
  public void close() {
    block.close();
  }
}
