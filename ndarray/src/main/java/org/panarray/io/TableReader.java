package org.panarray.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Reads a table of numbers from text: the work of `loadtxt` and `genfromtxt`.
public final class TableReader {
  private final TableFormat format;
  private final NumberTable table;
  private final FieldReader fields;
  private int[] starts = new int[16];
  private int[] ends = new int[16];
  private final List<String> faults = new ArrayList<>();
  private long lineNumber;

  private TableReader(TableFormat format, ElementType type) {
    this.format = format;
    this.table = new NumberTable(type);
    this.fields = new FieldReader(type, table, format.filling() != null);
  }

  /// Reads all rows but the last ones.
  ///
  /// @param dropped how many rows at the end to leave out
  /// @throws ValueError for a field that is no number of the type, or rows of different lengths
  /// @throws IOException if the text cannot be read
  public static NumberTable read(
      BufferedReader lines, TableFormat format, long dropped, ElementType type) throws IOException {
    TableReader reader = new TableReader(format, type);
    reader.readAll(lines);
    reader.table.dropRows(dropped);
    return reader.table;
  }

  private void readAll(BufferedReader lines) throws IOException {
    for (long skipped = 0; skipped < format.skipRows(); skipped++) {
      if (lines.readLine() == null) {
        return;
      }
    }
    int width = -1;
    lineNumber = format.skipRows();
    while (table.rows() != format.maxRows()) {
      String line = lines.readLine();
      if (line == null) {
        break;
      }
      int count = split(line, endOfContent(line));
      lineNumber += count > 0 || width >= 0 ? 1 : 0;
      if (count == 0) {
        continue;
      }
      if (width < 0) {
        width = count;
      }
      if (format.columns() == null) {
        if (count != width) {
          widthChanged(width, count);
          continue;
        }
        for (int column = 0; column < count; column++) {
          readField(line, column, column);
        }
      } else {
        if (!readSelected(line, count, format.columns())) {
          continue;
        }
      }
      table.endRow(format.columns() == null ? count : format.columns().length);
    }
    if (!faults.isEmpty()) {
      throw new ValueError("Some errors were detected !\n" + String.join("\n", faults));
    }
  }

  private boolean readSelected(String line, int count, int[] columns) {
    for (int column : columns) {
      int field = column < 0 ? column + count : column;
      if (field >= 0 && field < count) {
        continue;
      }
      if (format.filling() == null) {
        throw new ValueError(
            "invalid column index "
                + column
                + " at row "
                + (table.rows() + 1)
                + " with "
                + count
                + " columns");
      }
      noteFault(columns.length, count);
      return false;
    }
    for (int column : columns) {
      readField(line, column < 0 ? column + count : column, column);
    }
    return true;
  }

  private void readField(String line, int field, int column) {
    int start = starts[field];
    int end = ends[field];
    if (!format.converters().isEmpty()) {
      ToDoubleFunction<String> converter = converter(field, column);
      if (converter != null) {
        fields.add(converter.applyAsDouble(line.substring(start, end)));
        return;
      }
    }
    if (fields.read(line, start, end)) {
      return;
    }
    Double filling = format.filling();
    if (filling == null) {
      throw new ValueError(
          "could not convert string "
              + new PythonLiteral.Text(line.substring(start, end)).repr()
              + " to "
              + table.type().numpyName()
              + " at row "
              + table.rows()
              + ", column "
              + (field + 1)
              + ".");
    }
    fields.add(filling);
  }

  private @Nullable ToDoubleFunction<String> converter(int field, int column) {
    ToDoubleFunction<String> own = format.converters().get(column);
    ToDoubleFunction<String> byField = own != null ? own : format.converters().get(field);
    return byField != null ? byField : format.converters().get(-1);
  }

  private void widthChanged(int width, int count) {
    if (format.filling() != null) {
      noteFault(width, count);
      return;
    }
    throw new ValueError(
        "the number of columns changed from "
            + width
            + " to "
            + count
            + " at row "
            + (table.rows() + 1)
            + "; use `usecols` to select a subset and avoid this error");
  }

  /// With a filling, NumPy reports all lines of the wrong length at the end.
  private void noteFault(int width, int count) {
    faults.add("    Line #" + lineNumber + " (got " + count + " columns instead of " + width + ")");
  }

  private int endOfContent(String line) {
    int end = line.length();
    for (String comment : format.comments()) {
      int at = line.indexOf(comment);
      end = at >= 0 && at < end ? at : end;
    }
    return end;
  }

  /// Finds the fields of a line and returns their number.
  private int split(String line, int end) {
    if (format.delimiter() == null) {
      return splitAtSpace(line, end);
    }
    if (end == 0) {
      return 0;
    }
    char delimiter = format.delimiterCharacter();
    int count = 0;
    int start = 0;
    for (int at = line.indexOf(delimiter); at >= 0 && at < end; ) {
      add(count++, start, at);
      start = at + 1;
      at = line.indexOf(delimiter, start);
    }
    add(count++, start, end);
    return count;
  }

  private int splitAtSpace(String line, int end) {
    int count = 0;
    int at = 0;
    while (true) {
      while (at < end && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      if (at == end) {
        return count;
      }
      int start = at;
      while (at < end && !Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      add(count++, start, at);
    }
  }

  private void add(int index, int start, int end) {
    if (index == starts.length) {
      starts = Arrays.copyOf(starts, 2 * index);
      ends = Arrays.copyOf(ends, 2 * index);
    }
    starts[index] = start;
    ends[index] = end;
  }
}
