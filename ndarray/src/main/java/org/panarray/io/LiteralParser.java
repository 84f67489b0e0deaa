package org.panarray.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.panarray.error.ValueError;

/// Reads a Python literal: dictionaries, tuples, lists, plain strings, integers, decimal numbers,
/// `True`, `False` and `None`. Nothing is evaluated, and nesting is limited.
final class LiteralParser {
  private static final int DEEPEST = 20;

  private final String text;
  private int position;
  private int depth;

  private LiteralParser(String text) {
    this.text = text;
  }

  /// The value that the whole text denotes.
  ///
  /// @throws ValueError `Cannot parse header: '...'`
  static PythonLiteral parse(String text) {
    LiteralParser parser = new LiteralParser(text);
    PythonLiteral value = parser.value();
    parser.skipSpace();
    if (parser.position != text.length()) {
      throw parser.fault();
    }
    return value;
  }

  private PythonLiteral value() {
    skipSpace();
    if (++depth > DEEPEST) {
      throw fault();
    }
    char c = peek();
    PythonLiteral value =
        switch (c) {
          case '{' -> dictionary();
          case '(' -> sequence(true, ')');
          case '[' -> sequence(false, ']');
          case '\'', '"' -> new PythonLiteral.Text(string());
          default -> c == '-' || c == '.' || isDigit(c) ? number() : word();
        };
    depth--;
    return value;
  }

  private PythonLiteral dictionary() {
    position++;
    Map<String, PythonLiteral> entries = new LinkedHashMap<>();
    while (!takes('}')) {
      if (peek() != '\'' && peek() != '"') {
        throw fault();
      }
      String key = string();
      if (!takes(':')) {
        throw fault();
      }
      entries.put(key, value());
      if (!takes(',')) {
        expect('}');
        break;
      }
    }
    return new PythonLiteral.Dictionary(entries);
  }

  private PythonLiteral sequence(boolean tuple, char end) {
    position++;
    List<PythonLiteral> items = new ArrayList<>();
    boolean comma = false;
    while (!takes(end)) {
      items.add(value());
      if (!takes(',')) {
        expect(end);
        break;
      }
      comma = true;
    }
    // (3) is a number in parentheses, not a tuple.
    return tuple && !comma && items.size() == 1
        ? items.getFirst()
        : new PythonLiteral.Sequence(tuple, items);
  }

  private String string() {
    char quote = text.charAt(position++);
    int end = text.indexOf(quote, position);
    if (end < 0 || text.indexOf('\n', position) >= 0 && text.indexOf('\n', position) < end) {
      throw fault();
    }
    String content = text.substring(position, end);
    if (content.indexOf('\\') >= 0) {
      throw fault();
    }
    position = end + 1;
    return content;
  }

  private PythonLiteral number() {
    int start = position;
    if (peek() == '-') {
      position++;
    }
    while (position < text.length() && (isDigit(text.charAt(position)) || peek() == '.')) {
      position++;
    }
    String digits = text.substring(start, position);
    if (digits.equals("-") || digits.indexOf('.') != digits.lastIndexOf('.')) {
      throw fault();
    }
    if (position < text.length() && peek() == 'L') {
      position++; // Python 2 wrote long integers so
    }
    return new PythonLiteral.Digits(digits);
  }

  private PythonLiteral word() {
    int start = position;
    while (position < text.length() && Character.isLetter(text.charAt(position))) {
      position++;
    }
    return switch (text.substring(start, position)) {
      case "True" -> new PythonLiteral.Bool(true);
      case "False" -> new PythonLiteral.Bool(false);
      case "None" -> new PythonLiteral.None();
      default -> throw fault();
    };
  }

  private boolean takes(char c) {
    skipSpace();
    if (peek() == c) {
      position++;
      return true;
    }
    return false;
  }

  private void expect(char c) {
    if (!takes(c)) {
      throw fault();
    }
  }

  private char peek() {
    if (position >= text.length()) {
      throw fault();
    }
    return text.charAt(position);
  }

  private void skipSpace() {
    while (position < text.length() && " \t\n\r\f".indexOf(text.charAt(position)) >= 0) {
      position++;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private ValueError fault() {
    return new ValueError("Cannot parse header: " + new PythonLiteral.Text(text).repr());
  }
}
