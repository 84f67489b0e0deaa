package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Programs that run in a virtual machine of their own, because they may end it or need its limits.
public final class ChildJvm {
  private ChildJvm() {}

  /// Runs a class's `main` and returns what it wrote; fails unless it ends by itself with 0.
  ///
  /// @param options of the virtual machine, such as `-Xmx64m`
  public static String run(Class<?> program, List<String> options, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = command(program, options, arguments);
    Path output = Files.createTempFile("panarray", ".out");
    Path errors = Files.createTempFile("panarray", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(output.toFile())
              .redirectError(errors.toFile())
              .start();
      boolean ended = process.waitFor(60, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String text = Files.readString(output);
      assertEquals(ended ? 0 : -1, process.exitValue(), text + Files.readString(errors));
      return text;
    } finally {
      Files.delete(output);
      Files.delete(errors);
    }
  }

  /// Starts a class's `main`, to be killed.
  static Process start(Class<?> program, List<String> options, String... arguments)
      throws IOException {
    return new ProcessBuilder(command(program, options, arguments))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static List<String> command(Class<?> program, List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules=jdk.incubator.vector");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return command;
  }

  /// Where the classes are, whether they were found on the class path or the module path.
  private static String classPath() {
    String separator = java.io.File.pathSeparator;
    List<String> path = new ArrayList<>();
    for (String property : List.of("java.class.path", "jdk.module.path")) {
      String found = System.getProperty(property);
      if (found != null && !found.isEmpty()) {
        path.add(found);
      }
    }
    path.add(
        Path.of("target", "test-classes").toAbsolutePath()
            + separator
            + Path.of("target", "classes").toAbsolutePath());
    return String.join(separator, path);
  }
}
