package org.panarray.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.panarray.Doctor;
import org.panarray.ErrorState;
import org.panarray.Np;

/// The same work in Panarray and in NumPy, in one run whose rounds alternate between both.
///
/// ```
/// ./panarray bench                    all rows
/// ./panarray bench 'sort*' chains     rows whose title or page has words that match
///   --sample                          some rows, shortly: two minutes
///   --list                            their titles only
///   --compare FILE                    what changed since that RESULTS.json
///   --out FOLDER                      writes RESULTS.md, RESULTS.json and RESULTS.svg there
///   --write                           into bench/, and the table of README.md
/// ```
///
/// The status is 1 where results differ, never because of a time.
public final class Bench {
  private final Path root;
  private final Options options;
  private final boolean isSample;
  private final List<Measured> rows = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private String versions = "";

  private Bench(Options options) {
    this.options = options;
    root = Path.of(options.value("--root").orElse("")).toAbsolutePath();
    isSample = options.has("--sample");
  }

  public static void main(String[] args) throws IOException {
    System.exit(new Bench(Options.of(args)).run() ? 0 : 1);
  }

  private boolean run() throws IOException {
    List<Operation.Row> operations = operations();
    List<Program> programs = programs();
    if (options.has("--list")) {
      operations.forEach(row -> System.out.println(row.operation().page() + ": " + row.title()));
      programs.forEach(program -> System.out.println(program.page() + ": " + program.title()));
      return true;
    }
    Np.np.seterr(ErrorState.all(ErrorState.Mode.IGNORE));
    Pace pace = isSample ? Pace.SHORT : Pace.FULL;
    System.out.println("| work | Panarray | NumPy | ratio |\n|---|---|---|---|");
    try (Runner runner = new Runner(pace)) {
      versions = runner.versions();
      operations.forEach(row -> runner.measure(row, differences).ifPresent(this::keep));
    }
    if (!programs.isEmpty()) {
      try (Peer runner = Peer.ofPrograms().orElseThrow()) {
        for (Program program : programs) {
          program.measure(runner, pace.programs(), differences).forEach(this::keep);
        }
      }
    }
    report();
    return differences.isEmpty();
  }

  private void keep(Measured row) {
    rows.add(row);
    System.out.println(Report.brief(row));
  }

  private List<Operation.Row> operations() {
    List<Operation.Row> chosen = new ArrayList<>();
    int number = 0;
    for (Operation.Row row : Operations.rows()) {
      if (options.ask(row.operation().page(), row.title())) {
        boolean isKept = number++ % Pace.STRIDE == 0 && !row.size().equals("1e7");
        if (!isSample || isKept || Operations.REPRESENTATIVE.contains(row.title())) {
          chosen.add(row);
        }
      }
    }
    return chosen;
  }

  private List<Program> programs() throws IOException {
    List<Program> chosen = new ArrayList<>();
    int number = 0;
    for (Program program : Program.all(root)) {
      if (options.ask(program.page(), program.title())
          && (!isSample || number++ % Pace.STRIDE == 0)) {
        chosen.add(program);
      }
    }
    return chosen;
  }

  private void report() throws IOException {
    if (!rows.isEmpty()) {
      Report report = new Report(environment(), rows);
      System.out.println("\n" + report.summary());
      write(report);
    }
    Optional<String> old = options.value("--compare");
    if (old.isPresent()) {
      List<Measured> before = Report.rows(Files.readString(Path.of(old.get())));
      System.out.println(new Changes(before, rows).markdown());
    }
    differences.forEach(difference -> System.out.println("DIFFERENT " + difference));
  }

  private void write(Report report) throws IOException {
    boolean toRepository = options.has("--write");
    Optional<Path> folder =
        toRepository ? Optional.of(root.resolve("bench")) : options.value("--out").map(Path::of);
    if (folder.isPresent()) {
      Files.createDirectories(folder.get());
      Files.writeString(folder.get().resolve("RESULTS.md"), report.markdown());
      Files.writeString(folder.get().resolve("RESULTS.json"), report.json());
      Files.writeString(folder.get().resolve("RESULTS.svg"), Chart.svg(rows));
    }
    if (toRepository) {
      Path readme = root.resolve("README.md");
      Files.writeString(readme, withTable(Files.readString(readme), report.representative()));
    }
  }

  private static String withTable(String readme, String table) {
    String begin = "<!-- bench:begin -->\n";
    int from = readme.indexOf(begin) + begin.length();
    int to = readme.indexOf("<!-- bench:end -->");
    return from < begin.length() || to < from
        ? readme
        : readme.substring(0, from) + table + readme.substring(to);
  }

  private String environment() {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "%s, %s%n", LocalDate.now(ZoneOffset.UTC), versions));
    Doctor.report()
        .lines()
        .takeWhile(line -> !line.startsWith("gpu"))
        .filter(line -> !line.contains(" /")) // no paths of the machine that measured
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
