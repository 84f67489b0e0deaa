package org.panarray.internal.array;

import java.lang.ref.Reference;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.engine.Engine;
import org.panarray.engine.Operand;
import org.panarray.shape.Layout;

/// Copies between devices, by way of the CPU: always asked for, never implied.
public final class Transfers {
  private Transfers() {}

  static NDArray to(NDArray array, Device device) {
    Device from = array.device();
    Engine source = Engines.of(from);
    Engine target = Engines.of(device);
    Operand operand = array.operand();
    if (!from.kind().equals(Device.Kind.CPU)) {
      NDArray host = fresh(Engines.of(Device.CPU), operand);
      source.toHost(operand, host.operand());
      Reference.reachabilityFence(array);
      return device.kind().equals(Device.Kind.CPU) ? host : to(host, device);
    }
    NDArray result = fresh(target, operand);
    target.fromHost(operand, result.operand());
    Reference.reachabilityFence(array);
    return result;
  }

  private static NDArray fresh(Engine engine, Operand like) {
    Layout layout = Layout.like(like.layout(), like.layout().shape());
    return Dispatch.fresh(Ambient.current(), engine, like.type(), layout);
  }
}
