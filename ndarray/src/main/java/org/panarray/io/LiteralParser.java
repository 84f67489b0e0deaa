package org.panarray.io;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.panarray.error.ValueError;

/// Reads a Python literal as `ast.literal_eval` does, as far as headers can hold one: dictionaries,
/// tuples, lists, texts, numbers, `True`, `False` and `None`, with comments and lines between them.
/// Nothing is evaluated, and nesting is limited.
final class LiteralParser {
  private static final int DEEPEST = 100;

  private static final Pattern NUMBER =
      Pattern.compile(
          "0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+"
              + "|(?:(?:\\d(?:_?\\d)*)?\\.\\d(?:_?\\d)*|\\d(?:_?\\d)*\\.?)(?:[eE][+-]?\\d(?:_?\\d)*)?[jJ]?");

  private static final Pattern DECIMAL = Pattern.compile("[1-9](?:_?\\d)*|0(?:_?0)*");

  private final String text;
  private final boolean python2;
  private int position;
  private int depth;
  private boolean repaired;

  private LiteralParser(String text, boolean python2) {
    this.text = text;
    this.python2 = python2;
  }

  /// A value, and whether it could only be read as Python 2 wrote it.
  record Result(PythonLiteral value, boolean repaired) {}

  /// The value that the whole text denotes.
  ///
  /// @param python2 whether long integers may end in `L`
  /// @throws ValueError `Cannot parse header: '...'`
  static Result parse(String text, boolean python2) {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    // What NumPy repairs the header with takes a return for no line end.
    LiteralParser parser = new LiteralParser(lines, python2 && text.indexOf('\r') < 0);
    if (text.indexOf('\0') >= 0) {
      throw parser.fault();
    }
    parser.skipBlankLines();
    PythonLiteral value = parser.value();
    parser.expectEnd();
    return new Result(value, parser.repaired);
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
          case '+', '-' -> signed();
          default -> c == '.' || isDigit(c) ? number("") : wordOrText();
        };
    depth--;
    return value;
  }

  private PythonLiteral dictionary() {
    position++;
    Map<String, PythonLiteral> entries = new LinkedHashMap<>();
    while (!takes('}')) {
      PythonLiteral key = value();
      expect(':');
      entries.put(key instanceof PythonLiteral.Text(String name) ? name : key.repr(), value());
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

  private PythonLiteral signed() {
    String sign = text.charAt(position++) == '-' ? "-" : "";
    skipSpace();
    if (peek() != '.' && !isDigit(peek())) {
      throw fault();
    }
    return number(sign);
  }

  private PythonLiteral number(String sign) {
    Matcher matcher = NUMBER.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw fault();
    }
    position = matcher.end();
    takeLong();
    if (position < text.length() && Character.isUnicodeIdentifierPart(text.codePointAt(position))) {
      throw fault();
    }
    String digits = matcher.group();
    int radix =
        digits.length() < 2
            ? 10
            : switch (digits.charAt(1) | 0x20) {
              case 'x' -> 16;
              case 'o' -> 8;
              case 'b' -> 2;
              default -> 10;
            };
    if (radix != 10) {
      String bare = digits.substring(2).replace("_", "");
      return new PythonLiteral.Digits(sign + new BigInteger(bare, radix));
    }
    boolean whole = digits.chars().allMatch(c -> c == '_' || isDigit((char) c));
    if (whole && !DECIMAL.matcher(digits).matches()) {
      throw fault(); // 007
    }
    String bare = digits.replace("_", "");
    return new PythonLiteral.Digits(sign + (whole ? new BigInteger(bare).toString() : bare));
  }

  /// Python 2 wrote long integers with an `L`, which may stand apart.
  private void takeLong() {
    int end = position;
    boolean taken = false;
    while (true) {
      int next = end;
      while (next < text.length() && " \t\f".indexOf(text.charAt(next)) >= 0) {
        next++;
      }
      boolean isLong =
          next < text.length()
              && text.charAt(next) == 'L'
              && (next + 1 == text.length()
                  || !Character.isUnicodeIdentifierPart(text.codePointAt(next + 1)));
      if (!isLong) {
        break;
      }
      end = next + 1;
      taken = true;
    }
    if (taken) {
      if (!python2) {
        throw fault();
      }
      repaired = true;
      position = end;
    }
  }

  private PythonLiteral wordOrText() {
    if (TextLiteral.startsAt(text, position)) {
      StringBuilder value = new StringBuilder();
      do { // 'a' 'b' is one text
        int end = TextLiteral.read(text, position, value);
        if (end < 0) {
          throw fault();
        }
        position = end;
        skipSpace();
      } while (TextLiteral.startsAt(text, position));
      return new PythonLiteral.Text(value.toString());
    }
    int start = position;
    while (position < text.length()
        && Character.isUnicodeIdentifierPart(text.charAt(position))
        && !Character.isIdentifierIgnorable(text.charAt(position))) {
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

  /// White space, comments, and within brackets lines.
  private void skipSpace() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '#' && depth > 0) {
        position = endOfLine();
      } else if (c == '\\' && text.startsWith("\n", position + 1)) {
        position += 2;
      } else if (c == ' ' || c == '\t' || c == '\f' || c == '\n' && depth > 0) {
        position++;
      } else {
        return;
      }
    }
  }

  /// Skips empty lines in front of the value, which must begin its own: only the first may be
  /// indented.
  private void skipBlankLines() {
    boolean first = true;
    while (true) {
      int at = position;
      int indent = 0;
      while (at < text.length() && " \t\f".indexOf(text.charAt(at)) >= 0) {
        indent = text.charAt(at) == '\f' ? 0 : indent + 1;
        at++;
      }
      char c = at < text.length() ? text.charAt(at) : 0;
      if (c != '\n' && c != '#') {
        if (indent > 0 && !first) {
          throw fault();
        }
        position = at;
        return;
      }
      position = at;
      position = Math.min(endOfLine() + 1, text.length());
      first = false;
    }
  }

  private void expectEnd() {
    skipSpace();
    boolean own = false;
    while (position < text.length()) {
      if (peek() == '#') {
        position = endOfLine();
      }
      if (position < text.length() && peek() != '\n') {
        throw fault();
      }
      position = Math.min(position + 1, text.length());
      int start = position;
      int indent = 0;
      while (position < text.length() && " \t\f".indexOf(text.charAt(position)) >= 0) {
        indent = text.charAt(position) == '\f' ? 0 : indent + 1;
        position++;
      }
      own = position == text.length() && position > start && indent > 0;
    }
    if (own) { // white space without a line end
      if (!python2) {
        throw fault();
      }
      repaired = true;
    }
  }

  private int endOfLine() {
    int end = text.indexOf('\n', position);
    return end < 0 ? text.length() : end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private ValueError fault() {
    return new ValueError(
        "Cannot parse header: " + new PythonLiteral.Text(text.stripTrailing()).repr());
  }
}
