package org.panarray.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The results as Markdown.
record Report(String environment, List<Measured> rows) {
  /// Fewer rows of one size have no mean worth telling.
  private static final int FEW = 5;

  private static final String HEAD = "| work | Panarray | NumPy | ratio |";

  /// All of it.
  String markdown() {
    StringBuilder text = new StringBuilder("# Benchmarks\n\n");
    text.append(
        "Made by `./panarray bench --write`: both sides in one run, medians of rounds that\n");
    text.append(
        "alternate, results compared before anything is timed. The ratio is NumPy's figure\n");
    text.append(
        "over Panarray's, the spread its lowest and highest round. First is the first call in\n");
    text.append("this process; the page of first calls starts a process for each.\n\n");
    text.append("![ratios](RESULTS.svg)\n\n```\n").append(environment).append("```\n\n");
    text.append(summary());
    for (Map.Entry<String, List<Measured>> page : by(Measured::page).entrySet()) {
      text.append("\n## ").append(capitalised(page.getKey())).append("\n\n");
      text.append(table(page.getValue()));
    }
    return text.toString();
  }

  /// Means by page and by size, and the ten.
  String summary() {
    StringBuilder text = new StringBuilder("## Summary\n\n").append(means("page"));
    text.append(line("**all rows**", rows));
    by(Measured::page).forEach((page, of) -> text.append(line(page, of)));
    text.append('\n').append(means("elements"));
    by(Measured::size).entrySet().stream()
        .filter(size -> !size.getKey().isEmpty() && size.getValue().size() >= FEW)
        .sorted(Comparator.comparingDouble(size -> Double.parseDouble(size.getKey())))
        .forEach(size -> text.append(line(size.getKey(), size.getValue())));
    text.append("\n## Ten representative operations\n\n").append(representative());
    return text.toString();
  }

  private static String means(String of) {
    return "| "
        + of
        + " | rows | geometric mean | below 0.9 | lowest |\n|---|---:|---:|---:|---|\n";
  }

  /// The table of the ten, which stands in the README, too.
  String representative() {
    StringBuilder table = new StringBuilder(HEAD + "\n|---|---|---|---|\n");
    for (String title : Operations.REPRESENTATIVE) {
      rows.stream()
          .filter(row -> row.title().equals(title))
          .forEach(row -> table.append(brief(row)).append('\n'));
    }
    return table.toString();
  }

  private Map<String, List<Measured>> by(Function<Measured, String> key) {
    return rows.stream()
        .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
  }

  private static String line(String name, List<Measured> rows) {
    Measured lowest = rows.stream().min(Comparator.comparingDouble(Measured::ratio)).orElseThrow();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %d | %s: `%s` |%n",
        name,
        rows.size(),
        shown(Measured.mean(rows)),
        Measured.slow(rows),
        shown(lowest.ratio()),
        lowest.title());
  }

  /// One row as it is printed while the run goes on.
  static String brief(Measured row) {
    String ours = row.figure(row.ours());
    String numpys = row.figure(row.numpys());
    return String.join(" | ", "| " + row.title(), ours, numpys, shown(row.ratio()) + " |");
  }

  /// A ratio in two digits or more.
  static String shown(double ratio) {
    return String.format(Locale.ROOT, ratio < 0.1 ? "%.3f" : "%.2f", ratio);
  }

  private static String table(List<Measured> rows) {
    TreeSet<String> libraries = new TreeSet<>();
    rows.forEach(row -> libraries.addAll(row.others().keySet()));
    List<String> head = new ArrayList<>(List.of(HEAD + " spread | first | NumPy's first |"));
    libraries.forEach(library -> head.add(" " + library + " |"));
    StringBuilder table = new StringBuilder(String.join("", head));
    table.append("\n|---|---|---|---|---|---|---|").append("---|".repeat(libraries.size()));
    for (Measured row : rows) {
      table.append('\n').append(brief(row));
      table
          .append(' ')
          .append(shown(row.low()))
          .append("..")
          .append(shown(row.high()))
          .append(" |");
      table.append(' ').append(row.figure(row.first())).append(" |");
      table.append(' ').append(row.figure(row.numpysFirst())).append(" |");
      for (String library : libraries) {
        Double ratio = row.others().get(library);
        table.append(ratio == null ? " |" : " " + shown(ratio) + " |");
      }
    }
    return table.append('\n').toString();
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /// The rows as JSON, one a line.
  String json() {
    return rows.stream()
        .map(Measured::json)
        .collect(
            Collectors.joining(
                ",\n",
                Json.write(Map.of("environment", environment))
                    .replaceFirst("\\}$", ", \"rows\": [\n"),
                "\n]}\n"));
  }

  /// The rows of such a text.
  static List<Measured> rows(String json) {
    return json.lines().filter(line -> line.startsWith("{\"page\"")).map(Measured::of).toList();
  }
}
