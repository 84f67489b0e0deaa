package org.panarray.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// The directory at the end of a zip archive, read with the checks of Python's `zipfile`. Java's
/// own reader finds members where the two disagree, and checks no sums.
///
/// @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">the format</a>
final class ZipDirectory {
  /// A member as the directory describes it.
  ///
  /// @param position where its own header begins
  record Member(
      String fullName, int flags, int method, long crc, long packed, long size, long position) {
    /// The name, which a zero ends.
    String name() {
      int end = fullName.indexOf('\0');
      return end < 0 ? fullName : fullName.substring(0, end);
    }
  }

  static final int UTF8_NAMES = 0x800;

  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_LENGTH = 56;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_LENGTH = 20;
  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_LENGTH = 46;
  private static final int LONGEST_COMMENT = 1 << 16;
  private static final int NEWEST_VERSION = 63;
  private static final int ZIP64_FIELD = 1;
  private static final long IN_ZIP64_FIELD = 0xffff_ffffL;

  private final ArchiveFile file;
  private long start;
  private long length;

  /// What archives with bytes in front of them add to every position.
  private long shift;

  private ZipDirectory(ArchiveFile file) {
    this.file = file;
  }

  /// The members in the order of the directory.
  ///
  /// @throws ValueError if there is no directory or it is damaged
  static List<Member> read(ArchiveFile file) throws IOException {
    ZipDirectory directory = new ZipDirectory(file);
    directory.find();
    return directory.members();
  }

  private void find() throws IOException {
    int searched = (int) Math.min(file.size(), LONGEST_COMMENT + END_LENGTH);
    ByteBuffer tail = littleEndian(file.bytes(file.size() - searched, searched));
    int at = tail.limit() - END_LENGTH;
    boolean plain = at >= 0 && tail.getInt(at) == END_SIGNATURE && tail.getShort(at + 20) == 0;
    while (!plain && at >= 0 && tail.getInt(at) != END_SIGNATURE) {
      at--;
    }
    if (at < 0) {
      throw new ValueError("File is not a zip file");
    }
    length = tail.getInt(at + 12) & IN_ZIP64_FIELD;
    long offset = tail.getInt(at + 16) & IN_ZIP64_FIELD;
    long end = file.size() - searched + at;
    ByteBuffer large = largeEnd(end);
    if (large != null) {
      length = large.getLong(40);
      offset = large.getLong(48);
      end -= END64_LENGTH + LOCATOR_LENGTH;
    }
    start = end - length;
    shift = start - offset;
    if (length < 0 || start < 0 || offset < 0) {
      throw new ValueError("Bad offset for central directory");
    }
  }

  /// The end record of archives above 4 GB, or null.
  private @Nullable ByteBuffer largeEnd(long end) throws IOException {
    if (end < END64_LENGTH + LOCATOR_LENGTH) {
      return null;
    }
    ByteBuffer locator = littleEndian(file.bytes(end - LOCATOR_LENGTH, LOCATOR_LENGTH));
    if (locator.getInt(0) != LOCATOR_SIGNATURE) {
      return null;
    }
    if (locator.getInt(4) != 0 || locator.getInt(16) > 1) {
      throw new ValueError("zipfiles that span multiple disks are not supported");
    }
    ByteBuffer large = littleEndian(file.bytes(end - LOCATOR_LENGTH - END64_LENGTH, END64_LENGTH));
    return large.getInt(0) == END64_SIGNATURE ? large : null;
  }

  private List<Member> members() throws IOException {
    List<Member> members = new ArrayList<>();
    long at = 0;
    while (at < length) {
      if (length - at < ENTRY_LENGTH) {
        throw new ValueError("Truncated central directory");
      }
      ByteBuffer entry = littleEndian(file.bytes(start + at, ENTRY_LENGTH));
      if (entry.getInt(0) != ENTRY_SIGNATURE) {
        throw new ValueError("Bad magic number for central directory");
      }
      int nameLength = entry.getShort(28) & 0xffff;
      int extraLength = entry.getShort(30) & 0xffff;
      long texts = start + at + ENTRY_LENGTH;
      byte[] name = file.bytes(texts, Math.min(nameLength, start + length - texts));
      long extras = Math.min(texts + nameLength, start + length);
      byte[] extra = file.bytes(extras, Math.min(extraLength, start + length - extras));
      members.add(member(entry, name, littleEndian(extra)));
      at += ENTRY_LENGTH + nameLength + extraLength + (entry.getShort(32) & 0xffff);
    }
    return members;
  }

  private Member member(ByteBuffer entry, byte[] name, ByteBuffer extra) {
    int flags = entry.getShort(8) & 0xffff;
    String text = name(name, flags);
    int version = entry.getShort(6) & 0xff;
    if (version > NEWEST_VERSION) {
      throw new ValueError("zip file version " + version / 10.0 + " is not supported");
    }
    long packed = entry.getInt(20) & IN_ZIP64_FIELD;
    long size = entry.getInt(24) & IN_ZIP64_FIELD;
    long position = entry.getInt(42) & IN_ZIP64_FIELD;
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xffff;
      int fieldLength = extra.getShort() & 0xffff;
      if (fieldLength > extra.remaining()) {
        throw new ValueError(String.format("Corrupt extra field %04x (size=%d)", id, fieldLength));
      }
      ByteBuffer field = extra.slice(extra.position(), fieldLength).order(ByteOrder.LITTLE_ENDIAN);
      if (id == ZIP64_FIELD) {
        size = size == IN_ZIP64_FIELD ? large(field, "File size") : size;
        packed = packed == IN_ZIP64_FIELD ? large(field, "Compress size") : packed;
        position = position == IN_ZIP64_FIELD ? large(field, "Header offset") : position;
      }
      extra.position(extra.position() + fieldLength);
    }
    int method = entry.getShort(10) & 0xffff;
    long crc = entry.getInt(16) & IN_ZIP64_FIELD;
    return new Member(text, flags, method, crc, packed, size, position + shift);
  }

  private static long large(ByteBuffer field, String what) {
    if (field.remaining() < Long.BYTES) {
      throw new ValueError("Corrupt zip64 extra field. " + what + " not found.");
    }
    return field.getLong();
  }

  /// A name in the encoding that the flags tell: UTF-8, or that of the first PCs.
  ///
  /// @throws ValueError if it is no UTF-8
  static String name(byte[] name, int flags) {
    if ((flags & UTF8_NAMES) == 0) {
      boolean known = Charset.isSupported("IBM437"); // in a module that small runtimes leave out
      return new String(name, known ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      throw new ValueError("a name in the archive is not UTF-8");
    }
  }

  static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
