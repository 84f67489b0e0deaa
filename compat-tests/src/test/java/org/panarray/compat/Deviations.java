package org.panarray.compat;

import java.util.ArrayList;
import java.util.List;

/// A short list of cases in which Panarray differs from NumPy on purpose, each with its reason:
/// lines of page, start of the call, reason. A case listed for its answer that passes fails the test.
final class Deviations {
  private record Entry(String page, String start, String reason) {
    boolean covers(Case recorded) {
      return page.equals(recorded.page()) && recorded.call().startsWith(start);
    }
  }

  private final List<Entry> entries;

  private Deviations(List<Entry> entries) {
    this.entries = entries;
  }

  static Deviations read() {
    return read("/cases/deviations.txt");
  }

  /// The cases whose warnings differ though their answers agree.
  static Deviations ofWarnings() {
    return read("/cases/other-warnings.txt");
  }

  private static Deviations read(String file) {
    List<Entry> entries = new ArrayList<>();
    for (String line : CaseFile.lines(file)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split("\t");
        entries.add(new Entry(columns[0], columns[1], columns[2]));
      }
    }
    return new Deviations(entries);
  }

  boolean covers(Case recorded) {
    return entries.stream().anyMatch(entry -> entry.covers(recorded));
  }

  /// Entries of a page that no case of it begins with.
  List<String> unused(String page, List<Case> cases) {
    return entries.stream()
        .filter(entry -> entry.page().equals(page) && cases.stream().noneMatch(entry::covers))
        .map(entry -> entry.start() + " (no such case)")
        .toList();
  }

  List<String> reasons() {
    return entries.stream()
        .map(entry -> entry.page() + " " + entry.start() + ": " + entry.reason())
        .toList();
  }
}
