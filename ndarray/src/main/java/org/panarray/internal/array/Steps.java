package org.panarray.internal.array;

import java.util.function.Supplier;
import org.panarray.NDArray;
import org.panarray.engine.Device;

/// Work that NumPy does in several steps and Panarray in one, without arrays in between.
///
/// The one step cannot tell which of the several was at fault. Where its result is infinite or NaN,
/// or the program looks for underflow, the steps are done as well, for what they tell; no recorder
/// sees them.
public final class Steps {
  private Steps() {}

  /// The real result of `atOnce`, after the faults that `oneByOne` tells of.
  public static NDArray told(Supplier<NDArray> atOnce, Runnable oneByOne) {
    NDArray result = Faults.quietly(atOnce);
    Recorder outer = Dispatch.setRecorder(null);
    try {
      boolean looksForMore = Faults.seeksUnderflow(Ambient.current());
      if (looksForMore || result.device().equals(Device.CPU) && !isFinite(result)) {
        oneByOne.run();
      }
    } finally {
      Dispatch.setRecorder(outer);
    }
    return result;
  }

  private static boolean isFinite(NDArray result) {
    return result.ndim() == 0
        ? Double.isFinite(result.asDouble())
        : Formula.isfinite(result).all().asBoolean();
  }
}
