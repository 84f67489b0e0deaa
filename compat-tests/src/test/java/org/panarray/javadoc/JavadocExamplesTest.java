package org.panarray.javadoc;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Np.np;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.panarray.engine.Device;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavadocExamplesTest {
  private static final List<String> MODULES = List.of("broadcasting", "ndarray", "gpu", "grad");
  private static final int FEWEST = 100;

  private final List<Example> examples = new ArrayList<>();
  private ExampleRunner runner = new ExampleRunner();

  @BeforeAll
  void readSources() {
    for (String module : MODULES) {
      examples.addAll(Example.below(root().resolve(module).resolve("src/main/java")));
    }
  }

  @AfterAll
  void closeShell() {
    runner.close();
  }

  @TestFactory
  Stream<DynamicTest> examplesCompileRunAndPrintWhatTheySay() {
    boolean gpu = np.hasDevice(Device.GPU);
    return examples.stream()
        .filter(example -> gpu || !example.needsGpu())
        .map(example -> DynamicTest.dynamicTest(example.name(), () -> runner.run(example)));
  }

  @Test
  void thereAreExamples() {
    assertTrue(examples.size() >= FEWEST, "only " + examples.size());
  }

  /// The checkout, whether tests run in it or in a module of it.
  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve("ndarray/src/main/java"))) {
      directory = directory.getParent();
    }
    return directory;
  }
}
