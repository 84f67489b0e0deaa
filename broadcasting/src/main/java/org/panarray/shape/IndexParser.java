package org.panarray.shape;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.panarray.error.IndexError;
import org.panarray.error.ValueError;

/// Reads what Python has between the brackets: `1:3, ..., None, ::-1, -1, newaxis`.
public final class IndexParser {
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\s*[0-9]+(_[0-9]+)*");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?\\s*([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?=[eE]))([eE][+-]?[0-9]+)?");
  private static final int KEPT = 256;
  private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger SMALLEST = BigInteger.valueOf(Long.MIN_VALUE);

  // The last texts by their hash: programs repeat them, and to read one takes longer than to use
  // it. A race reads a text once more.
  private static final @Nullable Parsed[] PARSED = new @Nullable Parsed[KEPT];

  private IndexParser() {}

  private record Parsed(String text, List<Index> items) {}

  /// The items of `text`: integers, slices, `...` or `Ellipsis`, `None` or `newaxis` (also with
  /// `np.` or `numpy.` in front), `True` and `False`, separated by commas; one comma may end the
  /// list, and `()` is the empty one. Slice bounds of any size are clamped as in Python.
  ///
  /// @throws ValueError for anything else, and `slice step cannot be zero`
  /// @throws IndexError for a floating-point number, or an integer beyond 64 bits
  public static List<Index> parse(String text) {
    int slot = text.hashCode() & KEPT - 1;
    Parsed known = PARSED[slot];
    if (known == null || !known.text().equals(text)) {
      known = new Parsed(text, List.copyOf(read(text)));
      PARSED[slot] = known;
    }
    return known.items();
  }

  private static List<Index> read(String text) {
    String body = text.strip();
    if (body.equals("()")) {
      return List.of();
    }
    if (body.length() > 1 && body.endsWith(",")) {
      body = body.substring(0, body.length() - 1);
    }
    List<Index> items = new ArrayList<>();
    for (String item : body.split(",", -1)) {
      items.add(item(item.strip(), text));
    }
    return items;
  }

  private static Index item(String item, String text) {
    return switch (item) {
      case "...", "Ellipsis" -> Index.ELLIPSIS;
      case "None", "newaxis", "np.newaxis", "numpy.newaxis" -> Index.NEWAXIS;
      case "True", "False" -> Index.mask(Shape.SCALAR, item.equals("True") ? 1 : 0, -1);
      case ":" -> Index.ALL;
      default -> item.indexOf(':') >= 0 ? slice(item, text) : at(item, text);
    };
  }

  private static Index at(String item, String text) {
    if (isShort(item)) {
      return Index.at(Long.parseLong(item));
    }
    BigInteger value = integer(item, text);
    if (value.bitLength() > 63) {
      throw new IndexError("cannot fit 'int' into an index-sized integer");
    }
    return Index.at(value.longValue());
  }

  private static Index slice(String item, String text) {
    String[] parts = item.split(":", -1);
    if (parts.length > 3) {
      throw invalid(text, "a slice has at most three parts, not '" + item + "'");
    }
    return Index.slice(
        bound(parts[0], text),
        bound(parts[1], text),
        parts.length == 3 ? bound(parts[2], text) : null);
  }

  private static @Nullable Long bound(String part, String text) {
    String stripped = part.strip();
    if (stripped.isEmpty() || stripped.equals("None")) {
      return null;
    }
    if (isShort(stripped)) {
      return Long.valueOf(stripped);
    }
    return integer(stripped, text).min(LARGEST).max(SMALLEST).longValue();
  }

  /// Whether this is an integer that surely fits a `long`: nearly every one, and read much faster.
  private static boolean isShort(String item) {
    int start = item.startsWith("-") ? 1 : 0;
    if (item.length() == start || item.length() > 18) {
      return false;
    }
    for (int i = start; i < item.length(); i++) {
      if (item.charAt(i) < '0' || item.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static BigInteger integer(String item, String text) {
    if (INTEGER.matcher(item).matches()) {
      return new BigInteger(item.replaceAll("[\\s_]", ""));
    }
    if (FLOAT.matcher(item).matches()) {
      throw new IndexError(IndexTexts.ONLY_INTEGERS);
    }
    throw invalid(text, item.isEmpty() ? "an item is missing" : "'" + item + "' is no index");
  }

  private static ValueError invalid(String text, String why) {
    return new ValueError("invalid index \"" + text + "\": " + why);
  }
}
