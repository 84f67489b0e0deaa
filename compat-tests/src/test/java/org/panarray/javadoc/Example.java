package org.panarray.javadoc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A fenced block of Java in a Markdown comment.
///
/// @param file the source file
/// @param line the line of the fence
/// @param code the lines between the fences
record Example(Path file, int line, List<String> code) {
  private static final String COMMENT = "///";
  private static final String FENCE = "```";

  /// The examples in the sources below a directory, in the order of the files.
  static List<Example> below(Path directory) {
    try (var files = Files.walk(directory)) {
      List<Example> examples = new ArrayList<>();
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        examples.addAll(in(file, Files.readAllLines(file)));
      }
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Example> in(Path file, List<String> lines) {
    List<Example> examples = new ArrayList<>();
    List<String> code = null;
    int start = 0;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.startsWith(COMMENT)) {
        continue;
      }
      String text = line.substring(COMMENT.length());
      String bare = text.strip();
      if (code == null && bare.equals(FENCE + "java")) {
        code = new ArrayList<>();
        start = i + 1;
      } else if (code != null && bare.equals(FENCE)) {
        examples.add(new Example(file, start, List.copyOf(code)));
        code = null;
      } else if (code != null) {
        code.add(text.startsWith(" ") ? text.substring(1) : text);
      }
    }
    return examples;
  }

  String name() {
    return file.getFileName() + ":" + line;
  }

  boolean needsGpu() {
    return code.stream().anyMatch(text -> text.contains("Device.GPU"));
  }
}
