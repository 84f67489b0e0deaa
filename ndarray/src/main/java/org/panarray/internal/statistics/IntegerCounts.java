package org.panarray.internal.statistics;

import org.jspecify.annotations.Nullable;
import org.panarray.NDArray;
import org.panarray.engine.Device;
import org.panarray.error.ValueError;
import org.panarray.internal.array.Dispatch;
import org.panarray.internal.array.NewArrays;

/// How often each integer is there, by two loops on Java arrays, which are quick from the first: by
/// a scatter of ones the indices are looked through three times, and the first calls take 3 ms for
/// 30,000 of them.
public final class IntegerCounts {
  /// Counts of more integers than this are the engine's, which says what memory lacks.
  private static final int MOST = 1 << 24;

  private IntegerCounts() {}

  /// The counts from 0 to the largest integer, but of `least` at least; null where the engine of
  /// the integers should count, or somebody wants to see how.
  ///
  /// @param places one-dimensional, int64
  /// @throws ValueError `'list' argument must have no negative elements`
  public static @Nullable NDArray of(NDArray places, long least) {
    if (!places.device().equals(Device.CPU) || Dispatch.recorder() != null || least > MOST) {
      return null;
    }
    long[] values = places.toLongArray();
    long lowest = 0;
    long highest = least - 1;
    for (long value : values) {
      lowest = Math.min(lowest, value);
      highest = Math.max(highest, value);
    }
    if (lowest < 0) {
      throw new ValueError("'list' argument must have no negative elements");
    }
    if (highest >= MOST) {
      return null;
    }
    long[] counts = new long[(int) highest + 1];
    for (long value : values) {
      counts[(int) value]++;
    }
    return NewArrays.array(counts).toDevice(Device.CPU);
  }
}
