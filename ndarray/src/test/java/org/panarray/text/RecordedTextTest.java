package org.panarray.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.panarray.prim.FloatFormat;

/// Replays what `compat-tests/record/units/text.py` recorded from NumPy.
final class RecordedTextTest {
  private static final int SHOWN_FAILURES = 20;

  @Test
  void scalarsPrintAsInNumpy() throws IOException {
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (String[] line : lines("scalar")) {
      RecordedArray scalar = RecordedArray.parse(line[1], "", line[2]);
      compare(failures, line, line[3], ScalarText.str(scalar, 0));
      compare(failures, line, line[4], ScalarText.repr(scalar, 0));
      count++;
    }
    report(failures, count, 3_000);
  }

  @Test
  void formattedNumbersAreThoseOfNumpy() throws IOException {
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (String kind : List.of("pos", "sci")) {
      for (String[] line : lines(kind)) {
        RecordedArray scalar = RecordedArray.parse(line[1], "", line[2]);
        FloatFormat floatKind = scalar.elementType().format();
        FloatStyle style = style(options(line[3]));
        double value = scalar.realAt(0);
        String text =
            kind.equals("pos")
                ? FloatText.positional(value, floatKind, style)
                : FloatText.scientific(value, floatKind, style);
        compare(failures, line, line[4], text);
        count++;
      }
    }
    report(failures, count, 8_000);
  }

  @Test
  void arraysPrintAsInNumpy() throws IOException {
    List<String> failures = new ArrayList<>();
    int count = 0;
    for (String[] line : lines("array")) {
      RecordedArray array = RecordedArray.parse(line[1], line[2], line[3]);
      Map<String, String> given = options(line[4]);
      PrintOptions options = printOptions(given);
      String text =
          switch (line[5]) {
            case "str" -> ArrayFormatter.str(array, options);
            case "repr" -> ArrayFormatter.repr(array, options);
            case "a2s" ->
                ArrayFormatter.array2string(
                    array,
                    options,
                    given.getOrDefault("separator", " "),
                    given.getOrDefault("prefix", ""),
                    given.getOrDefault("suffix", ""));
            default -> throw new AssertionError(line[5]);
          };
      compare(failures, line, line[6], text.replace("\\", "\\\\").replace("\n", "\\n"));
      count++;
    }
    report(failures, count, 4_000);
  }

  private static void compare(List<String> failures, String[] line, String expected, String got) {
    if (!expected.equals(got)) {
      failures.add(String.join(" ", line) + "\n  NumPy: " + expected + "\n  here:  " + got);
    }
  }

  private static void report(List<String> failures, int count, int fewest) {
    assertTrue(count >= fewest, () -> "only " + count + " recorded cases");
    List<String> shown = failures.subList(0, Math.min(SHOWN_FAILURES, failures.size()));
    assertEquals(
        0, failures.size(), () -> "of " + count + " cases:\n" + String.join("\n", shown) + "\n");
  }

  private static List<String[]> lines(String kind) throws IOException {
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Objects.requireNonNull(
                        RecordedTextTest.class.getResourceAsStream("recorded.tsv.gz"))),
                StandardCharsets.UTF_8))) {
      for (String line; (line = reader.readLine()) != null; ) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals(kind)) {
          lines.add(fields);
        }
      }
    }
    return lines;
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : text.isEmpty() ? new String[0] : text.split(";")) {
      int equals = option.indexOf('=');
      options.put(option.substring(0, equals), option.substring(equals + 1));
    }
    return options;
  }

  private static FloatStyle style(Map<String, String> options) {
    return new FloatStyle(
        Integer.parseInt(options.getOrDefault("precision", "-1")),
        !options.getOrDefault("unique", "True").equals("False"),
        !options.getOrDefault("fractional", "True").equals("False"),
        Trim.of(options.getOrDefault("trim", "k")),
        options.getOrDefault("sign", "False").equals("True"),
        Integer.parseInt(options.getOrDefault("pad_left", "-1")),
        Integer.parseInt(options.getOrDefault("pad_right", "-1")),
        Integer.parseInt(options.getOrDefault("exp_digits", "-1")),
        Integer.parseInt(options.getOrDefault("min_digits", "-1")));
  }

  private static PrintOptions printOptions(Map<String, String> given) {
    PrintOptions options = PrintOptions.DEFAULT;
    for (Map.Entry<String, String> entry : given.entrySet()) {
      String value = entry.getValue();
      options =
          switch (entry.getKey()) {
            case "precision" -> options.withPrecision(Integer.parseInt(value));
            case "floatmode" -> options.withFloatmode(FloatMode.of(value));
            case "sign" -> options.withSign(value);
            case "suppress", "suppress_small" -> options.withSuppress(true);
            case "threshold" -> options.withThreshold(Long.parseLong(value));
            case "edgeitems" -> options.withEdgeitems(Integer.parseInt(value));
            case "linewidth", "max_line_width" -> options.withLinewidth(Integer.parseInt(value));
            case "nanstr" -> options.withNanstr(value);
            case "infstr" -> options.withInfstr(value);
            case "separator", "prefix", "suffix" -> options;
            default -> throw new AssertionError(entry.getKey());
          };
    }
    return options;
  }
}
