package org.panarray.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Measures rows in this process and in its peers, round by round.
final class Runner implements AutoCloseable {
  /// Other libraries round in their own ways.
  private static final double TOLERANCE_OF_OTHERS = 1e-5;

  private final Pace pace;
  private final Peer numpy;
  private final Map<String, Peer> others = new LinkedHashMap<>();

  Runner(Pace pace) {
    this.pace = pace;
    numpy = Peer.of("numpy").orElseThrow(() -> new IllegalStateException(NO_NUMPY));
    for (String library : List.of("numexpr", "torch", "jax")) {
      Peer.of(library).ifPresent(peer -> others.put(library, peer));
    }
  }

  private static final String NO_NUMPY = "python3 with NumPy is needed for the comparison";

  /// What is compared, with versions.
  String versions() {
    List<String> versions = new ArrayList<>(List.of(numpy.versions()));
    others.values().forEach(peer -> versions.add(peer.versions()));
    return String.join("; ", versions);
  }

  /// Work that both sides have done once.
  private record Prepared(Stopwatch watch, double first, double numpysFirst, String difference) {}

  /// One row; empty, and `differences` says why, where both sides disagree.
  Optional<Measured> measure(Operation.Row row, List<String> differences) {
    Path folder = temporary();
    try {
      Prepared prepared = prepare(row, folder);
      if (!prepared.difference.isEmpty()) {
        differences.add(row.title() + ": " + prepared.difference);
        return Optional.empty();
      }
      return Optional.of(rounds(row, prepared, othersFor(row, prepared.watch, folder)));
    } catch (RuntimeException e) { // the other rows of a long run are not lost
      differences.add(row.title() + ": " + e);
      return Optional.empty();
    } finally {
      delete(folder);
    }
  }

  /// How the results of both sides differ; empty if they do not.
  String difference(Operation.Row row) {
    Path folder = temporary();
    try {
      return prepare(row, folder).difference;
    } finally {
      delete(folder);
    }
  }

  private Prepared prepare(Operation.Row row, Path folder) {
    List<Data> copies = row.data();
    save(copies, folder);
    Stopwatch watch = new Stopwatch(row.operation().work(), copies);
    double first = watch.once();
    Map<String, String> answer = numpy.ask(request(row, folder));
    if (answer.containsKey("error")) {
      return new Prepared(watch, first, 0, answer.get("error"));
    }
    String difference = Agreement.difference(watch.last(), folder, row.operation().tolerance());
    return new Prepared(watch, first, Double.parseDouble(answer.get("first")), difference);
  }

  private static Map<String, Object> request(Operation.Row row, Path folder) {
    return Map.of("folder", folder, "work", row.operation().numpy());
  }

  /// The other libraries that can do the work, too.
  private Map<String, Peer> othersFor(Operation.Row row, Stopwatch watch, Path folder) {
    Map<String, Peer> able = new LinkedHashMap<>();
    if (row.operation().others()) {
      others.forEach(
          (library, peer) -> {
            if (!peer.ask(request(row, folder)).containsKey("error")
                && Agreement.difference(watch.last(), folder, TOLERANCE_OF_OTHERS).isEmpty()) {
              able.put(library, peer);
            }
          });
    }
    return able;
  }

  private Measured rounds(Operation.Row row, Prepared prepared, Map<String, Peer> asked) {
    Stopwatch watch = prepared.watch;
    watch.warm(pace.warm(), pace.longest());
    List<double[]> rounds = new ArrayList<>();
    Map<String, double[]> ratios = new LinkedHashMap<>();
    for (int round = 0; round < pace.rounds(); round++) {
      double ours = watch.sample(pace.sample());
      rounds.add(new double[] {ours, numpy.sample(pace.sample())});
      for (Map.Entry<String, Peer> other : asked.entrySet()) {
        ratios.computeIfAbsent(other.getKey(), _ -> new double[pace.rounds()])[round] =
            other.getValue().sample(pace.sample()) / ours;
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    ratios.forEach((library, values) -> medians.put(library, Stopwatch.median(values)));
    return Measured.of(row.operation().page(), row.title(), row.size(), "ns", rounds)
        .with(prepared.first, prepared.numpysFirst, medians);
  }

  private static void save(List<Data> copies, Path folder) {
    for (int number = 0; number < copies.size(); number++) {
      try {
        copies.get(number).save(Files.createDirectory(folder.resolve("%06d".formatted(number))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("bench");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    numpy.close();
    others.values().forEach(Peer::close);
  }
}
