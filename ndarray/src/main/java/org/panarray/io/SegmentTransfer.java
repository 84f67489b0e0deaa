package org.panarray.io;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/// Moves memory of any size between segments and channels.
final class SegmentTransfer {
  /// A step that every channel takes; buffers count bytes in 31 bits.
  private static final long STEP = 1 << 20;

  private SegmentTransfer() {}

  /// Fills a segment and returns the number of bytes read: fewer only at the end of the source.
  static long read(ReadableByteChannel source, MemorySegment data) throws IOException {
    byte[] staging = staging(data);
    long done = 0;
    while (done < data.byteSize()) {
      int step = (int) Math.min(STEP, data.byteSize() - done);
      // Heap memory that is not a byte[] has no ByteBuffer.
      ByteBuffer buffer =
          data.isNative()
              ? data.asSlice(done, step).asByteBuffer()
              : ByteBuffer.wrap(staging, 0, step);
      int count = source.read(buffer);
      if (count < 0) {
        break;
      }
      if (!data.isNative()) {
        MemorySegment.copy(staging, 0, data, ValueLayout.JAVA_BYTE, done, count);
      }
      done += count;
    }
    return done;
  }

  private static byte[] staging(MemorySegment data) {
    return new byte[data.isNative() ? 0 : (int) Math.min(STEP, data.byteSize())];
  }

  /// Writes a whole segment.
  static void write(WritableByteChannel target, MemorySegment data) throws IOException {
    byte[] staging = staging(data);
    for (long done = 0; done < data.byteSize(); done += STEP) {
      int step = (int) Math.min(STEP, data.byteSize() - done);
      ByteBuffer buffer;
      if (data.isNative()) {
        buffer = data.asSlice(done, step).asByteBuffer();
      } else {
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, done, staging, 0, step);
        buffer = ByteBuffer.wrap(staging, 0, step);
      }
      while (buffer.hasRemaining()) {
        target.write(buffer);
      }
    }
  }
}
