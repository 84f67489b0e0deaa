package org.panarray.compat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A short list of parameters of functions that a test excuses, each with its reason: lines of function
/// (`*` for all), parameter, reason.
final class Listed {
  private record Entry(String function, String parameter, String reason) {
    boolean covers(String otherFunction, String otherParameter) {
      return parameter.equals(otherParameter)
          && (function.equals("*") || function.equals(otherFunction));
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> used = new HashSet<>();

  static Listed read(String resource) {
    Listed listed = new Listed();
    for (String line : CaseFile.lines(resource)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split("\t");
        listed.entries.add(new Entry(columns[0], columns[1], columns[2]));
      }
    }
    return listed;
  }

  boolean covers(String function, String parameter) {
    boolean covered = false;
    for (Entry entry : entries) {
      if (entry.covers(function, parameter)) {
        used.add(entry);
        covered = true;
      }
    }
    return covered;
  }

  /// Entries that name no parameter of any function.
  List<String> unused() {
    return entries.stream()
        .filter(entry -> !used.contains(entry))
        .map(entry -> entry.function() + " " + entry.parameter() + " (listed for nothing)")
        .toList();
  }
}
