package org.panarray.compat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The recorded files: one per page of NumPy's reference.
final class CaseFile {
  /// Recorded by seed, not case by case; `Generated` reads it.
  private static final String GENERATED = "generated";

  /// The pages that are replayed, by name: whatever the recorder wrote.
  static final List<String> PAGES = pages();

  private CaseFile() {}

  private static List<String> pages() {
    try (Stream<Path> files = Files.list(Path.of(CaseFile.class.getResource("/cases").toURI()))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".tsv"))
          .map(name -> name.substring(0, name.length() - ".tsv".length()))
          .filter(name -> !name.equals(GENERATED))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<Case> read(String page) {
    List<Case> cases = new ArrayList<>();
    int number = 0;
    for (String line : lines("/cases/" + page + ".tsv")) {
      number++;
      if (!line.startsWith("#")) {
        cases.add(Case.parse(page, number, line));
      }
    }
    return cases;
  }

  /// The parameter names of each function that occurs, in NumPy's order.
  static Map<String, List<String>> signatures() {
    Map<String, List<String>> signatures = new HashMap<>();
    for (String line : lines("/cases/signatures.txt")) {
      int tab = line.indexOf('\t');
      String names = line.substring(tab + 1);
      signatures.put(
          line.substring(0, tab), names.isEmpty() ? List.of() : List.of(names.split(",")));
    }
    return signatures;
  }

  static List<String> lines(String resource) {
    try (InputStream stream = CaseFile.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
