package org.panarray.strangers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Calls every public method with what nobody would give it.
///
/// `-Dstrangers.seed=N` draws another sample, `-Dstrangers.only=TEXT` calls only what contains the
/// text; under the tag `soak` `-Dstrangers.sample=N` takes one call of so many, 1 for all.
final class StrangersTest {
  private static final int DEATHS_AT_MOST = 20;

  @TempDir Path folder;

  @Test
  void aSampleOfStrangersIsAnsweredWithASentence() throws Exception {
    sweep(60, Long.getLong("strangers.seed", 1));
  }

  @Tag("soak")
  @Test
  void manyStrangersAreAnsweredWithASentence() throws Exception {
    sweep(Integer.getInteger("strangers.sample", 8), Long.getLong("strangers.seed", 2));
  }

  private void sweep(int sample, long seed) throws IOException, InterruptedException {
    String only = System.getProperty("strangers.only", "");
    System.out.println("strangers: -Dstrangers.seed=" + seed + ", one call of " + sample);
    List<String> faults = new ArrayList<>();
    int method = 0;
    int call = 0;
    while (!Files.exists(folder.resolve("done"))) {
      int code = child(method, call, sample, seed, only);
      if (Files.exists(folder.resolve("done"))) {
        break;
      }
      assertNotEquals(1, code, () -> text("output"));
      String[] last = Files.readString(folder.resolve("progress")).split("[ \0]", 3);
      faults.add((code == 3 ? "no end: " : "exit code " + code + ": ") + last[2].trim());
      method = Integer.parseInt(last[0]) + (last[1].equals("-1") ? 1 : 0);
      call = Integer.parseInt(last[1]) + 1;
      assertTrue(faults.size() < DEATHS_AT_MOST, () -> String.join("\n", faults));
    }
    System.out.print(text("done") + text("hangs") + text("slow"));
    assertEquals("", String.join("\n", faults) + text("faults"));
  }

  private String text(String file) {
    Path path = folder.resolve(file);
    try {
      return Files.exists(path) ? Files.readString(path) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// 64 MB of heap and, where the system can, 3 GB of addresses: what asks for more is refused and
  /// not served by a machine that happens to be large.
  private int child(int method, int call, int sample, long seed, String only)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) {
      command.addAll(List.of("sh", "-c", "ulimit -v 3000000; exec \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:CompressedClassSpaceSize=64m",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseSerialGC",
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:ErrorFile=" + folder.resolve("hs_err"),
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            absoluteClassPath(),
            Sweep.class.getName()));
    command.addAll(
        List.of(folder.toString(), "" + method, "" + call, "" + sample, "" + seed, only));
    File output = folder.resolve("output").toFile();
    return new ProcessBuilder(command)
        .directory(Files.createDirectories(folder.resolve("work")).toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
        .start()
        .waitFor();
  }

  private static String absoluteClassPath() {
    List<String> elements = new ArrayList<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      elements.add(Path.of(element).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, elements);
  }
}
