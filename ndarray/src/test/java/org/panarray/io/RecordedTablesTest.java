package org.panarray.io;

import static org.panarray.Np.np;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.panarray.NDArray;
import org.panarray.error.OverflowError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.keyword.TextKeyword;
import org.panarray.text.RecordedArray;

/// Replays tables of text that NumPy read and wrote.
final class RecordedTablesTest {
  @BeforeAll
  static void ignoreWarnings() {
    np.setWarningListener((category, text) -> {});
  }

  @AfterAll
  static void restoreWarnings() {
    np.setWarningListener(null);
  }

  @Test
  void tablesAreReadAsNumpyReadsThem() throws IOException {
    Recording recording = new Recording();
    for (String kind : List.of("loadtxt", "genfromtxt")) {
      for (String[] line : Recording.lines(kind)) {
        boolean ok = line[3].equals("ok");
        String expected =
            ok ? String.join(" ", line[4], line[5], line[6]) : line[3] + ": " + line[4];
        recording.compare(
            String.join(" ", kind, line[1], line[2]),
            expected,
            read(kind, Recording.unescape(line[1]), Recording.options(line[2])));
      }
    }
    recording.report(1_150);
  }

  private static String read(String kind, String text, Map<String, String> options) {
    try {
      StringReader reader = new StringReader(text);
      NDArray array =
          kind.equals("loadtxt")
              ? np.loadtxt(reader, TableKeywords.of(options).toArray(TextKeyword.ForLoadtxt[]::new))
              : np.genfromtxt(
                  reader, TableKeywords.of(options).toArray(TextKeyword.ForGenfromtxt[]::new));
      return String.join(
          " ",
          array.dtype().name(),
          Recording.shapeText(array.dims()),
          HexFormat.of().formatHex(array.tobytes()));
    } catch (ValueError | TypeError e) {
      return e.getClass().getSimpleName() + ": " + Recording.escape(e.getMessage());
    }
  }

  @Test
  void tablesAreWrittenAsNumpyWritesThem() throws IOException {
    Recording recording = new Recording();
    for (String[] line : Recording.lines("savetxt")) {
      Map<String, String> options = Recording.options(line[4]);
      String expected = line[5].equals("ok") ? line[6] : errorName(line[5]) + ": " + line[6];
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
