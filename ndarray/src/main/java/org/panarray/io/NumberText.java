package org.panarray.io;

import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Numbers of a text without lines: the work of `fromstring` and of `fromfile` with a separator.
public final class NumberText {
  private NumberText() {}

  /// Reads up to `count` numbers, or all if it is negative, as one column.
  ///
  /// @param separator what stands between numbers; white space in it stands for any or none
  /// @throws ValueError `string or file could not be read to its end due to unmatched data`
  public static NumberTable read(String text, String separator, long count, ElementType type) {
    NumberTable table = new NumberTable(type);
    FieldReader fields = new FieldReader(type, table);
    String between = separator.strip();
    int position = skipSpace(text, 0);
    while (position < text.length() && table.rows() != count) {
      int end = endOfField(text, position, between);
      if (!fields.read(text, position, end)) {
        throw new ValueError("string or file could not be read to its end due to unmatched data");
      }
      table.endRow(1);
      position = skipSpace(text, end + between.length());
    }
    return table;
  }

  private static int endOfField(String text, int start, String between) {
    if (!between.isEmpty()) {
      int at = text.indexOf(between, start);
      return at < 0 ? text.length() : at;
    }
    int at = start;
    while (at < text.length() && !PythonSpace.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipSpace(String text, int start) {
    int at = start;
    while (at < text.length() && PythonSpace.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
