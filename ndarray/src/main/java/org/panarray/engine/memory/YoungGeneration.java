package org.panarray.engine.memory;

import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/// Provokes a collection of the young generation, for which Java has no method: by garbage until
/// one comes.
///
/// Most buffers die young. With `-XX:+UseSerialGC -Xmn16m` that takes about a millisecond, most of
/// it to fill what is left of the generation; the full collection of `System.gc()` takes 15 to 20,
/// which is as long as forty sums of 1e6 numbers. Where the generation turns out to be large, or
/// the collector to have none, a full collection is cheaper, and this is tried no more.
final class YoungGeneration {
  private static final int PIECE = 256 << 10; // less than half a region of G1
  private static final int MOST = 24 << 20;

  private static volatile boolean large;

  @SuppressWarnings("unused") // it is written, so that the compiler does not leave out the garbage
  private static volatile byte @Nullable [] garbage;

  private YoungGeneration() {}

  /// Whether a collection came.
  static boolean collect() {
    if (large) {
      return false;
    }
    WeakReference<Object> witness = new WeakReference<>(new Object());
    for (int filled = 0; filled < MOST; filled += PIECE) {
      garbage = new byte[PIECE];
      if (witness.refersTo(null)) {
        garbage = null;
        return true;
      }
    }
    garbage = null;
    large = true;
    return false;
  }
}
