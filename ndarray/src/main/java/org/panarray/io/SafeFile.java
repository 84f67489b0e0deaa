package org.panarray.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

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

  /// Writes `content` beside `path` and moves it there when it is complete, with the permissions of
  /// the file that it replaces. What is no plain file, such as a pipe, is written directly. What
  /// killed programs have left half-written in the folder is removed.
  ///
  /// @throws IOException if the content cannot be written; `path` is then as it was
  public static void write(Path path, Content content) throws IOException {
    Path target = resolved(path);
    if (Files.exists(target) && !isReplaceable(target)) {
      try (FileChannel file = FileChannel.open(target, StandardOpenOption.WRITE)) {
        content.writeTo(file);
        if (Files.isRegularFile(target)) {
          file.truncate(file.position());
        }
      }
      return;
    }
    PartFile.removeStale(target);
    try (PartFile part = PartFile.beside(target)) {
      content.writeTo(part.channel());
      copyPermissions(target, part.path());
      move(part.path(), target); // while it is still locked
    } catch (NoSuchFileException e) {
      throw new NoSuchFileException(path.toString());
    }
  }

  /// A file that may be written in a folder that may not can only be written in place.
  private static boolean isReplaceable(Path target) {
    return Files.isRegularFile(target) && Files.isWritable(target.getParent());
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    if (Files.exists(from)
        && from.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
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
