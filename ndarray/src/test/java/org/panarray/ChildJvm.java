package org.panarray;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How a virtual machine of its own is started for a program that may end it or needs its limits.
///
/// @param options for the JVM, before the class
/// @param environment variables to set; OpenBLAS's own are not inherited
/// @param classPath where it finds its classes
public record ChildJvm(List<String> options, Map<String, String> environment, String classPath) {

  /// What a JVM that has ended left.
  ///
  /// @param status as the shell would see it: 128 and the number of the signal that ended it
  public record Ended(int status, String out, String err) {}

  /// As programs are started that compute for long.
  static final ChildJvm PLAIN = new ChildJvm(List.of(), Map.of(), classPathOfTests());

  /// For programs that end before the optimising compiler would pay.
  public static final ChildJvm SHORT = PLAIN.withOptions("-XX:TieredStopAtLevel=1", "-Xmx512m");

  public ChildJvm with(String variable, String value) {
    return new ChildJvm(options, Map.of(variable, value), classPath);
  }

  /// With options behind those that it has.
  public ChildJvm withOptions(String... more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of(more));
    return new ChildJvm(all, environment, classPath);
  }

  public ChildJvm onClassPath(String path) {
    return new ChildJvm(options, environment, path);
  }

  public Process start(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:-CreateCoredumpOnCrash"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, program.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("OPENBLAS_"));
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// Runs a class's `main` and waits for its end.
  public Ended run(Class<?> program, String... arguments) throws InterruptedException {
    return end(start(program, arguments), TimeUnit.HOURS.toSeconds(1));
  }

  /// Runs a class's `main` and returns what it wrote; fails unless it ends by itself with 0.
  public static String run(Class<?> program, List<String> options, String... arguments)
      throws InterruptedException {
    Ended ended = PLAIN.withOptions(options.toArray(String[]::new)).run(program, arguments);
    assertEquals(0, ended.status(), () -> ended.out() + ended.err());
    return ended.out();
  }

  /// Waits for the end; a process that does not come to one within so many seconds is killed.
  private static Ended end(Process process, long seconds) throws InterruptedException {
    StringBuilder err = new StringBuilder();
    Thread reader = Thread.ofVirtual().start(() -> err.append(read(process.errorReader())));
    Thread watch =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                      process.destroyForcibly();
                    }
                  } catch (InterruptedException _) {
                    process.destroyForcibly();
                  }
                });
    String out = read(process.inputReader(StandardCharsets.UTF_8));
    watch.join();
    reader.join();
    return new Ended(process.waitFor(), out, err.toString());
  }

  private static String read(BufferedReader reader) {
    StringBuilder text = new StringBuilder();
    try (reader) {
      for (int c = reader.read(); c >= 0; c = reader.read()) {
        text.append((char) c);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return text.toString();
  }

  /// Where the classes are, whether they were found on the class path or the module path.
  private static String classPathOfTests() {
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
