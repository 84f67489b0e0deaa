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
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A Python process that times NumPy on request.
final class NumpyPeer implements AutoCloseable {
  private static final Pattern NANOS = Pattern.compile("\"nanos\": ([0-9.e+]+)");

  private final Process process;
  private final BufferedReader answers;
  private final PrintStream requests;
  private final String versions;
  private final Path script;

  /// Starts `python3`, or what the property `panarray.python` names.
  NumpyPeer() {
    try (InputStream source = NumpyPeer.class.getResourceAsStream("numpy_peer.py")) {
      script = Files.createTempFile("numpy_peer", ".py");
      Files.copy(
          java.util.Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
      process =
          new ProcessBuilder(System.getProperty("panarray.python", "python3"), script.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      answers = process.inputReader(StandardCharsets.UTF_8);
      requests = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
      String first = answers.readLine();
      if (first == null) {
        throw new IllegalStateException("python3 with NumPy is needed for the comparison");
      }
      versions = first;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Python's and NumPy's versions.
  String versions() {
    return versions.replaceAll("[{}\"]", "");
  }

  void prepare(Workload.Case work) {
    ask(
        String.format(
            Locale.ROOT,
            "{\"prepare\": true, \"size\": %d, \"dtype\": \"%s\", \"setup\": \"%s\", \"work\":"
                + " \"%s\"}",
            work.size(),
            work.dtype(),
            work.numpySetup(),
            work.numpy()));
  }

  /// The median time of one call, measured for about this long.
  double sample(long nanos) {
    Matcher matcher = NANOS.matcher(ask("{\"sample\": " + nanos + "}"));
    if (!matcher.find()) {
      throw new IllegalStateException("the NumPy process gave no time");
    }
    return Double.parseDouble(matcher.group(1));
  }

  private String ask(String request) {
    requests.println(request);
    try {
      String answer = answers.readLine();
      if (answer == null) {
        throw new IllegalStateException("the NumPy process ended at: " + request);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    requests.close();
    process.destroy();
    try {
      Files.deleteIfExists(script);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
