package org.panarray.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.panarray.Doctor;
import org.panarray.ErrorState;
import org.panarray.Np;

/// The same work in Panarray and in NumPy, in one run whose rounds alternate between both.
///
/// `--quick` takes short samples; `--sweep` adds many operations at 1e6 elements; `--only=TEXT` keeps
/// the rows whose title contains the text; `--write` writes `bench/RESULTS.md` and the table of
/// `README.md`.
public final class SideBySide {
  private static final int ROUNDS = 5;

  private final long sample;
  private final NumpyPeer peer = new NumpyPeer();

  private record Row(String title, double ours, double numpys, double ratio) {
    String markdown() {
      return String.format(
          Locale.ROOT, "| %s | %s | %s | %.2f |", title, time(ours), time(numpys), ratio);
    }

    private static String time(double nanos) {
      return nanos < 1e4
          ? String.format(Locale.ROOT, "%.0f ns", nanos)
          : nanos < 1e6
              ? String.format(Locale.ROOT, "%.1f us", nanos / 1e3)
              : String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
    }
  }

  private SideBySide(long sample) {
    this.sample = sample;
  }

  public static void main(String[] args) throws IOException {
    List<String> options = Arrays.asList(args);
    String only =
        options.stream()
            .filter(option -> option.startsWith("--only="))
            .map(option -> option.substring(7))
            .findFirst()
            .orElse("");
    Np.np.seterr(ErrorState.all(ErrorState.Mode.IGNORE));
    SideBySide runner = new SideBySide(options.contains("--quick") ? 30_000_000 : 150_000_000);
    List<Row> ten = runner.run(Workload.representative(), only);
    List<Row> sweep = options.contains("--sweep") ? runner.run(Sweep.cases(), only) : List.of();
    if (options.contains("--write")) {
      runner.write(ten, sweep);
    }
    runner.peer.close();
  }

  private List<Row> run(List<Workload.Case> cases, String only) {
    List<Row> rows = new ArrayList<>();
    for (Workload.Case work : cases) {
      if (work.title().contains(only)) {
        Row row = measure(work);
        rows.add(row);
        System.out.println(row.markdown());
      }
    }
    return rows;
  }

  private Row measure(Workload.Case work) {
    Stopwatch watch = new Stopwatch(work.prepare());
    peer.prepare(work);
    watch.warm(6 * sample);
    double[] ours = new double[ROUNDS];
    double[] numpys = new double[ROUNDS];
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      ours[round] = watch.sample(sample);
      numpys[round] = peer.sample(sample);
      ratios[round] = numpys[round] / ours[round];
    }
    return new Row(work.title(), median(ours), median(numpys), median(ratios));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private void write(List<Row> ten, List<Row> sweep) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Benchmarks\n\n");
    text.append("Made by `./panarray bench --sweep --write` on ")
        .append(LocalDate.now(ZoneOffset.UTC));
    text.append(": both sides in one run, medians of ").append(ROUNDS);
    text.append(" alternating rounds; the ratio is NumPy's time over Panarray's.\n\n");
    text.append("```\n").append(environment()).append("```\n\n");
    text.append("## Ten representative operations\n\n").append(table(ten));
    if (!sweep.isEmpty()) {
      text.append("\n## One million elements\n\n").append(table(sweep));
    }
    Files.writeString(Path.of("bench/RESULTS.md"), text);
    Path readme = Path.of("README.md");
    String begin = "<!-- bench:begin -->\n";
    String end = "<!-- bench:end -->";
    String old = Files.readString(readme);
    int from = old.indexOf(begin) + begin.length();
    int to = old.indexOf(end);
    if (from >= begin.length() && to >= from) {
      Files.writeString(readme, old.substring(0, from) + table(ten) + old.substring(to));
    }
  }

  private String environment() {
    StringBuilder text = new StringBuilder(peer.versions()).append('\n');
    Doctor.report()
        .lines()
        .takeWhile(line -> !line.startsWith("gpu"))
        .filter(line -> !line.contains(" /")) // no paths of the machine that measured
        .forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private static String table(List<Row> rows) {
    StringBuilder table =
        new StringBuilder("| work | Panarray | NumPy | ratio |\n|---|---|---|---|\n");
    for (Row row : rows) {
      table.append(row.markdown()).append('\n');
    }
    return table.toString();
  }
}
