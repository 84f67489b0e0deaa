package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// NumPy's answers, one test a page. Prints what was covered, and writes the names of the functions
/// whose cases pass to `target/replayed-names.txt` for the coverage report.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final int SHOWN = 25;

  private final Deviations deviations = Deviations.read();
  private final Set<String> names = new TreeSet<>();

  @TestFactory
  Stream<DynamicTest> everyPageAnswersAsNumpyDoes() {
    return CaseFile.PAGES.stream()
        .map(page -> dynamicTest(page, () -> replay(page, Settings.DEFAULT)));
  }

  @Tag("soak")
  @TestFactory
  Stream<DynamicTest> everyPageAnswersAlikeInEveryLayout() {
    return CaseFile.PAGES.stream()
        .map(page -> dynamicTest(page, () -> replay(page, Settings.DEFAULT.withAllLayouts())));
  }

  private void replay(String page, Settings settings) {
    Replay replay = Replay.of(page, settings, deviations);
    names.addAll(replay.passedNames);
    System.out.println(replay.summary());
    if (!replay.missing.isEmpty()) {
      System.out.println("  not covered yet: " + replay.missing);
    }
    assertEquals(List.of(), replay.staleDeviations, "deviations that pass by now: delete them");
    if (!replay.failures.isEmpty()) {
      fail(
          replay.summary()
              + "\n"
              + replay.failures.stream()
                  .limit(SHOWN)
                  .map(Replay.Failure::text)
                  .collect(Collectors.joining("\n")));
    }
  }

  @AfterAll
  void report() {
    deviations.reasons().forEach(reason -> System.out.println("known deviation: " + reason));
    try {
      Path target = Path.of("target");
      Files.createDirectories(target);
      Files.write(target.resolve("replayed-names.txt"), names);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
