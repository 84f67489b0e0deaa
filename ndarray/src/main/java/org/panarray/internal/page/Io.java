package org.panarray.internal.page;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.panarray.DType;
import org.panarray.Kw;
import org.panarray.NDArray;
import org.panarray.NamedArray;
import org.panarray.Np;
import org.panarray.NpzFile;
import org.panarray.error.MemoryError;
import org.panarray.error.Required;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.internal.array.ArrayLike;
import org.panarray.internal.array.Storage;
import org.panarray.internal.files.FileArgument;
import org.panarray.internal.files.StoredArrays;
import org.panarray.internal.files.TextSource;
import org.panarray.io.MapAccess;
import org.panarray.io.NpyReader;
import org.panarray.io.NpyWriter;
import org.panarray.io.NpzWriter;
import org.panarray.io.NumberTable;
import org.panarray.io.NumberText;
import org.panarray.io.RawFile;
import org.panarray.io.SafeFile;
import org.panarray.keyword.Keyword;
import org.panarray.keyword.TextKeyword;
import org.panarray.shape.Shape;

/// NumPy's own files: `.npy` with one array and `.npz` with several.
///
/// A file is a [Path] or a text that is one. What NumPy raises as `OSError` or `EOFError` is an
/// [UncheckedIOException]. Files are complete or as they were before.
///
/// @see <a href="https://numpy.org/doc/2.4/reference/routines.io.html">NumPy's page</a>
public sealed interface Io permits Np {

  /// Reads the array of a `.npy` file: `numpy.load`. Keyword: `mmap_mode`.
  ///
  /// Elements in foreign byte order arrive in this machine's: no dtype here has another. Texts,
  /// records and raw bytes (`|V2`) have no dtype here either; the error says so, and their bytes
  /// can be read by [#fromfile] with an `offset` and seen through another dtype. `<V2`, as JAX
  /// saves it, is bfloat16.
  ///
  /// With `mmap_mode` the elements stay in the file, which cannot be where their byte order is
  /// foreign: `r` gives an array that cannot be written, `r+` one whose changes go into the file,
  /// `c` one whose changes stay in memory. An `.npz` file is opened by [#loadz].
  ///
  /// @throws ValueError if this is no `.npy` file, is damaged, or holds objects or another dtype
  ///   that does not exist here
  /// @throws TypeError if it is an `.npz` file
  default NDArray load(Object file, TextKeyword.ForLoad... keywords) {
    if (file instanceof InputStream stream) {
      return load(stream);
    }
    TextKeyword.MmapMode given = Keyword.find(TextKeyword.MmapMode.class, keywords);
    String mode = given == null ? null : given.value();
    Path path = FileArgument.path(file);
    MapAccess access = mode == null ? null : mapAccess(mode, path);
    return FileArgument.work(
        path,
        () -> {
          try (FileChannel channel = (access == null ? MapAccess.READ : access).open(path)) {
            refuseArchive(path, channel);
            return access == null
                ? StoredArrays.read(memory -> NpyReader.read(channel, memory))
                : StoredArrays.mapped(NpyReader.map(channel, access));
          }
        });
  }

  /// Reads one array from a stream and no byte more, so that several can follow each other.
  private static NDArray load(InputStream stream) {
    try {
      return StoredArrays.read(memory -> NpyReader.read(stream, memory));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    } catch (OutOfMemoryError e) {
      MemoryError fault = new MemoryError("the heap (-Xmx) does not hold what the stream promises");
      fault.initCause(e);
      throw fault;
    }
  }

  private static @Nullable MapAccess mapAccess(String mode, Path path) {
    MapAccess access = MapAccess.of(mode);
    if (access == MapAccess.CREATE) {
      throw new ValueError("a file to be read is not mapped in mode 'w+'; see np.openMemmap");
    }
    // Changes that stay in memory need no mapping of a file that may not be opened for writing.
    return access == MapAccess.COPY && !Files.isWritable(path) ? null : access;
  }

  private static void refuseArchive(Path path, FileChannel channel) throws IOException {
    ByteBuffer start = ByteBuffer.allocate(4);
    channel.read(start, 0);
    byte[] bytes = start.array();
    boolean zip = bytes[0] == 'P' && bytes[1] == 'K' && (bytes[2] == 3 || bytes[2] == 5);
    if (zip) {
      throw new TypeError("'" + path + "' holds several arrays: open it with np.loadz");
    }
    if (channel.size() == 0) {
      throw new EOFException("No data left in file");
    }
  }

  /// Opens an `.npz` file: what `numpy.load` does with one. Arrays are read when asked for.
  ///
  /// @throws ValueError `File is not a zip file`
  default NpzFile loadz(Object file) {
    return new NpzFile(FileArgument.path(file));
  }

  /// Writes an array as `.npy`: `numpy.save`. The ending is added where it is missing; a stream is
  /// written at its position.
  ///
  /// ```java
  /// Path file = Files.createTempFile("array", ".npy");
  /// np.save(file, np.arange(3));
  /// np.load(file) // [0 1 2]
  /// Files.delete(file);
  /// ```
  default void save(Object file, Object arr) {
    NDArray array = ArrayLike.of(arr);
    if (file instanceof OutputStream stream) {
      try {
        StoredArrays.write(
            Map.of("", array),
            arrays -> NpyWriter.write(Channels.newChannel(stream), arrays.get("")));
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      return;
    }
    Path path = FileArgument.path(file, ".npy");
    write(
        path,
        Map.of("", array),
        (channel, arrays) -> NpyWriter.write(channel, arrays.values().iterator().next()));
  }

  /// Writes several arrays into an `.npz` file without compression: `numpy.savez`.
  ///
  /// Arrays given as [Kw#named] keep their name, the others are `arr_0`, `arr_1`...
  ///
  /// @throws ValueError `Cannot use un-named variables and keyword arr_0`
  default void savez(Object file, Object... args) {
    writeArchive(file, args, false);
  }

  /// Writes arrays by name, in the order of the map: [#savez].
  ///
  /// ```java
  /// Path file = Files.createTempFile("arrays", ".npz");
  /// np.savez(file, Map.of("x", np.arange(3)));
  /// try (NpzFile arrays = np.loadz(file)) {
  ///   NDArray x = arrays.get("x"); // [0 1 2]
  /// }
  /// Files.delete(file);
  /// ```
  default void savez(Object file, Map<String, ?> arrays) {
    writeArchive(file, named(arrays), false);
  }

  /// As [#savez(Object, Object...)], deflated: `numpy.savez_compressed`.
  default void savezCompressed(Object file, Object... args) {
    writeArchive(file, args, true);
  }

  /// As [#savez(Object, Map)], deflated: `numpy.savez_compressed`.
  default void savezCompressed(Object file, Map<String, ?> arrays) {
    writeArchive(file, named(arrays), true);
  }

  private static Object[] named(Map<String, ?> arrays) {
    List<NamedArray> named = new ArrayList<>();
    Required.argument(arrays, "arrays")
        .forEach((name, array) -> named.add(new NamedArray(name, array)));
    return named.toArray();
  }

  private static void writeArchive(Object file, Object[] args, boolean deflated) {
    Map<String, NDArray> members = new LinkedHashMap<>();
    for (Object argument : Required.argument(args, "args")) {
      if (argument instanceof NamedArray(String name, Object array)) {
        members.put(name, ArrayLike.of(array));
      }
    }
    int unnamed = 0;
    for (Object argument : args) {
      if (!(argument instanceof NamedArray)) {
        String name = "arr_" + unnamed++;
        if (members.containsKey(name)) {
          throw new ValueError("Cannot use un-named variables and keyword " + name);
        }
        members.put(name, ArrayLike.of(argument));
      }
    }
    write(
        FileArgument.path(file, ".npz"),
        members,
        (channel, arrays) -> NpzWriter.write(channel, arrays, deflated));
  }

  /// Reads elements from a file without a header, as one axis: `numpy.fromfile`.
  ///
  /// Keywords: `dtype` (default float64), `count`, `offset` in bytes, `sep` (a text between
  /// numbers: the file is then read as text).
  ///
  /// @throws ValueError `string or file could not be read to its end due to unmatched data`
  /// @throws TypeError `'offset' argument only permitted for binary files`
  default NDArray fromfile(Object file, TextKeyword.ForFromfile... keywords) {
    TextKeyword.Offset offset = Keyword.find(TextKeyword.Offset.class, keywords);
    TextKeyword.Count count = Keyword.find(TextKeyword.Count.class, keywords);
    TextKeyword.Sep sep = Keyword.find(TextKeyword.Sep.class, keywords);
    DType dtype = dtype(keywords);
    long most = count == null ? -1 : count.value();
    Path path = FileArgument.path(file);
    if (sep == null || Required.argument(sep.value(), "sep").isEmpty()) {
      return FileArgument.work(
          path,
          () -> {
            try (FileChannel channel = MapAccess.READ.open(path)) {
              long start = offset == null ? 0 : offset.value();
              NDArray stored =
                  StoredArrays.read(
                      memory -> RawFile.read(channel, dtype.storage(), start, most, memory));
              return Storage.as(stored, dtype);
            }
          });
    }
    if (offset != null && offset.value() != 0) {
      throw new TypeError("'offset' argument only permitted for binary files");
    }
    if (!dtype.isNumeric()) {
      throw new ValueError("Unable to read character files of that array type");
    }
    // No byte is refused here: what is no number ends the numbers.
    String text = TextSource.read(path, "latin1", TextSource::whole);
    return column(NumberText.read(text, sep.value(), most, dtype.element()));
  }

  /// The numbers of a text, as one axis: `numpy.fromstring`.
  ///
  /// Keywords: `dtype` (default float64), `count`, and `sep`, which NumPy no longer does without.
  ///
  /// @throws ValueError `The binary mode of fromstring is removed, use frombuffer instead`, or
  ///   `string or file could not be read to its end due to unmatched data`
  default NDArray fromstring(String string, TextKeyword.ForFromstring... keywords) {
    TextKeyword.Count count = Keyword.find(TextKeyword.Count.class, keywords);
    TextKeyword.Sep sep = Keyword.find(TextKeyword.Sep.class, keywords);
    if (sep == null || sep.value().isEmpty()) {
      throw new ValueError("The binary mode of fromstring is removed, use frombuffer instead");
    }
    long most = count == null ? -1 : count.value();
    DType dtype = dtype(keywords);
    NDArray numbers = column(NumberText.read(string, sep.value(), most, dtype.storage()));
    return Storage.as(numbers, dtype);
  }

  private static DType dtype(Keyword[] keywords) {
    DType dtype = Keyword.dtypeIn(keywords);
    return dtype == null ? DType.FLOAT64 : dtype;
  }

  private static NDArray column(NumberTable table) {
    return StoredArrays.of(table, Shape.of(table.rows()));
  }

  private static void write(Path path, Map<String, NDArray> arrays, StoredArrays.Format format) {
    FileArgument.work(
        path,
        () -> {
          StoredArrays.write(
              arrays, stored -> SafeFile.write(path, file -> format.write(file, stored)));
          return path;
        });
  }
}
