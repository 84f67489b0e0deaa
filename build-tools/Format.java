import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs google-java-format over every Java file below the working directory: `--check` names the
/// files that differ and exits with 1, `--write` rewrites them.
///
/// Doc comments are left as they were typed: a table or a NumPy session in one must not be reflowed.
final class Format {
  private static final Set<String> SKIPPED = Set.of("target", ".git", ".panarray", ".kit");

  private Format() {}

  static void main(String[] args) throws Exception {
    boolean write = List.of(args).contains("--write");
    List<String> options = new ArrayList<>(List.of("--skip-javadoc-formatting"));
    options.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    options.addAll(javaFiles());
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int exit = new Main(out, err, System.in).format(options.toArray(new String[0]));
    if (exit != 0 && !write) {
      System.err.println("The files above are not formatted. To format them: ./panarray format");
    }
    System.exit(exit);
  }

  private static List<String> javaFiles() throws IOException {
    List<String> found = new ArrayList<>();
    Files.walkFileTree(
        Path.of(""),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            return SKIPPED.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".java")) {
              found.add(file.toString());
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }
}
