package org.panarray.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes `.npz` files.
public final class NpzWriter {
  private static final int STEP = 1 << 16;

  /// The first moment of the zip format: equal arrays give equal files, as in NumPy.
  private static final LocalDateTime EPOCH = LocalDateTime.of(1980, 1, 1, 0, 0);

  private NpzWriter() {}

  /// Writes arrays under their names.
  ///
  /// @param deflated whether the arrays are compressed
  /// @throws IOException if the file cannot be written
  public static void write(FileChannel file, Map<String, StoredArray> arrays, boolean deflated)
      throws IOException {
    ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), STEP));
    for (Map.Entry<String, StoredArray> member : arrays.entrySet()) {
      ZipEntry entry = new ZipEntry(member.getKey() + ".npy");
      entry.setTimeLocal(EPOCH);
      if (!deflated) {
        describe(entry, member.getValue());
      }
      zip.putNextEntry(entry);
      writeTo(zip, member.getValue());
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  /// What the format demands to know of a stored entry before its data.
  private static void describe(ZipEntry entry, StoredArray array) throws IOException {
    CRC32 checksum = new CRC32();
    writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), checksum), array);
    long size = array.header().encode().length + array.data().byteSize();
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(size);
    entry.setCompressedSize(size);
    entry.setCrc(checksum.getValue());
  }

  private static void writeTo(OutputStream stream, StoredArray array) throws IOException {
    WritableByteChannel channel = Channels.newChannel(stream);
    NpyWriter.write(channel, array);
  }
}
