package org.panarray.gpu;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// Copies between any host memory and a device by way of two pinned buffers: while one is on the
/// wire, the other is filled or emptied. It is what makes heap arrays copyable at all, since a
/// garbage collector may move them, and it runs at the bus's speed, which pageable memory does not.
///
/// All methods run under the device's lock with its context current.
final class PinnedStaging {
  private static final long BUFFER_BYTES = 4L << 20;
  private static final int DISABLE_TIMING = 2;

  private final long stream;
  private final MemorySegment[] buffers = new MemorySegment[2];
  private final long[] events = new long[2];

  PinnedStaging(long stream) {
    this.stream = stream;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment slot = arena.allocate(ValueLayout.JAVA_LONG);
      for (int i = 0; i < buffers.length; i++) {
        Driver.allocatePinned(slot, BUFFER_BYTES);
        long address = slot.get(ValueLayout.JAVA_LONG, 0);
        buffers[i] = MemorySegment.ofAddress(address).reinterpret(BUFFER_BYTES);
        Driver.createEvent(slot, DISABLE_TIMING);
        events[i] = slot.get(ValueLayout.JAVA_LONG, 0);
      }
    }
  }

  /// Copies a whole segment to the device. The segment may be changed as soon as this returns.
  void upload(long target, MemorySegment source) {
    long bytes = source.byteSize();
    int turn = 0;
    for (long at = 0; at < bytes; at += BUFFER_BYTES, turn ^= 1) {
      long part = Math.min(BUFFER_BYTES, bytes - at);
      Driver.synchronizeEvent(events[turn]);
      MemorySegment.copy(source, at, buffers[turn], 0, part);
      Driver.copyToDevice(target + at, buffers[turn], part, stream);
      Driver.recordEvent(events[turn], stream);
    }
  }

  /// Fills a whole segment from the device, after everything that was queued before.
  void download(MemorySegment target, long source) {
    long bytes = target.byteSize();
    int turn = 0;
    for (long at = 0; at < bytes + BUFFER_BYTES; at += BUFFER_BYTES, turn ^= 1) {
      if (at < bytes) {
        long part = Math.min(BUFFER_BYTES, bytes - at);
        // A buffer that an upload still reads is safe: the stream runs that upload first.
        Driver.copyToHost(buffers[turn], source + at, part, stream);
        Driver.recordEvent(events[turn], stream);
      }
      if (at > 0) {
        long before = at - BUFFER_BYTES;
        long part = Math.min(BUFFER_BYTES, bytes - before);
        Driver.synchronizeEvent(events[turn ^ 1]);
        MemorySegment.copy(buffers[turn ^ 1], 0, target, before, part);
      }
    }
  }
}
