package org.panarray.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.panarray.error.ValueError;

/// How a file is mapped into memory; NumPy's `mode`.
public enum MapAccess {
  /// `r`: only for reading.
  READ(MapMode.READ_ONLY),
  /// `r+`: changes go into the file.
  READ_WRITE(MapMode.READ_WRITE),
  /// `w+`: as `r+`, on a new or emptied file.
  CREATE(MapMode.READ_WRITE),
  /// `c`: changes stay in memory.
  COPY(MapMode.PRIVATE);

  private final MapMode mapMode;

  MapAccess(MapMode mapMode) {
    this.mapMode = mapMode;
  }

  /// The access that NumPy names so.
  ///
  /// @throws ValueError if there is no such mode
  public static MapAccess of(String mode) {
    return switch (mode) {
      case "r", "readonly" -> READ;
      case "r+", "readwrite" -> READ_WRITE;
      case "w+", "write" -> CREATE;
      case "c", "copyonwrite" -> COPY;
      default ->
          throw new ValueError(
              "mode must be one of ['r', 'c', 'r+', 'w+', 'readonly', 'copyonwrite', 'readwrite',"
                  + " 'write'] (got '"
                  + mode
                  + "')");
    };
  }

  MapMode mapMode() {
    return mapMode;
  }

  /// Whether a file that is too short is made longer.
  boolean extendsFile() {
    return mapMode == MapMode.READ_WRITE;
  }

  /// Opens a file for this access.
  ///
  /// @throws IOException if the file is missing or may not be opened so
  public FileChannel open(Path path) throws IOException {
    return switch (this) {
      case READ -> FileChannel.open(path, StandardOpenOption.READ);
      // The JDK wants a writable file even for changes that stay in memory.
      case READ_WRITE, COPY ->
          FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
      case CREATE ->
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING);
    };
  }
}
