package org.panarray.io;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.panarray.error.ValueError;
import org.panarray.io.ZipDirectory.Member;

/// An open `.npz` file: a zip archive of `.npy` files, stored or deflated. Nothing but the
/// directory is read before a member is asked for.
public final class NpzArchive implements Closeable {
  private static final String SUFFIX = ".npy";
  private static final int STEP = 1 << 16;

  /// Deflate cannot pack more bytes than this into one.
  private static final long HIGHEST_RATIO = 1032;

  /// NumPy likewise leaves the sum alone where much follows the array.
  private static final long MOST_BEHIND = 1 << 20;

  private static final int STORED = 0;
  private static final int DEFLATED = 8;
  private static final int HEADER_SIGNATURE = 0x04034b50;
  private static final int HEADER_LENGTH = 30;
  private static final int ENCRYPTED = 0x1;
  private static final int PATCHED = 0x20;
  private static final int STRONGLY_ENCRYPTED = 0x40;

  private final ArchiveFile file;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Member> members = new LinkedHashMap<>();

  private NpzArchive(ArchiveFile file) throws IOException {
    this.file = file;
    refuseOthers();
    List<Member> listed = ZipDirectory.read(file);
    for (Member member : listed) {
      names.add(withoutSuffix(member.name()));
      members.put(withoutSuffix(member.name()), member);
    }
    listed.forEach(member -> members.put(member.name(), member));
  }

  /// NumPy looks at the first bytes, before the directory.
  private void refuseOthers() throws IOException {
    byte[] start = file.bytes(0, 4);
    if (start.length == 0) {
      throw new EOFException("No data left in file");
    }
    if (start.length < 4
        || start[0] != 'P'
        || start[1] != 'K'
        || !(start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6)) {
      throw new ValueError("File is not a zip file");
    }
  }

  /// Opens an archive.
  ///
  /// @throws ValueError if it is no zip archive
  /// @throws IOException if the file cannot be read
  public static NpzArchive open(Path path) throws IOException {
    ArchiveFile file = new ArchiveFile(path);
    boolean opened = false;
    try {
      NpzArchive archive = new NpzArchive(file);
      opened = true;
      return archive;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  /// The names of the members, without `.npy`, in the order of the archive.
  public List<String> names() {
    return List.copyOf(names);
  }

  /// Whether there is a member of this name, given with or without `.npy`.
  public boolean contains(String name) {
    return members.containsKey(name);
  }

  /// Reads one member.
  ///
  /// @param name the name with or without `.npy`
  /// @param allocate gives memory for the elements; called once, after all checks of the headers
  /// @throws ValueError if there is no such member, it is no `.npy` data, or its bytes are not
  ///     those that were written
  /// @throws IOException if the file cannot be read
  public StoredArray read(String name, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    Member member = members.get(name);
    if (member == null) {
      throw new ValueError(name + " is not a file in the archive");
    }
    InputStream packed = file.section(dataStart(member), member.packed());
    Inflater inflater = member.method() == DEFLATED ? new Inflater(true) : null;
    try {
      return read(
          member,
          inflater == null ? packed : new InflaterInputStream(packed, inflater, STEP),
          allocate);
    } catch (ZipException | EOFException e) {
      throw new ValueError("Bad data in file '" + member.name() + "': " + e.getMessage());
    } catch (ValueError e) {
      throw naming(member, e);
    } finally {
      if (inflater != null) {
        inflater.end();
      }
    }
  }

  private StoredArray read(
      Member member, InputStream unpacked, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    CRC32 sum = new CRC32();
    long possible = Math.min(member.packed(), file.size());
    long most = possible * (member.method() == DEFLATED ? HIGHEST_RATIO : 1);
    long size = Math.min(member.size(), most);
    LimitedStream stream = new LimitedStream(new CheckedInputStream(unpacked, sum), size);
    StoredArray array = NpyReader.read(stream, size, allocate);
    boolean ended = stream.endsWithin(MOST_BEHIND);
    if (ended && sum.getValue() != member.crc()) {
      throw new ValueError("Bad CRC-32 for file '" + member.name() + "'");
    }
    return array;
  }

  private static ValueError naming(Member member, ValueError fault) {
    String text = String.valueOf(fault.getMessage());
    return text.contains(member.name())
        ? fault
        : new ValueError(text + " (member '" + member.name() + "')");
  }

  /// Checks the header in front of a member against the directory, and returns where it ends.
  private long dataStart(Member member) throws IOException {
    String shown = "'" + member.name() + "'";
    ByteBuffer header = ZipDirectory.littleEndian(file.bytes(member.position(), HEADER_LENGTH));
    if (header.limit() < HEADER_LENGTH) {
      throw new ValueError("Truncated file header of " + shown);
    }
    if (header.getInt(0) != HEADER_SIGNATURE) {
      throw new ValueError("Bad magic number for file header of " + shown);
    }
    if ((member.flags() & (ENCRYPTED | PATCHED | STRONGLY_ENCRYPTED)) != 0) {
      throw new ValueError("File " + shown + " is encrypted or patched, which is not supported");
    }
    if (member.method() != STORED && member.method() != DEFLATED) {
      throw new ValueError(
          "That compression method is not supported: " + member.method() + " of " + shown);
    }
    int nameLength = header.getShort(26) & 0xffff;
    long texts = member.position() + HEADER_LENGTH;
    String name = ZipDirectory.name(file.bytes(texts, nameLength), header.getShort(6));
    if (!name.equals(member.fullName())) {
      throw new ValueError(
          "File name in directory " + shown + " and header '" + name + "' differ.");
    }
    return texts + nameLength + (header.getShort(28) & 0xffff);
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
