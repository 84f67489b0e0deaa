package org.panarray.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/// Writes `.npy` data, format version 1, byte for byte as NumPy does.
public final class NpyWriter {
  private NpyWriter() {}

  /// Writes header and elements.
  ///
  /// @throws IOException if the channel cannot be written
  public static void write(WritableByteChannel target, StoredArray array) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(array.header().encode());
    while (header.hasRemaining()) {
      target.write(header);
    }
    SegmentTransfer.write(target, array.data());
  }
}
