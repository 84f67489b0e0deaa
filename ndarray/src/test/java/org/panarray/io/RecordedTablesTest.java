package org.panarray.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;
import org.panarray.text.RecordedArray;

/// Replays tables of text that NumPy read and wrote.
final class RecordedTablesTest {
  @Test
  void tablesAreReadAsNumpyReadsThem() throws IOException {
    Recording recording = new Recording();
    for (String[] line : Recording.lines("loadtxt")) {
      Map<String, String> options = Recording.options(line[2]);
      if (options.containsKey("ndmin") || options.containsKey("unpack")) {
        continue; // shapes are made by np.loadtxt itself, tested there
      }
      boolean ok = line[3].equals("ok");
      String expected = ok ? line[4] + " " + line[6] : line[3] + ": " + line[4];
      recording.compare(line[1] + " " + line[2], expected, read(line[1], options));
    }
    recording.report(1_000);
  }

  private static String read(String text, Map<String, String> options) throws IOException {
    String columns = options.get("usecols");
    String comments = options.getOrDefault("comments", "#");
    ElementType type = Recording.type(options.getOrDefault("dtype", "float64"));
    try {
      TableFormat format =
          new TableFormat(
              options.get("delimiter"),
              List.of(comments),
              Long.parseLong(options.getOrDefault("skiprows", "0")),
              options.containsKey("max_rows")
                  ? nonNegative(Long.parseLong(options.get("max_rows")))
                  : -1,
              columns == null
                  ? null
                  : Arrays.stream(columns.split(",")).mapToInt(Integer::parseInt).toArray(),
              Map.of(),
              null);
      String content = Recording.unescape(text);
      NumberTable table =
          TableReader.read(new BufferedReader(new StringReader(content)), format, 0, type);
      long bytes = table.rows() * table.columns() * type.byteSize();
      MemorySegment data = MemorySegment.ofArray(new byte[(int) bytes]);
      table.copyTo(data);
      return type.numpyName() + " " + Recording.hex(data);
    } catch (ValueError | TypeError e) {
      return e.getClass().getSimpleName() + ": " + Recording.escape(e.getMessage());
    }
  }

  private static long nonNegative(long count) {
    if (count < 0) {
      throw new ValueError("argument must be nonnegative");
    }
    return count;
  }

  @Test
  void tablesAreWrittenAsNumpyWritesThem() throws IOException {
    Recording recording = new Recording();
    for (String[] line : Recording.lines("savetxt")) {
      Map<String, String> options = Recording.options(line[4]);
      String expected =
          line[5].equals("ok") ? line[6] : errorName(line[5]) + ": " + line[6];
      recording.compare(
          String.join(" ", line[1], line[2], line[4]), expected, written(line, options));
    }
    recording.report(1_000);
  }

  /// Java has no `AttributeError`; NumPy's own documentation calls the mistake a wrong value.
  private static String errorName(String name) {
    return name.equals("AttributeError") ? "ValueError" : name;
  }

  private static String written(String[] line, Map<String, String> options) throws IOException {
    String format = options.getOrDefault("fmt", "%.18e");
    boolean list = format.startsWith("[");
    List<String> formats =
        list ? List.of(format.substring(1, format.length() - 1).split("\\|")) : List.of(format);
    StringWriter writer = new StringWriter();
    try {
      new TableWriter(
              formats,
              !list,
              options.getOrDefault("delimiter", " "),
              options.getOrDefault("newline", "\n"),
              options.getOrDefault("header", ""),
              options.getOrDefault("footer", ""),
              options.getOrDefault("comments", "# "))
          .write(
              new RecordedArray(
                  Recording.shape(line[2]), Recording.type(line[1]), Recording.bytes(line[3])),
              writer);
      return Recording.escape(writer.toString());
    } catch (ValueError | TypeError | OverflowError e) {
      return e.getClass().getSimpleName() + ": " + Recording.escape(e.getMessage());
    }
  }
}
