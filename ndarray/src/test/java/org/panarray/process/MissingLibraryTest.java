package org.panarray.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.ChildJvm;

/// Where OpenBLAS does not load the numbers are the same, and one line says why they take longer.
final class MissingLibraryTest {
  @Test
  void withoutTheJarOneLineNamesIt() throws InterruptedException {
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(element -> !Path.of(element).getFileName().toString().startsWith("openblas-"))
            .collect(Collectors.joining(File.pathSeparator));
    solves(ChildJvm.SHORT.onClassPath(classPath), "is the jar org.bytedeco:openblas");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theLoadersOwnWordsTellWhatIsWrongWithAFile(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path empty = Files.createFile(folder.resolve("empty.so"));
    Path foreign = Files.writeString(folder.resolve("foreign.so"), "no library\n".repeat(99));
    solves(given(empty), "file too short");
    solves(given(foreign), "invalid ELF header");
    solves(given(folder.resolve("none.so")), "cannot open shared object file");
  }

  private static ChildJvm given(Path library) {
    return ChildJvm.SHORT.withOptions("-Dpanarray.openblas.path=" + library);
  }

  private static void solves(ChildJvm jvm, String reason) throws InterruptedException {
    ChildJvm.Ended ended = jvm.run(OneSolution.class);
    assertEquals(0, ended.status(), ended::err);
    assertTrue(ended.out().startsWith("[0.5 0.5 0.5]\n"), ended::out);
    assertTrue(ended.out().contains(reason), ended::out);
    List<String> lines = ended.err().lines().filter(line -> line.contains("slower")).toList();
    assertEquals(1, lines.size(), ended::err);
    assertTrue(lines.getFirst().contains(reason), ended::err);
  }
}
