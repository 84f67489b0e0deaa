package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.converters;
import static org.panarray.Kw.count;
import static org.panarray.Kw.delimiter;
import static org.panarray.Kw.dtype;
import static org.panarray.Kw.fmt;
import static org.panarray.Kw.mmapMode;
import static org.panarray.Kw.mode;
import static org.panarray.Kw.named;
import static org.panarray.Kw.offset;
import static org.panarray.Kw.order;
import static org.panarray.Kw.sep;
import static org.panarray.Kw.shape;
import static org.panarray.Kw.unpack;
import static org.panarray.Np.np;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.NpzFile;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Files through the public API.
final class FilesTest {
  private static final int[] AWKWARD = {0, 1, 2, 3, 7, 8, 15, 16, 17, 63, 65, 1000, 4098};

  @TempDir private Path folder;

  private static NDArray counting(DType dtype, int length) {
    return np.arange(length, dtype(DType.INT64)).astype(dtype);
  }

  private static void assertSame(NDArray expected, NDArray got, String what) {
    assertEquals(expected.dtype(), got.dtype(), what);
    assertEquals(expected.shape(), got.shape(), what);
    assertArrayEquals(expected.tobytes(), got.tobytes(), what);
  }

  @Test
  void everyDtypeAndSizeComesBackFromNpy() {
    Path path = folder.resolve("a.npy");
    for (ElementType type : ElementType.values()) {
      for (int length : AWKWARD) {
        NDArray array = counting(DType.of(type), length);
        np.save(path, array);
        assertSame(array, np.load(path), type + " " + length);
      }
    }
  }

  @Test
  void everyLayoutComesBackFromNpy() {
    Path path = folder.resolve("b.npy");
    NDArray cube = np.arange(4 * 5 * 6).reshape(4, 5, 6);
    Map<String, NDArray> layouts = new LinkedHashMap<>();
    layouts.put("C", cube);
    layouts.put("F", cube.transpose());
    layouts.put("steps", cube.get("::2, ::-1, 1:6:3"));
    layouts.put("mixed", cube.transpose(1, 0, 2));
    layouts.put("0-d", cube.get("1, 2, 3"));
    layouts.put("empty", cube.get("2:2"));
    layouts.forEach(
        (name, array) -> {
          np.save(path, array);
          NDArray read = np.load(path);
          assertSame(array, read, name);
          if (name.equals("F")) {
            assertTrue(read.flags().fContiguous());
            assertFalse(read.flags().cContiguous());
          }
        });
  }

  @Test
  void endingsAreAddedAsInNumpy() {
    np.save(folder.resolve("c").toString(), 2.5);
    assertEquals("2.5", np.load(folder.resolve("c.npy")).toString());
    np.savez(folder.resolve("d"), 1);
    assertTrue(Files.exists(folder.resolve("d.npz")));
  }

  @Test
  void arraysFollowEachOtherInAStream() {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    np.save(stream, np.arange(3));
    np.save(stream, np.ones(2, 2));
    ByteArrayInputStream back = new ByteArrayInputStream(stream.toByteArray());
    assertEquals("[0 1 2]", np.load(back).toString());
    assertEquals("[[1. 1.]\n [1. 1.]]", np.load(back).toString());
    UncheckedIOException end = assertThrows(UncheckedIOException.class, () -> np.load(back));
    assertEquals("No data left in file", end.getMessage());
  }

  @Test
  void archivesHaveNamesAndNumbersAsInNumpy() {
    Path path = folder.resolve("e.npz");
    NDArray w = np.arange(12.0).reshape(3, 4).transpose();
    np.savez(path, np.arange(3), named("W", w), 7);
    try (NpzFile file = np.loadz(path)) {
      assertEquals(List.of("W", "arr_0", "arr_1"), file.files());
      assertSame(w, file.get("W"), "W");
      assertSame(np.arange(3), file.get("arr_0.npy"), "arr_0");
      assertTrue(file.contains("arr_1"));
      assertEquals("NpzFile '" + path + "' with keys: W, arr_0, arr_1", file.toString());
      ValueError missing = assertThrows(ValueError.class, () -> file.get("b"));
      assertEquals("b is not a file in the archive", missing.getMessage());
    }
    np.savezCompressed(path, Map.of("zeros", np.zeros(100_000)));
    assertTrue(path.toFile().length() < 2_000);
    try (NpzFile file = np.loadz(path)) {
      assertEquals("0.0", file.get("zeros").sum().toString());
    }
    ValueError clash = assertThrows(ValueError.class, () -> np.savez(path, 1, named("arr_0", 2)));
    assertEquals("Cannot use un-named variables and keyword arr_0", clash.getMessage());
    assertThrows(TypeError.class, () -> np.load(path));
  }

  @Test
  void missingAndWrongFilesAreNamed() throws IOException {
    UncheckedIOException missing =
        assertThrows(UncheckedIOException.class, () -> np.load("nowhere/x.npy"));
    assertEquals("[Errno 2] No such file or directory: 'nowhere/x.npy'", missing.getMessage());
    assertThrows(UncheckedIOException.class, () -> np.save("nowhere/x.npy", 1));
    assertThrows(UncheckedIOException.class, () -> np.loadtxt("nowhere/x.csv"));
    Path text = folder.resolve("f.npz");
    Files.writeString(text, "no archive");
    assertThrows(ValueError.class, () -> np.loadz(text));
    Files.writeString(text, "");
    assertThrows(UncheckedIOException.class, () -> np.load(text));
  }

  @Test
  void mappedFilesAreWrittenOrNotAsTheirModeSays() {
    Path path = folder.resolve("g.npy");
    np.save(path, np.arange(6).reshape(2, 3).transpose());
    NDArray shared = np.load(path, mmapMode("r+"));
    shared.setLong(50, 2, 1);
    NDArray copied = np.load(path, mmapMode("c"));
    copied.setLong(60, 2, 0);
    NDArray read = np.load(path, mmapMode("r"));
    assertEquals("[[ 0  3]\n [ 1  4]\n [ 2 50]]", read.toString());
    assertEquals(60, copied.getLong(2, 0));
    assertFalse(read.flags().writeable());
    assertThrows(ValueError.class, () -> read.setLong(1, 0, 0));
    ValueError wrong = assertThrows(ValueError.class, () -> np.load(path, mmapMode("x")));
    assertEquals(
        "mode must be one of ['r', 'c', 'r+', 'w+', 'readonly', 'copyonwrite', 'readwrite',"
            + " 'write'] (got 'x')",
        wrong.getMessage());
  }

  @Test
  void memoryMapsAreCreatedExtendedAndMeasured() {
    Path raw = folder.resolve("h.bin");
    NDArray made = np.memmap(raw, dtype("int32"), mode("w+"), shape(2, 3), offset(8));
    made.setLong(9, 1, 2);
    assertEquals(32, raw.toFile().length());
    assertEquals("[0 0 0 0 0 9]", np.memmap(raw, dtype("int32"), offset(8)).toString());
    NDArray longer = np.memmap(raw, dtype("int32"), shape(10));
    assertEquals("[0 0 0 0 0 0 0 9 0 0]", longer.toString());
    ValueError tooLong =
        assertThrows(ValueError.class, () -> np.memmap(raw, dtype("int32"), mode("r"), shape(11)));
    assertEquals("mmap length is greater than file size", tooLong.getMessage());
    assertThrows(ValueError.class, () -> np.memmap(raw, dtype("float64"), offset(4), mode("r")));
    assertThrows(ValueError.class, () -> np.memmap(raw, mode("w+")));

    Path npy = folder.resolve("i.npy");
    NDArray f = np.openMemmap(npy, mode("w+"), dtype("float32"), shape(2, 2), order("F"));
    f.setDouble(1.5, 1, 0);
    assertEquals("[[0.  0. ]\n [1.5 0. ]]", np.load(npy).toString());
    assertTrue(np.openMemmap(npy).flags().fContiguous());
  }

  @Test
  void moreThanTwoToThe31ElementsAreMappedSparsely() throws IOException {
    Path path = folder.resolve("j.npy");
    long length = (1L << 31) + 100;
    byte[] header = RawFile.header(ElementType.INT8, false, length).encode();
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.write(header);
      file.setLength(header.length + length);
    }
    NDArray array = np.load(path, mmapMode("r+"));
    assertEquals(length, array.size());
    array.setLong(7, -1);
    array.setLong(5, 1L << 31);
    NDArray again = np.load(path, mmapMode("r"));
    assertEquals(7, again.getLong(length - 1));
    assertEquals("12", again.get("2147483648:").sum().toString());
    assertEquals("[0 0 0 ... 0 0 7]", again.toString());
  }

  @Test
  void textTablesComeBackPackedToo() {
    NDArray table = np.arange(65 * 17).reshape(65, 17);
    for (String name : List.of("k.csv", "k.csv.gz")) {
      Path path = folder.resolve(name);
      np.savetxt(path, table, fmt("%d"), delimiter(","));
      assertSame(table, np.loadtxt(path, delimiter(","), dtype("int64")), name);
      NDArray[] columns = {
        np.loadtxt(path, delimiter(","), dtype("int64"), unpack(true)), table.transpose()
      };
      assertSame(columns[1], columns[0], name);
    }
    StringWriter text = new StringWriter();
    np.savetxt(text, np.array(new double[] {1.5, 2}), fmt("%.1f"));
    assertEquals("1.5\n2.0\n", text.toString());
    assertSame(
        np.array(new double[][] {{1, 2}, {3, 4}}), np.loadtxt(List.of("1 2", "3 4")), "lines");
  }

  @Test
  void convertersReadTheirColumns() {
    List<String> lines = List.of("1;2,5", "3;4,5");
    ToDoubleFunction<String> comma = text -> Double.parseDouble(text.replace(',', '.'));
    NDArray expected = np.array(new double[][] {{1, 2.5}, {3, 4.5}});
    for (int column : new int[] {1, -1}) {
      NDArray read = np.loadtxt(lines, delimiter(";"), converters(Map.of(column, comma)));
      assertSame(expected, read, "converter of column " + column);
    }
    ValueError without = assertThrows(ValueError.class, () -> np.loadtxt(lines, delimiter(";")));
    assertEquals(
        "could not convert string '2,5' to float64 at row 0, column 2.", without.getMessage());
  }

  @Test
  void aLinkStaysALinkWhenItsFileIsWritten() throws IOException {
    Path file = folder.resolve("m.npy");
    Path link = folder.resolve("n.npy");
    np.save(file, 1);
    Files.createSymbolicLink(link, file);
    np.save(link, 2);
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("2", np.load(file).toString());
  }

  @Test
  void rawFilesHoldElementsOnly() {
    Path path = folder.resolve("l.bin");
    NDArray array = np.arange(6.0).reshape(2, 3).transpose();
    array.tofile(path);
    assertEquals("[0. 3. 1. 4. 2. 5.]", np.fromfile(path).toString());
    assertEquals("[4. 2.]", np.fromfile(path, offset(24), count(2)).toString());
    np.arange(4).tofile(path, ", ");
    assertEquals("[0. 1. 2. 3.]", np.fromfile(path, sep(",")).toString());
    assertEquals("[1 2]", np.fromstring("1; 2 ;", sep(";"), dtype("int32")).toString());
    ValueError unmatched = assertThrows(ValueError.class, () -> np.fromstring("1 x", sep(" ")));
    assertEquals(
        "string or file could not be read to its end due to unmatched data",
        unmatched.getMessage());
    assertThrows(ValueError.class, () -> np.fromstring("1 2"));
    np.array(new float[] {0.1f}).tofile(path, " ");
    assertEquals("0.10000000149011612", readString(path));
  }

  private static String readString(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
