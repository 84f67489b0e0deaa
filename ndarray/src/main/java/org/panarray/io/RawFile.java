package org.panarray.io;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Function;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Elements in files without a header, and files mapped into memory.
public final class RawFile {
  private RawFile() {}

  /// Reads elements from a file: `fromfile`.
  ///
  /// @param byteOffset where in the file to begin
  /// @param count how many elements to read at most; negative for all
  /// @param allocate gives memory for the elements
  /// @throws ValueError if the offset lies behind the end
  /// @throws IOException if the file cannot be read
  public static StoredArray read(
      FileChannel file,
      ElementType type,
      long byteOffset,
      long count,
      Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    if (byteOffset < 0) {
      throw new IOException("[Errno 22] Invalid argument");
    }
    if (byteOffset > file.size()) {
      throw new ValueError("negative dimensions are not allowed");
    }
    long present = (file.size() - byteOffset) / type.byteSize();
    long wanted = count < 0 ? present : Math.min(count, present);
    NpyHeader header = header(type, false, wanted);
    MemorySegment data = allocate.apply(header).asSlice(0, header.byteSize());
    file.position(byteOffset);
    SegmentTransfer.read(file, data);
    ByteOrders.makeNative(header, data);
    return new StoredArray(header, data);
  }

  /// Writes the elements and nothing else: `tofile`.
  ///
  /// @throws IOException if the file cannot be written
  public static void write(WritableByteChannel file, StoredArray array) throws IOException {
    SegmentTransfer.write(file, array.data());
  }

  /// Maps elements of a file from `byteOffset` on. A file that is too short is made longer where
  /// the access writes it.
  ///
  /// @throws ValueError `mmap length is greater than file size`
  /// @throws IOException if the file cannot be mapped
  public static StoredArray map(
      FileChannel file, MapAccess access, NpyHeader header, long byteOffset) throws IOException {
    long end = Math.addExact(byteOffset, header.byteSize());
    if (end > file.size()) {
      if (!access.extendsFile()) {
        throw new ValueError("mmap length is greater than file size");
      }
      file.write(ByteBuffer.allocate(1), end - 1); // the rest becomes a hole
    }
    MemorySegment data = file.map(access.mapMode(), byteOffset, header.byteSize(), Arena.ofAuto());
    return new StoredArray(header, data);
  }

  /// Maps elements of one axis up to the end of a file.
  ///
  /// @throws ValueError `Size of available data is not a multiple of the data-type size.`
  /// @throws IOException if the file cannot be mapped
  public static StoredArray mapToEnd(
      FileChannel file, MapAccess access, ElementType type, long byteOffset) throws IOException {
    long bytes = Math.max(0, file.size() - byteOffset);
    if (bytes % type.byteSize() != 0) {
      throw new ValueError("Size of available data is not a multiple of the data-type size.");
    }
    return map(file, access, header(type, false, bytes / type.byteSize()), byteOffset);
  }

  /// Writes the header of a new `.npy` file and maps its elements, all zero: `open_memmap`.
  ///
  /// @throws IOException if the file cannot be written or mapped
  public static StoredArray create(FileChannel file, NpyHeader header) throws IOException {
    ByteBuffer start = ByteBuffer.wrap(header.encode());
    int length = start.remaining();
    while (start.hasRemaining()) {
      file.write(start);
    }
    return map(file, MapAccess.CREATE, header, length);
  }

  /// The header that elements of this machine would have.
  public static NpyHeader header(ElementType type, boolean fortranOrder, long... shape) {
    return new NpyHeader(type, ByteOrders.MACHINE_IS_BIG, fortranOrder, shape);
  }
}
