package org.panarray.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/// How much of NumPy is here, by name and by use.
///
/// `Coverage [--check]`: reads `target/replayed-names.txt` as the replay wrote it, writes `COVERAGE.md`
/// and the marked block of the project's `README.md`.
final class Coverage {
  private static final String BEGIN = "<!-- coverage:begin -->";
  private static final String END = "<!-- coverage:end -->";
  private static final Map<String, String> GROUPS =
      Map.of("A", "functions and names", "M", "array methods", "O", "operators and indexing");

  private final List<Surface.Row> rows;
  private final Implemented implemented;

  Coverage(List<Surface.Row> rows, Set<String> replayed) {
    this.rows = rows;
    this.implemented = new Implemented(replayed);
  }

  /// Share of use that is implemented, in percent: the weight of the implemented names over the
  /// weight of all names that mean something in Java.
  double byUse(String group, Predicate<Surface.Row> among) {
    double all = 0;
    double here = 0;
    for (Surface.Row row : rows) {
      if (row.group().equals(group) && !row.tier().equals("X") && among.test(row)) {
        all += row.weight();
        here += implemented.has(row) ? row.weight() : 0;
      }
    }
    return all == 0 ? 0 : 100 * here / all;
  }

  private static boolean named(Surface.Row row) {
    return !row.kind().equals("module") && !row.kind().equals("ufunc_method");
  }

  long names(Predicate<Surface.Row> among) {
    return rows.stream().filter(Coverage::named).filter(among).count();
  }

  long here(Predicate<Surface.Row> among) {
    return rows.stream().filter(Coverage::named).filter(among).filter(implemented::has).count();
  }

  static boolean tierOne(Surface.Row row) {
    return row.tier().equals("T1");
  }

  /// The table of the README.
  String table() {
    StringBuilder out = new StringBuilder();
    out.append("| share of NumPy's use in real code | tier 1 | all |\n|---|---:|---:|\n");
    for (String group : List.of("A", "M", "O")) {
      out.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f %% | %.1f %% |%n",
              GROUPS.get(group),
              byUse(group, Coverage::tierOne),
              byUse(group, _ -> true)));
    }
    Predicate<Surface.Row> feasible = row -> !row.tier().equals("X");
    out.append(
        String.format(
            Locale.ROOT,
            "| names | %d of %d | %d of %d |%n",
            here(Coverage::tierOne),
            names(Coverage::tierOne),
            here(feasible),
            names(feasible)));
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  /// The whole report.
  String report() {
    StringBuilder out = new StringBuilder();
    out.append("# Coverage of NumPy 2.4.6\n\n");
    out.append(
        "Written by `org.panarray.compat.Coverage`; do not edit. A name counts when it exists in");
    out.append(
        " the API (by reflection)\nand at least one recorded case of it passes in the replay.");
    out.append(" Use weights: `surface.tsv`, each group sums to 100.\n");
    out.append(
        "Environment: Java "
            + Runtime.version()
            + ", "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ".\n\n");
    out.append(table()).append('\n');
    out.append("| section | tier 1 | here | tier 2 | here |\n|---|---:|---:|---:|---:|\n");
    Map<String, List<Surface.Row>> sections = new TreeMap<>();
    rows.stream()
        .filter(Coverage::named)
        .forEach(
            row ->
                sections.computeIfAbsent(row.section(), _ -> new java.util.ArrayList<>()).add(row));
    sections.forEach((section, members) -> out.append(sectionLine(section, members)).append('\n'));
    out.append("\n## Missing, by use\n\n");
    out.append(
        "Tier 1 and 2 names that are not here yet, with the share of their group they stand"
            + " for.\n\n");
    rows.stream()
        .filter(row -> !row.tier().equals("X") && named(row) && row.weight() >= 0.01)
        .filter(row -> !implemented.has(row))
        .sorted(Comparator.comparingDouble(Surface.Row::weight).reversed())
        .limit(120)
        .forEach(
            row ->
                out.append(
                    String.format(
                        Locale.ROOT,
                        "- `%s` %s %.3f%s\n",
                        row.name(),
                        row.tier(),
                        row.weight(),
                        implemented.exists(row) ? " (exists, no passing case)" : "")));
    return out.toString();
  }

  private String sectionLine(String section, List<Surface.Row> members) {
    long[] counts = new long[4];
    for (Surface.Row row : members) {
      int at = row.tier().equals("T1") ? 0 : row.tier().equals("T2") ? 2 : -1;
      if (at >= 0) {
        counts[at]++;
        counts[at + 1] += implemented.has(row) ? 1 : 0;
      }
    }
    return "| " + section + " | " + counts[0] + " | " + counts[1] + " | " + counts[2] + " | "
        + counts[3] + " |";
  }

  /// The text with the marked block replaced.
  static String withBlock(String text, String table) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      return text;
    }
    return text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end);
  }

  /// @param names the file that the replay wrote
  /// @param folder of the module `compat-tests`
  static Coverage write(Path names, Path folder) throws IOException {
    Coverage coverage = new Coverage(Surface.read(), new HashSet<>(Files.readAllLines(names)));
    Files.writeString(folder.resolve("COVERAGE.md"), coverage.report());
    Path readme = folder.toAbsolutePath().getParent().resolve("README.md");
    if (Files.exists(readme)) {
      String text = Files.readString(readme);
      String updated = withBlock(text, coverage.table());
      if (!updated.equals(text)) {
        Files.writeString(readme, updated);
      }
    }
    return coverage;
  }

  public static void main(String[] arguments) throws IOException {
    Path names = Path.of(arguments.length > 0 ? arguments[0] : "target/replayed-names.txt");
    Path folder = Path.of(arguments.length > 1 ? arguments[1] : ".");
    System.out.println(write(names, folder).table());
  }
}
