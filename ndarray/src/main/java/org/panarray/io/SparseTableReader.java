package org.panarray.io;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.panarray.error.IndexError;
import org.panarray.error.OverflowError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Reads a table of numbers in which fields may be missing: the work of `genfromtxt`.
public final class SparseTableReader {
  /// A row of the wrong length.
  private record Fault(long line, int count) {}

  private final SparseFormat format;
  private final LineReader lines;
  private final LineSplitter splitter;
  private final NumberTable table;
  private final List<Fault> faults = new ArrayList<>();

  /// NumPy converts when all rows are there: rows of the wrong length are told first.
  private @Nullable RuntimeException deferred;

  private final Map<Integer, ToDoubleFunction<String>> byPosition = new HashMap<>();
  private int @Nullable [] columns;
  private int width;

  private SparseTableReader(Reader text, SparseFormat format, ElementType type) {
    this.format = format;
    this.lines = new LineReader(text);
    this.splitter = new LineSplitter(format);
    this.table = new NumberTable(type);
  }

  /// Reads all rows but the footer.
  ///
  /// @param warnings is told the rows of the wrong length where they are no error
  /// @throws ValueError for rows of the wrong length, or, where not `loose`, fields that are no
  ///     numbers
  /// @throws OverflowError for integers that the type does not hold
  /// @throws IOException if the text cannot be read
  public static NumberTable read(
      Reader text, SparseFormat format, ElementType type, Consumer<String> warnings)
      throws IOException {
    SparseTableReader reader = new SparseTableReader(text, format, type);
    reader.readAll();
    reader.finish(warnings);
    return reader.table;
  }

  private void readAll() throws IOException {
    for (long skipped = 0; skipped < format.skipHeader(); skipped++) {
      if (lines.next() == null) {
        return;
      }
    }
    long lineNumber = Math.max(format.skipHeader(), 0);
    for (String line; (line = lines.next()) != null; ) {
      List<String> values = splitter.split(line, lines.endedByNewline());
      if (values.isEmpty()) {
        lineNumber += width > 0 ? 1 : 0; // NumPy counts from the first row on
        continue;
      }
      lineNumber++;
      if (width == 0) {
        begin(values.size());
      }
      readRow(values, lineNumber);
      if (table.rows() == format.maxRows()) {
        return;
      }
    }
  }

  private void begin(int count) {
    columns = format.columns() == null || format.columns().length == 0 ? null : selected(count);
    width = columns == null ? count : columns.length;
    for (Map.Entry<Integer, ToDoubleFunction<String>> entry : format.converters().entrySet()) {
      int position = position(entry.getKey());
      if (position >= 0) {
        byPosition.put(position, entry.getValue());
      }
    }
  }

  /// Where a column stands among those that are read; -1 if it does not.
  private int position(int column) {
    if (columns != null) {
      int place = -1;
      for (int i = columns.length - 1; i >= 0; i--) {
        place = columns[i] == column ? i : place;
      }
      return place;
    }
    int position = column < 0 ? column + width : column;
    if (position < 0 || position >= width) {
      throw new IndexError("list index out of range");
    }
    return position;
  }

  private int[] selected(int count) {
    int[] selected = format.columns().clone();
    for (int i = 0; i < selected.length; i++) {
      selected[i] += selected[i] < 0 ? count : 0;
    }
    return selected;
  }

  private void readRow(List<String> values, long lineNumber) {
    if (columns == null && values.size() != width) {
      faults.add(new Fault(lineNumber, values.size()));
      return;
    }
    int[] places = new int[width];
    for (int i = 0; i < width; i++) {
      places[i] = columns == null ? i : columns[i];
      places[i] += places[i] < 0 ? values.size() : 0;
      if (places[i] < 0 || places[i] >= values.size()) {
        faults.add(new Fault(lineNumber, values.size()));
        return;
      }
    }
    for (int i = 0; i < width; i++) {
      try {
        convert(values.get(places[i]), i);
      } catch (ValueError | OverflowError e) {
        deferred = deferred == null ? e : deferred;
        fill(0);
      }
    }
    table.endRow(width);
  }

  private void convert(String text, int position) {
    ToDoubleFunction<String> converter = byPosition.get(position);
    if (converter != null) {
      convertBy(converter, text, position);
    } else if (!addNumber(text)) {
      fillOrRefuse(text, position);
    }
  }

  private void convertBy(ToDoubleFunction<String> converter, String text, int position) {
    double value;
    try {
      value = converter.applyAsDouble(text);
    } catch (ValueError | NumberFormatException e) {
      fillOrRefuse(text, position);
      return;
    }
    fill(value);
  }

  private boolean addNumber(String text) {
    ElementType type = table.type();
    switch (type.kind()) {
      case BOOL -> {
        String word = text.toUpperCase(Locale.ROOT);
        if (!word.equals("TRUE") && !word.equals("FALSE")) {
          return false;
        }
        table.addWord(word.equals("TRUE") ? 1 : 0);
      }
      case SIGNED, UNSIGNED -> {
        Long value =
            type.byteSize() == Long.BYTES
                ? PythonNumbers.integer(text, type)
                : PythonNumbers.truncated(text, type);
        if (value == null) {
          return false;
        }
        table.addWord(value);
      }
      case FLOAT -> {
        Double value = PythonNumbers.real(text);
        if (value == null) {
          return false;
        }
        table.addDouble(value);
      }
      case COMPLEX -> {
        double[] parts = PythonNumbers.complex(text);
        if (parts == null) {
          return false;
        }
        table.addDouble(parts[0]);
        table.addDouble(parts[1]);
      }
    }
    return true;
  }

  private void fillOrRefuse(String text, int position) {
    if (!format.loose()) {
      String word = PythonSpace.strip(text);
      List<String> missing = format.missing().at(position, columns);
      if (!word.isEmpty() && (missing == null || !missing.contains(word))) {
        throw new ValueError("Cannot convert string '" + text + "'");
      }
    }
    Double filling = format.filling().at(position, columns);
    ElementType type = table.type();
    fill(
        filling != null
            ? filling
            : switch (type.kind()) {
              case BOOL -> 0;
              case SIGNED, UNSIGNED -> -1;
              case FLOAT, COMPLEX -> Double.NaN;
            });
  }

  private void fill(double value) {
    ElementType type = table.type();
    switch (type.kind()) {
      case BOOL -> table.addWord(value == 0 ? 0 : 1);
      case SIGNED, UNSIGNED -> table.addWord(PythonNumbers.fitted(value, type));
      case FLOAT -> table.addDouble(value);
      case COMPLEX -> {
        table.addDouble(value);
        table.addDouble(0);
      }
    }
  }

  /// Rows of the wrong length in the footer count as its rows, and are no faults.
  private void finish(Consumer<String> warnings) {
    long footer = Math.max(format.skipFooter(), 0);
    long body = table.rows() + faults.size() - footer + Math.max(format.skipHeader(), 0);
    List<Fault> told =
        footer == 0 ? faults : faults.stream().filter(fault -> fault.line() <= body).toList();
    if (!told.isEmpty()) {
      StringBuilder text = new StringBuilder("Some errors were detected !");
      for (Fault fault : told) {
        text.append("\n    Line #")
            .append(fault.line())
            .append(" (got ")
            .append(fault.count())
            .append(" columns instead of ")
            .append(width)
            .append(')');
      }
      if (format.invalidRaise()) {
        throw new ValueError(text.toString());
      }
      warnings.accept(text.toString());
    }
    if (deferred != null) {
      throw deferred;
    }
    table.dropRows(Math.max(0, footer - (faults.size() - told.size())));
  }
}
