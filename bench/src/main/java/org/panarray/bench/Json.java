package org.panarray.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Objects without objects in them, one a line: all that the peers and the results need.
final class Json {
  private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  private static final Pattern PAIR = Pattern.compile(TEXT + ":\\s*(?:" + TEXT + "|([^\\s,}]+))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private Json() {}

  /// Texts are quoted; numbers are written short.
  static String write(Map<String, ?> object) {
    StringJoiner pairs = new StringJoiner(", ", "{", "}");
    object.forEach((key, value) -> pairs.add(quoted(key) + ": " + value(value)));
    return pairs.toString();
  }

  private static String value(Object value) {
    return switch (value) {
      case Double number -> String.format(Locale.ROOT, "%.6g", number);
      case Number number -> number.toString();
      default -> quoted(value.toString());
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int place = 0; place < text.length(); place++) {
      char c = text.charAt(place);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }

  /// The pairs of the object that a line holds, numbers as they are written.
  static Map<String, String> read(String line) {
    Map<String, String> object = new LinkedHashMap<>();
    Matcher pair = PAIR.matcher(line);
    while (pair.find()) {
      String text = pair.group(2);
      object.put(plain(pair.group(1)), text != null ? plain(text) : pair.group(3));
    }
    return object;
  }

  private static String plain(String quoted) {
    return ESCAPE
        .matcher(quoted)
        .replaceAll(
            found -> {
              String escaped = found.group(1);
              return Matcher.quoteReplacement(
                  switch (escaped.charAt(0)) {
                    case 'n' -> "\n";
                    case 't' -> "\t";
                    case 'r' -> "\r";
                    case 'u' -> String.valueOf((char) Integer.parseInt(escaped.substring(1), 16));
                    default -> escaped;
                  });
            });
  }
}
