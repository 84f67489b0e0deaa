package org.panarray.io;

import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Numbers of a text without lines: the work of `fromstring` and of `fromfile` with a separator.
public final class NumberText {
  private final String text;
  private final ElementType type;

  private NumberText(String text, ElementType type) {
    this.text = text;
    this.type = type;
  }

  /// Reads up to `count` numbers, or all if it is negative, as one column. What follows them is not
  /// looked at. An integer that the type does not hold is refused, where NumPy takes another.
  ///
  /// @param separator what stands between numbers; white space in it stands for any, and beside other
  ///     text for none
  /// @throws ValueError `string or file could not be read to its end due to unmatched data`
  public static NumberTable read(String text, String separator, long count, ElementType type) {
    return new NumberText(text, type).readAll(separator.strip(), count);
  }

  private NumberTable readAll(String between, long count) {
    NumberTable table = new NumberTable(type);
    FieldReader fields = new FieldReader(type, table);
    int position = skipSpace(0);
    while (position < text.length() && table.rows() != count) {
      int end = endOfNumber(position);
      boolean read =
          end > 0
              && (type.isBool()
                  ? fields.add(FieldReader.valueOf(text, position, end))
                  : fields.read(text, position, end));
      if (!read) {
        throw unmatched();
      }
      table.endRow(1);
      position = skipSpace(end);
      if (position < text.length() && table.rows() != count) {
        boolean apart = position > end || !between.isEmpty();
        if (!apart || !text.startsWith(between, position)) {
          throw unmatched();
        }
        position = skipSpace(position + between.length());
      }
    }
    return table;
  }

  private static ValueError unmatched() {
    return new ValueError("string or file could not be read to its end due to unmatched data");
  }

  /// Where the longest number that starts at a place ends; -1 if there is none.
  private int endOfNumber(int start) {
    return switch (type.kind()) {
      case BOOL, FLOAT -> FieldReader.endOfReal(text, start, text.length());
      case SIGNED, UNSIGNED -> endOfInteger(start);
      case COMPLEX -> endOfComplex(start);
    };
  }

  private int endOfInteger(int start) {
    boolean signed = text.charAt(start) == '-' || text.charAt(start) == '+';
    int digits = start + (signed ? 1 : 0);
    int end = digits;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return end == digits ? -1 : end;
  }

  private int endOfComplex(int start) {
    int first = FieldReader.endOfReal(text, start, text.length());
    if (first < 0 || text.startsWith("j", first)) {
      return first < 0 ? -1 : first + 1;
    }
    boolean goesOn = text.startsWith("+", first) || text.startsWith("-", first);
    int second = goesOn ? FieldReader.endOfReal(text, first, text.length()) : -1;
    return second > 0 && text.startsWith("j", second) ? second + 1 : first;
  }

  private int skipSpace(int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || isControl(text.charAt(at)))) {
      at++;
    }
    return at;
  }

  /// The white space of C, which Unicode's is not.
  private static boolean isControl(char c) {
    return c >= '\t' && c <= '\r';
  }
}
