package org.panarray.io;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.panarray.error.ValueError;

/// An open `.npz` file: a zip archive of `.npy` files, stored or deflated. Nothing but the
/// directory is read before a member is asked for.
public final class NpzArchive implements Closeable {
  private static final String SUFFIX = ".npy";

  /// Deflate cannot pack more bytes than this into one.
  private static final long HIGHEST_RATIO = 1032;

  private final ZipFile zip;
  private final long fileSize;
  private final List<String> names = new ArrayList<>();

  private NpzArchive(ZipFile zip, long fileSize) {
    this.zip = zip;
    this.fileSize = fileSize;
    Enumeration<? extends ZipEntry> entries = zip.entries();
    while (entries.hasMoreElements()) {
      names.add(withoutSuffix(entries.nextElement().getName()));
    }
  }

  /// Opens an archive.
  ///
  /// @throws ValueError if it is no zip archive
  /// @throws IOException if the file cannot be read
  public static NpzArchive open(Path path) throws IOException {
    try {
      return new NpzArchive(new ZipFile(path.toFile()), path.toFile().length());
    } catch (ZipException | IllegalArgumentException e) {
      throw new ValueError("File is not a zip file: " + e.getMessage());
    }
  }

  /// The names of the members, without `.npy`, in the order of the archive.
  public List<String> names() {
    return List.copyOf(names);
  }

  /// Whether there is a member of this name, given with or without `.npy`.
  public boolean contains(String name) {
    return entry(name) != null;
  }

  /// Reads one member.
  ///
  /// @param name the name with or without `.npy`
  /// @param allocate gives memory for the elements; called once, after all checks
  /// @throws ValueError if there is no such member or it is no `.npy` data
  /// @throws IOException if the file cannot be read
  public StoredArray read(String name, Function<NpyHeader, MemorySegment> allocate)
      throws IOException {
    ZipEntry entry = entry(name);
    if (entry == null) {
      throw new ValueError(name + " is not a file in the archive");
    }
    long size = entry.getSize();
    long packed = entry.getCompressedSize();
    if (size < 0 || packed < 0 || packed > fileSize || size > (packed + 1) * HIGHEST_RATIO) {
      throw new ValueError(
          "the directory of the archive is damaged: "
              + entry.getName()
              + " claims "
              + size
              + " bytes packed into "
              + packed);
    }
    try (InputStream stream = zip.getInputStream(entry)) {
      return NpyReader.read(stream, size, allocate);
    } catch (ZipException e) {
      throw new ValueError("Bad data in file " + entry.getName() + ": " + e.getMessage());
    }
  }

  private @Nullable ZipEntry entry(String name) {
    ZipEntry entry = zip.getEntry(name + SUFFIX);
    return entry != null ? entry : zip.getEntry(name);
  }

  private static String withoutSuffix(String name) {
    return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
