package org.panarray.io;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/// A value of a Python literal, as far as `.npy` headers hold them.
sealed interface PythonLiteral {
  /// As Python's `repr` prints it.
  String repr();

  /// A text.
  record Text(String value) implements PythonLiteral {
    @Override
    public String repr() {
      char quote = value.indexOf('\'') >= 0 && value.indexOf('"') < 0 ? '"' : '\'';
      StringBuilder text = new StringBuilder().append(quote);
      value
          .codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '\n' -> text.append("\\n");
                  case '\r' -> text.append("\\r");
                  case '\t' -> text.append("\\t");
                  case '\\' -> text.append("\\\\");
                  default -> {
                    if (c == quote) {
                      text.append('\\');
                    }
                    text.append(isPrintable(c) ? Character.toString(c) : escaped(c));
                  }
                }
              });
      return text.append(quote).toString();
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static String escaped(int c) {
    return String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }

  /// A number; only integers that fit into 64 bits have a value.
  record Digits(String digits) implements PythonLiteral {
    boolean isInteger() {
      return digits.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9'));
    }

    @Override
    public String repr() {
      return digits;
    }
  }

  /// `True` or `False`.
  record Bool(boolean value) implements PythonLiteral {
    @Override
    public String repr() {
      return value ? "True" : "False";
    }
  }

  /// `None`.
  record None() implements PythonLiteral {
    @Override
    public String repr() {
      return "None";
    }
  }

  /// A tuple or, in square brackets, a list.
  record Sequence(boolean tuple, List<PythonLiteral> items) implements PythonLiteral {
    @Override
    public String repr() {
      String end = tuple ? (items.size() == 1 ? ",)" : ")") : "]";
      StringJoiner text = new StringJoiner(", ", tuple ? "(" : "[", end);
      items.forEach(item -> text.add(item.repr()));
      return text.toString();
    }
  }

  /// A dictionary with texts as keys.
  record Dictionary(Map<String, PythonLiteral> entries) implements PythonLiteral {
    @Override
    public String repr() {
      StringJoiner text = new StringJoiner(", ", "{", "}");
      entries.forEach((key, value) -> text.add(new Text(key).repr() + ": " + value.repr()));
      return text.toString();
    }
  }
}
