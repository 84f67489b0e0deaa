package org.panarray.io;

/// White space as Python's `str.isspace` and `float` see it: Java's own tests leave out the
/// no-break spaces, the figure space and the next-line control.
final class PythonSpace {
  private PythonSpace() {}

  static boolean isSpace(char c) {
    return c <= ' '
        ? c == ' ' || c >= '\t' && c <= '\r' || c >= '\u001c' && c <= '\u001f'
        : c >= '\u0085' && (c == '\u0085' || Character.isWhitespace(c) || Character.isSpaceChar(c));
  }

  /// The text without white space at its ends.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }
}
