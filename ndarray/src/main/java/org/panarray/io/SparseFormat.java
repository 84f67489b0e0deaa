package org.panarray.io;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// How a table in which fields may be missing is read: the arguments of `genfromtxt`.
///
/// @param splitting where a line is cut into fields
/// @param comment what starts a comment; null for nothing
/// @param skipHeader lines to skip at the start
/// @param skipFooter rows to leave out at the end
/// @param maxRows rows to read; -1 for all
/// @param columns the columns to read, counted from the end if negative; null for all
/// @param converters functions that read fields, by column
/// @param filling what takes the place of fields that are missing or no numbers
/// @param missing texts that stand for nothing, where `loose` is false
/// @param loose whether any text that is no number stands for nothing
/// @param invalidRaise whether rows of the wrong length are an error rather than left out
public record SparseFormat(
    Splitting splitting,
    @Nullable String comment,
    long skipHeader,
    long skipFooter,
    long maxRows,
    int @Nullable [] columns,
    Map<Integer, ToDoubleFunction<String>> converters,
    PerColumn<Double> filling,
    PerColumn<List<String>> missing,
    boolean loose,
    boolean invalidRaise) {

  /// Where a line is cut.
  ///
  /// @param delimiter a text between fields; null for any white space
  /// @param widths how many characters the fields have; empty where a text is between them
  /// @param oneWidth whether the one width is that of all fields
  /// @param strip whether white space around fields is no part of them
  @SuppressWarnings("ArrayRecordComponent") // compared and printed nowhere
  public record Splitting(
      @Nullable String delimiter, int[] widths, boolean oneWidth, boolean strip) {}

  /// Checks what NumPy checks.
  ///
  /// @throws ValueError for numbers of rows that cannot be
  public SparseFormat {
    if (maxRows >= 0 && skipFooter != 0) {
      throw new ValueError(
          "The keywords 'skip_footer' and 'max_rows' can not be specified at the same time.");
    }
    if (maxRows == 0 || maxRows < -1) {
      throw new ValueError("'max_rows' must be at least 1.");
    }
    if (comment != null && comment.isEmpty()) {
      throw new ValueError("empty separator");
    }
    converters = Map.copyOf(converters);
  }
}
