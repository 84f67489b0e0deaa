package org.panarray.internal.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.io.TextEncoding;

/// What functions take as a text to read: a file, a stream, a reader or lines.
public final class TextSource {
  private static final int BUFFER = 1 << 16;

  /// What is made of a text.
  @FunctionalInterface
  public interface Reading<R> {
    R of(Reader text) throws IOException;
  }

  private TextSource() {}

  /// Reads a text. Files that end in `.gz` are unpacked.
  ///
  /// @param encoding Python's or Java's name; null for UTF-8
  /// @throws org.panarray.error.TypeError if the argument is no text
  /// @throws ValueError if there is no such encoding, or the bytes are not of it
  /// @throws MemoryError if the heap does not hold what is read
  public static <R> R read(Object source, @Nullable String encoding, Reading<R> reading) {
    Required.argument(source, "fname");
    TextEncoding decoding = TextEncoding.named(encoding);
    Path named = Path.of(source instanceof Reader ? "reader" : name(source));
    return FileArgument.work(
        named,
        () -> {
          try (Reader text = open(source, decoding)) {
            return reading.of(text);
          } catch (CharacterCodingException e) {
            ValueError fault =
                new ValueError(
                    "'"
                        + decoding.name()
                        + "' codec can't decode all bytes of '"
                        + named
                        + "': it is a text of another encoding, to be named by `encoding`, or"
                        + " none");
            fault.initCause(e);
            throw fault;
          } catch (OutOfMemoryError e) {
            MemoryError fault =
                new MemoryError("the heap (-Xmx) does not hold the numbers of '" + named + "'");
            fault.initCause(e);
            throw fault;
          }
        });
  }

  /// All of a text, if the heap holds it.
  ///
  /// @throws MemoryError if it is longer than an eighth of that
  public static String whole(Reader text) throws IOException {
    long most = Math.min(Runtime.getRuntime().maxMemory() >> 3, Integer.MAX_VALUE >> 1);
    StringBuilder whole = new StringBuilder();
    char[] step = new char[BUFFER];
    for (int count; (count = text.read(step)) >= 0; ) {
      whole.append(step, 0, count);
      if (whole.length() > most) {
        throw new MemoryError("a text of more than " + most + " characters; is it a text?");
      }
    }
    return whole.toString();
  }

  private static String name(Object source) {
    return source instanceof Path
            || source instanceof CharSequence
            || source instanceof java.io.File
        ? source.toString()
        : "stream";
  }

  private static Reader open(Object source, TextEncoding encoding) throws IOException {
    return switch (source) {
      case Reader reader -> reader;
      case InputStream stream -> decoded(stream, encoding);
      case Iterable<?> lines when !(source instanceof Path) -> joined(lines);
      default -> openFile(FileArgument.path(source), encoding);
    };
  }

  private static Reader openFile(Path path, TextEncoding encoding) throws IOException {
    InputStream stream = Files.newInputStream(path);
    try {
      boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      return decoded(packed ? new GZIPInputStream(stream, BUFFER) : stream, encoding);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  private static Reader decoded(InputStream stream, TextEncoding encoding) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
    encoding.skipMark(buffered);
    return new InputStreamReader(buffered, encoding.charset().newDecoder());
  }

  private static Reader joined(Iterable<?> lines) {
    StringBuilder text = new StringBuilder();
    for (Object line : lines) {
      if (!(line instanceof CharSequence read)) {
        throw new TypeError("non-string returned while reading data");
      }
      text.append(read).append('\n');
    }
    return new StringReader(text.toString());
  }
}
