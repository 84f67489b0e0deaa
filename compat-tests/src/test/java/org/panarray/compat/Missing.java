package org.panarray.compat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The short list of parameters that NumPy's functions have and ours have not, each with its reason:
/// lines of function (`*` for all), parameter, reason.
final class Missing {
  private record Entry(String function, String parameter, String reason) {
    boolean covers(String otherFunction, String otherParameter) {
      return parameter.equals(otherParameter)
          && (function.equals("*") || function.equals(otherFunction));
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private final Set<Entry> used = new HashSet<>();

  static Missing read() {
    Missing missing = new Missing();
    for (String line : CaseFile.lines("/missing-keywords.txt")) {
      if (!line.startsWith("#") && !line.isBlank()) {
        String[] columns = line.split("\t");
        missing.entries.add(new Entry(columns[0], columns[1], columns[2]));
      }
    }
    return missing;
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
        .map(entry -> entry.function() + " " + entry.parameter() + " (listed, no such parameter)")
        .toList();
  }
}
