package org.panarray.io;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts lines into fields as `genfromtxt` does: at any text between them, or by their widths.
final class LineSplitter {
  private final @Nullable String comment;
  private final @Nullable String delimiter;
  private final int[] widths;
  private final boolean oneWidth;
  private final boolean strip;

  LineSplitter(SparseFormat format) {
    comment = format.comment();
    delimiter = format.splitting().delimiter();
    widths = format.splitting().widths();
    oneWidth = format.splitting().oneWidth();
    strip = format.splitting().strip();
  }

  /// The fields of a line; none for an empty one.
  List<String> split(String line, boolean endedByNewline) {
    int at = comment == null ? -1 : line.indexOf(comment);
    String content = at >= 0 ? line.substring(0, at) : line;
    List<String> fields = new ArrayList<>();
    if (widths.length == 0) {
      splitAtDelimiter(trim(content), fields);
    } else if (oneWidth) {
      for (int start = 0, end; start < content.length(); start = end) {
        end = end(content, start, widths[0]);
        fields.add(content.substring(start, end));
      }
    } else {
      // NumPy leaves the end of the line where it is: an empty line has empty fields.
      splitAtWidths(at < 0 && endedByNewline ? content + '\n' : content, fields);
    }
    if (strip) {
      fields.replaceAll(PythonSpace::strip);
    }
    return fields;
  }

  private static String trim(String line) {
    int start = 0;
    int end = line.length();
    while (start < end && line.charAt(start) == ' ') {
      start++;
    }
    while (end > start && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.substring(start, end);
  }

  private void splitAtDelimiter(String line, List<String> fields) {
    if (line.isEmpty()) {
      return;
    }
    if (delimiter == null) {
      splitAtSpace(line, fields);
      return;
    }
    int start = 0;
    for (int at; (at = line.indexOf(delimiter, start)) >= 0; start = at + delimiter.length()) {
      fields.add(line.substring(start, at));
    }
    fields.add(line.substring(start));
  }

  private static void splitAtSpace(String line, List<String> fields) {
    int at = 0;
    while (true) {
      while (at < line.length() && PythonSpace.isSpace(line.charAt(at))) {
        at++;
      }
      if (at == line.length()) {
        return;
      }
      int start = at;
      while (at < line.length() && !PythonSpace.isSpace(line.charAt(at))) {
        at++;
      }
      fields.add(line.substring(start, at));
    }
  }

  private void splitAtWidths(String line, List<String> fields) {
    if (line.isEmpty()) {
      return;
    }
    int start = 0;
    for (int width : widths) {
      int end = end(line, start, width);
      fields.add(line.substring(start, end));
      start = end;
    }
  }

  /// Where a field ends that is so many characters wide, not counted in Java's halves of them.
  private static int end(String line, int start, int width) {
    int end = start;
    for (int i = 0; i < width && end < line.length(); i++) {
      end += Character.charCount(line.codePointAt(end));
    }
    return end;
  }
}
