package org.panarray.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// The main example says what its twin in NumPy says, and trains on a GPU to the numbers of the CPU.
///
/// One run serves all tests. What NumPy says is recorded in `numpy/digits.out`, by
/// `python3 numpy/digits.py data/digits.csv.gz WEIGHTS.npz` with the weights of such a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DigitsTest {
  private static final Path EXAMPLES = Path.of("").toAbsolutePath();

  private int status;
  private List<String> lines = List.of();

  @BeforeAll
  void runOnce(@TempDir Path scratch) throws IOException, InterruptedException {
    Path classes = Files.createDirectory(scratch.resolve("classes"));
    String path = System.getProperty("java.class.path");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-cp",
                path,
                "-d",
                classes.toString(),
                EXAMPLES.resolve("Digits.java").toString());
    assertEquals(0, compiled);
    Path output = scratch.resolve("output.txt");
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classes + java.io.File.pathSeparator + path,
                "org.panarray.examples.OnStandIn",
                "Digits",
                "data",
                scratch.resolve("weights.npz").toString())
            .directory(EXAMPLES.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(process.waitFor(8, TimeUnit.MINUTES), "still running after 8 minutes");
    status = process.exitValue();
    lines = Files.readAllLines(output);
  }

  @AfterAll
  void forget() {
    lines = List.of();
  }

  private String text() {
    return String.join("\n", lines);
  }

  @Test
  void itSaysWhatItsTwinInNumpySays() throws IOException {
    assumeTrue(status != OnStandIn.NO_STAND_IN, this::text);
    assertEquals(0, status, this::text);
    List<String> expected = Files.readAllLines(EXAMPLES.resolve("numpy/digits.out"));
    List<String> common = new ArrayList<>(lines);
    common.retainAll(new HashSet<>(expected)); // the lines of both, in the order of this side
    assertEquals(String.join("\n", expected), String.join("\n", common), this::text);
  }

  @Test
  void itTrainsOnTheGpuToTheNumbersOfTheCpu() {
    assumeTrue(status != OnStandIn.NO_STAND_IN, this::text);
    List<String> cpu = losses("cpu");
    assertFalse(cpu.isEmpty(), this::text);
    assertEquals(cpu, losses("gpu"), this::text);
  }

  private List<String> losses(String device) {
    Pattern loss = Pattern.compile("step \\d+: loss [0-9.]+ on " + device);
    return lines.stream()
        .filter(line -> loss.matcher(line).matches())
        .map(line -> line.substring(0, line.lastIndexOf(' ')))
        .toList();
  }
}
