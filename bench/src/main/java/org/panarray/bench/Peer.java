package org.panarray.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// A Python process that answers each line with a line; started from a script beside this class.
final class Peer implements AutoCloseable {
  private final Process process;
  private final BufferedReader answers;
  private final PrintStream requests;
  private final Path file;
  private final Map<String, String> greeting;

  private Peer(String script, String... arguments) throws IOException {
    file = Files.createTempFile("peer", ".py");
    try (InputStream source = Peer.class.getResourceAsStream(script)) {
      Files.copy(Objects.requireNonNull(source), file, StandardCopyOption.REPLACE_EXISTING);
    }
    List<String> command = new ArrayList<>(List.of(python(), file.toString()));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    greeting = Json.read(Objects.requireNonNullElse(answers.readLine(), ""));
  }

  /// The Python that is compared with: `python3`, or what the property `panarray.python` names.
  static String python() {
    return System.getProperty("panarray.python", "python3");
  }

  /// A process that has one of the libraries that `peer.py` knows; empty where it is not installed.
  static Optional<Peer> of(String library) {
    return started("peer.py", library);
  }

  /// A process that runs programs; empty where there is no Python.
  static Optional<Peer> ofPrograms() {
    return started("programs.py");
  }

  private static Optional<Peer> started(String script, String... arguments) {
    try {
      Peer peer = new Peer(script, arguments);
      if (peer.greeting.containsKey("ready")) {
        return Optional.of(peer);
      }
      peer.close();
    } catch (IOException e) {
      System.err.println("bench: " + e.getMessage());
    }
    return Optional.empty();
  }

  /// What it runs, with versions.
  String versions() {
    return greeting.getOrDefault("ready", "");
  }

  /// The answer to a request; what went wrong there stands under `error`.
  Map<String, String> ask(Map<String, ?> request) {
    requests.println(Json.write(request));
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the Python process ended at: " + request);
      }
      return Json.read(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The median time of one call of what was last prepared, measured for about this long.
  double sample(long nanos) {
    return Double.parseDouble(ask(Map.of("sample", nanos)).get("nanos"));
  }

  @Override
  public void close() {
    requests.close();
    process.destroy();
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
