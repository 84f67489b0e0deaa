package org.panarray.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.panarray.engine.Device;
import org.panarray.gpu.StandInCuda;

/// Replays the cases of one page and keeps count.
///
/// As a program it prints the summary and writes the failures of each page to a file; see [Settings]
/// for its arguments.
final class Replay {
  /// @param recorded the case
  /// @param variant the layout in which it failed
  /// @param verdict what was expected and what came
  record Failure(Case recorded, MemoryLayoutVariant variant, Verdict.Failed verdict) {
    String text() {
      return recorded.page()
          + ".tsv:"
          + recorded.line()
          + "  "
          + recorded.call()
          + (variant == MemoryLayoutVariant.AS_RECORDED ? "" : "  in layout " + variant)
          + "\n    expected "
          + abridged(verdict.expected())
          + "\n    actual   "
          + abridged(verdict.actual());
    }

    private static String abridged(String text) {
      return text.length() > 1500 ? text.substring(0, 1500) + " ..." : text;
    }
  }

  final String page;
  int total;
  int passed;
  int refused;
  int notCovered;
  int deviating;
  int replays;
  int warned;
  final List<Failure> failures = new ArrayList<>();
  final Set<String> passedNames = new TreeSet<>();
  final Map<String, Integer> missing = new TreeMap<>();
  final List<String> staleDeviations = new ArrayList<>();

  Replay(String page) {
    this.page = page;
  }

  static Replay of(String page, Settings settings, Deviations deviations) {
    Replay replay = new Replay(page);
    LiveArrays.setDevice(settings.device());
    Replayer replayer = new Replayer();
    List<Case> cases = CaseFile.read(page);
    replay.staleDeviations.addAll(deviations.unused(page, cases));
    replay.staleDeviations.addAll(Deviations.ofWarnings().unused(page, cases));
    for (Case recorded : cases) {
      if (settings.takes(recorded)) {
        replay.count(recorded, replayer, settings.allLayouts(), deviations);
      }
    }
    LiveArrays.setDevice(Device.CPU);
    return replay;
  }

  private void count(Case recorded, Replayer replayer, boolean allLayouts, Deviations deviations) {
    total++;
    Failure failure = null;
    for (MemoryLayoutVariant variant : variants(recorded, allLayouts)) {
      Verdict verdict = replayer.replay(recorded, variant);
      replays++;
      if (verdict instanceof Verdict.NotCovered(String name)) {
        notCovered++;
        missing.merge(name, 1, Integer::sum);
        return;
      }
      if (verdict instanceof Verdict.Failed failed) {
        failure = new Failure(recorded, variant, failed);
        break;
      }
      if (verdict instanceof Verdict.RefusedByCompiler) {
        refused++;
        return;
      }
    }
    warned += recorded.warnings().isEmpty() ? 0 : 1;
    boolean listed = deviations.covers(recorded);
    if (failure == null && listed) {
      staleDeviations.add(recorded.call());
    }
    if (failure == null) {
      passed++;
      passedNames.addAll(names(recorded));
    } else if (listed) {
      deviating++;
    } else {
      failures.add(failure);
    }
  }

  /// What a passing case speaks for: its function, the context it ran in and the error it raised.
  private static List<String> names(Case recorded) {
    List<String> names = new ArrayList<>();
    names.add(recorded.function());
    Literal.Call context = LiteralParser.context(recorded.let());
    if (context != null) {
      names.add("np." + context.name());
    }
    for (String word : recorded.arguments().split("[^\\w:]+")) {
      if (word.startsWith("const:")) {
        names.add("const." + word.substring(6));
      }
    }
    if (recorded.raises()) {
      names.add("error." + recorded.result().substring(1, recorded.result().indexOf(' ')));
    }
    return names;
  }

  private static List<MemoryLayoutVariant> variants(Case recorded, boolean allLayouts) {
    List<MemoryLayoutVariant> variants = new ArrayList<>();
    variants.add(MemoryLayoutVariant.AS_RECORDED);
    List<MemoryLayoutVariant> others = recorded.mode().layouts();
    if (allLayouts) {
      variants.addAll(others);
    } else if (!others.isEmpty()) {
      variants.add(others.get(recorded.line() % others.size()));
    }
    return variants;
  }

  String summary() {
    return String.format(
        "%-14s %6d cases %6d passed %5d refused by the compiler %5d failed %5d deviating %6d not"
            + " covered; %d with warnings; %d replays",
        page, total, passed, refused, failures.size(), deviating, notCovered, warned, replays);
  }

  public static void main(String[] arguments) throws IOException {
    Settings settings = Settings.parse(arguments);
    Path out = settings.out();
    if (settings.device() != Device.CPU) {
      StandInCuda.obstacle().ifPresent(System.out::println);
    }
    Files.createDirectories(out);
    Deviations deviations = Deviations.read();
    Set<String> names = new TreeSet<>();
    Map<String, Integer> missing = new TreeMap<>();
    boolean failed = false;
    List<String> shown = new ArrayList<>();
    for (String page : settings.pages().isEmpty() ? CaseFile.PAGES : settings.pages()) {
      long start = System.nanoTime();
      Replay replay = of(page, settings, deviations);
      failed |= !replay.failures.isEmpty();
      System.out.printf("%s; %.1f s%n", replay.summary(), (System.nanoTime() - start) / 1e9);
      Files.write(
          out.resolve(page + ".failures.txt"),
          replay.failures.stream().map(Failure::text).toList());
      replay.failures.stream().limit(10).map(Failure::text).forEach(shown::add);
      names.addAll(replay.passedNames);
      replay.missing.forEach((name, count) -> missing.merge(name, count, Integer::sum));
      replay.staleDeviations.forEach(call -> System.out.println("deviation passes: " + call));
    }
    Files.write(out.resolve("replayed-names.txt"), names);
    System.out.println("not covered yet: " + missing);
    deviations.reasons().forEach(reason -> System.out.println("known deviation: " + reason));
    if (settings.strict()) {
      shown.forEach(System.out::println);
    }
    System.exit(failed && settings.strict() ? 1 : 0);
  }
}
