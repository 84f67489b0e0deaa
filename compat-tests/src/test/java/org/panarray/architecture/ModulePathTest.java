package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything else runs on the class path; here a program that is a module of its own is compiled and
/// run against the published modules.
final class ModulePathTest {
  private static final String DESCRIPTOR =
      """
      module smoke {
        requires org.panarray.ndarray;
        requires org.panarray.gpu;
        requires org.panarray.grad;
      }
      """;

  private static final String PROGRAM =
      """
      package smoke;

      import static org.panarray.Np.np;

      public class Smoke {
        public static void main(String[] args) {
          System.out.println(np.arange(6).reshape(2, 3).matmul(np.ones(3)));
          System.out.println(Smoke.class.getModule() + ", " + np.getClass().getModule());
        }
      }
      """;

  @Test
  void aModuleThatRequiresPanarrayRuns(@TempDir Path folder) throws Exception {
    String modulePath = modulesOnClassPath();
    Assumptions.assumeFalse(modulePath.isEmpty(), "main and test classes share a folder");
    Path sources = Files.createDirectories(folder.resolve("src/smoke"));
    Files.writeString(folder.resolve("src/module-info.java"), DESCRIPTOR);
    Files.writeString(sources.resolve("Smoke.java"), PROGRAM);
    Path classes = folder.resolve("classes");
    String home = System.getProperty("java.home");
    assertEquals(
        "",
        run(
            home + "/bin/javac",
            "-p",
            modulePath,
            "-Xlint:-incubating",
            "-d",
            classes.toString(),
            folder.resolve("src/module-info.java").toString(),
            sources.resolve("Smoke.java").toString()));
    String output =
        run(
            home + "/bin/java",
            "--enable-native-access=org.panarray.linalg,org.panarray.ndarray,org.panarray.gpu",
            "-p",
            modulePath + File.pathSeparator + classes,
            "-m",
            "smoke/smoke.Smoke");
    assertEquals(
        """
        WARNING: Using incubator modules: jdk.incubator.vector
        [ 3. 12.]
        module smoke, module org.panarray.ndarray
        """,
        output);
  }

  private static String modulesOnClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(ModulePathTest::isModule)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isModule(String element) {
    String name = Path.of(element).getFileName().toString();
    return Files.exists(Path.of(element, "module-info.class"))
        || name.startsWith("panarray-")
        || name.startsWith("jspecify-")
        || name.startsWith("openblas-")
        || name.startsWith("javacpp-");
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(new ArrayList<>(List.of(command))).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    return output;
  }
}
