package org.panarray.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;

/// Writes files so that a failure leaves nothing half-written under their name.
public final class SafeFile {
  /// What is written, given an empty file.
  @FunctionalInterface
  public interface Content {
    /// Writes everything.
    ///
    /// @throws IOException if that fails
    void writeTo(FileChannel file) throws IOException;
  }

  private SafeFile() {}

  /// Writes `content` beside `path` and moves it there when it is complete. What is no plain file,
  /// such as a pipe, is written directly.
  ///
  /// @throws IOException if the content cannot be written; `path` is then as it was
  public static void write(Path path, Content content) throws IOException {
    Path target = resolved(path);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
        content.writeTo(file);
      }
      return;
    }
    String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".part";
    Path part = target.resolveSibling(name);
    try {
      try (FileChannel file =
          FileChannel.open(part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW))) {
        content.writeTo(file);
      }
      move(part, target);
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(path.toString());
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path resolved(Path path) throws IOException {
    Path absolute = path.toAbsolutePath();
    return Files.isSymbolicLink(absolute) && Files.exists(absolute)
        ? absolute.toRealPath() // the link stays a link
        : absolute;
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
