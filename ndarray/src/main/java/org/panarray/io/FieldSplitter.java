package org.panarray.io;

import java.io.IOException;
import java.util.Arrays;

/// Finds the fields of a row as `loadtxt` does. They are ranges of one text, so that no text is made
/// for each.
final class FieldSplitter {
  private final TableFormat format;
  private final LineReader lines;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private String text = "";
  private int count;

  FieldSplitter(TableFormat format, LineReader lines) {
    this.format = format;
    this.lines = lines;
  }

  /// What the ranges of the fields are of.
  String text() {
    return text;
  }

  int start(int field) {
    return starts[field];
  }

  int end(int field) {
    return ends[field];
  }

  String field(int field) {
    return text.substring(starts[field], ends[field]);
  }

  /// Splits a line, and those that a quoted field goes on in; returns the number of fields.
  int split(String line) throws IOException {
    count = 0;
    if (format.quote() != null) {
      splitQuoted(line, format.quote());
    } else {
      text = line;
      splitPlain(line, endOfContent(line));
    }
    return count;
  }

  private int endOfContent(String line) {
    int end = line.length();
    for (String comment : format.comments()) {
      int at = line.indexOf(comment);
      end = at >= 0 && at < end ? at : end;
    }
    return end;
  }

  private void splitPlain(String line, int end) {
    if (format.delimiter() == null) {
      splitAtSpace(line, end);
      return;
    }
    if (end == 0) {
      return;
    }
    char delimiter = format.delimiterCharacter();
    int start = 0;
    for (int at = line.indexOf(delimiter); at >= 0 && at < end; ) {
      add(start, at);
      start = at + 1;
      at = line.indexOf(delimiter, start);
    }
    add(start, end);
  }

  private void splitAtSpace(String line, int end) {
    int at = 0;
    while (true) {
      while (at < end && PythonSpace.isSpace(line.charAt(at))) {
        at++;
      }
      if (at == end) {
        return;
      }
      int start = at;
      while (at < end && !PythonSpace.isSpace(line.charAt(at))) {
        at++;
      }
      add(start, at);
    }
  }

  /// A quote opens a field only at its start; a doubled one within stands for itself.
  private void splitQuoted(String first, char quote) throws IOException {
    StringBuilder plain = new StringBuilder();
    String line = first;
    int at = 0;
    int start = 0;
    boolean quoted = false;
    boolean atStart = true;
    boolean wasQuoted = false;
    while (true) {
      if (at == line.length()) {
        String more = quoted ? lines.next() : null;
        if (more == null) {
          break;
        }
        plain.append('\n');
        line = more;
        at = 0;
        continue;
      }
      char c = line.charAt(at++);
      if (quoted) {
        if (c != quote) {
          plain.append(c);
        } else if (at < line.length() && line.charAt(at) == quote) {
          plain.append(c);
          at++;
        } else {
          quoted = false;
        }
      } else if (atStart && c == quote) {
        quoted = true;
        atStart = false;
        wasQuoted = true;
      } else if (!format.comments().isEmpty() && c == format.comments().getFirst().charAt(0)) {
        break;
      } else if (isDelimiter(c)) {
        if (!(atStart && format.delimiter() == null)) {
          add(start, plain.length());
        }
        start = plain.length();
        atStart = true;
        wasQuoted = false;
      } else {
        plain.append(c);
        atStart = false;
      }
    }
    boolean nothing = plain.length() == start && !wasQuoted;
    // NumPy sees an empty field behind the last space of a line that a quote begins.
    boolean behindSpace = PythonSpace.strip(first).indexOf(quote) == 0;
    if (!nothing || (format.delimiter() != null || behindSpace) && count > 0) {
      add(start, plain.length());
    }
    text = plain.toString();
  }

  private boolean isDelimiter(char c) {
    return format.delimiter() == null ? PythonSpace.isSpace(c) : c == format.delimiterCharacter();
  }

  private void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }
}
