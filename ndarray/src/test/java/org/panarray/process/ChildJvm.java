package org.panarray.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// How a JVM on this one's class path is started.
///
/// @param options for the JVM, before the class
/// @param environment variables to set; OpenBLAS's own are not inherited
/// @param classPath where it finds its classes
record ChildJvm(List<String> options, Map<String, String> environment, String classPath) {

  /// What a JVM that has ended left.
  ///
  /// @param status as the shell would see it: 128 and the number of the signal that ended it
  record Ended(int status, String out, String err) {}

  static final ChildJvm PLAIN =
      new ChildJvm(List.of(), Map.of(), System.getProperty("java.class.path"));

  ChildJvm with(String variable, String value) {
    return new ChildJvm(options, Map.of(variable, value), classPath);
  }

  ChildJvm withOptions(String... more) {
    return new ChildJvm(List.of(more), environment, classPath);
  }

  ChildJvm onClassPath(String path) {
    return new ChildJvm(options, environment, path);
  }

  Process start(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1"));
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-XX:-CreateCoredumpOnCrash"));
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

  Ended run(Class<?> program, String... arguments) throws InterruptedException {
    return end(start(program, arguments), 1200);
  }

  /// Waits for the end; a process that does not come to one within so many seconds is killed.
  static Ended end(Process process, long seconds) throws InterruptedException {
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
}
