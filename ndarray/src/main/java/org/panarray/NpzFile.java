package org.panarray;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.panarray.error.Required;
import org.panarray.error.ValueError;
import org.panarray.internal.files.FileArgument;
import org.panarray.internal.files.StoredArrays;
import org.panarray.io.NpzArchive;

/// An open `.npz` file. Each array is read when it is asked for; `close` closes the file.
///
/// ```java
/// Path file = Files.createTempFile("weights", ".npz");
/// np.savez(file, Map.of("W", np.eye(2)));
/// try (NpzFile weights = np.loadz(file)) {
///   NDArray w = weights.get("W").get(0); // [1. 0.]
/// }
/// Files.delete(file);
/// ```
///
/// @see <a href="https://numpy.org/doc/2.4/reference/generated/numpy.lib.npyio.NpzFile.html">
///   numpy.lib.npyio.NpzFile</a>
public final class NpzFile implements AutoCloseable, Iterable<String> {
  private static final int SHOWN_NAMES = 5;

  private final Path path;
  private final NpzArchive archive;

  public NpzFile(Path path) {
    this.path = Required.argument(path, "path");
    this.archive = FileArgument.work(path, () -> NpzArchive.open(path));
  }

  /// The names of the arrays, in the order of the file.
  public List<String> files() {
    return archive.names();
  }

  /// Whether there is an array of this name.
  public boolean contains(String name) {
    return archive.contains(name);
  }

  /// Reads an array, on the thread's default device; every call reads it again.
  ///
  /// @throws ValueError `w is not a file in the archive`; `Bad CRC-32 for file 'w.npy'`, if the
  ///   bytes are not those that were written; or if the member is no `.npy` data, in words that
  ///   name it
  /// @throws java.io.UncheckedIOException if the file cannot be read
  public NDArray get(String name) {
    return FileArgument.work(path, () -> StoredArrays.read(memory -> archive.read(name, memory)));
  }

  @Override
  public Iterator<String> iterator() {
    return files().iterator();
  }

  /// As NumPy prints it: `NpzFile 'weights.npz' with keys: W, b`.
  @Override
  public String toString() {
    List<String> names = files();
    boolean shortened = names.size() > SHOWN_NAMES;
    List<String> shown = shortened ? names.subList(0, SHOWN_NAMES) : names;
    return "NpzFile '"
        + path
        + "' with keys: "
        + String.join(", ", shown)
        + (shortened ? "..." : "");
  }

  /// Closes the file; idempotent.
  @Override
  public void close() {
    FileArgument.work(
        path,
        () -> {
          archive.close();
          return path;
        });
  }
}
