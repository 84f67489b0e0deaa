package org.panarray.io;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// How a table of text is read: the arguments of `loadtxt` that concern the text.
///
/// @param delimiter one character between fields; null for any white space
/// @param quote what stands around fields with delimiters in them; null for nothing
/// @param comments texts that start a comment
/// @param skipRows lines to skip at the start
/// @param maxRows rows to read; -1 for all
/// @param columns the columns to read, counted from the end if negative; null for all
/// @param converters functions that read fields, by column
/// @param converter a function that reads the fields without one of their own; null for none
public record TableFormat(
    @Nullable String delimiter,
    @Nullable Character quote,
    List<String> comments,
    long skipRows,
    long maxRows,
    int @Nullable [] columns,
    Map<Integer, ToDoubleFunction<String>> converters,
    @Nullable ToDoubleFunction<String> converter) {

  /// What `loadtxt` does without arguments.
  public static final TableFormat DEFAULT =
      new TableFormat(null, null, List.of("#"), 0, -1, null, Map.of(), null);

  /// Checks what NumPy checks.
  ///
  /// @throws TypeError if the characters between and around fields are the same, or end lines
  /// @throws ValueError for an empty comment text or negative counts
  public TableFormat {
    comments = List.copyOf(comments);
    converters = Map.copyOf(converters);
    if (comments.stream().anyMatch(String::isEmpty)) {
      throw new ValueError(
          "comments cannot be an empty string. Use comments=None to disable comments.");
    }
    boolean longComments = comments.size() > 1 || comments.stream().anyMatch(c -> c.length() > 1);
    if (longComments && delimiter != null && comments.contains(delimiter)) {
      throw new TypeError(
          "Comment characters '"
              + new PythonLiteral.Sequence(true, texts(comments)).repr()
              + "' cannot include the delimiter '"
              + delimiter
              + "'");
    }
    if (longComments && quote != null) {
      throw new ValueError(
          "when multiple comments or a multi-character comment is given, quotes are not supported."
              + "  In this case quotechar must be set to None.");
    }
    if (skipRows < 0 || maxRows < -1) {
      throw new ValueError("argument must be nonnegative");
    }
    if (delimiter != null) {
      control(delimiter);
    }
    String comment = longComments || comments.isEmpty() ? null : comments.getFirst();
    checkControls(delimiter, quote == null ? null : quote.toString(), comment);
  }

  private static List<PythonLiteral> texts(List<String> values) {
    return values.stream().<PythonLiteral>map(PythonLiteral.Text::new).toList();
  }

  /// The one character that a text is.
  ///
  /// @throws TypeError if it is not one
  public static char control(String text) {
    if (text.length() != 1) {
      throw new TypeError(
          "Text reading control character must be a single unicode character or None; but got: "
              + new PythonLiteral.Text(text).repr());
    }
    return text.charAt(0);
  }

  private static void checkControls(
      @Nullable String delimiter, @Nullable String quote, @Nullable String comment) {
    checkNoNewline("delimiter", delimiter);
    checkNoNewline("quotechar", quote);
    checkNoNewline("comment", comment);
    if (delimiter == null) {
      checkNoSpace("quotechar", quote);
      checkNoSpace("comment", comment);
    }
    checkDifferent("comment", comment, "delimiter", delimiter);
    checkDifferent("quotechar", quote, "delimiter", delimiter);
    checkDifferent("comment", comment, "quotechar", quote);
  }

  private static void checkNoNewline(String name, @Nullable String control) {
    if (control != null && (control.equals("\n") || control.equals("\r"))) {
      throw new TypeError("control character '" + name + "' cannot be a newline (`\\r` or `\\n`).");
    }
  }

  private static void checkNoSpace(String name, @Nullable String control) {
    if (control != null && PythonSpace.isSpace(control.charAt(0))) {
      throw incompatible("delimiter", name);
    }
  }

  private static void checkDifferent(
      String name, @Nullable String one, String otherName, @Nullable String other) {
    if (one != null && one.equals(other)) {
      throw incompatible(name, otherName);
    }
  }

  private static TypeError incompatible(String one, String other) {
    return new TypeError(
        "The values for control characters '" + one + "' and '" + other + "' are incompatible");
  }

  /// The delimiter as a character; meaningless where it is white space.
  char delimiterCharacter() {
    return delimiter == null ? ' ' : delimiter.charAt(0);
  }
}
