package org.panarray.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/properties.md` names every system property that the sources read, and no other.
class PropertiesTest {
  private static final Path ROOT = Path.of("..");

  /// What the JDK and Maven set themselves.
  private static final Pattern FOREIGN = Pattern.compile("(java|jdk|os|user|surefire)\\..*");

  private static final Pattern READ =
      Pattern.compile(
          "(?:System\\.getProperty|Integer\\.getInteger|Long\\.getLong|Boolean\\.getBoolean)"
              + "\\(\\s*\"([\\w.]+)\"");

  /// Names that are handed on before they are read.
  private static final Pattern NAMED =
      Pattern.compile("\"(panarray\\.[a-z][a-z.]*|PANARRAY_[A-Z_]+)\"");

  private static final Pattern LISTED =
      Pattern.compile(
          "`((?:panarray|strangers)\\.[a-z.]+|seed|PANARRAY_(?:CUDA_[A-Z]+|NUM_THREADS))`");

  @Test
  void everyPropertyThatIsReadIsListed() throws IOException {
    Set<String> read = new TreeSet<>();
    for (Path source : sources()) {
      String text = Files.readString(source);
      collect(READ, text, read);
      collect(NAMED, text, read);
    }
    read.removeIf(name -> FOREIGN.matcher(name).matches());
    assertTrue(read.size() > 20, () -> "looked in the wrong place: " + read);
    Set<String> listed = new TreeSet<>();
    collect(LISTED, Files.readString(ROOT.resolve("docs/properties.md")), listed);
    assertEquals(read, listed);
  }

  private static void collect(Pattern pattern, String text, Set<String> names) {
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      names.add(found.group(1));
    }
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(ROOT, Files::isDirectory)) {
      for (Path folder : folders) {
        Path source = folder.resolve("src");
        if (Files.isDirectory(source)) {
          try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
          }
        }
      }
    }
    sources.removeIf(file -> file.endsWith("PropertiesTest.java"));
    return sources;
  }
}
