package org.panarray;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// What functions take as a text to read: a file, a stream, a reader or lines.
final class TextSource {
  private static final int BUFFER = 1 << 16;

  private TextSource() {}

  /// Opens a text. Files that end in `.gz` are unpacked.
  ///
  /// @throws org.panarray.error.TypeError if the argument is none of these
  static BufferedReader open(Object source) throws IOException {
    return switch (source) {
      case Reader reader -> new BufferedReader(reader, BUFFER);
      case InputStream stream -> decoded(stream);
      case Iterable<?> lines when !(source instanceof Path) -> new BufferedReader(joined(lines));
      default -> openFile(FileArgument.path(source));
    };
  }

  private static BufferedReader openFile(Path path) throws IOException {
    InputStream stream = Files.newInputStream(path);
    if (!path.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      return decoded(stream);
    }
    try {
      return decoded(new GZIPInputStream(stream, BUFFER));
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  private static BufferedReader decoded(InputStream stream) {
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), BUFFER);
  }

  private static Reader joined(Iterable<?> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return new StringReader(text.toString());
  }
}
