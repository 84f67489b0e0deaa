package org.panarray.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.panarray.error.ValueError;
import org.panarray.prim.ElementType;

/// Replays what NumPy wrote and read.
final class RecordedFilesTest {
  @TempDir private Path folder;

  @Test
  void arraysAreWrittenByteForByteAsNumpyDoes() throws IOException {
    Recording recording = new Recording();
    for (String[] line : Recording.lines("save")) {
      ElementType type = Recording.type(line[1]);
      long[] shape = Recording.shape(line[2]);
      boolean fortran = line[3].equals("F");
      byte[] elements = Recording.bytes(line[4]);
      byte[] stored = fortran ? Recording.reordered(elements, shape, type, false) : elements;
      Path path = folder.resolve("a.npy");
      StoredArray array =
          new StoredArray(
              new NpyHeader(type, false, fortran, shape), MemorySegment.ofArray(stored));
      SafeFile.write(path, file -> NpyWriter.write(file, array));
      String written = HexFormat.of().formatHex(Files.readAllBytes(path));
      recording.compare(String.join(" ", line[1], line[2], line[3]), line[5], written);
    }
    recording.report(200);
  }

  @Test
  void soundAndBrokenFilesAreReadAsNumpyReadsThem() throws IOException {
    Recording recording = new Recording();
    for (Function<NpyHeader, MemorySegment> memory : List.of(Recording.HEAP, Recording.NATIVE)) {
      for (String[] line : Recording.lines("load")) {
        recording.compare(line[1], expected(line), outcome(Recording.bytes(line[1]), memory));
      }
    }
    recording.report(600);
  }

  private static String expected(String[] line) {
    if (line[2].equals("ok")) {
      return String.join(" ", line[3], line[4], line[5], line[6]);
    }
    return line[2].equals("EOFError") ? "EOFException: " + line[3] : line[2] + ": " + line[3];
  }

  private String outcome(byte[] bytes, Function<NpyHeader, MemorySegment> memory)
      throws IOException {
    Path path = folder.resolve("b.npy");
    Files.write(path, bytes);
    try (FileChannel file = FileChannel.open(path)) {
      StoredArray array = NpyReader.read(file, memory);
      NpyHeader header = array.header();
      return String.join(
          " ",
          header.type().numpyName(),
          Recording.shapeText(header.shape()),
          isFortranOnly(header) ? "F" : "C",
          Recording.hexInOrderC(array));
    } catch (ValueError | EOFException e) {
      return e.getClass().getSimpleName() + ": " + Recording.escape(e.getMessage());
    }
  }

  /// As NumPy's flags tell it: axes of length 1 have no order.
  private static boolean isFortranOnly(NpyHeader header) {
    long longAxes = 0;
    for (long length : header.shape()) {
      longAxes += length > 1 ? 1 : 0;
    }
    return header.fortranOrder() && longAxes > 1 && header.size() > 0;
  }

  @Test
  void archivesOfNumpyAreRead() throws IOException {
    Recording recording = new Recording();
    for (String[] line : Recording.lines("npz")) {
      Path path = folder.resolve("c.npz");
      Files.write(path, Recording.bytes(line[1]));
      try (NpzArchive archive = NpzArchive.open(path)) {
        assertTrue(archive.names().contains(line[2]), line[2]);
        StoredArray array = archive.read(line[2], Recording.NATIVE);
        recording.compare(
            line[2],
            String.join(" ", line[3], line[4], line[5]),
            String.join(
                " ",
                array.header().type().numpyName(),
                Recording.shapeText(array.header().shape()),
                Recording.hexInOrderC(array)));
      }
    }
    recording.report(15);
  }

  @Test
  void archivesComeBackStoredAndDeflated() throws IOException {
    Map<String, StoredArray> members = new LinkedHashMap<>();
    for (ElementType type : ElementType.values()) {
      for (int length : new int[] {0, 1, 7, 4098}) {
        byte[] bytes = new byte[length * type.byteSize()];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) (type == ElementType.BOOL ? i & 1 : i * 7);
        }
        members.put(
            type + "/" + length,
            new StoredArray(
                new NpyHeader(type, false, false, new long[] {length}),
                MemorySegment.ofArray(bytes)));
      }
    }
    for (boolean deflated : new boolean[] {false, true}) {
      Path path = folder.resolve("d.npz");
      SafeFile.write(path, file -> NpzWriter.write(file, members, deflated));
      try (NpzArchive archive = NpzArchive.open(path)) {
        assertEquals(List.copyOf(members.keySet()), archive.names());
        for (Map.Entry<String, StoredArray> member : members.entrySet()) {
          StoredArray read = archive.read(member.getKey(), Recording.HEAP);
          assertEquals(-1, read.data().mismatch(member.getValue().data()), member.getKey());
        }
      }
    }
  }

  @Test
  void filesAreMappedInEveryMode() throws IOException {
    Path path = folder.resolve("e.npy");
    NpyHeader header = new NpyHeader(ElementType.INT32, false, true, new long[] {2, 3});
    StoredArray array =
        new StoredArray(header, MemorySegment.ofArray(new int[] {1, 2, 3, 4, 5, 6}));
    SafeFile.write(path, file -> NpyWriter.write(file, array));
    byte[] before = Files.readAllBytes(path);
    try (FileChannel file = MapAccess.READ_WRITE.open(path)) {
      StoredArray copied = NpyReader.map(file, MapAccess.COPY);
      assertTrue(copied.header().fortranOrder());
      copied.data().set(ValueLayout.JAVA_INT, 0, 99);
      assertEquals(-1, MemorySegment.ofArray(before).mismatch(bytesOf(path)));
      file.position(0);
      StoredArray shared = NpyReader.map(file, MapAccess.READ_WRITE);
      shared.data().set(ValueLayout.JAVA_INT, 4, 77);
    }
    try (FileChannel file = FileChannel.open(path)) {
      StoredArray read = NpyReader.read(file, Recording.HEAP);
      assertEquals(77, read.data().get(ValueLayout.JAVA_INT, 4));
      assertEquals(1, read.data().get(ValueLayout.JAVA_INT, 0));
    }
  }

  private static MemorySegment bytesOf(Path path) throws IOException {
    return MemorySegment.ofArray(Files.readAllBytes(path));
  }

  @Test
  void impossibleShapesAreRefusedBeforeAnythingIsAllocated() {
    String end = ", 'fortran_order': False, 'descr': '<f8'}";
    for (String shape :
        List.of(
            "(1000000000000,)",
            "(9223372036854775807,)",
            "(3037000500, 3037000500)",
            "(-3,)",
            "(99999999999999999999,)",
            "(-9223372036854775808,)")) {
      byte[] magic = NpyHeader.MAGIC.clone();
      byte[] text = ("{'shape': " + shape + end).getBytes(StandardCharsets.UTF_8);
      byte[] file = Arrays.copyOf(magic, 10 + text.length);
      file[6] = 1;
      file[8] = (byte) text.length;
      System.arraycopy(text, 0, file, 10, text.length);
      assertThrows(
          ValueError.class,
          () ->
              NpyReader.read(
                  new ByteArrayInputStream(file),
                  file.length,
                  header -> {
                    throw new AssertionError("allocated " + header.byteSize());
                  }),
          shape);
    }
  }

  @Test
  void aFailedWriteLeavesTheOldFile() throws IOException {
    Path path = folder.resolve("f.npy");
    Files.writeString(path, "old");
    assertThrows(
        IOException.class,
        () ->
            SafeFile.write(
                path,
                file -> {
                  file.write(ByteBuffer.wrap(new byte[100]));
                  throw new IOException("disk full");
                }));
    assertEquals("old", Files.readString(path));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
