package org.panarray.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// Reads `.npy` data, format versions 1 to 3.
public final class NpyReader {
  private static final int MAGIC_AND_VERSION = 8;
  private static final String WRITTEN_BY_PYTHON_2 =
      "Reading `.npy` or `.npz` file required additional header parsing as it was created on Python"
          + " 2. Save the file again to speed up loading and avoid this warning.";

  private static final int GROWTH_STEP = 1 << 20;

  /// So long is a stream of which nobody knows the length.
  private static final long UNKNOWN = Long.MAX_VALUE;

  private final ReadableByteChannel source;
  private final boolean file;
  private long available;
  private @Nullable String warning;

  private NpyReader(ReadableByteChannel source, long available, boolean file) {
    this.source = source;
    this.available = available;
    this.file = file;
  }

  /// Reads an array from the position of a file on.
  ///
  /// @param allocate gives memory for the elements; called once, after all checks
  /// @throws ValueError if this is no `.npy` file of a dtype that exists here, or a part of one
  /// @throws EOFException if nothing is left
  /// @throws IOException if the file cannot be read
  public static StoredArray read(FileChannel file, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    long available = file.size() - file.position();
    return new NpyReader(file, available, true).readArray(allocate);
  }

  /// Reads an array from a stream that holds `available` bytes.
  ///
  /// @param allocate gives memory for the elements; called once, after all checks
  /// @throws ValueError if this is no `.npy` data of a dtype that exists here, or a part of it
  /// @throws IOException if the stream cannot be read
  public static StoredArray read(
      InputStream stream, long available, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    return new NpyReader(Channels.newChannel(stream), available, false).readArray(allocate);
  }

  /// Reads an array from a stream of unknown length, and no byte more than that.
  ///
  /// @param allocate gives memory for the elements; called once, when they are all read
  /// @throws ValueError if this is no `.npy` data of a dtype that exists here, or a part of it
  /// @throws EOFException if nothing is left
  /// @throws IOException if the stream cannot be read
  public static StoredArray read(InputStream stream, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    return read(stream, UNKNOWN, allocate);
  }

  /// Maps the elements of a file into memory, without reading them.
  ///
  /// @throws ValueError as in [#read(FileChannel, Function)], and for elements in foreign byte
  ///     order, which would have to be changed
  /// @throws IOException if the file cannot be read
  public static StoredArray map(FileChannel file, MapAccess access) throws IOException {
    NpyReader reader = new NpyReader(file, file.size() - file.position(), true);
    NpyHeader header = reader.readHeader();
    if (header.byteSize() > reader.available) {
      throw new ValueError("mmap length is greater than file size");
    }
    boolean ordered = header.type().byteSize() > 1;
    if (ordered && header.bigEndian() != ByteOrders.MACHINE_IS_BIG) {
      throw new ValueError(
          "Array can't be memory-mapped: its elements are in foreign byte order, for which there is"
              + " no dtype here; load it without mmap_mode.");
    }
    StoredArray mapped = RawFile.map(file, access, header, file.position());
    return new StoredArray(header, mapped.data(), reader.warning);
  }

  private StoredArray readArray(Function<NpyHeader, MemorySegment> allocate) throws IOException {
    NpyHeader header = readHeader();
    long bytes = header.byteSize();
    if (bytes > available) {
      throw missingElements(header);
    }
    MemorySegment data =
        available == UNKNOWN ? readGrowing(header, allocate) : readKnown(header, allocate);
    ByteOrders.makeNative(header, data);
    return new StoredArray(header, data, warning);
  }

  private MemorySegment readKnown(NpyHeader header, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    MemorySegment data = allocate.apply(header).asSlice(0, header.byteSize());
    fill(header, data);
    return data;
  }

  /// Collects the elements first: memory grows with what the stream really holds.
  private MemorySegment readGrowing(NpyHeader header, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    List<MemorySegment> parts = new ArrayList<>();
    long done = 0;
    while (done < header.byteSize()) {
      int step = (int) Math.min(GROWTH_STEP, header.byteSize() - done);
      MemorySegment part = MemorySegment.ofArray(new byte[step]);
      long count = SegmentTransfer.read(source, part);
      done += count;
      if (count < step) {
        throw eof("array data", header.byteSize(), done);
      }
      parts.add(part);
    }
    MemorySegment data = allocate.apply(header).asSlice(0, header.byteSize());
    long position = 0;
    for (MemorySegment part : parts) {
      MemorySegment.copy(part, 0, data, position, part.byteSize());
      position += part.byteSize();
    }
    return data;
  }

  private NpyHeader readHeader() throws IOException {
    byte[] start = readUpTo(MAGIC_AND_VERSION);
    if (start.length == 0) {
      throw new EOFException("No data left in file");
    }
    int common = Math.min(start.length, NpyHeader.MAGIC.length);
    if (common < NpyHeader.MAGIC.length
        || !Arrays.equals(start, 0, common, NpyHeader.MAGIC, 0, common)) {
      throw new ValueError(
          "This file contains pickled (object) data. If you trust the file you can load it"
              + " unsafely using the `allow_pickle=` keyword argument or `pickle.load()`.");
    }
    check(start, MAGIC_AND_VERSION, "magic string");
    int major = start[6] & 0xff;
    int minor = start[7] & 0xff;
    if (minor != 0 || major < 1 || major > 3) {
      throw new ValueError(
          "we only support format version (1,0), (2,0), and (3,0), not ("
              + major
              + ", "
              + minor
              + ")");
    }
    byte[] lengthBytes = readExactly(major == 1 ? 2 : 4, "array header length");
    long length = 0;
    for (int i = lengthBytes.length - 1; i >= 0; i--) {
      length = length << 8 | lengthBytes[i] & 0xff;
    }
    if (length > available) {
      throw eof("array header", length, available);
    }
    if (length > NpyHeader.LONGEST) {
      throw new ValueError(
          "Header info length ("
              + length
              + ") is large and may not be safe to load securely.\n"
              + "To allow loading, adjust `max_header_size` or fully trust the `.npy` file using"
              + " `allow_pickle=True`.\n"
              + "For safety against large resource use or crashes, sandboxing may be necessary.");
    }
    byte[] header = readExactly((int) length, "array header");
    LiteralParser.Result parsed =
        LiteralParser.parse(major == 3 ? utf8(header) : latin1(header), major < 3);
    NpyHeader result = NpyHeader.of(parsed.value());
    warning = parsed.repaired() ? WRITTEN_BY_PYTHON_2 : null;
    return result;
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new ValueError(
          "Cannot parse header: it is not UTF-8: " + new PythonLiteral.Text(latin1(bytes)).repr());
    }
  }

  private void fill(NpyHeader header, MemorySegment data) throws IOException {
    long done = SegmentTransfer.read(source, data);
    available -= done;
    if (done < data.byteSize()) {
      available = done; // the source was shorter than it had said
      throw missingElements(header);
    }
  }

  private ValueError missingElements(NpyHeader header) {
    if (!file) {
      return eof("array data", header.byteSize(), available);
    }
    long elements = available / header.type().byteSize();
    PythonLiteral shape =
        new PythonLiteral.Sequence(
            true,
            Arrays.stream(header.shape())
                .<PythonLiteral>mapToObj(n -> new PythonLiteral.Digits(Long.toString(n)))
                .toList());
    return new ValueError(
        "Failed to read all data for array. Expected "
            + shape.repr()
            + " = "
            + header.size()
            + " elements, could only read "
            + elements
            + " elements. (file seems not fully written?)");
  }

  private byte[] readUpTo(int count) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(count, available));
    while (bytes.hasRemaining() && source.read(bytes) >= 0) {}
    available -= available == UNKNOWN ? 0 : bytes.position();
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private byte[] readExactly(int count, String what) throws IOException {
    byte[] bytes = readUpTo(count);
    check(bytes, count, what);
    return bytes;
  }

  private static void check(byte[] bytes, int count, String what) {
    if (bytes.length < count) {
      throw eof(what, count, bytes.length);
    }
  }

  private static ValueError eof(String what, long expected, long got) {
    return new ValueError("EOF: reading " + what + ", expected " + expected + " bytes got " + got);
  }
}
