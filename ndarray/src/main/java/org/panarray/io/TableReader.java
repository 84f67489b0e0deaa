package org.panarray.io;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Reads a table of numbers from text in which nothing is missing: the work of `loadtxt`.
public final class TableReader {
  private final TableFormat format;
  private final LineReader lines;
  private final FieldSplitter splitter;
  private final NumberTable table;
  private final FieldReader fields;
  private final Map<Integer, ToDoubleFunction<String>> byColumn = new HashMap<>();

  /// Reads what is no number, or null.
  private final @Nullable Fields other;

  /// Reads fields whose elements are no numbers.
  public interface Fields {
    /// What the table keeps of a field.
    ///
    /// @throws ValueError where it is no element
    long read(String field);

    /// The dtype of the elements, as it is called where a field is none.
    String name();
  }

  private TableReader(Reader text, TableFormat format, ElementType type, @Nullable Fields other) {
    this.other = other;
    this.format = format;
    this.lines = new LineReader(text);
    this.splitter = new FieldSplitter(format, lines);
    this.table = new NumberTable(type);
    this.fields = new FieldReader(type, table);
  }

  /// Reads all rows.
  ///
  /// @param other reads the fields where they are no numbers
  /// @throws ValueError for a field that is no number of the type, or rows of different lengths
  /// @throws IOException if the text cannot be read
  public static NumberTable read(
      Reader text, TableFormat format, ElementType type, @Nullable Fields other)
      throws IOException {
    TableReader reader = new TableReader(text, format, type, other);
    reader.readAll();
    return reader.table;
  }

  private void readAll() throws IOException {
    for (long skipped = 0; skipped < format.skipRows(); skipped++) {
      if (lines.next() == null) {
        return;
      }
    }
    int width = -1;
    while (table.rows() != format.maxRows()) {
      String line = lines.next();
      if (line == null) {
        return;
      }
      int count = splitter.split(line);
      if (count == 0) {
        continue;
      }
      if (width < 0) {
        width = count;
        findConverters(count);
      }
      if (format.columns() == null) {
        readWhole(count, width);
      } else {
        readSelected(count, format.columns());
      }
    }
  }

  private void readWhole(int count, int width) {
    if (count != width) {
      throw new ValueError(
          "the number of columns changed from "
              + width
              + " to "
              + count
              + " at row "
              + (table.rows() + 1)
              + "; use `usecols` to select a subset and avoid this error");
    }
    for (int column = 0; column < count; column++) {
      readField(column, column);
    }
    table.endRow(count);
  }

  private void readSelected(int count, int[] columns) {
    for (int column : columns) {
      int field = column < 0 ? column + count : column;
      if (field < 0 || field >= count) {
        throw new ValueError(
            "invalid column index "
                + column
                + " at row "
                + (table.rows() + 1)
                + " with "
                + count
                + " columns");
      }
    }
    for (int column : columns) {
      readField(column < 0 ? column + count : column, column);
    }
    table.endRow(columns.length);
  }

  private void readField(int field, int column) {
    ToDoubleFunction<String> converter = converter(column);
    if (other != null && converter == null) {
      readOther(other, field);
      return;
    }
    try {
      boolean read =
          converter != null
              ? fields.add(converter.applyAsDouble(splitter.field(field)))
              : fields.read(splitter.text(), splitter.start(field), splitter.end(field));
      if (!read) {
        throw unreadable(field);
      }
    } catch (NumberFormatException | ArithmeticException e) { // of a converter
      ValueError fault = unreadable(field);
      fault.initCause(e);
      throw fault;
    }
  }

  private void readOther(Fields elements, int field) {
    try {
      table.addWord(elements.read(splitter.field(field)));
    } catch (ValueError e) {
      ValueError fault = unreadable(field);
      fault.initCause(e);
      throw fault;
    }
  }

  private ValueError unreadable(int field) {
    return new ValueError(
        "could not convert string "
            + new PythonLiteral.Text(splitter.field(field)).repr()
            + " to "
            + (other == null ? table.type().numpyName() : other.name())
            + " at row "
            + table.rows()
            + ", column "
            + (field + 1)
            + ".");
  }

  private @Nullable ToDoubleFunction<String> converter(int column) {
    return byColumn.isEmpty() ? format.converter() : byColumn.get(column);
  }

  /// Numbers of columns from the end are those of the first row.
  private void findConverters(int count) {
    for (Map.Entry<Integer, ToDoubleFunction<String>> entry : format.converters().entrySet()) {
      int column = entry.getKey();
      if (format.columns() == null && (column < -count || column >= count)) {
        throw new ValueError(
            "converter specified for column "
                + column
                + ", which is invalid for the number of fields "
                + count
                + ".");
      }
      boolean fromEnd = format.columns() == null && column < 0;
      byColumn.put(fromEnd ? column + count : column, entry.getValue());
    }
  }
}
