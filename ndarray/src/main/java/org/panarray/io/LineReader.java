package org.panarray.io;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import org.panarray.error.MemoryError;

/// Lines of a text, ended by `\n`, `\r` or both. A text that never ends a line is refused before it
/// fills the heap.
public final class LineReader {
  private static final int BUFFER = 1 << 15;

  /// A line is held about four times while its fields are found.
  private static final long LONGEST = Math.max(1 << 20, Runtime.getRuntime().maxMemory() >> 5);

  private final Reader source;
  private final char[] buffer = new char[BUFFER];
  private int position;
  private int limit;
  private boolean afterReturn;
  private boolean endedByNewline;

  /// Reads on from where the source stands.
  public LineReader(Reader source) {
    this.source = source;
  }

  /// The next line without its end, or null after the last.
  ///
  /// @throws MemoryError if it is longer than the heap can hold
  /// @throws IOException if the text cannot be read
  @Nullable String next() throws IOException {
    StringBuilder start = null;
    while (true) {
      if (position == limit && !fill()) {
        endedByNewline = false;
        return start == null ? null : start.toString();
      }
      if (afterReturn) { // of \r\n
        afterReturn = false;
        if (buffer[position] == '\n') {
          position++;
          continue;
        }
      }
      int end = endOfLine();
      if (end < limit) {
        String line = joined(start, end);
        position = end + 1;
        afterReturn = buffer[end] == '\r';
        endedByNewline = true;
        return line;
      }
      start = start == null ? new StringBuilder() : start;
      start.append(buffer, position, limit - position);
      position = limit;
      if (start.length() > LONGEST) {
        throw new MemoryError(
            "a line of the text is longer than "
                + LONGEST
                + " characters, which the heap cannot hold; is it a text?");
      }
    }
  }

  /// Whether the line that was read last had an end, which the last of a text may lack.
  boolean endedByNewline() {
    return endedByNewline;
  }

  private String joined(@Nullable StringBuilder start, int end) {
    int count = end - position;
    return start == null
        ? new String(buffer, position, count)
        : start.append(buffer, position, count).toString();
  }

  private int endOfLine() {
    int at = position;
    while (at < limit && buffer[at] != '\n' && buffer[at] != '\r') {
      at++;
    }
    return at;
  }

  /// Fills the buffer: as in NumPy bytes that are no text are found before a row near them is read.
  private boolean fill() throws IOException {
    position = 0;
    limit = 0;
    for (int count; limit < BUFFER && (count = source.read(buffer, limit, BUFFER - limit)) >= 0; ) {
      limit += count;
    }
    return limit > 0;
  }
}
