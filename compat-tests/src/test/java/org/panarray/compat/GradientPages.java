package org.panarray.compat;

import static org.panarray.Np.np;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What [GradientSweep] finds, function by function, and the reasons of those that it cannot check
/// (`gradients.txt`).
final class GradientPages {
  /// Pages of what has no gradient: files, text, random streams, constants and promotion of types.
  private static final Set<String> OTHER =
      Set.of("io", "printing", "random", "constants", "promotion", "sizes");

  private final Map<String, List<Case>> cases = new TreeMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();

  /// @param counts how many cases were of each kind
  /// @param wrong the cases whose gradient is not what differences say
  /// @param refused the first refusal, empty without one
  record Row(Map<GradientSweep.Kind, Integer> counts, List<String> wrong, String refused) {
    int count(GradientSweep.Kind kind) {
      return counts.getOrDefault(kind, 0);
    }

    /// Whether there was anything to differentiate.
    boolean isInexact() {
      return !counts.isEmpty();
    }
  }

  GradientPages() {
    np.setWarningListener((_, _) -> {});
    for (String page : CaseFile.PAGES) {
      if (!OTHER.contains(page)) {
        for (Case recorded : CaseFile.read(page)) {
          cases.computeIfAbsent(recorded.function(), _ -> new ArrayList<>()).add(recorded);
        }
      }
    }
    for (String line : CaseFile.lines("/gradients.txt")) {
      if (!line.startsWith("#")) {
        int tab = line.indexOf('\t');
        reasons.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
  }

  Set<String> functions() {
    return cases.keySet();
  }

  /// Functions that no case can check, with the reason.
  Map<String, String> reasons() {
    return reasons;
  }

  /// @param enough stops when so many cases have been checked
  Row row(String function, int enough) {
    Map<GradientSweep.Kind, Integer> counts = new EnumMap<>(GradientSweep.Kind.class);
    List<String> wrong = new ArrayList<>();
    String refused = "";
    int checked = 0;
    for (Case recorded : cases.getOrDefault(function, List.of())) {
      GradientSweep.Outcome outcome = GradientSweep.of(recorded);
      switch (outcome.kind()) {
        case NOTHING -> {
          continue;
        }
        case CHECKED -> checked++;
        case WRONG -> wrong.add(recorded.call() + "\n      " + outcome.note());
        case REFUSED -> refused = refused.isEmpty() ? outcome.note() : refused;
        case PASSED, CONSTANT, KINK -> {}
      }
      counts.merge(outcome.kind(), 1, Integer::sum);
      if (checked >= enough) {
        break;
      }
    }
    return new Row(counts, wrong, refused);
  }

  /// `[function ...]`: prints what goes wrong, and writes the table of all functions to
  /// `GRADIENTS.md` where none are named.
  public static void main(String[] arguments) throws IOException {
    GradientPages pages = new GradientPages();
    boolean all = arguments.length == 0;
    StringBuilder table = new StringBuilder(HEAD);
    for (String function : all ? pages.functions() : Set.of(arguments)) {
      Row row = pages.row(function, Integer.MAX_VALUE);
      if (row.isInexact()) {
        row.wrong().forEach(wrong -> System.out.println(function + ": " + wrong));
        table.append(pages.line(function, row));
      }
    }
    if (all) {
      Files.writeString(Path.of("GRADIENTS.md"), table);
    } else {
      System.out.print(table);
    }
  }

  private static final String HEAD =
      """
      # Gradients against central differences

      Written by `org.panarray.compat.GradientPages`: the recorded cases of each function with float64 or
      complex128 inputs, differentiated and compared.

      | function | checked | constant | kinks | refused | wrong | why |
      |---|---:|---:|---:|---:|---:|---|
      """;

  private String line(String function, Row row) {
    return "| `%s` | %d | %d | %d | %d | %d | %s |%n"
        .formatted(
            function,
            row.count(GradientSweep.Kind.CHECKED),
            row.count(GradientSweep.Kind.CONSTANT),
            row.count(GradientSweep.Kind.KINK),
            row.count(GradientSweep.Kind.REFUSED),
            row.count(GradientSweep.Kind.WRONG),
            reasons.getOrDefault(function, row.refused()).replace("|", "\\|").replace("\n", " "));
  }
}
