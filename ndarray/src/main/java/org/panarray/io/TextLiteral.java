package org.panarray.io;

import java.util.Locale;

/// Text literals of Python: their prefixes, quotes and escapes.
final class TextLiteral {
  private TextLiteral() {}

  /// Whether a literal of a text begins here; one of bytes is none.
  static boolean startsAt(String source, int start) {
    int quote =
        start + (start < source.length() && "uUrR".indexOf(source.charAt(start)) >= 0 ? 1 : 0);
    return quote < source.length() && (source.charAt(quote) == '\'' || source.charAt(quote) == '"');
  }

  /// Appends the text of a literal to `value`, and returns where the literal ends, or -1 if it does
  /// not.
  static int read(String source, int start, StringBuilder value) {
    boolean raw = source.substring(start, start + 1).toLowerCase(Locale.ROOT).equals("r");
    int open = "'\"".indexOf(source.charAt(start)) >= 0 ? start : start + 1;
    String one = source.substring(open, open + 1);
    boolean triple = source.startsWith(one.repeat(3), open);
    String quote = triple ? one.repeat(3) : one;
    int at = open + quote.length();
    while (at < source.length()) {
      char c = source.charAt(at);
      if (source.startsWith(quote, at)) {
        return at + quote.length();
      }
      if (c == '\n' && !triple) {
        return -1;
      }
      if (c != '\\') {
        value.append(c);
        at++;
      } else if (at + 1 == source.length()) {
        return -1;
      } else if (raw) {
        value.append(c).append(source.charAt(at + 1));
        at += 2;
      } else {
        at = escape(source, at + 1, value);
        if (at < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  /// Appends what the escape at a place behind its backslash stands for; -1 for a broken one.
  private static int escape(String source, int at, StringBuilder value) {
    char c = source.charAt(at);
    switch (c) {
      case '\n' -> {}
      case '\\', '\'', '"' -> value.append(c);
      case 'a' -> value.append('\7');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'v' -> value.append('\13');
      case 'x' -> {
        return number(source, at + 1, 2, value);
      }
      case 'u' -> {
        return number(source, at + 1, 4, value);
      }
      case 'U' -> {
        return number(source, at + 1, 8, value);
      }
      case 'N' -> {
        return named(source, at + 1, value);
      }
      default -> {
        return octal(source, at, value);
      }
    }
    return at + 1;
  }

  private static int number(String source, int at, int digits, StringBuilder value) {
    if (at + digits > source.length()
        || !source.substring(at, at + digits).matches("[0-9a-fA-F]+")) {
      return -1;
    }
    long code = Long.parseLong(source, at, at + digits, 16);
    if (code > Character.MAX_CODE_POINT) {
      return -1;
    }
    value.appendCodePoint((int) code);
    return at + digits;
  }

  private static int named(String source, int at, StringBuilder value) {
    int end = source.indexOf('}', at);
    if (!source.startsWith("{", at) || end < 0) {
      return -1;
    }
    try {
      value.appendCodePoint(Character.codePointOf(source.substring(at + 1, end)));
    } catch (IllegalArgumentException e) {
      return -1;
    }
    return end + 1;
  }

  private static int octal(String source, int at, StringBuilder value) {
    int end = at;
    int code = 0;
    while (end < source.length() && end < at + 3 && "01234567".indexOf(source.charAt(end)) >= 0) {
      code = 8 * code + source.charAt(end++) - '0';
    }
    if (end == at) {
      value.append('\\'); // no escape: both characters stay
      return at;
    }
    value.append((char) code);
    return end;
  }
}
