package org.panarray.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Objects;
import org.panarray.error.Required;

/// A file that several threads read at places of their own. An interrupted thread reads on: a
/// channel would be closed for all of them.
final class ArchiveFile implements Closeable {
  private final RandomAccessFile file;
  private final long size;
  private boolean closed;

  ArchiveFile(Path path) throws IOException {
    file = new RandomAccessFile(Required.argument(path.toFile(), "file"), "r");
    size = file.length();
  }

  long size() {
    return size;
  }

  /// The bytes of a range, fewer at the end of the file.
  byte[] bytes(long start, long count) throws IOException {
    long present = start < 0 ? 0 : Math.clamp(size - start, 0, count);
    try (InputStream stream = section(start, present)) {
      return stream.readNBytes((int) present);
    }
  }

  /// A range of the file as a stream, which ends where the file ends.
  InputStream section(long start, long count) {
    return new Section(start, count);
  }

  private synchronized int read(long position, byte[] target, int offset, int count)
      throws IOException {
    if (closed) {
      throw new IllegalStateException("zip file closed");
    }
    file.seek(position);
    return file.read(target, offset, count);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    file.close();
  }

  private final class Section extends InputStream {
    private long position;
    private long left;

    Section(long position, long left) {
      this.position = position;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int count) throws IOException {
      Objects.checkFromIndexSize(offset, count, target.length);
      if (count == 0) {
        return 0;
      }
      if (left <= 0) {
        return -1;
      }
      int got = ArchiveFile.this.read(position, target, offset, (int) Math.min(count, left));
      if (got < 0) {
        throw new EOFException("the file ends within a member");
      }
      position += got;
      left -= got;
      return got;
    }
  }
}
