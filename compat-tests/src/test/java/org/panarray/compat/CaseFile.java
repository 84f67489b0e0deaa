package org.panarray.compat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The recorded files: one per page of NumPy's reference.
final class CaseFile {
  static final List<String> PAGES =
      List.of(
          "constants",
          "creation",
          "indexing_get",
          "indexing_set",
          "io",
          "linalg",
          "manipulation",
          "mathematics",
          "printing",
          "promotion",
          "random",
          "reductions",
          "sizes",
          "polynomials",
          "sorting",
          "ufunc_methods",
          "ufuncs");

  private CaseFile() {}

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
