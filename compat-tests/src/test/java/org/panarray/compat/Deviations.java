package org.panarray.compat;

import java.util.ArrayList;
import java.util.List;

/// The short list of cases in which Panarray differs from NumPy on purpose, each with its reason:
/// lines of page, start of the call, reason. A listed case that passes fails the test.
final class Deviations {
  private record Entry(String page, String start, String reason) {}

  private final List<Entry> entries;

  private Deviations(List<Entry> entries) {
    this.entries = entries;
  }

  static Deviations read() {
    List<Entry> entries = new ArrayList<>();
    for (String line : CaseFile.lines("/cases/deviations.txt")) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split("\t");
        entries.add(new Entry(columns[0], columns[1], columns[2]));
      }
    }
    return new Deviations(entries);
  }

  boolean covers(Case recorded) {
    return entries.stream()
        .anyMatch(
            entry ->
                entry.page().equals(recorded.page()) && recorded.call().startsWith(entry.start()));
  }

  List<String> reasons() {
    return entries.stream()
        .map(entry -> entry.page() + " " + entry.start() + ": " + entry.reason())
        .toList();
  }
}
