package org.panarray.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A replay in a process of its own, for what a process decides when it starts.
///
/// @param flags for the JVM
/// @param environment variables to set
record ReplayProcess(List<String> flags, Map<String, String> environment) {
  private static final List<String> VECTORS = List.of("--add-modules", "jdk.incubator.vector");

  static ReplayProcess withFlags(String... flags) {
    List<String> all = new ArrayList<>(VECTORS);
    all.addAll(List.of(flags));
    return new ReplayProcess(all, Map.of());
  }

  static ReplayProcess withVariable(String name, String value) {
    return new ReplayProcess(VECTORS, Map.of(name, value));
  }

  /// The Vector API is an incubator module, which nobody finds who does not ask for it.
  static ReplayProcess withoutVectors() {
    return new ReplayProcess(List.of(), Map.of());
  }

  /// Fails where a case does.
  void replay(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Replay.class.getName()));
    command.addAll(arguments);
    String name = (flags + " " + environment).replaceAll("[^A-Za-z0-9]+", "-");
    command.addAll(List.of("--strict", "--out=target/replay" + name));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    System.out.println(flags + " " + environment + "\n" + output);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
  }
}
