package org.panarray.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/// The first bytes of a stream.
final class LimitedStream extends InputStream {
  private static final int STEP = 1 << 12;

  private final InputStream source;
  private long left;

  LimitedStream(InputStream source, long length) {
    this.source = source;
    this.left = length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (left <= 0) {
      return count == 0 ? 0 : -1;
    }
    int got = source.read(target, offset, (int) Math.min(count, left));
    left -= Math.max(got, 0);
    return got;
  }

  /// Reads on, and tells whether the stream ends, as it should, within so many bytes.
  boolean endsWithin(long count) throws IOException {
    byte[] ignored = new byte[STEP];
    try {
      for (long done = 0; done < count; ) {
        int got = read(ignored, 0, STEP);
        if (got < 0) {
          return true;
        }
        done += got;
      }
    } catch (EOFException e) {
      return false; // the file ends first
    }
    return false;
  }
}
