package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// Whatever was recorded says by which NumPy, and all of it by the same.
final class RecordersTest {
  private static final String VERSION = "# numpy 2.4.6";

  /// Where `compat-tests/record` writes, but for one binary table that has no room for a header.
  private static final List<String> PLACES =
      List.of(
          "compat-tests/src/test/resources/cases",
          "broadcasting/src/test/resources/org/panarray/shape",
          "ndarray/src/test/resources/org/panarray/io",
          "ndarray/src/test/resources/org/panarray/random",
          "ndarray/src/test/resources/org/panarray/text");

  /// Lists that people keep, and the index of all pages.
  private static final List<String> OTHERS =
      List.of("deviations.txt", "other-warnings.txt", "signatures.txt");

  @Test
  void everyRecordingNamesItsNumpy() throws IOException {
    List<String> silent = new ArrayList<>();
    int count = 0;
    for (String place : PLACES) {
      for (Path file : recordings(Path.of("..").resolve(place))) {
        count++;
        if (!firstLine(file).toLowerCase(Locale.ROOT).startsWith(VERSION)) {
          silent.add(file.toString());
        }
      }
    }
    assertEquals(List.of(), silent);
    assertTrue(count > 40, count + " recordings");
  }

  private static List<Path> recordings(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> isRecording(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isRecording(String name) {
    return !OTHERS.contains(name)
        && (name.endsWith(".tsv") || name.endsWith(".tsv.gz") || name.endsWith(".txt"));
  }

  private static String firstLine(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(
                    file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                    StandardCharsets.UTF_8))) {
      String line = reader.readLine();
      return line == null ? "" : line;
    }
  }
}
