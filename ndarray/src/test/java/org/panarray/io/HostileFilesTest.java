package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.panarray.Kw.converters;
import static org.panarray.Kw.delimiter;
import static org.panarray.Kw.fillingValues;
import static org.panarray.Kw.loose;
import static org.panarray.Kw.missingValues;
import static org.panarray.Kw.mmapMode;
import static org.panarray.Kw.sep;
import static org.panarray.Kw.usecols;
import static org.panarray.Np.np;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.DType;
import org.panarray.NDArray;
import org.panarray.NpzFile;
import org.panarray.error.MemoryError;
import org.panarray.error.TypeError;
import org.panarray.error.ValueError;

/// Files that lie, never end or come from elsewhere: a clear word, and no heap spent on them.
final class HostileFilesTest {
  @TempDir private Path folder;

  /// A text of one line without end.
  private static final class Endless extends Reader {
    @Override
    public int read(char[] target, int offset, int count) {
      Arrays.fill(target, offset, offset + count, '\0');
      return count;
    }

    @Override
    public void close() {}
  }

  private Path npy(String descriptor, String shape, byte... data) throws IOException {
    String header =
        "{'descr': '" + descriptor + "', 'fortran_order': False, 'shape': " + shape + ", }\n";
    byte[] file = Arrays.copyOf(NpyHeader.MAGIC, 10 + header.length() + data.length);
    file[6] = 1;
    file[8] = (byte) header.length();
    byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, file, 10, text.length);
    System.arraycopy(data, 0, file, 10 + text.length, data.length);
    return Files.write(folder.resolve("a.npy"), file);
  }

  @Test
  void aLineWithoutEndIsRefusedBeforeItFillsTheHeap() {
    MemoryError loaded = assertThrows(MemoryError.class, () -> np.loadtxt(new Endless()));
    assertTrue(loaded.getMessage().startsWith("a line of the text is longer than"));
    assertThrows(MemoryError.class, () -> np.genfromtxt(new Endless()));
  }

  @Test
  void aHeaderThatPromisesTooMuchIsRefusedBeforeAnythingIsAllocated() throws IOException {
    for (String shape : List.of("(1152921504606846975,)", "(1099511627776,)", "(1 << 60,)")) {
      Path path = npy("|u1", shape, new byte[16]);
      assertThrows(ValueError.class, () -> np.load(path), shape);
      assertThrows(ValueError.class, () -> np.load(path, mmapMode("r")), shape);
    }
  }

  @Test
  void anInterruptedThreadIsToldSo() throws IOException {
    Path path = folder.resolve("b.npy");
    np.save(path, np.arange(3));
    np.savez(folder.resolve("b.npz"), np.arange(3));
    AtomicReference<String> said = new AtomicReference<>();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  Thread.currentThread().interrupt();
                  UncheckedIOException fault =
                      assertThrows(UncheckedIOException.class, () -> np.load(path));
                  said.set(fault.getMessage());
                });
    assertTrue(joined(thread));
    assertEquals("the thread was interrupted while it read or wrote '" + path + "'", said.get());
    assertEquals("[0 1 2]", np.load(path).toString());
  }

  private static boolean joined(Thread thread) {
    try {
      thread.join();
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  @Test
  void oneFlippedBitInAnArchiveIsFound() throws IOException {
    Path path = folder.resolve("c.npz");
    np.savez(path, np.arange(10));
    byte[] bytes = Files.readAllBytes(path);
    bytes[248] ^= 1;
    Files.write(path, bytes);
    try (NpzFile file = np.loadz(path)) {
      ValueError fault = assertThrows(ValueError.class, () -> file.get("arr_0"));
      assertEquals("Bad CRC-32 for file 'arr_0.npy'", fault.getMessage());
    }
  }

  @Test
  void refusalsNameTheMemberAndTheWayOut() throws IOException {
    Path path =
        npy(
            "|V2",
            "(3,)",
            (byte) 0x80,
            (byte) 0x3f,
            (byte) 0,
            (byte) 0x40,
            (byte) 0x40,
            (byte) 0x40);
    ValueError fault = assertThrows(ValueError.class, () -> np.load(path));
    assertTrue(fault.getMessage().contains("'|V2' is not supported"), fault.getMessage());
    assertTrue(fault.getMessage().contains("np.fromfile"), fault.getMessage());
    for (String name : List.of("V2", "<f16", "U5", "O", ">f8")) {
      TypeError unknown = assertThrows(TypeError.class, () -> DType.of(name), name);
      assertTrue(unknown.getMessage().contains("is not supported"), unknown.getMessage());
    }
    assertEquals(
        "data type 'x' not understood",
        assertThrows(TypeError.class, () -> DType.of("x")).getMessage());
  }

  @Test
  void bytesInForeignOrderAreReadAsNativeOnesAndNotMapped() throws IOException {
    Path path =
        npy(
            ">f8",
            "(1,)",
            (byte) 0x3f,
            (byte) 0xf8,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            (byte) 0,
            (byte) 0);
    NDArray read = np.load(path);
    assertEquals("<f8", read.dtype().str());
    assertEquals("[1.5]", read.toString());
    ValueError fault = assertThrows(ValueError.class, () -> np.load(path, mmapMode("r")));
    assertTrue(fault.getMessage().contains("foreign byte order"), fault.getMessage());
  }

  @Test
  void headersOfPython2AreReadWithAWarning() throws IOException {
    Path path = npy("<i2", "(2L,)", (byte) 1, (byte) 0, (byte) 2, (byte) 0);
    List<String> warnings = new ArrayList<>();
    np.setWarningListener((category, text) -> warnings.add(category + ": " + text));
    try {
      assertEquals("[1 2]", np.load(path).toString());
    } finally {
      np.setWarningListener(null);
    }
    assertEquals(1, warnings.size());
    assertTrue(warnings.getFirst().contains("created on Python 2"), warnings.getFirst());
  }

  @Test
  void boolsKeepTheirBytesAndCountAsOne() throws IOException {
    NDArray bools = np.load(npy("|b1", "(5,)", (byte) 0, (byte) 1, (byte) 2, (byte) -1, (byte) 4));
    assertArrayEquals(new byte[] {0, 1, 2, -1, 4}, bools.tobytes());
    assertArrayEquals(new byte[] {4, -1, 2, 1, 0}, bools.get("::-1").tobytes());
    assertEquals("[False  True  True  True  True]", bools.toString());
    assertEquals("4", bools.sum().toString());
    assertEquals("[False  True]", np.unique(bools).toString());
  }

  @Test
  void textThatIsNoneIsRefused() throws IOException {
    Path path = Files.write(folder.resolve("d.txt"), new byte[] {'1', ' ', (byte) 0xff, '\n'});
    for (Runnable reading : List.<Runnable>of(() -> np.loadtxt(path), () -> np.genfromtxt(path))) {
      ValueError fault = assertThrows(ValueError.class, reading::run);
      assertTrue(fault.getMessage().startsWith("'utf-8' codec can't decode"), fault.getMessage());
      assertTrue(fault.getMessage().contains(path.toString()), fault.getMessage());
    }
    assertThrows(ValueError.class, () -> np.fromfile(path, sep(" ")));
  }

  private static NDArray loaded(String text, ToDoubleFunction<String> converter) {
    return np.loadtxt(new StringReader(text), converters(converter));
  }

  @Test
  void convertersHaveNumpysColumns() {
    ToDoubleFunction<String> seven = text -> 7;
    assertEquals("[7. 7. 7.]", loaded("1 2 3", seven).toString());
    assertEquals("[1. 2. 7.]", converted("1 2 3", Map.of(-1, seven)).toString());
    assertEquals(
        "converter specified for column 5, which is invalid for the number of fields 3.",
        assertThrows(ValueError.class, () -> converted("1 2 3", Map.of(5, seven))).getMessage());
    assertEquals("[7. 1.]", converted("1 2 3", Map.of(2, seven), 2, 0).toString());
    assertEquals("[3. 1.]", converted("1 2 3", Map.of(-1, seven), 2, 0).toString());
    assertEquals("[7. 1.]", converted("1 2 3", Map.of(-1, seven), -1, 0).toString());
    assertEquals(
        "could not convert string 'x' to float64 at row 0, column 1.",
        assertThrows(ValueError.class, () -> loaded("x 2", Double::parseDouble)).getMessage());
    NDArray gaps =
        np.genfromtxt(new StringReader("1 x"), converters(Map.of(1, Double::parseDouble)));
    assertFalse(Double.isFinite(gaps.get(1).asDouble()));
  }

  private static NDArray converted(
      String text, Map<Integer, ToDoubleFunction<String>> functions, int... columns) {
    return columns.length == 0
        ? np.loadtxt(new StringReader(text), converters(functions))
        : np.loadtxt(new StringReader(text), converters(functions), usecols(columns));
  }

  @Test
  void fillingsAndMissingTextsMayBeGivenByColumn() {
    String table = "1,,3\n,,";
    assertEquals(
        "[[ 1.  5.  3.]\n [nan  5. nan]]",
        np.genfromtxt(new StringReader(table), delimiter(","), fillingValues(Map.of(1, 5.0)))
            .toString());
    assertEquals(
        "[[ 1.  3.]\n [nan  5.]]",
        np.genfromtxt(
                new StringReader(table),
                delimiter(","),
                usecols(0, 2),
                fillingValues(Map.of(2, 5.0)))
            .toString());
    assertEquals(
        "[ 1. nan  3.]",
        np.genfromtxt(
                new StringReader("1,x,3"),
                delimiter(","),
                missingValues(Map.of(1, "x")),
                loose(false))
            .toString());
  }
}
