package org.panarray.io;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.panarray.error.ValueError;
import org.panarray.text.PrintableArray;

/// Writes arrays of one or two axes as text: the work of `savetxt`.
///
/// @param formats Python formats: one for all columns or for the whole row, or one for each column
/// @param singleFormat whether `formats` stands for one string rather than a list
/// @param delimiter stands between columns
/// @param newline ends each row
/// @param header text before the rows; empty for none
/// @param footer text after the rows; empty for none
/// @param comments stands before each line of header and footer
public record TableWriter(
    List<String> formats,
    boolean singleFormat,
    String delimiter,
    String newline,
    String header,
    String footer,
    String comments) {

  /// What `savetxt` does without arguments.
  public static final TableWriter DEFAULT =
      new TableWriter(List.of("%.18e"), true, " ", "\n", "", "", "# ");

  /// Writes an array; one axis is written as a column.
  ///
  /// @throws ValueError if the array has no or more than two axes, or the formats do not suit it
  /// @throws IOException if the text cannot be written
  public void write(PrintableArray array, Writer writer) throws IOException {
    long[] shape = array.shape();
    if (shape.length == 0 || shape.length > 2) {
      throw new ValueError("Expected 1D or 2D array, got " + shape.length + "D array instead");
    }
    int columns = shape.length == 1 ? 1 : Math.toIntExact(shape[1]);
    RowFormat format =
        RowFormat.of(formats, singleFormat, delimiter, columns, array.elementType().isComplex());
    writeComment(writer, header);
    for (long row = 0; row < shape[0]; row++) {
      writer.write(format.format(array, row * columns, columns));
      writer.write(newline);
    }
    writeComment(writer, footer);
  }

  private void writeComment(Writer writer, String text) throws IOException {
    if (!text.isEmpty()) {
      writer.write(comments + text.replace("\n", "\n" + comments) + newline);
    }
  }
}
