package org.panarray.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A file that is being written and not yet in its place. Its writer holds a lock on it, which ends
/// with the process: a part that can be locked belongs to nobody. A process number would not tell
/// that, since writers in other containers have numbers of their own.
final class PartFile implements AutoCloseable {
  private static final Pattern NAME =
      Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part");

  /// So long a folder is not searched again: saving many files must not list it for each.
  private static final long SEARCH_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final int MOST_FOLDERS = 1_000;

  /// The parts of this process. They are never opened a second time: closing any channel of a file
  /// gives up all locks that the process has on it.
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private static final Map<Path, Long> SEARCHED = new ConcurrentHashMap<>();

  private final Path path;
  private final FileChannel channel;

  private PartFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /// An empty part of a file, in its folder.
  ///
  /// @throws IOException if it cannot be written; then there is none
  static PartFile beside(Path target) throws IOException {
    while (true) {
      String name = "." + target.getFileName() + "." + UUID.randomUUID() + ".part";
      PartFile part = created(target.resolveSibling(name));
      boolean kept = false;
      try {
        lock(part.channel);
        // Between creation and lock another process may have taken it for a left-over.
        kept = Files.exists(part.path);
        if (kept) {
          return part;
        }
      } finally {
        if (!kept) {
          part.close();
        }
      }
    }
  }

  private static PartFile created(Path path) throws IOException {
    OWN.add(path);
    try {
      return new PartFile(
          path, FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    } catch (IOException e) {
      OWN.remove(path);
      throw e;
    }
  }

  @SuppressWarnings("ResultOfMethodCallIgnored") // the lock ends with the channel
  private static void lock(FileChannel channel) throws IOException {
    try {
      channel.lock();
    } catch (IOException e) {
      if (!channel.isOpen()) {
        throw e;
      }
      // A file system without locks: nobody can lock, and so nobody removes.
    }
  }

  Path path() {
    return path;
  }

  FileChannel channel() {
    return channel;
  }

  /// Removes the parts in a file's folder whose writers are gone. What cannot be removed stays.
  static void removeStale(Path target) {
    Path folder = target.getParent();
    long now = System.nanoTime();
    Long before = SEARCHED.get(folder);
    if (before != null && now - before < SEARCH_NANOS) {
      return;
    }
    if (SEARCHED.size() >= MOST_FOLDERS) {
      SEARCHED.clear();
    }
    SEARCHED.put(folder, now);
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(
            folder, file -> NAME.matcher(file.getFileName().toString()).matches())) {
      for (Path part : parts) {
        if (!OWN.contains(part)) {
          removeIfStale(part);
        }
      }
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      // The writing itself will tell what is wrong with the folder.
    }
  }

  private static void removeIfStale(Path part) {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // Another's file, or one that is gone already.
    }
  }

  /// Gives up the file; what has not been moved to its place is removed.
  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(path);
    } finally {
      OWN.remove(path);
    }
  }
}
