package org.panarray.io;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// How a table of text is read: the arguments of `loadtxt` and `genfromtxt` that concern the text.
///
/// @param delimiter one character between fields; null for any white space
/// @param comments texts that start a comment
/// @param skipRows lines to skip at the start
/// @param maxRows rows to read; -1 for all
/// @param columns the columns to read, counted from the end if negative; null for all
/// @param converters functions that read fields, by column; the key -1 is for all columns
/// @param filling what takes the place of fields that are missing or no numbers; null to refuse
///     them
public record TableFormat(
    @Nullable String delimiter,
    List<String> comments,
    long skipRows,
    long maxRows,
    int @Nullable [] columns,
    Map<Integer, ToDoubleFunction<String>> converters,
    @Nullable Double filling) {

  /// What `loadtxt` does without arguments.
  public static final TableFormat DEFAULT =
      new TableFormat(null, List.of("#"), 0, -1, null, Map.of(), null);

  /// Checks what NumPy checks.
  ///
  /// @throws TypeError if the delimiter is not one character
  /// @throws ValueError for an empty comment text or negative counts
  public TableFormat {
    if (delimiter != null && delimiter.length() != 1) {
      throw new TypeError(
          "Text reading control character must be a single unicode character or None; but got: "
              + new PythonLiteral.Text(delimiter).repr());
    }
    if (comments.stream().anyMatch(String::isEmpty)) {
      throw new ValueError(
          "comments cannot be an empty string. Use comments=None to disable comments.");
    }
    if (skipRows < 0 || maxRows < -1) {
      throw new ValueError("argument must be nonnegative");
    }
    comments = List.copyOf(comments);
    converters = Map.copyOf(converters);
  }

  /// The delimiter as a character; meaningless where it is white space.
  char delimiterCharacter() {
    return delimiter == null ? ' ' : delimiter.charAt(0);
  }
}
