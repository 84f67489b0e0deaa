package org.panarray.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// An encoding of text by the name that Python has for it.
///
/// @param name Python's name
/// @param charset what decodes the bytes behind the mark
/// @param mark whether a text begins with a byte-order mark
public record TextEncoding(String name, Charset charset, Mark mark) {
  /// What becomes of a byte-order mark.
  public enum Mark {
    /// It is text.
    NONE,
    /// It is skipped where there is one.
    SKIPPED,
    /// It tells the order of the bytes, and must be there.
    REQUIRED
  }

  private static final int LONGEST_MARK = 4;

  /// The encoding of a name; UTF-8 for none, and for `bytes`, which NumPy has for old programs.
  ///
  /// @throws ValueError `unknown encoding: x`
  public static TextEncoding named(@Nullable String name) {
    String plain = name == null ? "utf-8" : name.toLowerCase(Locale.ROOT).replace('_', '-');
    return switch (plain) {
      case "utf-8", "utf8", "u8", "bytes" ->
          new TextEncoding("utf-8", StandardCharsets.UTF_8, Mark.NONE);
      case "utf-8-sig", "utf8-sig" -> new TextEncoding(plain, StandardCharsets.UTF_8, Mark.SKIPPED);
      case "utf-16", "utf16", "u16" ->
          new TextEncoding("utf-16", StandardCharsets.UTF_16, Mark.REQUIRED);
      case "utf-32", "utf32", "u32" ->
          new TextEncoding("utf-32", StandardCharsets.UTF_32, Mark.REQUIRED);
      case "latin1", "latin-1", "l1", "latin", "8859" ->
          new TextEncoding("latin-1", StandardCharsets.ISO_8859_1, Mark.NONE);
      default -> new TextEncoding(plain, charset(name, plain), Mark.NONE);
    };
  }

  private static Charset charset(@Nullable String name, String plain) {
    try {
      return Charset.forName(plain.replaceFirst("^utf-?(16|32)-?(le|be)$", "utf-$1$2"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw new ValueError("unknown encoding: " + name);
    }
  }

  /// Steps over the mark of a text, or checks that the decoder will find one.
  ///
  /// @param stream a stream that can be reset
  /// @throws ValueError `UTF-16 stream does not start with BOM`
  public void skipMark(InputStream stream) throws IOException {
    if (mark == Mark.NONE) {
      return;
    }
    stream.mark(LONGEST_MARK);
    byte[] start = stream.readNBytes(LONGEST_MARK);
    boolean utf8 = at(start, 0, 0xef) && at(start, 1, 0xbb) && at(start, 2, 0xbf);
    stream.reset();
    if (mark == Mark.SKIPPED) {
      stream.skipNBytes(utf8 ? 3 : 0);
      return;
    }
    boolean wide = charset.equals(StandardCharsets.UTF_32);
    boolean little = at(start, 0, 0xff) && at(start, 1, 0xfe);
    boolean big = at(start, wide ? 2 : 0, 0xfe) && at(start, wide ? 3 : 1, 0xff);
    if (!little && !big && start.length > 0) {
      throw new ValueError(name.toUpperCase(Locale.ROOT) + " stream does not start with BOM");
    }
  }

  private static boolean at(byte[] bytes, int index, int value) {
    return index < bytes.length && (bytes[index] & 0xff) == value;
  }
}
