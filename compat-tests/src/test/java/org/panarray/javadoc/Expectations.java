package org.panarray.javadoc;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Separates the code of an example from the values that its comments promise.
///
/// A comment behind an expression or a declaration is what the value prints; lines that are comments
/// only continue it. A comment behind any other statement is a remark.
final class Expectations {
  private static final Pattern COMMENT = Pattern.compile("^(.*?)\\s*//\\s?(.*)$");
  private static final Pattern DECLARATION =
      Pattern.compile("^\\s+(?:[\\w.]+(?:<[^=]*>)?(?:\\[])*)\\s+(\\w+)\\s*=.*;$");

  private Expectations() {}

  /// A line of code and what is promised of its value.
  record Line(String code, @Nullable String expected) {}

  static List<Line> of(List<String> lines) {
    List<Line> read = new ArrayList<>();
    for (String text : lines) {
      Matcher comment = COMMENT.matcher(text);
      boolean commented = comment.matches() && !insideText(text, comment.start(2));
      String code = commented ? comment.group(1) : text;
      String said = commented ? comment.group(2) : null;
      if (code.isBlank() && said != null && !read.isEmpty()) {
        Line last = read.removeLast();
        String before = last.expected() == null ? "" : last.expected() + "\n";
        read.add(new Line(last.code(), before + said));
      } else if (!code.isBlank()) {
        read.add(new Line(code, said));
      }
    }
    return read;
  }

  private static boolean insideText(String line, int at) {
    return line.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1;
  }

  /// The line with the check of its promise, where it is a declaration inside a block.
  static String checked(Line line) {
    Matcher declaration = DECLARATION.matcher(line.code());
    if (line.expected() == null || !declaration.matches()) {
      return line.code();
    }
    return line.code()
        + " org.panarray.javadoc.Promise.kept("
        + literal(line.expected())
        + ", "
        + declaration.group(1)
        + ");";
  }

  private static String literal(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
