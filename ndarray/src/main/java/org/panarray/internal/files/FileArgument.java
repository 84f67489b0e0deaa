package org.panarray.internal.files;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.panarray.error.TypeError;

/// What functions take as a file: a [Path], or a text that is one.
public final class FileArgument {
  /// Work on a file.
  @FunctionalInterface
  public interface Work<R> {
    R run() throws IOException;
  }

  private FileArgument() {}

  /// The path that an argument names.
  ///
  /// @throws TypeError if it names none
  public static Path path(@Nullable Object file) {
    return switch (file) {
      case null -> throw new TypeError("expected str, bytes or os.PathLike object, not NoneType");
      case Path path -> path;
      case java.io.File path -> path.toPath();
      case CharSequence text -> Path.of(text.toString());
      default ->
          throw new TypeError(
              "expected str, bytes or os.PathLike object, not " + file.getClass().getSimpleName());
    };
  }

  /// The path with an ending added where it is missing, as `save` and `savez` do.
  public static Path path(@Nullable Object file, String ending) {
    Path path = path(file);
    String name = path.getFileName().toString();
    return name.endsWith(ending) ? path : path.resolveSibling(name + ending);
  }

  /// Does the work and turns what Java checks into what NumPy's callers expect.
  ///
  /// @throws UncheckedIOException with Python's text for a missing file
  public static <R> R work(Path path, Work<R> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new UncheckedIOException(text(path, e), e);
    }
  }

  private static String text(Path path, IOException fault) {
    return switch (fault) {
      case ClosedByInterruptException _, FileLockInterruptionException _ ->
          "the thread was interrupted while it read or wrote '" + path + "'";
      case EOFException _ when fault.getMessage() != null -> fault.getMessage();
      default ->
          fault instanceof NoSuchFileException
                  || fault instanceof FileNotFoundException && Files.notExists(path)
              ? "[Errno 2] No such file or directory: '" + path + "'"
              : Files.isDirectory(path)
                  ? "[Errno 21] Is a directory: '" + path + "'"
                  : fault.getClass().getSimpleName() + " in '" + path + "': " + fault.getMessage();
    };
  }
}
